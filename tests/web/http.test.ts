import assert from "node:assert/strict";
import { Agent, get } from "node:http";
import type { Next, Request, Response } from "restify";
import { closed, createHttpServer, listen } from "../../bot/web/http.ts";

describe("the HTTP server", () => {
  it("closes though a proxy keeps asking on the connection that it has", async () => {
    const server = createHttpServer(Date.now);
    const inTheMiddle = Promise.withResolvers<void>();
    const mayAnswer = Promise.withResolvers<void>();
    server.get("/", (_req: Request, res: Response, next: Next) => {
      inTheMiddle.resolve();
      mayAnswer.promise.then(() => res.send(200)).then(() => next(false));
    });
    const port = await listen(server, 0, "127.0.0.1");
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = () =>
      new Promise<number | undefined>((resolve, reject) => {
        get({ port, host: "127.0.0.1", agent }, (res) => res.resume().once("end", () => resolve(res.statusCode))).once(
          "error",
          reject,
        );
      });
    // the next is on its way before there is a moment in which nothing is asked
    const asked = [ask(), ask(), ask()];
    await inTheMiddle.promise;
    const closing = closed(server);
    mayAnswer.resolve();
    const answers = await Promise.allSettled(asked);
    await closing;
    assert.deepEqual(answers[0], { status: "fulfilled", value: 200 });
    assert.equal(answers[2]?.status, "rejected");
    agent.destroy();
  }).timeout(4_000);
});
