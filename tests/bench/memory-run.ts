import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createLimits } from "../../bot/usecases/limits.ts";
import type { Ports } from "../../bot/usecases/ports.ts";
import { createSettler } from "../../bot/usecases/settle.ts";
import { simulatedTime } from "../support/simulated.ts";
import { withStore } from "./scene.ts";

/** Sends a mailing from a data folder in simulated time, and says what it took of memory and work. */
const [folder = "", recipients = "0"] = process.argv.slice(2);
const count = Number(recipients);
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const SAMPLES = 10;

await withStore(folder, async (ports) => {
  const time = simulatedTime(Date.now());
  let sent = 0;
  let heap = 0;
  let ring = () => {};
  const here: Ports = {
    ...ports,
    store: time.watched(ports.store),
    clock: { now: time.now },
    wake: () => ring(),
    messenger: {
      async deliver({ to }) {
        sent++;
        if (sent % Math.ceil(count / SAMPLES) === 0) {
          collect();
          heap = Math.max(heap, process.memoryUsage().heapUsed);
        }
        await time.sleep(100);
        const conversation = to.kind === "person" ? to.person.id : "channel";
        return { kind: "sent", posted: { serviceUrl: "", conversation, activity: String(sent) } };
      },
    },
  };
  const settler = createSettler(here, "bench", createLimits({ monotonic: time.now, sleep: time.sleep }), {
    monotonic: time.now,
    sleep: time.sleep,
  });
  const before = process.cpuUsage();
  let done = false;
  void (async () => {
    while (!done) {
      const woken = new Promise<void>((resolve) => {
        ring = resolve;
      });
      while (await settler.step());
      await Promise.race([woken, time.sleep(Math.min(1_000, settler.rest() ?? 1_000))]);
    }
  })();
  for (let last = -1; sent < count && sent > last; ) {
    last = sent;
    await time.until(time.now() + 10_000);
  }
  const { user, system } = process.cpuUsage(before);
  done = true;
  process.stdout.write(
    `${JSON.stringify({ sent, heap, rss: process.memoryUsage().rss, work: (user + system) / 1_000 / count })}\n`,
  );
});
process.exit(0);
