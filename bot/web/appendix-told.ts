import type { Text } from "../../cards/text.ts";
import { date, dateTime, type Place, told } from "../../cards/when.ts";
import type {
  AppendixArrival,
  AppendixCandidate,
  AppendixConsent,
  AppendixProposal,
  AppendixReason,
  LateProposal,
} from "../domain/appendix-view.ts";
import { dateOnly, type Moment } from "../domain/time.ts";
import { plain, plainLine } from "./plain.ts";

type Words = Text["appendix"];
/** The words of an appendix, and whose clock its times are told by. */
export interface Told {
  words: Words;
  place: Place;
}

const listed = (parts: readonly (string | undefined)[], between = ", ") => parts.filter(Boolean).join(between);
const sentence = (text: string) => (/[.!?…\]]$/.test(text) ? text : `${text}.`);

/** A deadline as it was set: a day alone where only a day was. */
export const momentTold = (moment: Moment, { place }: Told): string =>
  dateOnly(moment) ? date(moment.wall, place) : dateTime(moment.at, place);

/** A late arrival and the deadline that it missed, precise enough to tell them apart. */
export function latenessTold({ arrival, deadline }: LateProposal, { words, place }: Told): string {
  const times = deadline && told(deadline.at, arrival.at, place);
  const arrived = arrivalTold(arrival, { words, place }, times?.arrival);
  return times ? `${arrived}\n${words.doc.deadlineWas(times.deadline)}` : arrived;
}

export const themeTold = (name: string, { words }: Told): string => plainLine(name) || words.unnamedTheme;

/** "Kaislan Omaiset ry (paikallinen, Kaislaranta; kohderyhmät: omaiset), ei vahvistettu" */
export function organisationTold(o: AppendixProposal["organisations"][number], { words }: Told): string {
  const where = listed([o.businessId && words.businessId(o.businessId), o.reach && words.reach[o.reach], o.locality]);
  const more = listed(
    [where, o.funding && words.funding(o.funding), o.targetGroups && words.targetGroups(o.targetGroups)],
    "; ",
  );
  return plainLine(listed([more ? `${o.name} (${more})` : o.name, words.confirmation[o.confirmation]]));
}

/** Those who proposed a candidate, each once, in the order of the proposals; or that they put themselves forward. */
export function proposersTold({ proposals }: Pick<AppendixCandidate, "proposals">, { words }: Told): string {
  const names = proposals.flatMap((p) => [
    ...(p.self ? [words.doc.selfProposed] : []),
    ...(p.organisations.length || p.self ? [] : [p.proposer?.name ?? ""]),
    ...p.organisations.map((o) => o.name),
  ]);
  return listed([...new Set(names.map(plainLine))]);
}

/** "Vain varajäseneksi, vain teema Lapset ja nuoret": the limits of a consent. */
export function limitTold({ limit }: AppendixConsent, told: Told): string {
  const { consent } = told.words;
  return plainLine(
    listed(
      [
        limit?.role && (limit.role === "member" ? consent.onlyMember : consent.onlySubstitute),
        limit?.theme !== undefined && consent.onlyTheme(themeTold(limit.theme, told)),
        limit?.text,
      ].map((part) => part || undefined),
    ),
  );
}

/** The consent as one or more sentences: what, when, by which way, who received it, and its limits. */
export function consentTold(consent: AppendixConsent, told: Told): string {
  const { words, place } = told;
  const { answered, state, by } = consent;
  const limit = limitTold(consent, told);
  const unanswered =
    by && state === "asked"
      ? words.consent.awaited(momentTold(by, told))
      : by && state === "lapsed"
        ? words.consent.lapsed(momentTold(by, told))
        : words.consentStates[state];
  const answer =
    answered &&
    listed([
      `${words.consentStates[state]} ${dateTime(answered.at, place)} ${words.ways[answered.way]}`,
      answered.receivedBy && words.consent.receivedBy(answered.receivedBy),
    ]);
  return plainLine(
    [
      answer ?? unanswered,
      limit && words.consent.limit(limit),
      consent.notReached && words.notReached[consent.notReached],
    ]
      .filter((part) => part !== undefined && part !== "")
      .map((part) => sentence(String(part)))
      .join(" "),
  );
}

/** As in a list: the answer and its limits. */
export function consentShort(consent: AppendixConsent, told: Told): string {
  const { consentStates, notReached, consent: words } = told.words;
  const limit = limitTold(consent, told);
  const state = consent.notReached ? notReached[consent.notReached] : consentStates[consent.state];
  return plainLine(limit ? `${sentence(state)} ${sentence(words.limit(limit))}` : state);
}

/** "pe 14.5.2027 klo 9.12.03 sähköpostitse, kirjattu pe 14.5.2027 klo 10.00, Tiina Saraluoto" */
export const arrivalTold = (
  arrival: AppendixArrival,
  { words, place }: Told,
  time = dateTime(arrival.at, place, "seconds"),
): string =>
  plainLine(
    listed([
      `${time} ${words.ways[arrival.way]}`,
      arrival.entered && words.entered(dateTime(arrival.entered.at, place), arrival.entered.by),
    ]),
  );

export function moveTold({ move }: Pick<AppendixCandidate, "move">, told: Told): string {
  if (!move) return "";
  const [from, to] = [move.from, move.to].map((name) => themeTold(name, told)) as [string, string];
  const what = told.words.move[move.state](from, to, dateTime(move.at, told.place));
  return plain(move.note ? `${what} ${move.note}` : what);
}

export const revivedTold = ({ revived }: Pick<AppendixCandidate, "revived">, { place }: Told): string =>
  revived ? plain(`${dateTime(revived.at, place)}: ${revived.reason}`) : "";

export const conflictsTold = ({ conflicts }: Pick<AppendixCandidate, "conflicts">, { words }: Told): string =>
  plainLine(
    listed(
      conflicts.map(({ name, because }) => listed([name, words.because[because]])),
      "; ",
    ),
  );

/** A reason as it may be published; where a chair redacted it, that is said. */
export const reasonTold = ({ text, redacted }: AppendixReason, { words }: Told): string =>
  listed([plain(text), redacted ? words.doc.redacted : ""], " ");

/** What a reason is about. */
export const groundTold = ({ criterion }: { criterion?: string | undefined }, { words }: Told): string =>
  criterion === undefined ? words.doc.wholeReason : plainLine(criterion) || words.unnamedCriterion;

export const actorTold = ({ proposer }: AppendixProposal): string =>
  plainLine(listed([proposer?.name, proposer?.position]));

/** What became of a proposal that arrived out of time. */
export const outcomeTold = ({ accepted }: LateProposal, { words, place }: Told): string =>
  accepted ? plain(words.doc.accepted(dateTime(accepted.at, place), accepted.by, accepted.reason)) : words.doc.kept;

export const seatsTold = ({ min, max }: { min: number; max: number }): string =>
  min === max ? String(max) : `${min}\u2060–\u2060${max}`;
