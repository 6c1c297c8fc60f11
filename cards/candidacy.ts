import { type Call, contactOf } from "../bot/domain/call.ts";
import type { Candidate, Limit } from "../bot/domain/candidate.ts";
import type { Group } from "../bot/domain/group.ts";
import { inLang, type LocalText } from "../bot/domain/lang.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import { dayOf } from "../bot/domain/time.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { dateRange } from "./when.ts";

/** A candidate as they are looked at: the group, the call, and the nominations behind them. */
export interface CandidacyView {
  group: Group;
  call: Call;
  candidate: Candidate;
  nominations: readonly Nomination[];
}

type Where = Pick<CandidacyView, "group" | "call">;

/** Names in lists are cut here; whole names stand where there is room for them. */
export const NAME = 70;
const NAMES_IN_A_ROW = 5;

/** What the group or call says, in the reader's language where it exists. */
export const local = (written: LocalText | undefined, group: Group, { lang }: Reader): string =>
  inLang(written ?? {}, lang, group.languages);

/** A card's title with the group's name, marked when it is only practice. */
export const titled = (title: (group: string) => string, { group, call }: Where, reader: Reader): string => {
  const words = title(clip(local(group.name, group, reader), 120));
  return call.practice ? `${reader.text.common.practice} · ${words}` : words;
};

export const themeName = (id: string | undefined, { group, call }: Where, reader: Reader): string =>
  clip(local(call.seatGroups.find((s) => s.id === id)?.name, group, reader), 120);

export const termText = ({ term }: Call, { lang, zone }: Reader): string | undefined =>
  term && dateRange(term.from, term.to, { lang, zone });

/** A limit in few words, most important first: "vain varajäsen; vain teema Lapset ja nuoret; omin sanoin". */
export function limitWords(limit: Limit | undefined, where: Where, reader: Reader): string | undefined {
  if (!limit) return undefined;
  const { limits } = reader.text.consent;
  const words = [
    limit.role && limits.only[limit.role],
    limit.seatGroup && limits.onlyTheme(themeName(limit.seatGroup, where, reader)),
    limit.text,
  ].filter(Boolean);
  return words.length > 0 ? words.join("; ") : undefined;
}

/** Every proposing organisation once; a person who nominated themself stands under their own name. */
export const proposersOf = (nominations: readonly Nomination[]): string[] => [
  ...new Set(
    nominations.flatMap((n) => (n.organisations.length > 0 ? n.organisations.map((o) => o.name) : [n.proposer.name])),
  ),
];

/** The first few names, and how many there are besides. */
export function fewNames(names: readonly string[], { text }: Reader, max = NAMES_IN_A_ROW): string {
  const shown = names.slice(0, names.length === max + 1 ? max + 1 : max).map((name) => held(clip(name, NAME)));
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} ${text.consent.andMore(rest)}` : shown.join(", ");
}

/** Whom to ask today: name, phone, e-mail. */
export function contactLine({ call }: Where, { now, zone }: Reader): string | undefined {
  const contact = contactOf(call, dayOf(now, zone));
  return contact && [contact.name, contact.phone, contact.email].filter(Boolean).join(", ");
}

/** "X ry" holds together in a line. */
const held = (name: string) => name.replace(/ (?=(ry|rf|r\.y\.|r\.f\.)$)/i, "\u00A0");
