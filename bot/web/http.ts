import type { Server as HttpServer } from "node:http";
import type { Duplex } from "node:stream";
import { pino } from "pino";
import type { Next, Request, Response, Server } from "restify";
import RestifyRouter from "restify/lib/router.js";
import RestifyServer from "restify/lib/server.js";
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
  const server = restifyServer();
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

/** As `restify.createServer` makes one, but without loading its plugins, which take as long as all the rest of it. */
function restifyServer(): Server {
  const options = { name: "", log: pino({ name: "restify" }) };
  return new RestifyServer({ ...options, router: new RestifyRouter(options) });
}

/** Mounts what isn't at the `first` path when the first of it is asked for: nobody waits for it at the start. */
export function mountLater(server: Server, first: string, mount: () => Promise<void>): void {
  let mounted: Promise<void> | undefined;
  server.pre((req: Request, _res: Response, next: Next) => {
    if (req.path() === first) return next();
    mounted ??= mount();
    mounted.then(
      () => next(),
      (error: unknown) => {
        mounted = undefined;
        next(error);
      },
    );
  });
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

/** While it is being closed, how often connections are looked for on which nothing is asked any more. */
const SWEEP = 50;

/** Takes no new requests and waits for those under way. */
export const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const http = inside(server);
    // a proxy's connection is kept for the next request and the next: each ends with the answer that is waited for
    http.prependListener("request", (_req, res) => void res.setHeader("Connection", "close"));
    const sweep = setInterval(() => http.closeIdleConnections(), SWEEP);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
    http.closeIdleConnections();
  });
