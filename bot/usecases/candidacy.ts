import { behind } from "../domain/board.ts";
import type { Call } from "../domain/call.ts";
import { type Candidate, stands } from "../domain/candidate.ts";
import type { Handled } from "../domain/candidate-record.ts";
import { isTheirs } from "../domain/consent.ts";
import { type Decision, refuse } from "../domain/decision.ts";
import { deliveryId } from "../domain/deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";
import { recipientOf, requestKey } from "../domain/due/candidate.ts";
import type { Change } from "../domain/facts.ts";
import type { Group } from "../domain/group.ts";
import type { CallId, CandidateId, NominationId, PersonId } from "../domain/ids.ts";
import type { Nomination } from "../domain/nomination.ts";
import { change, type NoSuchRound } from "./change.ts";
import { readPerson, roundsOf } from "./people.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round } from "./round.ts";
import { changeTogether, type Gettable } from "./together.ts";

/** Which candidacy somebody acts on, and in which tenant they stand. */
export interface CandidacyRef {
  tenant: string;
  call: CallId;
  candidate: CandidateId;
}

/** A candidacy with the nominations that count. */
export interface FoundCandidacy {
  group: Group;
  call: Call;
  candidate: Candidate;
  nominations: Nomination[];
}

export type NoSuchCandidate = { kind: "noSuchCandidate" };

/** A candidacy as it stands; one that was merged leads to where it went. Nothing across tenants. */
export async function findCandidacy(
  ports: Pick<Ports, "store">,
  ref: CandidacyRef,
): Promise<FoundCandidacy | undefined> {
  const round = await openRound(ports, ref.call);
  const found = round && (await standingIn(round, ref));
  if (!round || !found) return undefined;
  return { ...found, nominations: await nominationsOf(round, found.candidate.nominations) };
}

/** Decides on one candidacy and saves what follows. */
export const changeCandidacy = <S extends Change, R>(
  ports: Ports,
  ref: CandidacyRef,
  by: PersonId,
  decide: (found: Handled, round: Round) => Promise<Decision<S, R>> | Decision<S, R>,
): Promise<Decision<S, R | NoSuchCandidate | NoSuchRound>> =>
  change(ports, ref.call, by, async (round): Promise<Decision<S, R | NoSuchCandidate>> => {
    const found = await standingIn(round, ref);
    return found ? decide(found, round) : refuse({ kind: "noSuchCandidate" });
  });

/**
 * A candidate's own answer: decided on the candidacy as it is shown, and saved together with others that come at the same
 * time. Gives the candidacy as it then is, where there is one.
 */
export async function answerCandidacy<S extends Change & { candidate: Candidate }, R>(
  ports: Ports,
  ref: CandidacyRef,
  by: PersonId,
  decide: (found: FoundCandidacy) => Decision<S, R>,
): Promise<Decision<S, R | NoSuchCandidate | NoSuchRound> & { view?: FoundCandidacy }> {
  let view: FoundCandidacy | undefined;
  const decision = await changeTogether<S, R | NoSuchCandidate>(ports, ref.call, by, async (round) => {
    const found = await standingIn(round, ref);
    if (!found) return refuse({ kind: "noSuchCandidate" });
    view = { ...found, nominations: await nominationsOf(round, found.candidate.nominations) };
    return decide(view);
  });
  if (!view) return decision;
  return { ...decision, view: decision.ok ? { ...view, candidate: decision.state.candidate } : view };
}

/** Every candidacy of a person in a tenant. */
export async function candidaciesOf(
  ports: Pick<Ports, "store">,
  tenant: string,
  person: PersonId,
): Promise<FoundCandidacy[]> {
  const found: FoundCandidacy[] = [];
  for (const id of await roundsOf(ports.store, person)) {
    const round = id.startsWith("call:") ? await openRound(ports, id) : undefined;
    if (!round?.call || round.group.place.tenant !== tenant) continue;
    for (const candidate of await round.list("candidate"))
      if (isTheirs(candidate, person) && stands(candidate))
        found.push({
          group: round.group,
          call: round.call,
          candidate,
          nominations: await nominationsOf(round, candidate.nominations),
        });
  }
  return found;
}

/** One nomination of a call as it stands. */
export const readNomination = async (
  ports: Pick<Ports, "store">,
  call: CallId,
  nomination: NominationId,
): Promise<Nomination | undefined> => (await openRound(ports, call))?.get("nomination", nomination);

/** How the present request to a candidate fares. */
export async function requestOf(ports: Pick<Ports, "store">, candidate: Candidate): Promise<Delivery | undefined> {
  const round = await openRound(ports, candidate.call);
  return round?.get("delivery", deliveryId(candidate.id, requestKey(candidate), recipientOf(candidate)));
}

/** Names of persons, for those who may see them; a person whose data was erased has none. */
export async function namesOf(
  { store }: Pick<Ports, "store">,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const found = await Promise.all([...new Set(persons)].map((id) => readPerson(store, id)));
  return new Map(found.flatMap((person) => (person ? [[person.id, person.name]] : [])));
}

async function standingIn(
  round: Gettable,
  ref: CandidacyRef,
): Promise<{ group: Group; call: Call; candidate: Candidate } | undefined> {
  const { group, call } = round;
  if (!call || group.place.tenant !== ref.tenant) return undefined;
  let candidate = await round.get("candidate", ref.candidate);
  for (let steps = 0; candidate?.mergedInto && steps < 10; steps++)
    candidate = await round.get("candidate", candidate.mergedInto);
  return candidate && { group, call, candidate };
}

/** The proposals that count of those with these ids, in order of arrival. */
export async function nominationsOf(round: Gettable, ids: readonly NominationId[]): Promise<Nomination[]> {
  const found = await Promise.all(ids.map((id) => round.get("nomination", id)));
  const nominations = found.filter((n) => n !== undefined);
  return behind({ nominations: [...ids] }, nominations);
}
