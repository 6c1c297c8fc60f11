import { enableCompileCache } from "node:module";

/** Ehdolla as bot/start.js starts it, on a data folder and without a client. */
enableCompileCache();
const { startEhdolla } = await import("../../bot/main.ts");
const running = await startEhdolla({
  mode: "local",
  port: 0,
  host: "127.0.0.1",
  publicUrl: "http://127.0.0.1",
  dataFolder: process.argv[2],
  storage: { kind: "sqlite" },
  tenants: ["7dfd3a90-02a1-46d8-8372-f91382fe827c"],
  logLevel: "info",
  defaultLang: "fi",
});
process.stdout.write(`listening ${running.port}\n`);
process.once("SIGTERM", () => void running.stop());
