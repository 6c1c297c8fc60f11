import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import account from "@vercel/cosmosdb-server/lib/account/index.js";
import routes from "@vercel/cosmosdb-server/lib/routes.js";
import { batch, failed, type Operation } from "./cosmos-batch.ts";

/** What a batch meets: done or not, and then a status, a connection that breaks, or one that breaks in mid-answer. */
export interface Mishap {
  done: boolean;
  answer: number | "reset" | "half";
}

/** A Cosmos DB in this process, as far as one can be had: see README for what it can't prove. */
export interface CosmosServer {
  endpoint: string;
  key: string;
  /** The account's default consistency; Strong at first. */
  consistency: string;
  /** Met by the next batches, in this order. */
  mishaps: Mishap[];
  /** How many batches were received. */
  batches: number;
  close(): void;
}

/** Data lives as long as the server. */
export async function startCosmos(): Promise<CosmosServer> {
  const http = createServer((req, res) => {
    answerTo(req, res).catch((error) => reply(res, 500, { message: String(error) }));
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const { port } = http.address() as AddressInfo;
  const data = new account.default("127.0.0.1", port);
  const server: CosmosServer = {
    endpoint: `http://127.0.0.1:${port}/`,
    key: "ZHVtbXk=",
    consistency: "Strong",
    mishaps: [],
    batches: 0,
    close() {
      http.close();
      http.closeAllConnections();
    },
  };

  async function answerTo(req: IncomingMessage, res: ServerResponse) {
    if (req.headers["x-ms-cosmos-is-batch-request"]) return answerBatch(req, res);
    if (req.url === "/") {
      const userConsistencyPolicy = { defaultConsistencyLevel: server.consistency };
      return reply(res, 200, { ...data.read(), userConsistencyPolicy });
    }
    const [params, handler] = routes.default(req) ?? [undefined, () => ({ message: "no route" })];
    const body = await handler(data, req, res, params);
    reply(res, res.statusCode, res.statusCode >= 400 ? { message: "", ...body } : body);
  }

  async function answerBatch(req: IncomingMessage, res: ServerResponse) {
    const body = await buffer(req);
    server.batches++;
    const mishap = server.mishaps.shift();
    if (mishap && !mishap.done) return end(res, mishap.answer, []);
    if (body.length > 2 * 1024 * 1024) return reply(res, 413, { message: "Request size is too large" });
    const operations: Operation[] = JSON.parse(body.toString());
    if (operations.length > 100) return reply(res, 400, { message: "Batch has more than 100 operations" });
    const [, database = "", container = ""] = /^\/+dbs\/([^/]+)\/colls\/([^/]+)/.exec(req.url ?? "") ?? [];
    const [pk = ""] = JSON.parse(String(req.headers["x-ms-documentdb-partitionkey"]));
    const results = batch(data.database(database).collection(container), pk, operations);
    end(res, mishap?.answer ?? (results.some(failed) ? 207 : 200), results);
  }

  return server;
}

function reply(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { "content-type": "application/json", "x-ms-request-charge": "1" });
  res.end(status === 204 ? undefined : JSON.stringify(body));
}

function end(res: ServerResponse, answer: Mishap["answer"], body: unknown): void {
  if (answer === "reset") res.socket?.resetAndDestroy();
  else if (answer === "half") {
    res.writeHead(200, { "content-length": 10_000 });
    res.write("[{", () => res.socket?.resetAndDestroy());
  } else reply(res, answer, answer < 300 ? body : { message: "mishap" });
}
