import { type Group, missingForPublishing } from "../bot/domain/group.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import { inLang, type LocalText, langs } from "../bot/domain/lang.ts";
import { dialog, press, submit } from "./actions.ts";
import { lead } from "./call-press.ts";
import { type Action, type Card, card, type Element, fold, heading, type Maybe, row, strip } from "./kit.ts";
import { bold, clip, literal } from "./literal.ts";
import type { Choosable } from "./people.ts";
import type { Reader } from "./reader.ts";

/** Names beyond these are counted, not listed. */
const MOST_NAMES = 8;
const NAME_SHOWN = 48;

export const groupName = (group: Group, { lang, text }: Reader): string =>
  inLang(group.name, lang, group.languages) || text.group.unnamed;

export interface ShownGroup {
  group: Group;
  /** Those whose names it shows. */
  people: readonly Choosable[];
  /** Whether the reader may change the settings. */
  may: boolean;
  /** Whether the reader keeps the days on which it doesn't meet. */
  officer?: boolean;
  saved?: boolean;
}

/** A group's settings as they stand, and what is missing before it can publish a call. */
export function groupCard({ group, people, may, officer = false, saved = false }: ShownGroup, reader: Reader): Card {
  const { lang, text } = reader;
  const words = text.group;
  const name = groupName(group, reader);
  const { main, privacy, other } = groupFacts({ group, people }, reader);
  return card({
    lang,
    fallbackText: name,
    body: [
      heading(name),
      saved && strip("good", words.show.saved),
      ...state(group, may, reader),
      ...main,
      fold("privacy", words.form.privacy, privacy, { first: true, hint: text.common.fold }),
      fold("other", words.form.other, other, { hint: text.common.fold }),
      officer && group.ready && daysRow(group, reader),
    ],
    actions: actions(group, may, reader),
  });
}

/** The way to the days on which it doesn't meet, which polls can leave out. */
function daysRow({ id, dayLists = [] }: Group, reader: Reader): Element {
  const { heading: title, none } = reader.text.dayLists;
  const sub =
    dayLists
      .map(({ name }) => clip(name, NAME_SHOWN))
      .slice(0, MOST_NAMES)
      .join(", ") || none;
  return row({ title, sub, link: true, separator: true, press: lead(reader, title, "group.days", { group: id }) });
}

function actions(group: Group, may: boolean, { text, client, door }: Reader): Maybe<Action>[] {
  const { show, form } = text.group;
  const missing = missingForPublishing(group).length > 0;
  const change = group.ready ? (missing ? show.complete : show.change) : form.setUp;
  const style = missing ? ("positive" as const) : undefined;
  const data = { group: group.id };
  if (door === "dialog") return [may && submit(change, "group.form", data, { door, style, inputs: false })];
  return [
    may && dialog(change, "group.form", data, { dialogs: client.dialogs, style }),
    may && group.ready && dialog(show.newCall, "call.new", data, { dialogs: client.dialogs }),
    press(show.home, "home.show", {}),
  ];
}

function state(group: Group, may: boolean, { text }: Reader): Element[] {
  const { show, missing } = text.group;
  if (!group.ready) return [strip("accent", show.notReady, may ? show.mayRest : show.notReadyRest)];
  const lacking = missingForPublishing(group).map((what) => missing[what]);
  return lacking.length ? [strip("warning", show.missing, `${lacking.join(", ")}.`)] : [strip("good", show.ready)];
}

/** All that a group has set, by kind. */
export function groupFacts({ group, people }: Pick<ShownGroup, "group" | "people">, { text }: Reader) {
  const words = text.group;
  const { labels } = words;
  const few = (names: readonly string[]) => fewNames(names, words);
  const named = (ids: readonly PersonId[]) =>
    few(ids.map((id) => people.find((p) => p.id === id)?.name || words.unnamedPerson));
  const row = (label: string, value: string | undefined) =>
    value ? literal([bold(`${label}: `), value], { spacing: "Small" }) : undefined;
  const inAll = (told: LocalText | undefined) =>
    langs
      .flatMap((l) => told?.[l] ?? (group.languages.includes(l) ? `${words.languages[l]}: ${labels.none}` : []))
      .join(" · ");
  const { quorum, members } = group;
  return {
    main: [
      row(labels.chair, named(group.chairs)),
      row(labels.vice, named(group.viceChair ? [group.viceChair] : [])),
      row(labels.secretaries, named(group.secretaries)),
      row(labels.languages, group.languages.map((l) => words.languages[l]).join(", ")),
      row(labels.members, members.kind === "team" ? words.members.team : named(members.persons)),
      row(labels.outside, members.kind === "named" ? few((members.outside ?? []).map((one) => one.name)) : undefined),
    ],
    privacy: [
      row(labels.body, words.bodies[group.body]),
      row(labels.controller, inAll(group.controller)),
      row(labels.privacyContact, group.privacyContact ?? labels.none),
      row(labels.basis, inAll(group.legalBasis)),
    ],
    other: [
      row(labels.substitutes, words.substitutes[group.substitutes]),
      row(labels.quorum, quorum.kind === "majority" ? words.quorums.majority : words.quorums.count(quorum.count)),
      row(labels.ballots, group.secretByDefault ? words.ballots.secret : words.ballots.open),
      row(labels.balance, words.balances[group.genderBalance]),
      row(labels.zone, group.zone),
      row(labels.retention, words.months(group.retentionMonths)),
    ],
  };
}

function fewNames(names: readonly string[], words: Reader["text"]["group"]): string {
  const more = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).map((name) => clip(name, NAME_SHOWN));
  return [shown.join(", "), ...(more > 0 ? [words.more(more)] : [])].join(" ");
}
