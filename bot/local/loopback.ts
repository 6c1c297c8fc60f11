import { Server } from "node:net";

/* Loaded into the client's process before it starts: it listens on this machine only and dies with its parent,
   however the parent ends, because the pipe to its standard input then closes. */
const listen = Server.prototype.listen;

Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  const [port, ...rest] = args;
  const local = typeof port === "number" ? [port, "127.0.0.1", ...rest.filter((arg) => typeof arg !== "string")] : args;
  return Reflect.apply(listen, this, local);
} as typeof listen;

process.stdin.on("close", () => process.exit()).resume();
