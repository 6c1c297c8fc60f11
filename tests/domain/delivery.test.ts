import assert from "node:assert/strict";
import fc from "fast-check";
import { freshened } from "../../bot/domain/deliveries.ts";
import type { Delivery, Failure, Mailing } from "../../bot/domain/delivery.ts";
import { afterFailure, afterSuccess } from "../../bot/domain/delivery-failure.ts";
import { repost } from "../../bot/domain/delivery-repost.ts";
import { markHandled, retry, retryHelps } from "../../bot/domain/delivery-retry.ts";
import { byReason, count, overviewOf, progressOf, requestId } from "../../bot/domain/delivery-tally.ts";
import { dueOfLostPost } from "../../bot/domain/due/delivery.ts";
import type { Fact, FactOf } from "../../bot/domain/facts.ts";
import { aCall, aCandidate, aGroup } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const group = aGroup();
const call = aCall();
const around = { group, call, calendar: { isHoliday: () => false } };

const aDelivery = (own: Partial<Delivery> = {}): Delivery => ({
  kind: "delivery",
  id: "del:1",
  rev: 1,
  round: "call:7f3k",
  saying: { kind: "receipt", nomination: "nom:01" },
  to: { to: "person", person: "person:oskari" },
  status: "failed",
  at: TODAY,
  tries: 1,
  failure: { reason: "noApp", at: TODAY },
  ...own,
});
const failed = (reason: Failure, own: Partial<Delivery> = {}) => aDelivery({ failure: { reason, at: TODAY }, ...own });
const press = (own = {}) => ({ by: "person:chair" as const, nonce: "nonce-0001", now: TODAY + 1_000, ...own });
const announcement = aDelivery({
  id: "del:a",
  saying: { kind: "announcement" },
  to: { to: "channel" },
  status: "sent",
});
const only = <K extends Fact["kind"]>(facts: readonly Fact[], kind: K) =>
  (facts.find((f) => f.kind === kind) ?? assert.fail(`no ${kind}`)) as FactOf<K>;
const kindOf = (decision: { ok: boolean; refusal?: { kind: string } }) =>
  decision.ok ? "done" : decision.refusal?.kind;

describe("a message that wasn't said", () => {
  it("is sent again where the reason may have passed, and never where it can't", () => {
    const helps = (reason: Failure) => kindOf(retry({ group, about: call, delivery: failed(reason) }, press()));
    for (const reason of ["blocked", "noApp", "gone", "gaveUp", "unknown"] as const)
      assert.equal(helps(reason), "done");
    for (const reason of ["notInTeams", "notInTenant", "notThisPerson", "refused"] as const)
      assert.equal(helps(reason), "noHelp");
  });

  it("starts from the beginning when it is sent again, and what was said of its failure is gone", () => {
    const before = failed("gaveUp", { tries: 7, waitingSince: 5, handled: { by: "person:vice", at: 1 } });
    const decision = retry({ group, about: call, delivery: before }, press());
    assert(decision.ok);
    assert.deepEqual(decision.state.events, ["deliveryRetried"]);
    const { failure, waitingSince, handled, status, tries, at } = only(decision.state.facts, "delivery");
    assert.deepEqual(
      { failure, waitingSince, handled, status, tries, at },
      {
        failure: undefined,
        waitingSince: undefined,
        handled: undefined,
        status: "pending",
        tries: 0,
        at: TODAY + 1_000,
      },
    );
  });

  it("keeps that it may arrive twice when nobody knows whether it arrived", () => {
    const { failure: _, ...delivery } = aDelivery({ status: "unknown", tries: 2 });
    const decision = retry({ group, about: call, delivery }, press());
    assert(decision.ok);
    assert.equal(only(decision.state.facts, "delivery").repeated, true);
  });

  it("is sent again once for one press, however often that is delivered", () => {
    const first = retry({ group, about: call, delivery: aDelivery() }, press());
    assert(first.ok);
    const pending = only(first.state.facts, "delivery");
    const failedAgain = { ...pending, status: "failed" as const, failure: { reason: "noApp" as const, at: TODAY } };
    const second = retry({ group, about: call, delivery: failedAgain }, press());
    assert(second.ok);
    assert.deepEqual(second.state, { facts: [], events: [] });
  });

  it("is left alone by a press for one that was sent or is on its way", () => {
    for (const status of ["pending", "claimed", "sent", "obsolete"] as const) {
      assert.equal(kindOf(retry({ group, about: call, delivery: aDelivery({ status }) }, press())), "notFailed");
      assert.equal(kindOf(markHandled({ group, about: call, delivery: aDelivery({ status }) }, press())), "notFailed");
    }
  });

  it("is for officers only, and a candidate's for those without a conflict of interest", () => {
    const others = press({ by: "person:oskari" as const });
    assert.equal(kindOf(retry({ group, about: call, delivery: aDelivery() }, others)), "notAllowed");
    assert.equal(kindOf(markHandled({ group, about: call, delivery: aDelivery() }, others)), "notAllowed");
    const delivery = aDelivery({
      saying: { kind: "consentReminder", candidate: "cand:01" },
      to: { to: "person", person: "person:sanna" },
    });
    const candidate = aCandidate({ proposers: ["person:chair"] });
    assert.equal(kindOf(retry({ group, about: call, delivery, candidate }, press())), "conflict");
    assert.equal(kindOf(retry({ group, about: call, delivery, candidate }, press({ by: "person:vice" }))), "done");
  });

  it("isn't sent again when nothing is left to say", () => {
    const delivery = aDelivery({
      saying: { kind: "consentRequest", candidate: "cand:01" },
      to: { to: "person", person: "person:sanna" },
    });
    assert.equal(kindOf(retry({ group, about: call, delivery, candidate: aCandidate() }, press())), "done");
    assert.equal(
      kindOf(retry({ group, about: call, delivery, candidate: aCandidate({ consent: "given" }) }, press())),
      "noPoint",
    );
    assert.equal(kindOf(retry({ group, about: call, delivery: aDelivery({ until: TODAY }) }, press())), "noPoint");
  });

  it("counts as handled once somebody told it otherwise", () => {
    const decision = markHandled({ group, about: call, delivery: failed("notInTeams") }, press());
    assert(decision.ok);
    assert.deepEqual(only(decision.state.facts, "delivery").handled, { by: "person:chair", at: TODAY + 1_000 });
    assert.deepEqual(decision.state.events, ["deliveryHandled"]);
  });

  it("is offered to be sent again exactly where that is done", () => {
    const reasons: Failure[] = [
      "notInTeams",
      "noApp",
      "blocked",
      "notInTenant",
      "notThisPerson",
      "gone",
      "unknown",
      "refused",
      "gaveUp",
    ];
    for (const reason of reasons)
      assert.equal(retryHelps(failed(reason)), retry({ group, about: call, delivery: failed(reason) }, press()).ok);
  });
});

describe("an announcement that isn't in the channel", () => {
  it("is noticed when it could not be posted, whatever the reason", () => {
    const { facts, events } = afterFailure({ ...announcement, status: "claimed" }, "refused", { about: call }, TODAY);
    assert.deepEqual(events, ["announcementLost"]);
    assert.deepEqual(only(facts, "call").announcementLost, { at: TODAY, reason: "refused" });
  });

  it("is noticed when its post is gone, and not when one drawing was refused", () => {
    const posted = {
      ...announcement,
      posted: { serviceUrl: "https://teams.example.org", conversation: "c", activity: "1" },
    };
    assert.deepEqual(afterFailure(posted, "gone", { about: call }, TODAY).events, ["announcementLost"]);
    assert.deepEqual(afterFailure(posted, "refused", { about: call }, TODAY).events, []);
    assert.deepEqual(afterFailure(posted, "gaveUp", { about: call }, TODAY).events, []);
  });

  it("is noticed by what finds no thread to stand in, and not by a person who isn't reached", () => {
    const reminder = aDelivery({ saying: { kind: "callReminder", which: "half" }, to: { to: "thread" } });
    assert.deepEqual(afterFailure(reminder, "gone", { about: call }, TODAY).events, ["announcementLost"]);
    assert.deepEqual(afterFailure(aDelivery(), "gone", { about: call }, TODAY).events, []);
  });

  it("is told to each officer once, and once more only when the next one is lost too", () => {
    const lost = aCall({ announcementLost: { at: TODAY, reason: "gone" } });
    assert.deepEqual(dueOfLostPost(call, around), []);
    assert.deepEqual(dueOfLostPost(lost, around)[0]?.to.length, 3);
    assert.deepEqual(afterFailure(announcement, "gone", { about: lost }, TODAY + 5).facts, []);
    const reposted = {
      ...lost,
      announcementLost: {
        at: TODAY,
        reason: "gone" as const,
        reposted: { by: "person:chair" as const, at: TODAY + 1 },
      },
    };
    const again = only(afterFailure(announcement, "gone", { about: reposted }, TODAY + 5).facts, "call");
    assert.notEqual(dueOfLostPost(again, around)[0]?.key, dueOfLostPost(lost, around)[0]?.key);
  });

  it("isn't drawn anew any more once its post is gone", () => {
    assert.equal(freshened({ ...announcement, failure: { reason: "gone", at: 1 } }, TODAY), undefined);
    assert.ok(freshened({ ...announcement, failure: { reason: "gaveUp", at: 1 } }, TODAY));
  });

  it("is found again when a later drawing arrives", () => {
    const lost = aCall({ announcementLost: { at: TODAY, reason: "noApp" } });
    const { facts, events } = afterSuccess(announcement, { about: lost });
    assert.deepEqual(events, ["announcementBack"]);
    assert.equal(only(facts, "call").announcementLost, undefined);
    assert.deepEqual(afterSuccess(announcement, { about: call }).events, []);
  });

  it("is posted anew once, by an officer, while the call is on", () => {
    const lost = aCall({ announcementLost: { at: TODAY, reason: "gone" } });
    const posted = { ...announcement, posted: { serviceUrl: "s", conversation: "c", activity: "1" }, stale: true };
    const decision = repost({ group, about: lost, post: posted }, press());
    assert(decision.ok);
    const anew = only(decision.state.facts, "delivery");
    assert.deepEqual(
      { status: anew.status, tries: anew.tries, posted: anew.posted, stale: anew.stale },
      {
        status: "pending",
        tries: 0,
        posted: undefined,
        stale: undefined,
      },
    );
    const after = only(decision.state.facts, "call");
    const redelivered = repost({ group, about: after, post: anew }, press());
    assert(redelivered.ok && redelivered.state.facts.length === 0);
    const anothers = press({ by: "person:vice", nonce: "nonce-0002" });
    assert.equal(kindOf(repost({ group, about: after, post: anew }, anothers)), "notLost");
    assert.equal(kindOf(repost({ group, about: call, post: posted }, press())), "notLost");
    assert.equal(kindOf(repost({ group, about: lost, post: posted }, press({ by: "person:oskari" }))), "notAllowed");
    assert.equal(kindOf(repost({ group, about: { ...lost, status: "cancelled" }, post: posted }, press())), "callOver");
  });
});

describe("what was said and what wasn't", () => {
  const none = () => undefined;

  it("counts each message once, whatever became of it", () => {
    const statuses = fc.constantFrom("pending", "claimed", "sent", "failed", "unknown", "obsolete");
    fc.assert(
      fc.property(fc.array(statuses as fc.Arbitrary<Delivery["status"]>), (all) => {
        const overview = overviewOf([]);
        for (const [i, status] of all.entries()) count(overview, aDelivery({ id: `del:${i}`, status }), none);
        const { sent = 0, waiting = 0, lost = 0, over = 0 } = overview.kinds.get("receipt") ?? {};
        assert.equal(sent + waiting + lost + over, all.length);
        assert.equal(overview.lost.length, lost);
      }),
    );
  });

  it("names a candidate once: by the request that fails now, not by earlier ones, and not after an answer", () => {
    const unreached = aCandidate({ notReached: { reason: "noApp", at: TODAY } });
    const request = (c = unreached) =>
      failed("noApp", { id: requestId(c), saying: { kind: "consentRequest", candidate: c.id } });
    const named = (c: typeof unreached, ...more: Delivery[]) => {
      const overview = overviewOf([c]);
      for (const d of more) count(overview, d, () => c);
      return overview.lost.length;
    };
    assert.equal(named(unreached, request()), 1);
    assert.equal(named(aCandidate(), request({ ...unreached, asked: 7 })), 0);
    assert.equal(named({ ...unreached, consent: "given" }, request()), 0);
    assert.equal(named({ ...unreached, nominations: [] }, request()), 0);
    const { failure: _, ...cutOff } = request(aCandidate());
    assert.equal(named(aCandidate(), { ...cutOff, status: "unknown" }), 1);
  });

  it("groups by reason those who still wait, the most frequent first", () => {
    assert.deepEqual(
      byReason([
        { why: "noApp", handled: false },
        { why: "blocked", handled: false },
        { why: "blocked", handled: false },
        { why: "gone", handled: true },
      ]),
      [
        { why: "blocked", count: 2 },
        { why: "noApp", count: 1 },
      ],
    );
  });

  const mailing: Mailing = {
    kind: "mailing",
    id: "mail:newcall",
    rev: 1,
    what: "newCall",
    source: "call:old",
    at: 0,
    done: false,
  };

  it("estimates a mailing's rest at fifty a second, with those who are still to be found", () => {
    const half = { ...mailing, walked: 100, made: 200 };
    const tally = { sent: 150, waiting: 50, lost: 0, over: 0 };
    assert.deepEqual(progressOf(half, tally, 300), { what: "newCall", sent: 150, lost: 0, left: 450, time: 9_000 });
    const rest = progressOf({ ...half, done: true }, tally, 300);
    assert.deepEqual([rest.left, rest.time], [50, 1_000]);
  });

  it("has nothing left of a mailing that is done", () => {
    const { left, time } = progressOf(
      { ...mailing, done: true, walked: 9, made: 9 },
      { sent: 8, waiting: 0, lost: 1, over: 0 },
      9,
    );
    assert.deepEqual([left, time], [0, 0]);
  });
});
