import type { Server as HttpServer } from "node:http";
import type { Duplex } from "node:stream";
import restify, { type Next, type Request, type Response, type Server } from "restify";
import type { Instant } from "../domain/time.ts";
import { readBody } from "./body.ts";
import { clientAddress } from "./rate.ts";

/** How long a whole request may take to arrive. */
const PATIENCE = 30_000;

/** On every answer; pages put a policy of their own in the place of this one. */
const safe = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Content-Security-Policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
};

/** A request with the instant at which it came in, before anything was read of it, and where from. */
export type Arrived = Request & { arrivedAt?: Instant; clientAddress?: string };

/** The HTTP server: bounded bodies, security headers, no product name. So many `proxies` of our own stand before it. */
export function createHttpServer(now: () => Instant, proxies = 0): Server {
  const server = restify.createServer({ name: "", handleUncaughtExceptions: false });
  server.pre((req: Arrived, res: Response, next: Next) => {
    req.arrivedAt = now();
    req.clientAddress = clientAddress(req.socket.remoteAddress, req.headers["x-forwarded-for"], proxies);
    for (const [name, value] of Object.entries(safe)) res.header(name, value);
    return next();
  });
  server.use(readBody);
  const http = inside(server);
  http.requestTimeout = PATIENCE;
  http.on("clientError", answerNonsense);
  return server;
}

const inside = (server: Server): HttpServer => (server as unknown as { server: HttpServer }).server;

/** What isn't HTTP at all gets an answer too, as bare as can be. */
function answerNonsense(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status =
    error.code === "HPE_HEADER_OVERFLOW"
      ? "431 Request Header Fields Too Large"
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? "408 Request Timeout"
        : "400 Bad Request";
  const headers = Object.entries(safe).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join("")}Content-Length: 0\r\nConnection: close\r\n\r\n`);
}

/** Listens, and answers with the port; a busy port is an error that names itself. */
export const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server.address().port));
  });

/** Takes no new requests and waits for those under way. */
export const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    inside(server).closeIdleConnections();
  });
