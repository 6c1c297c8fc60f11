import type { Candidate } from "./candidate.ts";
import type { Nomination } from "./nomination.ts";
import type { OwnData, OwnInCall } from "./own-data.ts";
import { purgeAt } from "./retention.ts";
import type { Instant } from "./time.ts";

const iso = (at: Instant | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

/** All that is stored about somebody, for them to take along: as it is stored, but for what is about others only. */
export const ownFile = ({ person, groups, calls }: OwnData, now: Instant): object => ({
  service: "Ehdolla",
  madeAt: iso(now),
  person: person && {
    id: person.id,
    name: person.name,
    email: person.email,
    language: person.lang,
    identities: person.identities,
    teams: person.teams && { id: person.teams.id, chat: person.teams.conversation !== undefined },
  },
  groups: groups.map(({ group, roles }) => ({ id: group.id, name: group.name, roles })),
  calls: calls.map(inCall),
});

const inCall = (own: OwnInCall): object => {
  const { group, call } = own;
  return {
    id: call.id,
    title: call.title,
    group: { id: group.id, name: group.name },
    controller: group.controller,
    privacyContact: group.privacyContact,
    legalBasis: group.legalBasis,
    erasedOn: iso(purgeAt(call, group)),
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
    requests: own.requests.map(({ id, at, ask, text, answer }) => ({
      id,
      at: iso(at),
      ask,
      text,
      answer: answer?.text,
    })),
    messages: own.deliveries.map(({ id, saying, status, sentAt, at }) => ({
      id,
      what: saying.kind,
      status,
      at: iso(sentAt ?? at),
    })),
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
