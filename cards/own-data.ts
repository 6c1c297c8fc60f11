import type { DataRequest } from "../bot/domain/data-request.ts";
import type { Delivery } from "../bot/domain/delivery.ts";
import { keptBecause } from "../bot/domain/erase.ts";
import type { Group } from "../bot/domain/group.ts";
import type { KeptId } from "../bot/domain/ids.ts";
import { keptOf, type Own, type OwnData } from "../bot/domain/own-data.ts";
import { type Kept, purgeAt } from "../bot/domain/retention.ts";
import { local } from "./candidacy.ts";
import { groupName } from "./group.ts";
import { whenText } from "./meeting-parts.ts";
import { inCall } from "./own-call.ts";
import { inMeeting, inPoll } from "./own-rounds.ts";
import type { OwnRow, OwnSection } from "./own-section.ts";
import type { Reader } from "./reader.ts";
import { keptTitle } from "./retention.ts";
import { textFor } from "./text.ts";
import { date } from "./when.ts";

/** A call, a poll or a meeting as its person reads it: what is stored, who is responsible, and what can be done about it. */
export interface OwnTold {
  id: KeptId;
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
      [reader.text.pollTimes.clientZone, person?.zone],
      [labels.language, person?.lang && textFor(person.lang).pages.language],
      [labels.teams, person?.teams && inTeams],
      [
        labels.roles,
        groups.flatMap(({ group, roles }) => roles.map((role) => roleIn(groupRoles[role], groupName(group, reader)))),
      ],
    ],
  };
}

/** What a call, a poll or a meeting holds about somebody. */
export function ownTold(own: Own, reader: Reader): OwnTold {
  const inZone = { ...reader, zone: own.group.zone };
  const { kept, sections } = reader.text.mydata;
  const { until, noUntil } = reader.text.retention;
  const about = keptOf(own);
  const at = purgeAt(about, own.group);
  const erasable = keptBecause(own.group, about) === undefined;
  const told = "call" in own ? inCall(own, inZone) : "poll" in own ? inPoll(own, inZone) : inMeeting(own, inZone);
  const requests = { heading: sections.requests, rows: requestRows(own.requests, inZone) };
  const messages = { heading: sections.messages, rows: messageRows(own.deliveries, inZone) };
  return {
    id: about.id,
    title: ownTitle(about, own.group, reader),
    sections: [...told, requests, messages].filter(({ rows }) =>
      rows.some(([, value]) => value !== undefined && value.length > 0),
    ),
    rules: { heading: sections.rules, rows: rules(own.group, about, inZone) },
    notes: [
      erasable ? kept.erasable : kept.authority,
      ...("call" in own && own.contacts.length > 0 ? [kept.contact] : []),
      at === undefined ? noUntil[about.kind] : until[about.kind](date(at, inZone)),
    ],
    erasable,
  };
}

/** A call, a poll or a meeting by name, with what it is. */
export function ownTitle(kept: Kept, group: Group, reader: Reader): string {
  const { named } = reader.text.ownRounds;
  const title = keptTitle(kept, group, reader);
  if (kept.kind === "call") return title;
  return kept.kind === "poll" ? named.poll(title) : named.meeting(title, whenText(kept, reader));
}

function rules(group: Group, kept: Kept, reader: Reader): OwnRow[] {
  const { labels } = reader.text.mydata;
  const at = purgeAt(kept, group);
  return [
    [labels.controller, local(group.controller, group, reader)],
    [labels.contact, group.privacyContact],
    [labels.basis, local(group.legalBasis, group, reader)],
    [labels.until, at === undefined ? undefined : date(at, reader)],
  ];
}

const requestRows = (requests: readonly DataRequest[], reader: Reader) =>
  requests.map(
    (r): OwnRow => [
      date(r.at, reader),
      [reader.text.mydata.ask.names[r.ask], r.text, r.answer?.text ?? ""].filter(Boolean),
    ],
  );

const messageRows = (deliveries: readonly Delivery[], reader: Reader) =>
  deliveries.map((d): OwnRow => [date(d.sentAt ?? d.at, reader), messageWords(d, reader)]);

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
