import { mkdirSync } from "node:fs";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";

/** An error without what it carries along: a connector's error holds the whole request, with names and links. */
const err = ({ name, message, code, statusCode, stack }: Error & { code?: unknown; statusCode?: unknown }) => ({
  name,
  message,
  code,
  statusCode,
  stack,
});

/** Lines of JSON: to the output as a service, to a file beside the data in local mode. Ids, never names or texts. */
export function createLog({ mode, dataFolder, logLevel }: Config): Logger {
  const options = { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err } };
  if (mode === "service") return pino(options);
  mkdirSync(dataFolder, { recursive: true });
  return pino(options, pino.destination({ dest: join(dataFolder, "ehdolla.log"), sync: true }));
}
