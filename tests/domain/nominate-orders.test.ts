import assert from "node:assert/strict";
import fc from "fast-check";
import type { Call } from "../../bot/domain/call.ts";
import { type Candidate, stands } from "../../bot/domain/candidate.ts";
import type { Fact } from "../../bot/domain/facts.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { nominate } from "../../bot/domain/nominate.ts";
import { edit, withdraw } from "../../bot/domain/nominate-edit.ts";
import { isNominee } from "../../bot/domain/nominate-join.ts";
import { counts, type Nomination, type Nominee } from "../../bot/domain/nomination.ts";
import { aCall, aGroup } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const people = ["sanna", "petra", "goran"] as const;
const proposers = ["person:oskari", "person:tiina", "person:sanna"] as const;
const themes = ["t1", "t2", "t3"] as const;

/** Somebody is named by Teams user, by address or by both. */
const nomineeOf = (who: (typeof people)[number], known: "person" | "email" | "both"): Nominee => ({
  name: who,
  ...(known !== "email" && { person: `person:${who}` as PersonId }),
  ...(known !== "person" && { email: `${who}@example.org` }),
});

const step = fc.oneof(
  fc.record({
    do: fc.constant("nominate" as const),
    who: fc.constantFrom(...people),
    known: fc.constantFrom("person" as const, "email" as const, "both" as const),
    by: fc.constantFrom(...proposers),
    theme: fc.constantFrom(...themes),
    form: fc.nat({ max: 9 }),
  }),
  fc.record({ do: fc.constant("withdraw" as const), at: fc.nat({ max: 20 }) }),
  fc.record({ do: fc.constant("edit" as const), at: fc.nat({ max: 20 }), theme: fc.constantFrom(...themes) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A call in memory that takes what decisions leave behind. */
class Table {
  call: Call = aCall();
  readonly nominations = new Map<string, Nomination>();
  readonly candidates = new Map<string, Candidate>();

  take(step: Step, n: number): void {
    const decision = this.decide(step, n);
    for (const fact of decision?.ok ? decision.state.facts : []) this.keep(fact);
  }

  private decide(step: Step, n: number) {
    const candidates = [...this.candidates.values()];
    if (step.do === "nominate") {
      const nominee = nomineeOf(step.who, step.known);
      const same = candidates.filter((c) => isNominee(c, nominee)).flatMap((c) => c.nominations);
      const nonce = `form-${step.form}`;
      return nominate(
        this.call,
        {
          existing: this.existing(nonce, step.by),
          candidates,
          behind: same.flatMap((id) => this.nominations.get(id) ?? []),
        },
        {
          ...{ nonce, by: step.by, proposer: { name: step.by }, text: "fi", arrival: { way: "teams", at: TODAY + n } },
          entry: {
            ...{ nominee, organisations: [{ name: "A ry", confirmation: "own" }], seatGroup: step.theme },
            ...{ reason: "x", reasons: { c1: "x" } },
          },
        },
      );
    }
    const nomination = [...this.nominations.values()][step.at];
    if (!nomination?.by) return undefined;
    const candidate = nomination.candidate && this.candidates.get(nomination.candidate);
    const standing = { group: aGroup(), call: this.call, nomination, candidate: candidate || undefined };
    const press = { by: nomination.by, nonce: `press-${n}-long`, rev: nomination.rev, arrivedAt: TODAY + n };
    if (step.do === "edit")
      return edit(
        standing,
        { organisations: nomination.organisations, seatGroup: step.theme, reason: "y", reasons: { c1: "y" } },
        press,
      );
    const others = standing.candidate?.nominations.filter((id) => id !== nomination.id) ?? [];
    return withdraw(
      standing,
      others.flatMap((id) => this.nominations.get(id) ?? []),
      press,
    );
  }

  private existing(nonce: string, by: string) {
    return [...this.nominations.values()].find((n) => n.by === by && n.nonces[0] === nonce);
  }

  private keep(fact: Fact): void {
    if (fact.kind === "call") this.call = fact;
    if (fact.kind === "nomination") this.nominations.set(fact.id, fact);
    if (fact.kind === "candidate") this.candidates.set(fact.id, fact);
  }
}

const played = (steps: readonly Step[]): Table => {
  const table = new Table();
  for (const [n, step] of steps.entries()) table.take(step, n);
  return table;
};

describe("any order of proposals, changes and withdrawals", () => {
  const steps = fc.array(step, { maxLength: 40 });

  it("leaves every proposal that counts behind exactly one candidate, and each candidate with those that name them", () => {
    fc.assert(
      fc.property(steps, (steps) => {
        const { nominations, candidates } = played(steps);
        const behind = [...candidates.values()].flatMap((c) => c.nominations.map((id) => [id, c.id]));
        const counting = [...nominations.values()].filter(counts).map((n) => [n.id, n.candidate]);
        assert.deepEqual(behind.sort(), counting.sort());
      }),
    );
  });

  it("never leaves two candidates standing who are known to be the same person", () => {
    fc.assert(
      fc.property(steps, (steps) => {
        const standing = [...played(steps).candidates.values()].filter(stands);
        const keys = standing.flatMap((c) => [c.person, c.email]).filter((key) => key !== undefined);
        assert.equal(new Set(keys).size, keys.length);
      }),
    );
  });

  it("keeps the call's counts equal to what is there", () => {
    fc.assert(
      fc.property(steps, (steps) => {
        const { call, nominations, candidates } = played(steps);
        const counting = [...nominations.values()].filter(counts);
        assert.equal(call.candidates, [...candidates.values()].filter(stands).length);
        for (const theme of themes)
          assert.equal(call.received[theme] ?? 0, counting.filter((n) => n.seatGroup === theme).length, theme);
        assert.equal(call.numbered, nominations.size);
        assert.equal(new Set([...nominations.values()].map((n) => n.code)).size, nominations.size);
      }),
    );
  });

  it("tells of each outcome exactly those whose proposal stands", () => {
    fc.assert(
      fc.property(steps, (steps) => {
        const { nominations, candidates } = played(steps);
        for (const candidate of candidates.values()) {
          const by = candidate.nominations.map((id) => nominations.get(id)?.by);
          assert.deepEqual(new Set(candidate.proposers), new Set(by));
        }
      }),
    );
  });
});
