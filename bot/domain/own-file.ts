import type { Candidate } from "./candidate.ts";
import type { DataRequest } from "./data-request.ts";
import type { Delivery } from "./delivery.ts";
import type { Group } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { Nomination } from "./nomination.ts";
import type { OwnData, OwnInCall } from "./own-data.ts";
import type { OwnInMeeting, OwnInPoll } from "./own-rounds.ts";
import { type OptionId, optionOf } from "./poll.ts";
import { type Kept, purgeAt } from "./retention.ts";
import type { Instant } from "./time.ts";

const iso = (at: Instant | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

/** All that is stored about somebody, for them to take along: as it is stored, but for what is about others only. */
export const ownFile = ({ person, groups, calls, polls, meetings }: OwnData, now: Instant): object => ({
  service: "Ehdolla",
  madeAt: iso(now),
  person: person && {
    id: person.id,
    name: person.name,
    email: person.email,
    language: person.lang,
    zone: person.zone,
    identities: person.identities,
    teams: person.teams && { id: person.teams.id, chat: person.teams.conversation !== undefined },
  },
  groups: groups.map(({ group, roles }) => ({ id: group.id, name: group.name, roles })),
  calls: calls.map(inCall),
  polls: polls.map(inPoll),
  meetings: meetings.map(inMeeting),
});

/** What it is, who is responsible for it, and until when it is kept. */
const about = (kept: Kept, group: Group): object => ({
  id: kept.id,
  title: kept.title,
  group: { id: group.id, name: group.name },
  controller: group.controller,
  privacyContact: group.privacyContact,
  legalBasis: group.legalBasis,
  erasedOn: iso(purgeAt(kept, group)),
});

const messages = (deliveries: readonly Delivery[]): object[] =>
  deliveries.map(({ id, saying, status, sentAt, at }) => ({ id, what: saying.kind, status, at: iso(sentAt ?? at) }));

const requests = (list: readonly DataRequest[]): object[] =>
  list.map(({ id, at, ask, text, answer }) => ({ id, at: iso(at), ask, text, answer: answer?.text }));

/** Another person as they are told of: by name, where it still is known. */
const other = (person: PersonId, names: Record<PersonId, string>) => names[person] ?? null;

const standing = ({ standsIn, names }: OwnInPoll | OwnInMeeting) =>
  standsIn.map((s) => ({ for: other(s.for, names), as: s.as }));

const inPoll = (own: OwnInPoll): object => {
  const { poll, group, names, persons } = own;
  const time = (id: OptionId) => {
    const option = optionOf(poll, id);
    return { option: id, start: iso(option?.start.at), end: iso(option?.end.at) };
  };
  return {
    ...about(poll, group),
    postedAt: iso(poll.openedAt),
    answerBy: iso(poll.deadline?.at),
    madeByYou: own.made,
    asked: own.asked.map(({ required, guest, standIns = [] }) => ({
      required,
      guest: guest === true,
      standIns: standIns.map((s) => ({ name: other(s.person, names), as: s.as })),
    })),
    youStandInFor: standing(own),
    answers: own.answers.map(({ choices, noneSuits, comment, by, as, firstAt, arrivedAt }) => ({
      choices: Object.entries(choices).map(([id, choice]) => ({ ...time(id as OptionId), choice })),
      noneSuits,
      comment,
      givenBy: persons.includes(by) ? undefined : { name: other(by, names), as },
      firstAt: iso(firstAt),
      at: iso(arrivedAt),
    })),
    answersForOthers: own.gave.map((a) => ({ for: other(a.person, names), as: a.as, at: iso(a.arrivedAt) })),
    requests: requests(own.requests),
    messages: messages(own.deliveries),
  };
};

const inMeeting = (own: OwnInMeeting): object => {
  const { meeting, group, names, persons } = own;
  return {
    ...about(meeting, group),
    start: iso(meeting.start.at),
    end: iso(meeting.end.at),
    madeByYou: own.made,
    called: own.invited.map(({ role, substituteOf, standIns = [] }) => ({
      role,
      substituteOf: substituteOf && other(substituteOf, names),
      standIns: standIns.map((s) => ({ name: other(s.person, names), as: s.as })),
    })),
    youStandInFor: standing(own),
    substitutesCalledIn: own.calledIn.map((c) => ({
      substitute: persons.includes(c.person) ? "you" : other(c.person, names),
      for: persons.includes(c.for) ? "you" : other(c.for, names),
      at: iso(c.at),
      released: iso(c.released),
    })),
    attendance: own.answers.map(({ coming, comment, by, as, arrivedAt }) => ({
      coming,
      comment,
      givenBy: persons.includes(by) ? undefined : { name: other(by, names), as },
      at: iso(arrivedAt),
    })),
    attendanceForOthers: own.gave.map((a) => ({ for: other(a.person, names), as: a.as, at: iso(a.arrivedAt) })),
    requests: requests(own.requests),
    messages: messages(own.deliveries),
  };
};

const inCall = (own: OwnInCall): object => {
  const { group, call } = own;
  return {
    ...about(call, group),
    candidacies: own.candidates.map(candidacy),
    proposalsOfYou: own.nominated.map(proposalOfYou),
    proposalsByYou: own.proposed.map((n) => ({ ...proposal(n), proposer: n.proposer, nominee: n.nominee.name })),
    contactIn: own.contactIn.map(({ nomination, organisation }) => ({
      ...proposal(nomination),
      organisation: nomination.organisations[organisation],
    })),
    contactOfCall: own.contacts,
    questions: own.questions.map(({ id, at, question, answer }) => ({
      id,
      at: iso(at),
      question,
      answer: answer?.text,
    })),
    requests: requests(own.requests),
    messages: messages(own.deliveries),
  };
};

const proposal = ({ id, code, status, unconfirmed, arrival }: Nomination) => ({
  id,
  code,
  status,
  unconfirmed,
  arrival: { way: arrival.way, at: iso(arrival.at) },
});

const proposalOfYou = (n: Nomination): object => ({
  ...proposal(n),
  nominee: n.nominee,
  // who proposed is told, how to reach them isn't
  proposer: n.proposer.name,
  organisations: n.organisations.map(({ contact: _, ...organisation }) => organisation),
  seatGroup: n.seatGroup,
  alternative: n.alternative,
  role: n.role,
  reason: n.reason,
  reasons: n.reasons,
  publishedInstead: n.redacted,
  otherBodies: n.otherBodies,
});

const candidacy = (c: Candidate): object => ({
  id: c.id,
  name: c.name,
  email: c.email,
  phone: c.phone,
  seatGroup: c.seatGroup,
  alternative: c.alternative,
  role: c.role,
  consent: c.consent,
  askedAt: iso(c.askedAt),
  answerBy: iso(c.consentBy?.at),
  answers: c.answers.map(({ by: _, at, ...answer }) => ({ at: iso(at), ...answer })),
  notReached: c.notReached && { ...c.notReached, at: iso(c.notReached.at) },
  move: c.move && { to: c.move.to, note: c.move.note, state: c.move.state, at: iso(c.move.at) },
  revived: c.revived && { reason: c.revived.reason, at: iso(c.revived.at) },
  reminders: c.reminded,
});
