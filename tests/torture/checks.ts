import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import { type Candidate, knownBy, stands } from "../../bot/domain/candidate.ts";
import type { CallId, CandidateId } from "../../bot/domain/ids.ts";
import { counts, type Nomination } from "../../bot/domain/nomination.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { factsOf, readCall } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import type { CallDeed, Entry } from "./ledger.ts";

/** A call as it stands at the end. */
interface Found {
  call: Call;
  nominations: Map<string, Nomination>;
  candidates: Map<string, Candidate>;
}

/** The record verifies, the counts agree with the facts, a person is one candidate, and nothing acknowledged is missing. */
export async function checkCall(store: Store, id: CallId, entries: readonly Entry[]): Promise<void> {
  assert.deepEqual((await verifyRound(store, id))?.damage, [], `the record of ${id}`);
  const call = (await readCall(store, id)) as Call;
  const found: Found = { call, nominations: new Map(), candidates: new Map() };
  for await (const n of factsOf(store, id, "nomination")) found.nominations.set(n.id, n);
  for await (const c of factsOf(store, id, "candidate")) found.candidates.set(c.id, c);
  checkCounts(found);
  checkPersons(found);
  for (const { deed, told } of entries) if ("call" in deed && deed.call === id) checkDeed({ deed, told }, found);
  checkLastEdits(entries, found);
}

function checkCounts({ call, nominations, candidates }: Found): void {
  const all = [...nominations.values()];
  const received: Record<string, number> = {};
  for (const n of all.filter(counts)) received[n.seatGroup] = (received[n.seatGroup] ?? 0) + 1;
  const counted = Object.fromEntries(Object.entries(call.received).filter(([, count]) => count > 0));
  assert.deepEqual(counted, received, "proposals by theme");
  assert.equal(call.candidates, [...candidates.values()].filter(stands).length, "candidates");
  assert.equal(call.late, all.filter((n) => n.code.startsWith("M")).length, "late proposals");
  assert.equal(call.numbered, all.length, "numbers given out");
  assert.equal(new Set(all.map((n) => n.code)).size, all.length, "a number is given out once");
}

function checkPersons({ nominations, candidates }: Found): void {
  const standing = [...candidates.values()].filter(stands);
  for (const key of [(c: Candidate) => c.person, knownBy]) {
    const known = standing.map(key).filter((k) => k !== undefined);
    assert.equal(new Set(known).size, known.length, "a person is one candidate");
  }
  for (const n of nominations.values()) {
    const holders = [...candidates.values()].filter((c) => c.nominations.includes(n.id)).map((c) => c.id);
    assert.deepEqual(holders, counts(n) ? [n.candidate] : [], `${n.code} counts for one candidate or none`);
  }
}

/** What was acknowledged is there once; what is in doubt, at most once. */
function checkDeed({ deed, told }: { deed: CallDeed; told: Entry["told"] }, found: Found): void {
  const times = timesOf(deed, found);
  const name = `${deed.kind} ${JSON.stringify(deed)}, told ${told}`;
  assert(times <= 1, `${name}: it is there ${times} times`);
  assert(times === 1 || told === "nothing", `${name}: it is missing`);
  if (deed.kind === "nominated" && told !== "nothing") {
    const { code } = found.nominations.get(deed.id) as Nomination;
    assert.equal(code.startsWith("M"), told === "late", `${name}: ${code}`);
  }
}

function timesOf(deed: CallDeed, { call, nominations, candidates }: Found): number {
  const count = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length;
  switch (deed.kind) {
    case "nominated":
      return nominations.has(deed.id) ? 1 : 0;
    case "edited":
      // later ones may have been written over it: of those only the last is looked at
      return 1;
    case "withdrawn":
      return nominations.get(deed.id)?.status === "withdrawn" ? 1 : 0;
    case "answered":
      return count(
        endOf(deed.candidate, candidates)?.answers ?? [],
        (a) => a.state === deed.state && (a.limit?.text === deed.mark || a.reason === deed.mark),
      );
    case "extended":
      return count(call.extensions, (e) => e.reason === deed.reason);
    case "corrected":
      return count(call.corrections, (c) => c.note.fi === deed.note);
    case "merged":
      return endOf(deed.other, candidates)?.id === endOf(deed.candidate, candidates)?.id ? 1 : 0;
  }
}

/** Of the changes of one proposal the last acknowledged one stands, unless one in doubt came after it. */
function checkLastEdits(entries: readonly Entry[], { call, nominations }: Found): void {
  for (const n of nominations.values()) {
    const edits = entries.filter(({ deed }) => deed.kind === "edited" && deed.call === call.id && deed.id === n.id);
    const last = edits.findLastIndex(({ told }) => told === "yes");
    if (last < 0) continue;
    const possible = edits.slice(last).map(({ deed }) => deed.kind === "edited" && deed.reason);
    assert(possible.includes(n.reason), `${n.code} says ${n.reason}, and not ${possible.join(" or ")}`);
  }
}

/** Where a candidate went by merging. */
function endOf(id: CandidateId, candidates: Map<string, Candidate>): Candidate | undefined {
  const found = candidates.get(id);
  return found?.mergedInto ? endOf(found.mergedInto, candidates) : found;
}
