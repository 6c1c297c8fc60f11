import assert from "node:assert/strict";
import { ownFile } from "../../bot/domain/own-file.ts";
import { compose } from "../../bot/mail/compose.ts";
import { ofPerson, ownDataOf } from "../../bot/usecases/my-data.ts";
import { identify, readPerson } from "../../bot/usecases/people.ts";
import { aGroup } from "../support/builders.ts";
import { aPoll } from "../support/polls.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";

describe("a person's own zone", () => {
  let ports: TestPorts;
  beforeEach(() => {
    ports = testPorts();
  });
  afterEach(() => ports.dispose());
  const seen = (zone?: string) =>
    identify(ports, { tenant: "tenant-1", oid: "oid-sanna", name: "Sanna Kaislamo", ...(zone && { zone }) });

  it("is the one that their client was last in, also while a client doesn't tell", async () => {
    assert.equal((await seen()).zone, undefined);
    assert.equal((await seen("Europe/Stockholm")).zone, "Europe/Stockholm");
    assert.equal((await seen()).zone, "Europe/Stockholm");
    const { id } = await seen("Atlantic/Reykjavik");
    assert.equal((await readPerson(ports.store, id))?.zone, "Atlantic/Reykjavik");
  });

  it("stands in what they are told is stored about them", async () => {
    const person = await seen("Europe/Stockholm");
    const own = ownFile(await ownDataOf(ports, ofPerson(person, "tenant-1")), TODAY);
    assert.match(JSON.stringify(own), /"zone":"Europe\/Stockholm"/);
  });

  it("is used for times in mail, beside the group's", async () => {
    const person = { ...(await seen("Europe/Stockholm")), email: "sanna@example.org", lang: "fi" as const };
    const poll = aPoll();
    const delivery = { id: "del:01", saying: { kind: "pollRequest" }, to: { to: "person", person: person.id } };
    const showing = { delivery, group: aGroup(), nominations: [], head: { count: 0, hash: "" }, poll } as never;
    const mail = await compose(
      { showing, to: { kind: "person", person, tenant: "tenant-1" } },
      { from: "a@example.org" },
      TODAY,
    );
    const text = mail?.mail.text.replaceAll("\u00A0", " ").replaceAll("\u2060", "") ?? "";
    assert.match(text, /klo 12\.00 \(sinun aikaasi ti 25\.5\. klo 11\.00\)/);
    assert.match(text, /klo 14\.00–15\.30 \(sinun aikaasi ma 7\.6\. klo 13\.00–14\.30\)/);
  });
});
