import assert from "node:assert/strict";
import type { Delivery, Saying } from "../../bot/domain/delivery.ts";
import type { Tally, Why } from "../../bot/domain/delivery-tally.ts";
import type { DeliveriesView, DeliveryView, LostRow } from "../../bot/domain/delivery-view.ts";
import { langs } from "../../bot/domain/lang.ts";
import type { RecordView } from "../../bot/domain/record-view.ts";
import { HOUR, MINUTE } from "../../bot/domain/time.ts";
import { LOST_ON_PAGE } from "../../bot/usecases/delivery-reading.ts";
import { ENTRIES_ON_PAGE } from "../../bot/usecases/record.ts";
import { deliveryCard } from "../../cards/delivery.ts";
import { deliveriesCard } from "../../cards/delivery-list.ts";
import { recordCard } from "../../cards/record.ts";
import { cardOf } from "../../cards/showing.ts";
import { textFor } from "../../cards/text.ts";
import { aCall, aCandidate, aGroup, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { aMeeting, aPoll } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";
import { badPresses } from "../support/presses.ts";
import { wordsOn } from "../support/pressing.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const group = aGroup();
const call = aCall();
const nonce = "nonce-0001";
const hostile = "**Kiira** [x](https://example.org) <b>{{DATE(2027-01-01T00:00:00Z)}}\u202E";

const aDelivery = (own: Partial<Delivery> = {}): Delivery => ({
  kind: "delivery",
  id: "del:0a1b2c3d4e5f",
  rev: 1,
  round: "call:7f3k",
  saying: { kind: "receipt", nomination: "nom:01" },
  to: { to: "person", person: "person:oskari" },
  status: "failed",
  at: TODAY,
  tries: 1,
  failure: { reason: "noApp", at: TODAY - HOUR },
  ...own,
});
const aRow = (why: Why, own: Partial<LostRow> = {}): LostRow => ({
  why,
  handled: false,
  name: "Oskari Haavisalo",
  delivery: aDelivery(),
  ...own,
});
const tally = (own: Partial<Tally> = {}): Tally => ({ sent: 0, waiting: 0, lost: 0, over: 0, ...own });
const unreached = aCandidate({ notReached: { reason: "noApp", at: TODAY } });
const request = aDelivery({ saying: { kind: "consentRequest", candidate: "cand:01" } });

const some: DeliveriesView = {
  group,
  about: call,
  kinds: new Map<Saying["kind"], Tally>([
    ["announcement", tally({ sent: 1 })],
    ["consentRequest", tally({ sent: 6, waiting: 1, lost: 1 })],
    ["receipt", tally({ sent: 7, lost: 1 })],
    ["coProposer", tally({ sent: 2, lost: 2, over: 1 })],
  ]),
  mailings: [{ what: "newCall", sent: 312, lost: 4, left: 4_984, time: 100_000 }],
  reasons: [
    { why: "notInTeams", count: 2 },
    { why: "noApp", count: 1 },
    { why: "unsure", count: 1 },
  ],
  open: 4,
  handled: 1,
  mayGoAgain: true,
  page: 0,
  pages: 1,
  rows: [
    aRow("noApp", { name: "Sanna Kaislamo", candidate: unreached, delivery: request, phone: "0100 200 300" }),
    aRow("notInTeams", {
      name: "Petra Lounasvuo",
      delivery: aDelivery({
        saying: { kind: "coProposer", nomination: "nom:01", organisation: 1 },
        to: { to: "address", name: "Petra Lounasvuo", email: "petra.lounasvuo@example.org" },
      }),
    }),
    aRow("unsure", { delivery: aDelivery({ status: "unknown" }), phone: "0100 700 800" }),
    aRow("gone", { delivery: aDelivery({ saying: { kind: "correction", index: 0 }, to: { to: "thread" } }), name: "" }),
    aRow("notInTeams", { name: "Veikko Niemistö-Aro", handled: true, phone: "0100 400 500" }),
  ],
};
const quiet: DeliveriesView = {
  ...some,
  kinds: new Map([["announcement", tally({ sent: 1 })]]),
  mailings: [],
  reasons: [],
  rows: [],
  open: 0,
  handled: 0,
  mayGoAgain: false,
};
const lostCall = aCall({ announcementLost: { at: TODAY, reason: "gone" } });
const lost: DeliveriesView = { ...quiet, about: lostCall };
const aPollRequest = (person: `person:${string}`) =>
  aDelivery({ round: "poll:june", saying: { kind: "pollRequest" }, to: { to: "person", person } });
const ofPoll: DeliveriesView = {
  ...quiet,
  about: aPoll({ announcementLost: { at: TODAY, reason: "noApp" } }),
  kinds: new Map<Saying["kind"], Tally>([
    ["poll", tally({ lost: 1 })],
    ["pollRequest", tally({ sent: 22, waiting: 8, lost: 2 })],
  ]),
  mailings: [{ what: "pollRequest", sent: 22, lost: 2, left: 8, time: 1_000 }],
  open: 2,
  mayGoAgain: true,
  rows: [
    aRow("noApp", { name: "Sanna Kaislamo", delivery: aPollRequest("person:sanna") }),
    aRow("noMailbox", { name: "Veikko Niemistö-Aro", delivery: aPollRequest("person:veikko"), phone: "0100 400 500" }),
  ],
};
const one: DeliveryView = {
  group,
  about: call,
  delivery: request,
  candidate: unreached,
  why: "noApp",
  handled: false,
  name: "Sanna Kaislamo",
  phone: "0100 200 300",
};
const lostAnnouncement = {
  delivery: aDelivery({ saying: { kind: "announcementLost" }, status: "claimed" }),
  group,
  call: lostCall,
  nominations: [],
  head: { seq: 3, head: "ab".repeat(32) },
};
const record: RecordView = {
  group,
  about: call,
  head: { seq: 23, head: "a3f912cd55ee".padEnd(64, "0") },
  count: 23,
  page: 1,
  pages: 3,
  entries: [
    { seq: 13, at: TODAY, by: { name: "Sanna Kaislamo" }, events: ["consentGiven"], about: ["Sanna Kaislamo"] },
    { seq: 12, at: TODAY - MINUTE, by: "ehdolla", events: ["candidateNotReached"], about: ["Marja Niemisalo"] },
    {
      seq: 11,
      at: TODAY - 30 * HOUR,
      by: {},
      events: ["nominated", "candidateAdded"],
      about: ["E7F3K02", "Marja Niemisalo"],
    },
    { seq: 10, at: TODAY - 31 * HOUR, by: { name: "Helmi Kaislaharju" }, events: ["callPublished"], about: [] },
  ],
};

describe("the cards about messages", () => {
  for (const lang of langs) {
    const reader = aReader(lang);
    const cards = {
      list: deliveriesCard(some, nonce, reader),
      quiet: deliveriesCard(quiet, nonce, reader),
      lost: deliveriesCard(lost, nonce, reader, reader.text.delivery.lost.done),
      poll: deliveriesCard(ofPoll, nonce, reader),
      pollFound: deliveriesCard({ ...ofPoll, about: aPoll() }, nonce, reader),
      toldMeeting: cardOf(
        {
          ...lostAnnouncement,
          call: undefined,
          meeting: aMeeting({ announcementLost: { at: TODAY, reason: "gone" } }),
        } as never,
        reader,
      ),
      one: deliveryCard(one, nonce, reader),
      told: cardOf(lostAnnouncement, reader),
      record: recordCard(record, reader),
    };
    for (const [name, card] of Object.entries(cards))
      it(`are accepted, pressable and as they were: ${name} in ${lang}`, () => {
        assert.deepEqual(complaints(card), []);
        assert.deepEqual(badPresses(card), []);
        matchesSnapshot(`delivery/${name}.${lang}`, card);
      });
  }

  it("stay small with the longest names, and show them literally", () => {
    const name = `${hostile} ${"Ä".repeat(80)}`;
    const rows = Array.from({ length: LOST_ON_PAGE }, () =>
      aRow("refused", { name, phone: "9".repeat(30), candidate: { ...unreached, name } }),
    );
    const entries = Array.from({ length: ENTRIES_ON_PAGE }, (_, seq) => ({
      seq,
      at: TODAY - seq * 24 * HOUR,
      by: { name },
      events: ["candidateAddressCorrected" as const, "callTextConfirmed" as const],
      about: Array.from({ length: 30 }, () => name),
    }));
    const reasons = (Object.keys(textFor("fi").delivery.reasons) as Why[]).map((why) => ({ why, count: 99_999 }));
    const kinds = new Map(
      (Object.keys(textFor("fi").delivery.sayings) as Saying["kind"][]).map((kind) => [
        kind,
        tally({ sent: 99_999, waiting: 9_999, lost: 99, over: 9 }),
      ]),
    );
    for (const lang of langs) {
      const reader = aReader(lang);
      const list = deliveriesCard(
        { ...lost, rows, reasons, kinds, mailings: some.mailings, page: 3, pages: 9_999 },
        nonce,
        reader,
        "x",
      );
      assert.deepEqual(complaints(list), []);
      assert.deepEqual(complaints(deliveryCard({ ...one, name }, nonce, reader)), []);
      assert.deepEqual(complaints(recordCard({ ...record, entries }, reader)), []);
    }
  });

  it("offer a retry only where it can help, and the candidate's own page where it is about one", () => {
    const { text } = aReader();
    const { retry, handle } = text.delivery.one;
    const buttons = (view: DeliveryView) =>
      (deliveryCard(view, nonce, aReader()).actions ?? []).map(({ title, verb }) => [title, verb]);
    assert.deepEqual(buttons(one).slice(0, 2), [
      [retry, "deliveries.retry"],
      [handle, "candidate.handledForm"],
    ]);
    const { candidate: _, ...other } = one;
    const address = {
      ...other,
      delivery: aDelivery({ failure: { reason: "notInTeams", at: 0 } }),
      why: "notInTeams" as const,
    };
    assert.deepEqual(buttons(address)[0], [handle, "deliveries.handled"]);
    assert.equal(buttons({ ...address, handled: true }).length, 1);
    const { why: _why, ...sent } = address;
    assert.equal(buttons({ ...sent, delivery: aDelivery({ status: "pending" }) }).length, 1);
  });

  it("offer the announcement anew only while it is missing", () => {
    const { repost } = aReader().text.delivery.lost;
    const offers = (view: DeliveriesView) => wordsOn(deliveriesCard(view, nonce, aReader())).includes(repost);
    assert.equal(offers(lost), true);
    assert.equal(offers(quiet), false);
    const reposted = { at: 0, reason: "gone" as const, reposted: { by: "person:chair" as const, at: 1 } };
    assert.equal(offers({ ...lost, about: aCall({ announcementLost: reposted }) }), false);
    assert.equal(offers({ ...lost, about: { ...lostCall, status: "cancelled" } }), false);
  });

  it("offer to send all again where some may arrive, after what is missing in the channel was posted anew", () => {
    const { retryAll, lost: words } = aReader().text.delivery;
    const first = (view: DeliveriesView) => deliveriesCard(view, nonce, aReader()).actions?.[0]?.title;
    assert.equal(first(ofPoll), words.repost);
    assert.equal(first({ ...ofPoll, about: aPoll() }), retryAll);
    assert.equal(
      first({ ...ofPoll, about: aPoll({ status: "cancelled", announcementLost: { at: 0, reason: "gone" } }) }),
      retryAll,
    );
    assert.notEqual(first({ ...ofPoll, about: aPoll(), mayGoAgain: false }), retryAll);
  });

  it("tell with words alone whether all is well, something is on its way, or somebody isn't reached", () => {
    const { text } = aReader();
    const says = (view: DeliveriesView) => deliveriesCard(view, nonce, aReader()).fallbackText;
    assert(says(quiet).includes(text.delivery.allSaid));
    assert(says(some).includes(text.delivery.open(4)));
    const waiting = { ...quiet, kinds: new Map([["receipt" as const, tally({ waiting: 2 })]]) };
    assert(says(waiting).includes(text.delivery.onTheWay(2)));
    assert(says({ ...quiet, kinds: new Map() }).includes(text.delivery.nothing));
  });

  it("tell what a newer version recorded as an event, for want of its words", () => {
    const entries = [{ ...(record.entries[0] ?? assert.fail()), events: ["flownToTheMoon"] as never }];
    assert(wordsOn(recordCard({ ...record, entries }, aReader())).includes(aReader().text.record.unworded));
  });
});
