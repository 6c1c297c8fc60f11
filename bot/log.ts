import { mkdirSync } from "node:fs";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";

/** Lines of JSON: to the output as a service, to a file beside the data in local mode. Ids, never names or texts. */
export function createLog({ mode, dataFolder, logLevel }: Config): Logger {
  const options = { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  if (mode === "service") return pino(options);
  mkdirSync(dataFolder, { recursive: true });
  return pino(options, pino.destination({ dest: join(dataFolder, "ehdolla.log"), sync: true }));
}
