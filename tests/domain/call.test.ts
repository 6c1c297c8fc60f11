import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import { cancel } from "../../bot/domain/call-cancel.ts";
import { codeOf } from "../../bot/domain/call-draft.ts";
import { type Extend, extend } from "../../bot/domain/call-extend.ts";
import { missingLanguages, problemsOf } from "../../bot/domain/call-problems.ts";
import { publish, skipWait, takeBack, WAIT } from "../../bot/domain/call-publish.ts";
import { type Save, savePage } from "../../bot/domain/call-save.ts";
import { type Page, type Step, stampOf, type Written, writtenOf } from "../../bot/domain/call-steps.ts";
import { nextPassing, passTime } from "../../bot/domain/passing.ts";
import { aCall, aGroup, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const group = aGroup();
const chair = { by: "person:chair" as const, now: TODAY };
const aDraft = (own: Partial<Call> = {}): Call => {
  const { openedAt: _, opens: __, ...call } = aCall({ status: "draft" });
  return { ...call, ...own };
};
const kindOf = (decision: { ok: boolean; refusal?: { kind: string } }) => (decision.ok ? "ok" : decision.refusal?.kind);

const saving = <S extends Step>(call: Call, step: S, written: Written[S], own: Partial<Save<S>> = {}) => {
  const page: Page = { step, lang: own.lang ?? "fi" };
  const save = { step, written, note: {}, stamp: stampOf(call, page), nonce: "nonce-0001", ...chair, ...own };
  return savePage(call, aGroup({ languages: ["fi", "sv"] }), { ...save, lang: page.lang });
};
const saved = <S extends Step>(call: Call, step: S, written: Written[S], own: Partial<Save<S>> = {}): Call => {
  const decision = saving(call, step, written, own);
  assert.ok(decision.ok, JSON.stringify(decision));
  return decision.state.call;
};

describe("writing a call", () => {
  it("keeps a page exactly as a form would show it again", () => {
    const call = aDraft();
    for (const step of ["texts", "seats", "criteria", "dates", "practical"] as const) {
      const again = saved(call, step, writtenOf(call, "fi")[step]);
      assert.deepEqual(writtenOf(again, "fi"), writtenOf(call, "fi"), step);
    }
  });

  it("reads a count or a range of seats, and asks again about anything else", () => {
    const rows = (count: string) => ({ rows: [{ name: "Omaiset", count }] });
    const seats = (count: string) => saved(aDraft({ seatGroups: [] }), "seats", rows(count)).seatGroups[0];
    assert.deepEqual([seats("2")?.min, seats("2")?.max], [2, 2]);
    assert.deepEqual([seats("10–12")?.min, seats("10 - 12")?.max], [10, 12]);
    for (const count of ["", "0", "12-10", "kaksi", "2-", "1e3", "201"])
      assert.equal(kindOf(saving(aDraft({ seatGroups: [] }), "seats", rows(count))), "count", count);
  });

  it("keeps the other languages of a theme when its words change in one", () => {
    const call = aDraft({
      seatGroups: [{ id: "s1", name: { fi: "Omaiset", sv: "Anhöriga" }, min: 2, max: 2, substitutes: true }],
    });
    const next = saved(call, "seats", { rows: [{ name: "Läheiset", count: "3", substitutes: true }] });
    assert.deepEqual(next.seatGroups[0]?.name, { fi: "Läheiset", sv: "Anhöriga" });
    const swedish = saved(next, "seats", { rows: [{ name: "Närstående" }] }, { lang: "sv", nonce: "nonce-0002" });
    assert.deepEqual(swedish.seatGroups, [
      { id: "s1", name: { fi: "Läheiset", sv: "Närstående" }, min: 3, max: 3, substitutes: true },
    ]);
  });

  it("gives a new theme an id that none has had", () => {
    const call = aDraft({ seatGroups: [{ id: "s7", name: { fi: "A" }, min: 1, max: 1, substitutes: false }] });
    const next = saved(call, "seats", {
      rows: [
        { name: "A", count: "1" },
        { name: "B", count: "1" },
      ],
    });
    assert.deepEqual(
      next.seatGroups.map((s) => s.id),
      ["s7", "s8"],
    );
  });

  it("is refused to anybody but officers, whatever the card says", () => {
    assert.equal(kindOf(saving(aDraft(), "texts", { title: "X" }, { by: "person:oskari" })), "notOfficer");
  });

  it("has one effect when the same press comes again", () => {
    const once = saved(aDraft(), "texts", { title: "X" });
    const again = saving(once, "texts", { title: "X" });
    assert.ok(again.ok && again.state.facts.length === 0);
  });

  it("sets the consent deadline to the evening before the meeting unless one is given", () => {
    const { consentBy: _, ...call } = aDraft();
    const dates = { deadlineDate: "2027-05-14", deadlineTime: "16:15", decisionDate: "2027-05-20" };
    assert.deepEqual(saved(call, "dates", dates).consentBy, moment("2027-05-19", "20:00"));
    const own = saved(call, "dates", { ...dates, consentDate: "2027-05-18", consentTime: "12:00" });
    assert.deepEqual(own.consentBy, moment("2027-05-18", "12:00"));
  });

  it("takes days without a time and asks about a time without a day, one that is twice, and one that isn't", () => {
    assert.equal(saved(aDraft(), "dates", { deadlineDate: "2027-05-14" }).deadline?.wall, "2027-05-14");
    assert.equal(kindOf(saving(aDraft(), "dates", { deadlineTime: "16:15" })), "dayMissing");
    const kind = (date: string, time: string) => {
      const d = saving(aDraft(), "dates", { deadlineDate: date, deadlineTime: time });
      return !d.ok && d.refusal.kind === "time" && d.refusal.time.kind;
    };
    assert.equal(kind("2026-10-25", "03:30"), "timeTwice");
    assert.equal(kind("2027-03-28", "03:30"), "timeSkipped");
    assert.equal(kind("2027-13-01", "16:15"), "notATime");
    // read as the next midnight, and said to be a change of clocks; and years that calendar files can't hold
    assert.equal(kind("2027-05-14", "24:00"), "notATime");
    for (const year of ["9999", "0027", "1927"]) assert.equal(kind(`${year}-12-31`, "16:15"), "notATime");
  });

  it("takes only addresses of the web as links", () => {
    const link = (url: string) => kindOf(saving(aDraft(), "practical", { contacts: [], links: [{ title: "x", url }] }));
    assert.equal(link("https://example.org/a"), "ok");
    for (const url of ["javascript:alert(1)", "example.org", "https://", "file:///etc/passwd"])
      assert.equal(link(url), "url", url);
  });
});

describe("correcting a published call", () => {
  const note = { fi: "Otsikko korjattu." };

  it("is noted, and makes the other languages doubtful until they are corrected too", () => {
    const call = aCall({ title: { fi: "A", sv: "B" } });
    const corrected = saved(call, "texts", { ...writtenOf(call, "fi").texts, title: "C" }, { note });
    assert.deepEqual(
      corrected.corrections.map((c) => c.note),
      [note],
    );
    assert.deepEqual(corrected.doubtful, [{ step: "texts", lang: "sv" }]);
    const both = saved(
      corrected,
      "texts",
      { ...writtenOf(corrected, "sv").texts, title: "D" },
      { lang: "sv", note, nonce: "nonce-0002" },
    );
    assert.deepEqual(both.doubtful, []);
  });

  it("needs a word about what was corrected, and something to correct", () => {
    const call = aCall();
    assert.equal(kindOf(saving(call, "texts", { title: "C" })), "noteMissing");
    assert.equal(kindOf(saving(call, "texts", writtenOf(call, "fi").texts, { note })), "nothingChanged");
  });

  it("changes themes and criteria, and neither adds nor removes any", () => {
    const call = aCall();
    const rows = writtenOf(call, "fi").seats.rows;
    const renamed = saved(call, "seats", { rows: [{ ...rows[0], name: "Uusi nimi" }, ...rows.slice(1)] }, { note });
    assert.deepEqual(
      renamed.seatGroups.map((s) => s.id),
      ["t1", "t2", "t3", "t4"],
    );
    const more = saving(call, "seats", { rows: [...rows, { name: "Viides", count: "1" }] }, { note });
    assert.equal(kindOf(more), "nothingChanged");
    assert.equal(kindOf(saving(call, "seats", { rows: rows.slice(1) }, { note })), "rowsFixed");
    assert.equal(kindOf(saving(call, "criteria", { rows: [] }, { note })), "rowsFixed");
  });

  it("never moves the deadline: that is an extension, with a reason", () => {
    const call = aCall();
    const dates = { ...writtenOf(call, "fi").dates, deadlineDate: "2027-05-10", decisionDate: "2027-05-21" };
    assert.deepEqual(saved(call, "dates", dates, { note }).deadline, call.deadline);
  });

  it("moves the day by which candidates answer to a later one only, and not past the meeting", () => {
    const kind = (consentDate: string) =>
      kindOf(saving(aCall(), "dates", { ...writtenOf(aCall(), "fi").dates, consentDate }, { note }));
    assert.equal(kind("2027-05-19"), "ok");
    assert.equal(kind("2027-05-17"), "consentEarlier");
    assert.equal(kind("2027-05-21"), "consentTooLate");
    assert.equal(kind("2027-05-13"), "consentTooEarly");
  });

  it("never takes away what publishing asked for", () => {
    const lost = (step: "texts" | "practical" | "dates", written: object) => {
      const d = saving(aCall(), step, written as never, { note });
      return !d.ok && d.refusal.kind === "notPublishable" ? d.refusal.problems : [];
    };
    assert.deepEqual(lost("texts", {}), ["title", "mandate"]);
    assert.deepEqual(lost("dates", {}), ["decisionMeeting"]);
    assert.deepEqual(lost("practical", { contacts: [], links: [] }), ["appoints", "contact"]);
  });

  it("isn't possible once the call is cancelled", () => {
    assert.equal(kindOf(saving(aCall({ status: "cancelled" }), "texts", { title: "C" }, { note })), "wrongStatus");
  });
});

describe("publishing a call", () => {
  const press = { ...chair, rev: 1, nonce: "nonce-0001", anyway: false };
  const kind = (call: Call, own: Partial<typeof press> = {}, of = group) =>
    kindOf(publish(call, of, { ...press, ...own }));

  it("waits two minutes, or until the opening time", () => {
    const now = publish(aDraft(), group, press);
    assert.equal(now.ok && now.state.call.publishing?.at, TODAY + WAIT);
    const opens = moment("2027-05-07", "08:00");
    const later = publish(aDraft({ opens }), group, press);
    assert.equal(later.ok && later.state.call.publishing?.at, opens.at);
  });

  it("waits for the opening time even when the two minutes are skipped", () => {
    const opens = moment("2027-05-06", "14:01");
    const waiting = publish(aDraft({ opens }), group, press);
    assert.ok(waiting.ok);
    const skipped = skipWait(waiting.state.call, group, { ...chair, rev: 2 });
    assert.equal(skipped.ok && skipped.state.call.publishing?.at, opens.at);
  });

  it("is taken back until the very instant of opening", () => {
    const waiting = publish(aDraft(), group, press);
    assert.ok(waiting.ok);
    assert.equal(kindOf(takeBack(waiting.state.call, group, { ...chair, rev: 2, now: TODAY + WAIT - 1 })), "ok");
    assert.equal(
      kindOf(takeBack(waiting.state.call, group, { ...chair, rev: 2, now: TODAY + WAIT })),
      "alreadyPublished",
    );
  });

  it("is not taken back again by an old press that is delivered once more after a newer publishing", () => {
    const first = publish(aDraft(), group, press);
    assert.ok(first.ok);
    const back = takeBack(first.state.call, group, { ...chair, rev: 2 });
    assert.ok(back.ok);
    const again = publish(back.state.call, group, { ...press, rev: 3, nonce: "nonce-0002" });
    assert.ok(again.ok);
    assert.equal(kindOf(takeBack(again.state.call, group, { ...chair, rev: 2 })), "stale");
    assert.equal(kindOf(skipWait(again.state.call, group, { ...chair, rev: 2 })), "stale");
  });

  it("is refused when the deadline will have passed by the time that it opens", () => {
    const deadline = moment("2027-05-06", "14:01");
    assert.equal(kind(aDraft({ deadline })), "notPublishable");
  });

  it("needs an officer, a current preview, the group's details and a complete call", () => {
    assert.equal(kind(aDraft(), { by: "person:oskari" as "person:chair" }), "notOfficer");
    assert.equal(kind(aDraft({ rev: 2 })), "stale");
    const { privacyContact: _, ...lacking } = group;
    assert.equal(kind(aDraft(), {}, lacking), "groupLacks");
    assert.equal(kind(aDraft({ contacts: [] })), "notPublishable");
    assert.equal(kind(aCall()), "alreadyPublished");
  });

  it("finds everything that is missing or contradicts itself", () => {
    const problems = (own: Partial<Call>) => problemsOf(aDraft(own), group, TODAY);
    assert.deepEqual(problems({}), []);
    assert.deepEqual(problems({ title: {}, mandate: {}, appoints: {}, contacts: [] }), [
      "title",
      "mandate",
      "appoints",
      "contact",
    ]);
    assert.deepEqual(problems({ seatGroups: aCall().seatGroups.slice(3) }), ["seats"]);
    assert.deepEqual(problems({ nominators: { organisations: false, joint: false, self: false } }), ["nominators"]);
    assert.deepEqual(problems({ opens: moment("2027-05-14", "16:15") }), ["opensAfterDeadline"]);
    assert.deepEqual(problems({ consentBy: moment("2027-05-14", "16:14") }), ["consentTooEarly"]);
    assert.deepEqual(problems({ consentBy: moment("2027-05-14", "16:15") }), []);
    assert.deepEqual(problems({ consentBy: moment("2027-05-21", "08:00") }), ["consentTooLate"]);
    assert.deepEqual(problems({ decisionMeeting: moment("2027-05-13") }), ["decisionTooEarly", "consentTooLate"]);
    assert.deepEqual(problemsOf(aDraft(), group, moment("2027-05-14", "16:15").at), ["deadlinePast"]);
  });

  it("is blocked by a missing language unless that is knowingly accepted", () => {
    const bilingual = aGroup({ languages: ["fi", "sv"] });
    assert.deepEqual(
      missingLanguages(aDraft(), bilingual).map((p) => p.step),
      ["texts", "seats", "criteria", "practical"],
    );
    assert.equal(kind(aDraft(), {}, bilingual), "languagesMissing");
    const anyway = publish(aDraft(), bilingual, { ...press, anyway: true });
    assert.equal(anyway.ok && anyway.state.call.missingAccepted, true);
  });

  it("opens by itself when the wait is over, and tells those of an earlier call when that was wished", () => {
    const waiting = publish(aDraft({ basedOn: "call:old", tellEarlier: true }), group, press);
    assert.ok(waiting.ok);
    const opened = passTime(waiting.state.call, { call: undefined }, TODAY + WAIT);
    assert.deepEqual(
      opened.facts.map((f) => f.kind),
      ["call", "mailing"],
    );
    const practice = passTime({ ...waiting.state.call, practice: true }, { call: undefined }, TODAY + WAIT);
    assert.deepEqual(
      practice.facts.map((f) => f.kind),
      ["call"],
    );
  });
});

describe("extending a call", () => {
  const wish = (own: Partial<Extend> = {}): Extend => ({
    deadlineDate: "2027-05-18",
    deadlineTime: "16:15",
    reason: "Teemasta puuttuu ehdotuksia",
    drawn: 0,
    nonce: "nonce-0001",
    ...chair,
    ...own,
  });
  const extended = (call: Call, own: Partial<Extend> = {}) => {
    const decision = extend(call, group, wish(own));
    assert.ok(decision.ok, JSON.stringify(decision));
    return decision.state.call;
  };

  it("moves the deadline of the whole call, with a reason, and the consent deadline if it would come before", () => {
    const call = extended(aCall());
    assert.deepEqual(call.deadline, moment("2027-05-18", "16:15"));
    assert.deepEqual(call.consentBy, moment("2027-05-18", "16:15"));
    const later = extended(aCall(), { deadlineDate: "2027-05-19", deadlineTime: "12:00" });
    assert.deepEqual(later.consentBy, moment("2027-05-19", "20:00"));
  });

  it("moves one theme alone, and the call is open until the last of them", () => {
    const call = extended(aCall(), { seatGroup: "t2" });
    assert.deepEqual(call.deadline, moment("2027-05-14", "16:15"));
    assert.deepEqual(
      call.seatGroups.map((s) => s.deadline?.wall),
      [undefined, "2027-05-18T16:15", undefined, undefined],
    );
    assert.equal(
      nextPassing({ ...call, turnedAt: moment("2027-05-18", "12:00").at }, { call: undefined }),
      moment("2027-05-18", "16:15").at + 5_000,
    );
  });

  it("opens a closed call again, but not a cancelled one, nor one where the selection is made", () => {
    const call = extended(aCall({ status: "closed", closedAt: TODAY }), { now: moment("2027-05-15", "10:00").at });
    assert.deepEqual([call.status, call.closedAt], ["open", undefined]);
    for (const status of ["cancelled", "selected", "draft"] as const)
      assert.equal(kindOf(extend(aCall({ status }), group, wish())), "notExtendable", status);
  });

  it("needs an officer, a reason, a later deadline that is still to come, and a meeting after it", () => {
    const kind = (own: Partial<Extend>) => kindOf(extend(aCall(), group, wish(own)));
    assert.equal(kind({ by: "person:oskari" }), "notOfficer");
    assert.equal(kind({ reason: undefined }), "reasonMissing");
    assert.equal(kind({ deadlineDate: "2027-05-14" }), "deadlineNotLater");
    assert.equal(kind({ now: moment("2027-05-19", "10:00").at }), "deadlinePast");
    assert.equal(kind({ deadlineDate: undefined, deadlineTime: undefined }), "deadlineMissing");
    assert.equal(kind({ deadlineDate: "2027-05-21" }), "decisionTooEarly");
    assert.equal(kind({ deadlineDate: "2027-05-21", decisionDate: "2027-05-25" }), "ok");
    assert.equal(kind({ seatGroup: "t4" }), "noSuchTheme");
    assert.equal(kind({ drawn: 1 }), "stale");
  });

  it("keeps a theme's longer time when the whole call gets less more", () => {
    const theme = extended(aCall(), { seatGroup: "t2", deadlineDate: "2027-05-19" });
    const whole = extended(theme, { nonce: "nonce-0002", drawn: 1, deadlineDate: "2027-05-17" });
    assert.equal(whole.seatGroups[1]?.deadline?.wall, "2027-05-19T16:15");
    const all = extended(whole, { nonce: "nonce-0003", drawn: 2, deadlineDate: "2027-05-19" });
    assert.equal(all.seatGroups[1]?.deadline, undefined);
  });
});

describe("cancelling a call", () => {
  const press = { reason: "Pyyntö peruttiin", nonce: "nonce-0001", ...chair };

  it("needs an officer and a reason, and happens once", () => {
    assert.equal(kindOf(cancel(aCall(), group, { ...press, by: "person:oskari" })), "notOfficer");
    assert.equal(kindOf(cancel(aCall(), group, { ...press, reason: undefined })), "reasonMissing");
    assert.equal(kindOf(cancel(aCall({ status: "draft" }), group, press)), "notCancellable");
    const once = cancel(aCall(), group, press);
    assert.ok(once.ok);
    const again = cancel(once.state.call, group, { ...press, nonce: "nonce-0002" });
    assert.ok(again.ok && again.state.facts.length === 0);
  });
});

describe("a call's code", () => {
  it("is four signs that aren't mistaken for each other", () => {
    for (let i = 0; i < 200; i++) assert.match(codeOf(`call:${i}`), /^[A-HJ-NP-Z2-9]{4}$/);
  });
});
