import type { Config } from "../../bot/config.ts";
import { TENANT } from "./teams.ts";

/** The configuration of a bot on this machine, at any free port, with its data in a folder. */
export const localConfig = (dataFolder: string, own: Partial<Config> = {}): Config => ({
  mode: "local",
  port: 0,
  host: "127.0.0.1",
  publicUrl: "http://127.0.0.1",
  dataFolder,
  storage: { kind: "sqlite" },
  tenants: [TENANT],
  logLevel: "info",
  defaultLang: "fi",
  ...own,
});
