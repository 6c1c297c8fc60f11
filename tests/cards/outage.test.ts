import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import type { Delivery } from "../../bot/domain/delivery.ts";
import { langs } from "../../bot/domain/lang.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import { cardOf } from "../../cards/showing.ts";
import { aCall, aGroup, aReader, moment } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { aPoll } from "../support/polls.ts";
import { badPresses } from "../support/presses.ts";
import { wordsOn } from "../support/pressing.ts";

const outages = [{ from: moment("2027-05-15", "10:05").at, to: moment("2027-05-15", "11:40").at }];
const delivery: Delivery = {
  kind: "delivery",
  id: "del:0a1b2c3d4e5f",
  rev: 1,
  round: "call:7f3k",
  saying: { kind: "outage", index: 0 },
  to: { to: "person", person: "person:chair" },
  status: "claimed",
  at: 0,
  tries: 0,
};
const showing = (about: { call: Call } | { poll: Poll }): Showing => ({
  delivery,
  group: aGroup(),
  nominations: [],
  head: { seq: 1, head: "ab" },
  ...about,
});
const open = showing({ call: aCall({ outages }) });
const closed = showing({ call: aCall({ outages, status: "closed", closedAt: moment("2027-05-14", "16:15").at }) });
const poll = showing({ poll: aPoll({ outages }) });

describe("the card about an outage", () => {
  for (const lang of langs)
    it(`is accepted without complaint in ${lang}, and presses only what exists`, () => {
      for (const each of [open, closed, poll]) {
        const card = cardOf(each, aReader(lang));
        assert.deepEqual(complaints(card), []);
        assert.deepEqual(badPresses(card), []);
      }
    });

  const words = (each: Showing) => wordsOn(cardOf(each, aReader("fi")));

  it("tells from when to when nothing was answered, with the extension beside it", () => {
    assert.match(words(open), /10\.05–11\.40/);
    assert.match(words(open), /Haku oli silloin auki.*Jatka ehdotusaikaa/s);
    assert.match(words(poll), /Kysely oli silloin auki.*Kesäkuun kokous.*Jatka vastausaikaa/s);
  });

  it("doesn't say that a call was open that only waited for its candidates", () => {
    assert.match(words(closed), /Ehdokkaat saattoivat silloin vielä vastata/);
    assert.doesNotMatch(words(closed), /Haku oli silloin auki/);
  });

  it("offers no extension where there is nothing to extend any more", () => {
    assert.doesNotMatch(words(showing({ call: aCall({ outages, status: "selected" }) })), /Jatka ehdotusaikaa/);
  });
});
