import type { DataRequest } from "./data-request.ts";
import type { Delivery, Recipient } from "./delivery.ts";
import type { Group } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { Attendance, CalledIn, Invited, Meeting } from "./meeting.ts";
import { sameEmail } from "./person.ts";
import type { Asked, Poll, StandIn } from "./poll.ts";
import type { PollAnswer } from "./poll-answer.ts";

/** Whom somebody may answer for, and as what. */
export interface StandsIn {
  for: PersonId;
  as: StandIn["as"];
}

interface OwnInRound<Answer> {
  group: Group;
  /** Under which ids they are known there: an outsider whom a poll asks is one of its own. */
  persons: PersonId[];
  /** Their own answer, whoever gave it. */
  answers: Answer[];
  /** Answers that they gave for others. */
  gave: Answer[];
  standsIn: StandsIn[];
  deliveries: Delivery[];
  requests: DataRequest[];
  /** Of those whom this tells of. */
  names: Record<PersonId, string>;
}

/** Everything in one poll that is about one person. */
export interface OwnInPoll extends OwnInRound<PollAnswer> {
  poll: Poll;
  asked: Asked[];
  /** They wrote it. */
  made: boolean;
}

/** Everything in one meeting that is about one person. */
export interface OwnInMeeting extends OwnInRound<Attendance> {
  meeting: Meeting;
  invited: Invited[];
  /** They were called in for a member, or a substitute was for them. */
  calledIn: CalledIn[];
  /** They called it, or calendars name them as who did. */
  made: boolean;
}

interface About<Answer> {
  persons: readonly PersonId[];
  emails: readonly string[];
  answers: readonly Answer[];
  deliveries: readonly Delivery[];
  requests: readonly DataRequest[];
}

/** What a poll holds about a person; nothing when it holds nothing. */
export function ownInPoll(group: Group, poll: Poll, about: About<PollAnswer>): Omit<OwnInPoll, "names"> | undefined {
  const own = {
    ...ownIn(poll.asked, about),
    asked: poll.asked.filter((a) => about.persons.includes(a.person)),
    made: about.persons.includes(poll.by),
  };
  return isEmpty(own) ? undefined : { group, poll, ...own };
}

/** What a meeting holds about a person; nothing when it holds nothing. */
export function ownInMeeting(
  group: Group,
  meeting: Meeting,
  about: About<Attendance>,
): Omit<OwnInMeeting, "names"> | undefined {
  const { persons, emails } = about;
  const own = {
    ...ownIn(meeting.invited, about),
    invited: meeting.invited.filter((i) => persons.includes(i.person)),
    calledIn: meeting.calledIn.filter((c) => persons.includes(c.person) || persons.includes(c.for)),
    made: persons.includes(meeting.by) || emails.includes(sameEmail(meeting.organiser.email)),
  };
  return isEmpty(own) ? undefined : { group, meeting, ...own };
}

function ownIn<Answer extends { person: PersonId; by: PersonId }>(
  named: readonly { person: PersonId; standIns?: StandIn[] }[],
  { persons, emails, answers, deliveries, requests }: About<Answer>,
) {
  return {
    persons: [...persons],
    answers: answers.filter((a) => persons.includes(a.person)),
    gave: answers.filter((a) => persons.includes(a.by) && !persons.includes(a.person)),
    standsIn: named.flatMap(({ person, standIns = [] }) =>
      standIns.filter((s) => persons.includes(s.person)).map(({ as }): StandsIn => ({ for: person, as })),
    ),
    deliveries: deliveries.filter(({ to }) => isTo(to, { persons, emails })),
    requests: requests.filter(({ by, email }) =>
      by ? persons.includes(by) : email !== undefined && emails.includes(sameEmail(email)),
    ),
  };
}

/** Whether a message goes to somebody, as the person that they are there or to an address of theirs. */
export const isTo = (
  to: Recipient,
  { persons, emails }: { persons: readonly PersonId[]; emails: readonly string[] },
): boolean =>
  to.to === "person"
    ? persons.includes(to.person)
    : to.to === "address" && to.email !== undefined && emails.includes(sameEmail(to.email));

const isEmpty = ({ persons: _, made, ...lists }: { persons: PersonId[]; made: boolean }): boolean =>
  !made && Object.values(lists).every((list) => Array.isArray(list) && list.length === 0);

/** Whom the answers and roles of somebody tell of, besides themselves. */
export const namedBeside = (own: Omit<OwnInPoll, "names"> | Omit<OwnInMeeting, "names">): PersonId[] => {
  const roles = "poll" in own ? own.asked : own.invited;
  const called = "meeting" in own ? own.calledIn.flatMap((c) => [c.person, c.for]) : [];
  const places = "meeting" in own ? own.invited.flatMap((i) => i.substituteOf ?? []) : [];
  const all = [
    ...roles.flatMap(({ standIns = [] }) => standIns.map((s) => s.person)),
    ...own.standsIn.map((s) => s.for),
    ...own.answers.map((a) => a.by),
    ...own.gave.map((a) => a.person),
    ...called,
    ...places,
  ];
  return [...new Set(all)].filter((person) => !own.persons.includes(person));
};
