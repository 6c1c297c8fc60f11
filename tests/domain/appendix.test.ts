import assert from "node:assert/strict";
import fc from "fast-check";
import type { Appendix } from "../../bot/domain/appendix-view.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import { HOUR, MINUTE } from "../../bot/domain/time.ts";
import { aCall, aCandidate, aNomination, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";
import { anAppendix } from "../web/scene.ts";

const everyone = (appendix: Appendix) => appendix.themes.flatMap((theme) => theme.candidates);
const namesIn = (appendix: Appendix, theme: number) => appendix.themes[theme]?.candidates.map(({ name }) => name);
/** All codes that the appendix shows, wherever. */
const codesOf = (appendix: Appendix): string[] => [
  ...everyone(appendix).flatMap(({ proposals }) => proposals.flatMap(({ code }) => (code === undefined ? [] : [code]))),
  ...appendix.late.map(({ code }) => code),
  ...appendix.withdrawn.map(({ code }) => code),
];

describe("an appendix", () => {
  it("has each proposal once by its code, however candidates stand, merge and withdraw", () => {
    const status = fc.constantFrom<Nomination["status"]>("inTime", "late", "acceptedLate", "withdrawn");
    const facts = fc.record({
      nominations: fc.array(
        fc.record({ status, candidate: fc.option(fc.nat(6), { nil: undefined }), theme: fc.nat(5) }),
        { maxLength: 12 },
      ),
      candidates: fc.array(
        fc.record({
          mergedInto: fc.option(fc.nat(6), { nil: undefined }),
          theme: fc.nat(5),
          lists: fc.array(fc.nat(12), { maxLength: 3 }),
        }),
        { maxLength: 6 },
      ),
    });
    fc.assert(
      fc.property(facts, (made) => {
        const nominations = made.nominations.map(({ status, candidate, theme }, at): Nomination => {
          const { candidate: _, ...rest } = aNomination({
            id: `nom:${at}`,
            code: `E7F3K${at + 10}`,
            status,
            seatGroup: `t${theme}`,
          });
          return candidate === undefined ? rest : { ...rest, candidate: `cand:${candidate}` };
        });
        const candidates = made.candidates.map(
          ({ mergedInto, theme, lists }, at): Candidate => ({
            ...aCandidate({
              id: `cand:${at}`,
              seatGroup: `t${theme}`,
              nominations: lists.map((n) => `nom:${n}` as const),
            }),
            ...(mergedInto === undefined ? {} : { mergedInto: `cand:${mergedInto}` }),
          }),
        );
        const appendix = anAppendix("fi", { nominations, candidates });
        assert.deepEqual(codesOf(appendix).sort(), nominations.map(({ code }) => code).sort());
        const shown = everyone(appendix).flatMap(({ proposals }) => proposals).length;
        assert.equal(shown, nominations.filter((n) => n.status === "inTime" || n.status === "acceptedLate").length);
      }),
    );
  });

  it("is the same whatever order the facts come in", () => {
    const facts = { nominations: anAppendixFacts.nominations, candidates: anAppendixFacts.candidates };
    fc.assert(
      fc.property(
        fc.shuffledSubarray(facts.nominations, { minLength: 4 }),
        fc.shuffledSubarray(facts.candidates, { minLength: 4 }),
        (nominations, candidates) => {
          assert.deepEqual(anAppendix("fi", { nominations, candidates }), anAppendix("fi", facts));
        },
      ),
    );
  });

  it("lists candidates by name as Finnish sorts it, namesakes by code, within themes in the call's order", () => {
    const appendix = anAppendix("fi", anAppendixFacts);
    assert.deepEqual(namesIn(appendix, 0), ["Aamu", "Zorro", "Åke", "Ämmi"]);
    assert.deepEqual(appendix.themes.map(({ name }) => name).slice(0, 2), [
      "Omaiset ja läheiset",
      "Mielenterveys ja päihteet",
    ]);
  });

  it("orders codes by their numbers, 99 before 100", () => {
    const [a, b] = [aNomination({ id: "nom:a", code: "E7F3K100" }), aNomination({ id: "nom:b", code: "E7F3K99" })];
    const appendix = anAppendix("fi", {
      nominations: [a, b],
      candidates: [aCandidate({ nominations: ["nom:a", "nom:b"] })],
    });
    assert.deepEqual(
      everyone(appendix)[0]?.proposals.map(({ code }) => code),
      ["E7F3K99", "E7F3K100"],
    );
  });

  it("shows the answer that counts, not an earlier one, with its way, receiver and limit", () => {
    const sanna = everyone(anAppendix()).find(({ name }) => name === "Sanna Kaislamo");
    assert.deepEqual(sanna?.consent, {
      state: "given",
      by: moment("2027-05-18", "16:15"),
      answered: { at: TODAY + 2 * HOUR, way: "phone", receivedBy: "Tiina Saraluoto" },
      limit: { role: "member", theme: "Omaiset ja läheiset", text: "paitsi heinäkuussa" },
    });
  });

  it("doesn't show an answer that counts no more: asked anew, nobody has answered", () => {
    const answers = [
      {
        state: "given" as const,
        at: TODAY,
        way: "teams" as const,
        by: "person:sanna" as const,
        text: "1",
        limit: { role: "member" as const },
      },
    ];
    const appendix = anAppendix("fi", {
      nominations: [aNomination()],
      candidates: [aCandidate({ consent: "asked", answers })],
    });
    assert.deepEqual(everyone(appendix)[0]?.consent, { state: "asked", by: moment("2027-05-18", "16:15") });
  });

  it("tells of a redacted reason only what may be published, and that it was redacted", () => {
    const [, second] = everyone(anAppendix()).find(({ name }) => name === "Sanna Kaislamo")?.proposals ?? [];
    assert.deepEqual(second?.reasons.at(-1), {
      criterion: "Kokemusta teeman palveluista, vertaistuesta tai järjestötyöstä",
      text: "Omakohtaista kokemusta läheisen hoivasta.",
      redacted: true,
    });
    assert.doesNotMatch(JSON.stringify(anAppendix()), /veljensä/);
  });

  it("carries nobody's phone number, e-mail address or reason for declining", () => {
    assert.doesNotMatch(JSON.stringify(anAppendix()), /example\.org|0100|Yksityinen/);
  });

  it("tells what became of those out of time, and of one only kept no reasons", () => {
    const { late } = anAppendix();
    assert.deepEqual(
      late.map(({ code, accepted }) => [code, accepted?.by]),
      [
        ["M7F3K05", "Kaarina Lehtovaara"],
        ["M7F3K06", undefined],
      ],
    );
    assert.doesNotMatch(JSON.stringify(late), /jota ei tarvita/);
  });

  it("tells the deadline that a late proposal missed, not one it was extended to afterwards", () => {
    const [from, to] = [moment("2027-05-14", "16:15"), moment("2027-05-21", "16:15")];
    const extension = { at: from.at + HOUR, by: "person:chair" as const, from, to, reason: "Vähän ehdotuksia" };
    const arrival = { way: "teams" as const, at: from.at + MINUTE };
    const late = aNomination({ status: "late", code: "M7F3K01", arrival });
    const deadlineIn = (extensions: (typeof extension)[]) =>
      anAppendix("fi", { call: aCall({ deadline: to, extensions }), nominations: [late], candidates: [] }).late[0]
        ?.deadline;
    assert.deepEqual(deadlineIn([extension]), from);
    assert.deepEqual(deadlineIn([{ ...extension, at: from.at - HOUR }]), to);
    assert.deepEqual(deadlineIn([{ ...extension, ...{ seatGroup: "t2" } }]), to);
  });

  it("counts proposals and candidates so that the parts make up the totals", () => {
    const { counts } = anAppendix();
    assert.deepEqual(counts, {
      proposals: 8,
      inTime: 5,
      acceptedLate: 1,
      keptLate: 1,
      unconfirmed: 0,
      withdrawn: 1,
      candidates: 5,
      given: 2,
      declined: 1,
      lapsed: 1,
      awaited: 1,
      moved: 1,
    });
  });

  it("has a candidate under the theme that the board has: the one the consent is limited to", () => {
    const answer = { state: "given", at: TODAY, way: "teams", by: "person:sanna", text: "fi-1" } as const;
    const limited = aCandidate({ consent: "given", answers: [{ ...answer, limit: { seatGroup: "t2" } }] });
    const appendix = anAppendix("fi", { nominations: [aNomination()], candidates: [limited] });
    assert.deepEqual(namesIn(appendix, 0), []);
    assert.deepEqual(namesIn(appendix, 1), ["Sanna Kaislamo"]);
  });

  it("tells a move from where to where", () => {
    const marja = everyone(anAppendix()).find(({ name }) => name === "Marja Niemisalo");
    assert.deepEqual(
      [marja?.move?.from, marja?.move?.to, marja?.move?.state],
      ["Omaiset ja läheiset", "Mielenterveys ja päihteet", "approved"],
    );
  });

  it("uses the wanted language where a text has it, and the group's first otherwise", () => {
    const call = aCall({ title: { fi: "Haku", sv: "Ansökan" }, mandate: { fi: "Tehtävä" } });
    assert.deepEqual([anAppendix("sv", { call }).title, anAppendix("sv", { call }).mandate], ["Ansökan", "Tehtävä"]);
  });
});

const named = (name: string, at: number): [Nomination, Candidate] => [
  aNomination({ id: `nom:n${at}`, code: `E7F3K1${at}`, candidate: `cand:n${at}` }),
  aCandidate({ id: `cand:n${at}`, name, nominations: [`nom:n${at}`] }),
];
const pairs = ["Ämmi", "Zorro", "Aamu", "Åke"].map(named);
const anAppendixFacts = { nominations: pairs.map(([n]) => n), candidates: pairs.map(([, c]) => c) };
