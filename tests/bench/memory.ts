import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { inFolder } from "./folder.ts";
import type { Row } from "./ratio.ts";
import { cancelledCall, openCall, withStore } from "./scene.ts";

const RECIPIENTS = [1_000, 10_000, 100_000];
const MEGABYTE = 2 ** 20;

interface Taken {
  sent: number;
  heap: number;
  rss: number;
  /** Milliseconds of the processor for each recipient. */
  work: number;
}

/** What a mailing takes as its recipients grow, in simulated time and a process of its own each. */
export async function memory(_rounds: number, scale: number): Promise<Row[]> {
  const sizes = RECIPIENTS.map((count) => Math.round(count * scale));
  const taken: Taken[] = [];
  for (const count of sizes) taken.push(await inFolder((folder) => mailed(folder, count)));
  const [few, , most] = taken as [Taken, Taken, Taken];
  const missing = sizes.reduce((sum, count, i) => sum + count - (taken[i]?.sent ?? 0), 0);
  const grows = (what: string, key: "heap" | "rss" | "work", atMost?: number): Row => {
    const ratio = most[key] / few[key];
    const each = taken.map((t) => (key === "work" ? t.work.toFixed(2) : String(Math.round(t[key] / MEGABYTE))));
    const value = `${ratio.toFixed(2)} (${each.join(" → ")}${key === "work" ? " ms" : " MB"})`;
    return { what, value, ...(atMost !== undefined && { target: `≤ ${atMost}`, ok: ratio <= atMost }) };
  };
  return [
    { what: `messages not sent, of ${sizes.join(" + ")}`, value: String(missing), target: "0", ok: missing === 0 },
    grows(`live memory, ${sizes.at(-1)} recipients to ${sizes[0]}`, "heap", 1.2),
    grows("… all that the process holds, with what isn't collected yet", "rss"),
    grows("… work for each recipient", "work", 1.2),
  ];
}

async function mailed(folder: string, count: number): Promise<Taken> {
  const url = "https://teams.example.org";
  await withStore(folder, async (ports) => {
    await openCall(ports, url);
    await cancelledCall(ports, url, count);
  });
  const { stdout } = await promisify(execFile)(process.execPath, ["tests/bench/memory-run.ts", folder, String(count)]);
  return JSON.parse(stdout);
}
