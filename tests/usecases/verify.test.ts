import assert from "node:assert/strict";
import { DAY } from "../../bot/domain/time.ts";
import { mintLink } from "../../bot/usecases/personal-link.ts";
import { readCall } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { aCall, aGroup } from "../support/builders.ts";
import { TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

describe("the check of a record", () => {
  it("finds no damage in a call on which a day has turned or that got its public id with its first link", async () => {
    const ports = testPorts();
    await stored(ports, aGroup(), aCall());
    await ports.at(TODAY + DAY);
    await mintLink(ports, { call: "call:7f3k", subject: { kind: "draft", draft: "x" }, until: TODAY + 2 * DAY });
    const call = await readCall(ports.store, "call:7f3k");
    assert.ok(call?.turnedAt !== undefined && call.publicId !== undefined);
    assert.deepEqual((await verifyRound(ports.store, "call:7f3k"))?.damage, []);
    await ports.dispose();
  });
});
