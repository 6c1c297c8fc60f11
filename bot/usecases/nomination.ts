import type { Call } from "../domain/call.ts";
import { type Decision, refuse } from "../domain/decision.ts";
import type { CallId, NominationId, PersonId } from "../domain/ids.ts";
import { nominate as decide, type Nominated, type NominateRefusal, nominationIdOf } from "../domain/nominate.ts";
import { type ConfirmRefusal, confirm as decideConfirm } from "../domain/nominate-confirm.ts";
import {
  type ChangeRefusal,
  edit as decideEdit,
  withdraw as decideWithdraw,
  type Edited,
  type Press,
} from "../domain/nominate-edit.ts";
import { isNominee } from "../domain/nominate-join.ts";
import { type AcceptLateRefusal, acceptLate as decideLate } from "../domain/nominate-late.ts";
import type { Written, WrittenRefusal } from "../domain/nominate-written.ts";
import type { Arrival, Nomination, Nominee } from "../domain/nomination.ts";
import type { Person } from "../domain/person.ts";
import type { Moment } from "../domain/time.ts";
import { change, type NoSuchRound } from "./change.ts";
import { isInGroup } from "./membership.ts";
import { entryFrom, withAddress } from "./nomination-entry.ts";
import { noteRound } from "./people.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round } from "./round.ts";

/** A call in the tenant of whoever acts; another tenant's call doesn't exist for them. */
export interface At {
  call: CallId;
  tenant: string;
}
export type CallRound = Round & { call: Call };

export async function callRound(ports: Pick<Ports, "store">, { call, tenant }: At): Promise<CallRound | undefined> {
  const round = await openRound(ports, call);
  return round?.call && round.group.place.tenant === tenant ? (round as CallRound) : undefined;
}

/** A practice call is there for the group's own people only. */
export const mayPropose = async (ports: Ports, { call, group }: CallRound, person: PersonId): Promise<boolean> =>
  !call.practice || isInGroup(ports, group, person);

export interface Proposal {
  by: Person;
  nonce: string;
  written: Written;
  arrival: Arrival;
  proposer: Nomination["proposer"];
  self: boolean;
  /** The version of the consent text that one's own proposal agrees to. */
  text: string;
}

/** An organisation proposes a person, somebody proposes themselves, or an officer enters what came otherwise. */
export async function nominate(
  ports: Ports,
  at: At,
  proposal: Proposal,
): Promise<Decision<Nominated, NominateRefusal | WrittenRefusal | NoSuchRound>> {
  const { arrival, written } = proposal;
  const round = await callRound(ports, at);
  if (!round || !(await mayPropose(ports, round, proposal.by.id))) return refuse({ kind: "noSuchRound" });
  const by = await withAddress(ports, round.group, proposal.by);
  const self = proposal.self && arrival.way === "teams" ? by : undefined;
  const known = arrival.way === "teams" && by.email ? { email: by.email } : {};
  const entry = await entryFrom(ports, { group: round.group, call: round.call, self }, written);
  if (!entry.ok) return refuse(entry.refusal);
  const deciding = async (r: Round): Promise<Decision<Nominated, NominateRefusal | NoSuchRound>> => {
    if (!r.call) return refuse({ kind: "noSuchRound" });
    const existing = await r.get("nomination", nominationIdOf(at.call, proposal.nonce, by.id));
    const candidates = await knownOf(r, entry.state.nominee);
    return decide(
      r.call,
      { existing, ...candidates },
      {
        ...{
          nonce: proposal.nonce,
          entry: entry.state,
          arrival,
          by: by.id,
          proposer: { ...known, ...proposal.proposer },
        },
        ...{ self: proposal.self, text: proposal.text, enteredByName: by.name },
      },
    );
  };
  const first = await deciding(round);
  if (!first.ok && !first.keep) return first;
  const contacts = entry.state.organisations.map(({ contact }) => contact?.person);
  await note(ports, at.call, [arrival.way === "teams" ? by.id : undefined, entry.state.nominee?.person, ...contacts]);
  return change(ports, at.call, by.id, deciding);
}

/** The proposer changes what was written, but for the person. */
export async function editNomination(ports: Ports, at: At, id: NominationId, written: Written, press: Press) {
  const round = await callRound(ports, at);
  const nomination = await round?.get("nomination", id);
  if (!round || !nomination) return refuse<NoSuchRound>({ kind: "noSuchRound" });
  const entry = await entryFrom(ports, { group: round.group, call: round.call }, withoutPerson(written));
  if (!entry.ok) return refuse(entry.refusal);
  const contacts = entry.state.organisations.map(({ contact }) => contact?.person);
  const decision = await change<Edited, ChangeRefusal | NoSuchRound>(ports, at.call, press.by, async (r) => {
    const found = await standing(r, id);
    return found ? decideEdit(found, entry.state, press) : refuse<NoSuchRound>({ kind: "noSuchRound" });
  });
  if (decision.ok) await note(ports, at.call, contacts);
  return decision;
}

/** The proposer takes the proposal back. */
export async function withdrawNomination(ports: Ports, at: At, id: NominationId, press: Press) {
  if (!(await callRound(ports, at))) return refuse<NoSuchRound>({ kind: "noSuchRound" });
  return change<Edited, ChangeRefusal | NoSuchRound>(ports, at.call, press.by, async (r) => {
    const found = await standing(r, id);
    if (!found) return refuse<NoSuchRound>({ kind: "noSuchRound" });
    const others = (found.candidate?.nominations ?? []).filter((other) => other !== id);
    return decideWithdraw(found, await nominationsOf(r, others), press);
  });
}

/** A co-proposer's contact confirms or objects. */
export async function answerCoProposal(
  ports: Ports,
  at: At,
  id: NominationId,
  answer: Parameters<typeof decideConfirm>[1],
  press: Parameters<typeof decideConfirm>[2],
) {
  if (!(await callRound(ports, at))) return refuse<NoSuchRound>({ kind: "noSuchRound" });
  return change<Edited, ConfirmRefusal | NoSuchRound>(ports, at.call, press.by, async (r) => {
    const nomination = await r.get("nomination", id);
    return r.call && nomination
      ? decideConfirm({ call: r.call, nomination }, answer, press)
      : refuse<NoSuchRound>({ kind: "noSuchRound" });
  });
}

/** A chair takes up a late proposal nevertheless; its candidate is then asked. */
export async function acceptLateNomination(
  ports: Ports,
  at: At,
  id: NominationId,
  accepted: { reason: string | undefined; consentBy: Moment | undefined; text: string },
  press: Press,
) {
  if (!(await callRound(ports, at))) return refuse<NoSuchRound>({ kind: "noSuchRound" });
  return change<Nominated, AcceptLateRefusal | NoSuchRound>(ports, at.call, press.by, async (r) => {
    const found = await standing(r, id);
    if (!found) return refuse<NoSuchRound>({ kind: "noSuchRound" });
    const known = await knownOf(r, found.nomination.nominee);
    return decideLate({ ...found, ...known }, accepted, press);
  });
}

/** A nomination with the candidate that it counts for. */
export async function standing(round: Round, id: NominationId) {
  const nomination = await round.get("nomination", id);
  if (!round.call || !nomination) return undefined;
  const candidate = nomination.candidate && (await round.get("candidate", nomination.candidate));
  return { group: round.group, call: round.call, nomination, candidate: candidate || undefined };
}

/** Who is a candidate already; with the proposals of those whom this nominee shows to be one person. */
async function knownOf(round: Round, nominee: Nominee | undefined) {
  const candidates = await round.list("candidate");
  const same = nominee ? candidates.filter((c) => isNominee(c, nominee)) : [];
  const behind = same.length > 1 ? same.flatMap((c) => c.nominations) : [];
  return { candidates, behind: await nominationsOf(round, behind) };
}

async function nominationsOf(round: Round, ids: readonly NominationId[]): Promise<Nomination[]> {
  const found = await Promise.all(ids.map((id) => round.get("nomination", id)));
  return found.filter((n) => n !== undefined);
}

/** So that the call shows among what concerns them. */
async function note(ports: Ports, call: CallId, persons: readonly (PersonId | undefined)[]): Promise<void> {
  for (const person of new Set(persons)) if (person) await noteRound(ports, person, call);
}

const withoutPerson = ({ person: _p, name: _n, email: _e, phone: _t, ...written }: Written): Written => written;
