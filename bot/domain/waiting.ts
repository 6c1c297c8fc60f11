import { type Call, deadlineFor } from "./call.ts";
import { type Candidate, stands } from "./candidate.ts";
import { type Group, missingForPublishing } from "./group.ts";
import type { CallId, CandidateId, GroupId, KeptId, NominationId, PersonId, QuestionId, RequestId } from "./ids.ts";
import type { LocalText } from "./lang.ts";
import { mayAcceptLate } from "./nominate-late.ts";
import { counts, type Nomination } from "./nomination.ts";
import { answerBy } from "./passing.ts";
import type { Question } from "./question.ts";
import type { Instant } from "./time.ts";
import type { WaitingMeeting } from "./waiting-meeting.ts";
import type { WaitingPoll } from "./waiting-poll.ts";

/** Something that waits for one person to do it, and by when. */
export type Waiting = {
  /** The call or group that it is about, by name. */
  title: LocalText;
  practice: boolean;
  by?: Instant;
  /** In which the time is told. */
  zone: string;
} & (
  | { kind: "consent" | "move"; call: CallId; candidate: CandidateId }
  | { kind: "confirm"; call: CallId; nomination: NominationId; organisation: number }
  | { kind: "address"; call: CallId; nomination: NominationId }
  | { kind: "draft" | "decide"; call: CallId }
  | { kind: "notReached" | "late"; call: CallId; count: number }
  | { kind: "question"; call: CallId; question: QuestionId }
  | { kind: "request"; round: KeptId; request: RequestId }
  | { kind: "purge"; round: KeptId }
  | { kind: "setUp" | "complete"; group: GroupId }
  | WaitingPoll
  | WaitingMeeting
);

/** What is looked at of a call that is on its way. */
export interface OnItsWay {
  call: Call;
  group: Group;
  candidates: readonly Candidate[];
  nominations: readonly Nomination[];
  questions: readonly Question[];
}

const aboutCall = ({ call, group }: Pick<OnItsWay, "call" | "group">, by: Instant | undefined) => ({
  call: call.id,
  title: Object.values(call.title).some(Boolean) ? call.title : group.name,
  practice: call.practice,
  zone: group.zone,
  ...(by === undefined ? {} : { by }),
});

const unreached = (c: Candidate) => stands(c) && c.consent === "asked" && c.notReached && !c.notReached.handled;

/** What one call asks of a candidate, a co-proposer, a proposer, and a chair who may take up what came late. */
export function waitingFor(person: PersonId, round: OnItsWay): Waiting[] {
  const { call } = round;
  const own = round.candidates.filter((c) => c.person === person && stands(c));
  const consents = own
    .filter((c) => c.consent === "asked")
    .map((c): Waiting => ({ kind: "consent", candidate: c.id, ...aboutCall(round, answerBy(c, call)) }));
  const moves = own
    .filter((c) => c.move?.state === "asked")
    .map((c): Waiting => ({ kind: "move", candidate: c.id, ...aboutCall(round, answerBy(c, call)) }));
  const confirmations = round.nominations.filter(counts).flatMap((n) =>
    n.organisations.flatMap((o, organisation): Waiting[] => {
      if (o.confirmation !== "notConfirmed" || o.contact?.person !== person) return [];
      const by = call.status === "open" ? deadlineFor(call, n.seatGroup)?.at : undefined;
      return [{ kind: "confirm", nomination: n.id, organisation, ...aboutCall(round, by) }];
    }),
  );
  const addresses = round.nominations
    .filter((n) => n.by === person && counts(n) && round.candidates.some((c) => c.id === n.candidate && unreached(c)))
    .map((n): Waiting => ({ kind: "address", nomination: n.id, ...aboutCall(round, call.consentBy?.at) }));
  return [...consents, ...moves, ...confirmations, ...addresses, ...late(person, round)];
}

/** Late proposals wait for whoever may take them up, until the selection. */
function late(person: PersonId, round: OnItsWay): Waiting[] {
  const { group, call, nominations } = round;
  const mine = nominations.filter((n) => n.status === "late" && !n.unconfirmed && mayAcceptLate(group, n, person));
  if (mine.length === 0 || call.status === "cancelled" || call.status === "selected") return [];
  return [{ kind: "late", count: mine.length, ...aboutCall(round, call.decisionMeeting?.at) }];
}

/** What one call asks of those who lead the group. */
export function waitingForOfficers(round: OnItsWay): Waiting[] {
  const { call } = round;
  if (call.status === "draft" && !call.publishing)
    return [{ kind: "draft", ...aboutCall(round, call.opens?.at ?? call.deadline?.at) }];
  if (call.status !== "open" && call.status !== "closed") return [];
  const lost = round.candidates.filter(unreached).length;
  return [
    ...round.questions
      .filter((q) => !q.answer)
      .map((q): Waiting => ({ kind: "question", question: q.id, ...aboutCall(round, call.deadline?.at) })),
    ...(lost ? [{ kind: "notReached" as const, count: lost, ...aboutCall(round, call.consentBy?.at) }] : []),
    ...(call.status === "closed" ? [{ kind: "decide" as const, ...aboutCall(round, call.decisionMeeting?.at) }] : []),
  ];
}

/** What a group itself still asks of whoever sets it up or leads it. */
export function waitingInGroup(group: Group): Waiting[] {
  const about = { group: group.id, title: group.name, practice: false, zone: group.zone };
  if (!group.ready) return [{ kind: "setUp", ...about }];
  return missingForPublishing(group).length > 0 ? [{ kind: "complete", ...about }] : [];
}

/** The soonest first; what has no time stands last. */
export const soonestFirst = (list: readonly Waiting[]): Waiting[] =>
  list.toSorted((a, b) => (a.by ?? Number.MAX_SAFE_INTEGER) - (b.by ?? Number.MAX_SAFE_INTEGER));
