import type { Call } from "../domain/call.ts";
import type { Candidate } from "../domain/candidate.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import { type Group, isOfficer } from "../domain/group.ts";
import type { CallId, NominationId, PersonId } from "../domain/ids.ts";
import type { Nomination } from "../domain/nomination.ts";
import type { NoSuchRound } from "./change.ts";
import { type At, callRound, mayPropose, standing } from "./nomination.ts";
import { roundsOf } from "./people.ts";
import type { Ports } from "./ports.ts";
import { type OnRoster, rosterOf } from "./roster.ts";

/** A nomination as it is looked at. */
export interface NominationView {
  group: Group;
  call: Call;
  nomination: Nomination;
  candidate: Candidate | undefined;
}

/** A call to propose in, and the members of its team unless people are found by typing. */
export async function sceneOf(
  ports: Ports,
  at: At,
  by: PersonId,
  { picker }: { picker: boolean },
): Promise<{ group: Group; call: Call; people: OnRoster[] } | undefined> {
  const round = await callRound(ports, at);
  if (!round || !(await mayPropose(ports, round, by))) return undefined;
  const people = picker ? [] : await rosterOf(ports, round.group);
  return { group: round.group, call: round.call, people };
}

/** One nomination, for whoever may see it: that is for the caller to ask. */
export async function nominationAt(ports: Ports, at: At, id: NominationId): Promise<NominationView | undefined> {
  const round = await callRound(ports, at);
  return round && standing(round, id);
}

/** What a person has proposed in this tenant, the newest first. */
export async function proposalsOf(ports: Ports, person: PersonId, tenant: string): Promise<NominationView[]> {
  const found: NominationView[] = [];
  for (const id of await roundsOf(ports.store, person)) {
    const round = id.startsWith("call:") ? await callRound(ports, { call: id as CallId, tenant }) : undefined;
    for (const { id: nomination, by } of (await round?.list("nomination")) ?? []) {
      const view = by === person && round ? await standing(round, nomination) : undefined;
      if (view) found.push(view);
    }
  }
  return found.sort((a, b) => b.nomination.arrival.at - a.nomination.arrival.at);
}

/** The proposals of a call that came late, accepted or not, for its officers. */
export async function lateIn(
  ports: Ports,
  at: At,
  person: PersonId,
): Promise<Decision<{ group: Group; call: Call; nominations: Nomination[] }, NoSuchRound | { kind: "notOfficer" }>> {
  const round = await callRound(ports, at);
  if (!round) return refuse({ kind: "noSuchRound" });
  if (!isOfficer(round.group, person)) return refuse({ kind: "notOfficer" });
  const all = await round.list("nomination");
  const nominations = all.filter((n) => n.status === "late" || n.lateAccepted);
  return accept({
    group: round.group,
    call: round.call,
    nominations: nominations.sort((a, b) => a.arrival.at - b.arrival.at),
  });
}
