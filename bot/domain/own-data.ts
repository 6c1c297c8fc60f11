import type { Call, Contact } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import type { DataRequest } from "./data-request.ts";
import type { Delivery } from "./delivery.ts";
import type { Group } from "./group.ts";
import type { Nomination } from "./nomination.ts";
import type { OwnInMeeting, OwnInPoll } from "./own-rounds.ts";
import { type Person, sameEmail } from "./person.ts";
import type { Question } from "./question.ts";
import type { Kept } from "./retention.ts";
import { isAsker, isCandidate, isContact, isNominee, isProposer, isRecipient, type Subject } from "./subject.ts";

export type GroupRole = "chair" | "viceChair" | "secretary" | "member" | "addedBy";

/** Everything in one call that is about one person. */
export interface OwnInCall {
  group: Group;
  call: Call;
  candidates: Candidate[];
  /** Proposals in which they are the person proposed. */
  nominated: Nomination[];
  /** Proposals that they made. */
  proposed: Nomination[];
  /** Proposals in which they are a co-proposing organisation's contact, and which of its organisations. */
  contactIn: { nomination: Nomination; organisation: number }[];
  /** As the announcement names them. */
  contacts: Contact[];
  questions: Question[];
  deliveries: Delivery[];
  requests: DataRequest[];
}

/** Everything that is stored about one person. */
export interface OwnData {
  /** Absent for somebody of whom only an address is known. */
  person?: Person;
  groups: { group: Group; roles: GroupRole[] }[];
  calls: OwnInCall[];
  polls: OwnInPoll[];
  meetings: OwnInMeeting[];
}

/** What something that is kept holds about a person. */
export type Own = OwnInCall | OwnInPoll | OwnInMeeting;

export const ownsOf = ({ calls, polls, meetings }: Pick<OwnData, "calls" | "polls" | "meetings">): Own[] => [
  ...calls,
  ...polls,
  ...meetings,
];

/** How much there is of each. */
export const countsOf = ({ calls, polls, meetings }: OwnData) => ({
  calls: calls.length,
  polls: polls.length,
  meetings: meetings.length,
});

export const keptOf = (own: Own): Kept => ("call" in own ? own.call : "poll" in own ? own.poll : own.meeting);

/** What is looked at of a call. */
export interface WholeCall {
  group: Group;
  call: Call;
  candidates: readonly Candidate[];
  nominations: readonly Nomination[];
  questions: readonly Question[];
  deliveries: readonly Delivery[];
  requests: readonly DataRequest[];
}

/** What a call holds about a person; nothing when it holds nothing. */
export function ownInCall(subject: Subject, whole: WholeCall): OwnInCall | undefined {
  const { group, call } = whole;
  const candidates = whole.candidates.filter((c) => isCandidate(subject, c));
  const own: OwnInCall = {
    group,
    call,
    candidates,
    nominated: whole.nominations.filter(
      (n) => isNominee(subject, n.nominee) || candidates.some((c) => c.id === n.candidate),
    ),
    proposed: whole.nominations.filter((n) => isProposer(subject, n)),
    contactIn: whole.nominations.flatMap((nomination) =>
      nomination.organisations.flatMap((one, organisation) =>
        isContact(subject, one) ? [{ nomination, organisation }] : [],
      ),
    ),
    contacts: call.contacts.filter(({ email }) => email && subject.emails.includes(sameEmail(email))),
    questions: whole.questions.filter(({ by }) => by === subject.person),
    deliveries: whole.deliveries.filter((d) => isRecipient(subject, d) || isToUnaddressed(d, candidates)),
    requests: whole.requests.filter((request) => isAsker(subject, request)),
  };
  return isEmpty(own) ? undefined : own;
}

/** A message to a candidate of whom only the name is known. */
const isToUnaddressed = ({ to, saying }: Delivery, candidates: readonly Candidate[]): boolean =>
  to.to === "address" && !to.email && "candidate" in saying && candidates.some((c) => c.id === saying.candidate);

const isEmpty = ({ group: _g, call: _c, ...lists }: OwnInCall): boolean =>
  Object.values(lists).every((list) => list.length === 0);

/** What somebody is in a group by its settings. */
export function rolesIn(group: Group, { person, emails }: Subject): GroupRole[] {
  const { chairs, viceChair, secretaries, members, addedBy } = group;
  const outside = members.kind === "named" ? (members.outside ?? []) : [];
  const isOutside = outside.some(({ email }) => email && emails.includes(sameEmail(email)));
  if (!person) return isOutside ? ["member"] : [];
  return [
    ...(chairs.includes(person) ? (["chair"] as const) : []),
    ...(viceChair === person ? (["viceChair"] as const) : []),
    ...(secretaries.includes(person) ? (["secretary"] as const) : []),
    ...(isOutside || (members.kind === "named" && members.persons.includes(person)) ? (["member"] as const) : []),
    ...(addedBy === person ? (["addedBy"] as const) : []),
  ];
}
