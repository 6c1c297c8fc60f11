import type { Candidate } from "../bot/domain/candidate.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import type { OwnInCall } from "../bot/domain/own-data.ts";
import { reasonOf } from "../bot/domain/redaction.ts";
import { limitWords, local, proposersOf, themeName } from "./candidacy.ts";
import type { OwnRow, OwnSection } from "./own-section.ts";
import type { Reader } from "./reader.ts";
import { date, dateTime } from "./when.ts";

/** What one call holds about somebody. */
export const inCall = (own: OwnInCall, inZone: Reader): OwnSection[] => [
  ...own.candidates.map((candidate) => aboutCandidate(candidate, own, inZone)),
  ...own.nominated.map((n) => aboutNominated(n, own, inZone)),
  ...own.proposed.map((n) => aboutProposed(n, inZone)),
  ...own.contactIn.map(({ nomination, organisation }) => aboutContact(nomination, organisation, inZone)),
  ...rest(own, inZone),
];

function aboutCandidate(candidate: Candidate, { group, call, nominated }: OwnInCall, reader: Reader): OwnSection {
  const { labels, sections, answers } = reader.text.mydata;
  const { roles } = reader.text.consent;
  const last = candidate.answers.at(-1);
  const standing = nominated.filter((n) => candidate.nominations.includes(n.id));
  return {
    heading: sections.candidate,
    rows: [
      [labels.name, candidate.name],
      [labels.email, candidate.email],
      [labels.phone, candidate.phone],
      [labels.theme, themeName(candidate.seatGroup, { group, call }, reader)],
      [labels.role, roles[candidate.role]],
      [labels.proposers, proposersOf(standing)],
      [labels.asked, dateTime(candidate.askedAt, reader)],
      [labels.answer, answers[candidate.consent]],
      [labels.answered, last && dateTime(last.at, reader)],
      [labels.limit, limitWords(last?.limit, { group, call }, reader)],
      [labels.reason, last?.reason],
      [labels.note, candidate.move?.note],
    ],
  };
}

function aboutNominated(n: Nomination, { group, call }: OwnInCall, reader: Reader): OwnSection {
  const { labels, sections } = reader.text.mydata;
  const { consent } = reader.text;
  const reasons = ["reason", ...call.criteria.map((c) => c.id)].map((field): OwnRow => {
    const criterion = call.criteria.find((c) => c.id === field);
    return [criterion ? local(criterion.text, group, reader) : consent.overall, reasonOf(n, field) || undefined];
  });
  return {
    heading: sections.nominated(n.code),
    rows: [
      [labels.sender, n.proposer.name],
      [labels.organisation, n.organisations.map((o) => o.name)],
      [labels.name, n.nominee.name],
      [labels.email, n.nominee.email],
      [labels.phone, n.nominee.phone],
      [labels.arrived, dateTime(n.arrival.at, reader)],
      [labels.state, stateOf(n, reader)],
      ...reasons,
      [consent.otherBodies, n.otherBodies],
    ],
  };
}

function aboutProposed(n: Nomination, reader: Reader): OwnSection {
  const { labels, sections } = reader.text.mydata;
  return {
    heading: sections.proposed(n.code),
    rows: [
      [labels.name, n.proposer.name],
      [labels.email, n.proposer.email],
      [labels.phone, n.proposer.phone],
      [labels.position, n.proposer.position],
      [labels.organisation, n.organisations.map((o) => o.name)],
      [labels.nominee, n.nominee.name],
      [labels.arrived, dateTime(n.arrival.at, reader)],
      [labels.state, stateOf(n, reader)],
    ],
  };
}

function aboutContact(n: Nomination, organisation: number, reader: Reader): OwnSection {
  const { labels, sections } = reader.text.mydata;
  const one = n.organisations[organisation];
  return {
    heading: sections.contactIn(n.code),
    rows: [
      [labels.organisation, one?.name],
      [labels.name, one?.contact?.name],
      [labels.email, one?.contact?.email],
    ],
  };
}

function rest(own: OwnInCall, reader: Reader): OwnSection[] {
  const { sections, labels } = reader.text.mydata;
  return [
    {
      heading: sections.contacts,
      rows: own.contacts.flatMap((c): OwnRow[] => [
        [labels.name, c.name],
        [labels.email, c.email],
        [labels.phone, c.phone],
      ]),
    },
    {
      heading: sections.questions,
      rows: own.questions.map((q): OwnRow => [date(q.at, reader), q.question]),
    },
  ];
}

const stateOf = (n: Nomination, { text }: Reader): string =>
  text.mydata.states[n.unconfirmed && n.status === "inTime" ? "unconfirmed" : n.status];
