import type { Call } from "../bot/domain/call.ts";
import type { Candidate } from "../bot/domain/candidate.ts";
import type { Group } from "../bot/domain/group.ts";
import { asked } from "../bot/domain/nominate-entry.ts";
import type { Nomination, Organisation } from "../bot/domain/nomination.ts";
import { answerBy } from "../bot/domain/passing.ts";
import { dateOnly, type Moment } from "../bot/domain/time.ts";
import { dialog, type PressData, press, submit } from "./actions.ts";
import { local } from "./candidacy.ts";
import type { Action, Element } from "./kit.ts";
import { bold, clip, literal, paragraphs } from "./literal.ts";
import { callTitle } from "./open-calls.ts";
import type { Reader } from "./reader.ts";
import { date, dateTime } from "./when.ts";

/** A nomination as cards show it. */
export interface NominationParts {
  group: Group;
  call: Call;
  nomination: Nomination;
  candidate?: Candidate | undefined;
}
export type Scene = Pick<NominationParts, "group" | "call">;

/** What a card that opens another is pressed for: in a dialog it is the next page. */
export const go = (title: string, verb: string, data: PressData, { door }: Reader): Action =>
  door === "dialog" ? submit(title, verb, data, { door, inputs: false }) : press(title, verb, data, { inputs: false });

/** A button that opens a form. */
export const open = (title: string, verb: string, data: PressData, reader: Reader): Action =>
  reader.door === "dialog" ? go(title, verb, data, reader) : dialog(title, verb, data, reader.client);

/** The call's name, short enough for a heading. */
export const titleOf = (scene: Scene, reader: Reader): string => clip(callTitle(scene, reader), 90);

/** The group's clock, whoever reads. */
export const inZone = (reader: Reader, { zone }: Group): Reader => ({ ...reader, zone });

/** A deadline as it was written: a day alone, or with the time. */
export const untilText = (moment: Moment, reader: Reader): string =>
  dateOnly(moment) ? date(moment.wall, reader) : dateTime(moment.at, reader);

/** A theme by name; nothing where the call fills one kind of seat only and it needs no naming. */
export function themeOf(id: string | undefined, { group, call }: Scene, reader: Reader): string | undefined {
  const found = call.seatGroups.find((s) => s.id === id);
  return found && (clip(local(found.name, group, reader), 100) || undefined);
}

/** "Omaiset ja läheiset, varsinainen jäsen". */
export function seatText({ group, call, nomination }: NominationParts, reader: Reader): string | undefined {
  const offers = call.seatGroups.find((s) => s.id === nomination.seatGroup)?.substitutes;
  const role = offers ? reader.text.nomination.form.roles[nomination.role].toLowerCase() : undefined;
  return [themeOf(nomination.seatGroup, { group, call }, reader), role].filter(Boolean).join(", ") || undefined;
}

/** The first few organisations by name, and how many there are besides. */
export function organisationNames(organisations: readonly Organisation[], { text }: Reader, max = 5): string {
  const names = organisations.slice(0, max).map((o) => o.name.replace(/ (?=(ry|rf)$)/i, "\u00A0"));
  const rest = organisations.length - names.length;
  return rest > 0 ? `${names.join(", ")} ${text.nomination.andMore(rest)}` : names.join(", ");
}

/** Whether a candidate has answered, in a sentence for the proposer. */
export function consentText({ call, nomination, candidate }: NominationParts, reader: Reader): string | undefined {
  const { consent } = reader.text.nomination;
  if (nomination.status === "late" || nomination.unconfirmed) return consent.notAsked;
  if (!candidate) return undefined;
  const at = candidate.answers.at(-1)?.at;
  const when = at === undefined ? "" : dateTime(at, reader);
  const deadline = answerBy(candidate, call);
  switch (candidate.consent) {
    case "given":
      return consent.given(when);
    case "declined":
      return consent.declined(when);
    case "lapsed":
      return consent.lapsed;
    case "asked":
      if (candidate.notReached) return consent.notReached;
      return deadline === undefined ? consent.asked : consent.askedBy(dateTime(deadline, reader));
  }
}

/** Reasons as the proposer wrote them: the overall one, then by criterion, then of criteria taken away since. */
export function reasonTexts({ group, call, nomination }: NominationParts, reader: Reader): [string, string][] {
  const length = Math.min(160, Math.floor(840 / Math.max(1, asked(call).length)));
  const labelled = asked(call).map(({ id, text }): [string, string] => [id, clip(local(text, group, reader), length)]);
  const known = new Map(labelled);
  const ids = [...known.keys(), ...Object.keys(nomination.reasons).filter((id) => !known.has(id))];
  const { reason } = reader.text.nomination.labels;
  const all = ids.map((id): [string, string] => [known.get(id) ?? reason, nomination.reasons[id] ?? ""]);
  return [[reason, nomination.reason] as [string, string], ...all].filter(([, written]) => written !== "");
}

/** A bold label and what was written, its line breaks kept. */
export function labelled(label: string, written: string): Element[] {
  const [first = "", ...rest] = written.split(/\n+/);
  return [
    literal([bold(`${label}: `), first], { spacing: "Small" }),
    ...(rest.length > 0 ? paragraphs(rest.join("\n"), { spacing: "Small" }) : []),
  ];
}

const received = ({ way, at, receivedBy }: NonNullable<Organisation["word"]>, reader: Reader): string => {
  const { word, ways } = reader.text.nomination;
  return word.received(ways[way], dateTime(at, reader), receivedBy);
};

/** One organisation with everything told about it, in a line; of `few` also who received their word, and when. */
export function organisationLine(
  organisation: Organisation,
  reader: Reader,
  { answered = true, few = true } = {},
): string {
  const words = reader.text.nomination;
  const { name, businessId, reach, locality, funding, targetGroups, contact, confirmation, word } = organisation;
  const more = [
    businessId && words.businessId(businessId),
    reach && words.reach[reach],
    locality,
    funding && words.funding(funding),
    targetGroups && words.targetGroups(targetGroups),
    contact &&
      words.contactIs([contact.name, contact.email].filter((v, at, all) => v && all.indexOf(v) === at).join(", ")),
    answered && confirmation !== "own" && words.confirmations[confirmation],
    answered && word && (few ? received(word, reader) : words.ways[word.way]),
  ];
  return [name, ...more.filter(Boolean)].join(" · ");
}

/** Who is proposed and how they are reached, as entered. */
export const nomineeContact = ({ nominee }: Nomination): string | undefined =>
  [nominee.email, nominee.phone].filter(Boolean).join(", ") || undefined;
