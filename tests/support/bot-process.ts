import { flushCompileCache } from "node:module";
import { text } from "node:stream/consumers";
import { startEhdolla } from "../../bot/main.ts";
import { localConfig } from "./local.ts";
import type { BotOptions } from "./process.ts";

/** The real bot as a process of its own, without a client: starts when told to, says its port, and is killed from outside. */
const [folder = "", options = "{}"] = process.argv.slice(2);
const { storage = { kind: "sqlite" }, pace, isTraced, ...parts }: BotOptions = JSON.parse(options);
const traces = isTraced ? (await import("./traced.ts")).tracing() : undefined;
// whoever is killed leaves nothing in the cache of its own
flushCompileCache();
if ((await text(process.stdin)) !== "start") process.exit();
const running = await startEhdolla(localConfig(folder, { storage }), {
  ...parts,
  ...(traces && { auth: traces.auth }),
  ...(pace && { clock: { now: () => pace.at + (Date.now() - pace.from) * pace.times } }),
});
if (traces) running.ports.messenger = traces.traced(running.ports.messenger);
process.stdout.write(`listening ${running.port}\n`);
process.once("SIGTERM", () => void running.stop());
