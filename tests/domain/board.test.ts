import assert from "node:assert/strict";
import fc from "fast-check";
import { boardOf, pageOf, pageWith, postedThemes, ROWS_ON_A_PAGE } from "../../bot/domain/board.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import { lookAlikes } from "../../bot/domain/look-alikes.ts";
import { aCall, aCandidate, aNomination, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const looking = { by: "person:chair", now: TODAY } as const;
const given = (own: Partial<Candidate> = {}, limit?: Candidate["answers"][number]["limit"]) =>
  aCandidate({
    consent: "given",
    answers: [{ state: "given", at: TODAY, way: "teams", by: "person:sanna", text: "x", ...(limit && { limit }) }],
    ...own,
  });
const named = (n: number, own: Partial<Candidate> = {}) =>
  aCandidate({ id: `cand:${n}`, name: `Ehdokas ${n}`, email: `e${n}@example.org`, person: `person:${n}`, ...own });

describe("a chair's board", () => {
  it("counts a theme's gap by those who consented to being members", () => {
    const candidates = [
      given({ id: "cand:1", person: "person:1" }),
      given({ id: "cand:2", person: "person:2" }, { role: "substitute" }),
      given({ id: "cand:3", person: "person:3", role: "substitute" }),
      named(4),
    ];
    const [theme] = boardOf(aCall(), candidates, [], looking).themes;
    assert.deepEqual([theme?.given, theme?.asMembers, theme?.missing], [3, 1, 1]);
  });

  it("stands a candidate in the one theme to which their consent is limited", () => {
    const candidate = given({ seatGroup: "t1", alternative: "t2" }, { seatGroup: "t2" });
    const board = boardOf(aCall(), [candidate], [], looking);
    assert.deepEqual(
      board.themes.map((t) => t.rows.length),
      [0, 1, 0],
    );
  });

  it("has every candidate who stands in exactly one theme, whatever theme they stand under", () => {
    const theme = fc.constantFrom("t1", "t2", "t3", "t4", "t99");
    fc.assert(
      fc.property(fc.array(fc.tuple(theme, fc.option(theme))), (drawn) => {
        const candidates = drawn.map(([seatGroup, limit], n) =>
          given({ id: `cand:${n}`, person: `person:${n}`, seatGroup }, limit ? { seatGroup: limit } : undefined),
        );
        const { themes } = boardOf(aCall(), candidates, [], looking);
        const shown = themes.flatMap((t) => t.rows.map((row) => row.candidate.id));
        assert.deepEqual(shown.sort(), candidates.map((c) => c.id).sort());
        const posted = postedThemes(aCall(), candidates).reduce((sum, t) => sum + t.candidates, 0);
        assert.equal(posted, candidates.length);
      }),
    );
  });

  it("leaves out the withdrawn and the merged, and themes that others fill", () => {
    const candidates = [aCandidate({ nominations: [] }), named(2, { mergedInto: "cand:01" }), named(3)];
    const board = boardOf(aCall(), candidates, [aNomination({ status: "withdrawn" })], looking);
    assert.equal(board.candidates, 1);
    assert.equal(board.withdrawn, 1);
    assert.equal(board.themes.length, 3);
  });

  it("tells who wasn't reached, apart from those dealt with otherwise, and a lapse before it is written down", () => {
    const lost = { reason: "noApp", at: TODAY } as const;
    const candidates = [
      named(1, { notReached: lost }),
      named(2, { notReached: { ...lost, handled: "Soitettu" } }),
      named(3),
    ];
    const board = boardOf(aCall(), candidates, [], looking);
    assert.deepEqual(
      board.notReached.map((r) => r.candidate.id),
      ["cand:1"],
    );
    assert.deepEqual([board.awaiting, board.remindable], [3, 1]);
    const late = boardOf(aCall(), candidates, [], { ...looking, now: moment("2027-05-18", "16:15").at + 1 });
    assert.deepEqual([late.awaiting, late.remindable], [0, 0]);
    assert.ok(late.themes[0]?.rows.every((r) => r.standing === "lapsed"));
  });

  it("shows co-proposers who haven't confirmed, late proposals, and own conflicts", () => {
    const late = aNomination({ id: "nom:02", status: "late" });
    const board = boardOf(aCall(), [aCandidate({ proposers: ["person:chair"] })], [aNomination(), late], looking);
    assert.equal(board.unconfirmed, 1);
    assert.equal(board.late.length, 1);
    assert.equal(board.themes[0]?.rows[0]?.conflict, true);
  });

  it("shows every candidate on exactly one page, and no page with more rows than fit", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("t1", "t2", "t3"), { maxLength: 300 }), (themes) => {
        const board = boardOf(
          aCall(),
          themes.map((seatGroup, n) => named(n, { seatGroup })),
          [],
          looking,
        );
        const { pages } = pageOf(board, 0);
        const shown = Array.from({ length: pages }, (_, n) => pageOf(board, n).themes.flatMap((t) => t.shown));
        assert.ok(shown.every((rows) => rows.length <= ROWS_ON_A_PAGE));
        assert.deepEqual(
          shown.flat().map((r) => r.candidate.id),
          board.themes.flatMap((t) => t.rows).map((r) => r.candidate.id),
        );
        const headed = Array.from({ length: pages }, (_, n) => pageOf(board, n).themes.map((t) => t.seats.id)).flat();
        assert.deepEqual([...new Set(headed)], ["t1", "t2", "t3"], "every theme is headed, also an empty one");
        for (const { seats, rows } of board.themes)
          if (rows.length > 0)
            assert.ok(
              pageOf(board, pageWith(board, seats.id)).themes.some((t) => t.seats.id === seats.id && !t.continued),
            );
      }),
    );
  });

  it("shows the last page when a page is asked for that isn't there", () => {
    const board = boardOf(aCall(), [named(1)], [], looking);
    assert.equal(pageOf(board, 99).page, 0);
  });
});

describe("what is posted of a board", () => {
  it("names only those who consented", () => {
    const [theme] = postedThemes(aCall(), [given({ name: "Sanna" }), named(2), named(3, { consent: "declined" })]);
    assert.deepEqual(
      theme?.consented.map((c) => c.name),
      ["Sanna"],
    );
    assert.equal(theme?.candidates, 3);
  });
});

describe("candidates who look alike", () => {
  const alike = (...candidates: Candidate[]) => lookAlikes(candidates).get("cand:1");
  it("have the same name in any order, case and accents", () => {
    const { email: _, person: _p, ...plain } = named(1, { name: "Sanna Kaislamäki" });
    assert.deepEqual(alike(plain, named(2, { name: "KAISLAMAKI  sanna" })), ["cand:2"]);
    assert.equal(alike(plain, named(2, { name: "Sanna Kaislalahti" })), undefined);
  });
  it("or the same e-mail or phone number", () => {
    assert.deepEqual(alike(named(1, { email: "A@example.org" }), named(2, { email: "a@example.org " })), ["cand:2"]);
    assert.deepEqual(alike(named(1, { phone: "+358 100 123456" }), named(2, { phone: "0100-123 456" })), ["cand:2"]);
    assert.equal(alike(named(1, { phone: "112" }), named(2, { phone: "112" })), undefined);
  });
});
