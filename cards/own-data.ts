import type { Call } from "../bot/domain/call.ts";
import type { Candidate } from "../bot/domain/candidate.ts";
import type { Delivery } from "../bot/domain/delivery.ts";
import { keptBecause } from "../bot/domain/erase.ts";
import type { Group } from "../bot/domain/group.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import type { OwnData, OwnInCall } from "../bot/domain/own-data.ts";
import { reasonOf } from "../bot/domain/redaction.ts";
import { purgeAt } from "../bot/domain/retention.ts";
import { limitWords, local, proposersOf, themeName, titled } from "./candidacy.ts";
import { groupName } from "./group.ts";
import { callTitle } from "./open-calls.ts";
import type { Reader } from "./reader.ts";
import { textFor } from "./text.ts";
import { date, dateTime } from "./when.ts";

/** A label and what is stored under it; nothing stored is left out. */
export type OwnRow = readonly [label: string, value: string | readonly string[] | undefined];
export interface OwnSection {
  heading: string;
  rows: OwnRow[];
}

/** One call as its person reads it: what is stored, who is responsible, and what can be done about it. */
export interface OwnCallTold {
  title: string;
  sections: OwnSection[];
  rules: OwnSection;
  /** Whether the person may erase it themselves, in words, and until when it is kept. */
  notes: string[];
  erasable: boolean;
}

/** The person themself, as far as they are known outside any call. */
export function personTold({ person, groups }: OwnData, reader: Reader): OwnSection | undefined {
  const { labels, sections, inTeams, groupRoles, roleIn } = reader.text.mydata;
  if (!person && groups.length === 0) return undefined;
  return {
    heading: sections.you,
    rows: [
      [labels.name, person?.name],
      [labels.email, person?.email],
      [labels.language, person?.lang && textFor(person.lang).pages.language],
      [labels.teams, person?.teams && inTeams],
      [
        labels.roles,
        groups.flatMap(({ group, roles }) => roles.map((role) => roleIn(groupRoles[role], groupName(group, reader)))),
      ],
    ],
  };
}

/** What one call holds about somebody. */
export function callTold(own: OwnInCall, reader: Reader): OwnCallTold {
  const inZone = { ...reader, zone: own.group.zone };
  const { kept, sections } = reader.text.mydata;
  const { until, noUntil } = reader.text.retention;
  const at = purgeAt(own.call, own.group);
  const erasable = keptBecause(own.group, own.call) === undefined;
  return {
    title: titled(() => callTitle(own, reader), own, reader),
    sections: [
      ...own.candidates.map((candidate) => aboutCandidate(candidate, own, inZone)),
      ...own.nominated.map((n) => aboutNominated(n, own, inZone)),
      ...own.proposed.map((n) => aboutProposed(n, inZone)),
      ...own.contactIn.map(({ nomination, organisation }) => aboutContact(nomination, organisation, inZone)),
      ...rest(own, inZone),
    ].filter(({ rows }) => rows.some(([, value]) => value !== undefined && value.length > 0)),
    rules: { heading: sections.rules, rows: rules(own, inZone) },
    notes: [
      erasable ? kept.erasable : kept.authority,
      ...(own.contacts.length > 0 ? [kept.contact] : []),
      at === undefined ? noUntil.call : until.call(date(at, inZone)),
    ],
    erasable,
  };
}

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
  const { sections, labels, ask } = reader.text.mydata;
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
    {
      heading: sections.requests,
      rows: own.requests.map(
        (r): OwnRow => [date(r.at, reader), [ask.names[r.ask], r.text, r.answer?.text ?? ""].filter(Boolean)],
      ),
    },
    {
      heading: sections.messages,
      rows: own.deliveries.map((d): OwnRow => [date(d.sentAt ?? d.at, reader), messageWords(d, reader)]),
    },
  ];
}

function rules({ group, call }: { group: Group; call: Call }, reader: Reader): OwnRow[] {
  const { labels } = reader.text.mydata;
  const at = purgeAt(call, group);
  return [
    [labels.controller, local(group.controller, group, reader)],
    [labels.contact, group.privacyContact],
    [labels.basis, local(group.legalBasis, group, reader)],
    [labels.until, at === undefined ? undefined : date(at, reader)],
  ];
}

const stateOf = (n: Nomination, { text }: Reader): string =>
  text.mydata.states[n.unconfirmed && n.status === "inTime" ? "unconfirmed" : n.status];

function messageWords({ saying, status }: Delivery, { text }: Reader): string {
  const { sent } = text.mydata;
  const how =
    status === "sent"
      ? sent.sent
      : status === "obsolete"
        ? sent.over
        : status === "failed" || status === "unknown"
          ? sent.lost
          : sent.waiting;
  return `${text.delivery.sayings[saying.kind]}: ${how}`;
}
