import type { Call } from "../bot/domain/call.ts";
import type { Group } from "../bot/domain/group.ts";
import { type Lang, langs } from "../bot/domain/lang.ts";
import type { Waiting } from "../bot/domain/waiting.ts";
import { dialog, press } from "./actions.ts";
import {
  type Action,
  type Card,
  card,
  type Element,
  fold,
  heading,
  hint,
  line,
  type Maybe,
  row,
  strip,
} from "./kit.ts";
import type { Reader } from "./reader.ts";
import { taskRow, waitingStrip } from "./tasks.ts";

/** How many of the things that wait stand on the home card; the rest are behind "show all". */
const MOST = 5;

export interface Home {
  waiting: readonly Waiting[];
  /** The groups that the reader leads and that are set up, with their calls. */
  led: readonly { group: Group; calls: readonly Call[] }[];
  /** Whether the examples are offered as real calls. */
  examples: boolean;
  /** The sentence under the heading, when the card answers something that wasn't quite understood. */
  notice?: string | undefined;
}

/** What waits for the reader, then where they can go. */
export function homeCard(home: Home, reader: Reader): Card {
  const { lang, text } = reader;
  const words = text.home;
  const { waiting } = home;
  const fallbackText = waiting.length ? `Ehdolla: ${words.waiting(waiting.length)}.` : `Ehdolla: ${words.heading}`;
  return card({
    lang,
    fallbackText,
    body: [
      heading(words.heading),
      home.notice !== undefined && strip("emphasis", home.notice),
      waiting.length ? waitingStrip(waiting, reader) : strip("emphasis", words.nothing, words.nothingRest),
      ...waiting.slice(0, MOST).map((task, at) => taskRow(task, at > 0, reader)),
      waiting.length > MOST && link(words.showAll(waiting.length), "tasks.mine", {}, true),
      home.examples &&
        home.led.length > 0 &&
        toGroup(home, "examples.list", words.buttons.examples, waiting.length > 0),
      fold("everything", words.everything, everything(home, reader), { first: true, hint: text.common.fold }),
      fold("languages", words.otherLanguages, [languages(lang)], { hint: text.common.fold }),
    ],
    actions: mainActions(home, reader),
  });
}

/** The home card where everyone sees it: nothing personal, only where to go. */
export function sharedHomeCard(group: Group | undefined, notice: string | undefined, { lang, text }: Reader): Card {
  const { home } = text;
  return card({
    lang,
    fallbackText: `Ehdolla: ${home.heading}`,
    body: [
      heading(home.heading),
      notice !== undefined && strip("emphasis", notice),
      line(home.shared),
      hint(home.write),
    ],
    actions: [
      press(home.buttons.openCalls, "calls.open", {}),
      group && press(home.buttons.group, "group.show", { group: group.id }),
    ],
  });
}

/** The three likeliest for those who lead a group, and for everyone else. */
function mainActions(home: Home, reader: Reader): Action[] {
  const { buttons } = reader.text.home;
  const openCalls = press(buttons.openCalls, "calls.open", {});
  const myProposals = press(buttons.myProposals, "proposals.mine", {});
  if (home.led.length === 0) return [openCalls, press(buttons.myTasks, "tasks.mine", {}), myProposals];
  return [toBoard(home, reader), newCall(home, reader), openCalls];
}

function everything(home: Home, reader: Reader): Maybe<Element>[] {
  const { buttons, write } = reader.text.home;
  const leads = home.led.length > 0;
  return [
    link(buttons.openCalls, "calls.open", {}),
    link(buttons.myTasks, "tasks.mine", {}),
    link(buttons.myProposals, "proposals.mine", {}),
    link(reader.text.poll.list.heading, "polls.mine", {}),
    link(reader.text.meeting.list.heading, "meetings.mine", {}),
    link(reader.text.mydata.buttons.show, "mydata.show", {}),
    leads && linked(newCall(home, reader)),
    leads && linked(press(buttons.calls, "calls.mine", {})),
    leads && toGroup(home, "group.show", buttons.group),
    leads && toGroup(home, "examples.list", buttons.practice),
    hint(write),
  ];
}

const link = (title: string, verb: string, data: object, separator = false): Element =>
  row({ title, press: press(title, verb, { ...data }), link: true, separator });
const linked = (action: Action): Element => row({ title: action.title, press: action, link: true });

const onlyGroup = ({ led }: Home): Group | undefined => (led.length === 1 ? led[0]?.group : undefined);

/** To the one group that the reader leads, or to choosing among several. */
function toGroup(home: Home, next: "group.show" | "examples.list", title: string, separator = false): Element {
  const group = onlyGroup(home);
  return group ? link(title, next, { group: group.id }, separator) : link(title, "groups.mine", { next }, separator);
}

function newCall(home: Home, { text, client }: Reader): Action {
  const group = onlyGroup(home);
  const title = text.home.buttons.newCall;
  return group
    ? dialog(title, "call.new", { group: group.id }, client)
    : press(title, "groups.mine", { next: "call.new" });
}

/** To the candidates of the one call that has them, or to choosing among several. */
function toBoard(home: Home, { text }: Reader): Action {
  const calls = home.led.flatMap((one) => one.calls).filter((c) => c.status === "open" || c.status === "closed");
  const [only] = calls;
  return only && calls.length === 1
    ? press(text.home.buttons.board, "board.show", { call: only.id })
    : press(text.home.buttons.calls, "calls.mine", {});
}

const IN_LANGUAGE: Record<Lang, string> = { fi: "Suomeksi", sv: "På svenska", en: "In English" };

const languages = (current: Lang): Element => ({
  type: "ActionSet",
  actions: langs.filter((lang) => lang !== current).map((lang) => press(IN_LANGUAGE[lang], "home.language", { lang })),
});
