import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Request, Response } from "restify";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import { Adapter } from "../../bot/teams/adapter.ts";
import { Authentication } from "../../bot/teams/auth.ts";
import { createBursts } from "../../bot/usecases/burst.ts";
import { createHttpServer, listen } from "../../bot/web/http.ts";
import { burstPorts, press, ROUND } from "../support/answers.ts";

/** Ehdolla's own server, adapter, store and box behind one verb: a voter's ballot is answered once it is on disk. */
const [folder = ""] = process.argv.slice(2);
const store = openSqlite(join(folder, "ehdolla.sqlite"));
const bursts = createBursts(burstPorts(store), "bench");
const adapter = new Adapter(new Authentication(undefined));
const server = createHttpServer(Date.now);

const card = (text: string) => ({
  statusCode: 200,
  type: "application/vnd.microsoft.card.adaptive",
  value: { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text }] },
});

server.post("/api/messages", async (req: Request, res: Response) => {
  const given = await adapter.take(req, req.body, async (activity) => {
    const { voter } = activity.value.action.data;
    const { ok } = await bursts.put(ROUND, press(voter));
    return { status: 200, body: card(ok ? "Kiitos!" : "Äänestys on päättynyt.") };
  });
  res.send(given?.status ?? 501, given?.body);
});

const port = await listen(server, 0, "127.0.0.1");
process.stdout.write(`listening ${port}\n`);
createInterface(process.stdin).on("line", () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(`${(user + system) / 1_000}\n`);
});
process.once("SIGTERM", () => process.exit(0));
