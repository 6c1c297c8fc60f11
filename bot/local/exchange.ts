import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { PortBusy } from "./busy.ts";

/** An answer as it came from the other side, its body untouched. */
export type Answer = { readonly status: number; readonly type: string | null; readonly body: string };

/** A request's JSON body. */
export const jsonOf = async <T>(request: IncomingMessage): Promise<T> => JSON.parse(await text(request)) as T;

/** Asks the other side with a body of our own. */
export async function ask(method: string, url: string, body: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  return { status: response.status, type: response.headers.get("content-type"), body: await response.text() };
}

/** The JSON in an answer, or nothing where it refused. */
export function contentOf<T>({ status, type, body }: Answer): T | undefined {
  return status < 300 && type?.includes("json") ? (JSON.parse(body) as T) : undefined;
}

export function pass({ status, type, body }: Answer, response: ServerResponse): void {
  // not chained: restify, in the same process, has writeHead return nothing
  response.writeHead(status, type ? { "content-type": type } : {});
  response.end(body);
}

/** A server on this machine only, or `PortBusy`; a request that fails, as while the other side is starting, is a 502. */
export async function serve(
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const listener: RequestListener = (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(502, { "content-type": "text/plain" });
      response.end(String(error));
    });
  };
  const server = createServer(listener);
  // An idle connection that is closed on this side just as the bot writes to it would lose what the bot says.
  server.keepAliveTimeout = 0;
  const listening = once(server, "listening");
  server.listen(port, "127.0.0.1");
  await listening.catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE" ? new PortBusy(port) : error;
  });
  return server;
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

export async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
