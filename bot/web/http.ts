import restify, { type Next, type Request, type Response, type Server } from "restify";
import type { Instant } from "../domain/time.ts";

/** What Teams posts is far smaller; more is refused before it is read. */
const MAX_BODY = 512 * 1024;

/** A request with the instant at which it came in, before anything was read of it. */
export type Arrived = Request & { arrivedAt?: Instant };

/** The HTTP server: bounded bodies, security headers, no product name. */
export function createHttpServer(now: () => Instant): Server {
  const server = restify.createServer({ name: "", handleUncaughtExceptions: false });
  server.pre((req: Arrived, res: Response, next: Next) => {
    req.arrivedAt = now();
    res.header("X-Content-Type-Options", "nosniff");
    res.header("Referrer-Policy", "no-referrer");
    res.header("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
    return next();
  });
  server.use(restify.plugins.bodyParser({ mapParams: false, maxBodySize: MAX_BODY }));
  return server;
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
    (server as unknown as { server: { closeIdleConnections(): void } }).server.closeIdleConnections();
  });
