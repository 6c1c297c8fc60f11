import type { Call } from "../bot/domain/call.ts";
import { missingLanguages, type Problem, problemsOf, stepOf } from "../bot/domain/call-problems.ts";
import { WAIT } from "../bot/domain/call-publish.ts";
import { mainLang, type Page, pagesOf } from "../bot/domain/call-steps.ts";
import { type Group, missingForPublishing } from "../bot/domain/group.ts";
import { changeNotes, marked, receivedInAll, standing, titleOf } from "./call-parts.ts";
import { here, lead } from "./call-press.ts";
import { shortCall } from "./call-short.ts";
import { fitted } from "./fit.ts";
import {
  type Action,
  type Card,
  card,
  type Element,
  heading,
  line,
  type Maybe,
  row,
  small,
  strip,
  subheading,
} from "./kit.ts";
import type { Reader } from "./reader.ts";
import { roundRows } from "./rounds.ts";
import { dateTime } from "./when.ts";

/** The officers' card for one call: where it stands, the next thing to do, and a way to everything else. */
export const manageCard = (call: Call, group: Group, reader: Reader): Card =>
  fitted(call, shortCall, (c) =>
    c.status === "draft" ? draftCard(c, group, reader) : publishedCard(c, group, reader),
  );

function draftCard(call: Call, group: Group, reader: Reader): Card {
  const { text } = reader;
  const title = marked(call, text.call.manage.draftHeading(titleOf(call, group, reader)), reader);
  const data = { call: call.id };
  const problems = problemsOf(call, group, reader.now);
  const lacking = missingLanguages(call, group);
  if (call.publishing) return waitingCard(call, title, reader);
  const next = nextPage(group, problems, lacking);
  const groupLacks = missingForPublishing(group);
  const isReady = problems.length + lacking.length === 0;
  const settings = here(reader, text.call.button.settings, "group.form", { group: group.id });
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      isReady
        ? groupLacks.length > 0
          ? strip("warning", text.call.manage.groupLacks, text.call.manage.groupLacksMore)
          : strip("good", text.call.manage.ready)
        : strip("accent", text.call.manage.missing(problems.length + lacking.length), text.call.step.draftKept),
      !isReady && groupLacks.length > 0 && line(`${text.call.manage.groupLacks} ${text.call.manage.groupLacksMore}`),
      subheading(text.call.manage.parts),
      ...pagesOf(group).map((page) => pageRow(call, group, page, problems, lacking, reader)),
      subheading(text.call.manage.more),
      groupLacks.length > 0 &&
        linkRow(
          text.call.button.settings,
          "",
          lead(reader, text.call.button.settings, "group.form", { group: group.id }),
        ),
      linkRow(text.call.manage.copy, text.call.manage.copySub, lead(reader, text.call.manage.copy, "call.copy", data)),
      linkRow(text.call.button.delete, "", here(reader, text.call.button.delete, "call.deleteDraft", data)),
    ],
    actions: [
      isReady && groupLacks.length > 0 && { ...settings, style: "positive" },
      next &&
        lead(reader, text.call.button.continue, "call.step", { ...data, ...next }, isReady ? undefined : "positive"),
      lead(
        reader,
        text.call.button.preview,
        "call.preview",
        data,
        isReady && groupLacks.length === 0 ? "positive" : undefined,
      ),
    ],
  });
}

/** The first page on which something is missing. */
const nextPage = (group: Group, problems: Problem[], lacking: Page[]): Page | undefined => {
  const main = mainLang(group);
  return pagesOf(group).find(
    ({ step, lang }) =>
      (lang === main && problems.some((p) => stepOf[p] === step)) ||
      lacking.some((page) => page.step === step && page.lang === lang),
  );
};

function pageRow(call: Call, group: Group, page: Page, problems: Problem[], lacking: Page[], reader: Reader): Element {
  const { text } = reader;
  const isMain = page.lang === mainLang(group);
  const missing = isMain
    ? problems.filter((p) => stepOf[p] === page.step).map((p) => text.call.problem[p])
    : lacking.some((one) => one.step === page.step && one.lang === page.lang)
      ? [text.call.languages[page.lang]]
      : [];
  const name = text.call.step[page.step];
  const title = isMain ? name : text.call.manage.checkText(name, text.call.languages[page.lang]);
  return row({
    title,
    sub: missing.length > 0 && isMain ? missing.join(", ") : undefined,
    right:
      missing.length > 0
        ? text.call.manage.lacking
        : isEmpty(call, page)
          ? text.call.manage.optional
          : text.call.manage.done,
    attention: missing.length > 0,
    press: lead(reader, title, "call.step", { call: call.id, ...page }),
    separator: true,
  });
}

const isEmpty = (call: Call, { step }: Page) => step === "criteria" && call.criteria.length === 0;

/** While publishing can be taken back. */
function waitingCard(call: Call, title: string, reader: Reader): Card {
  const { text } = reader;
  const publishing = call.publishing ?? { at: reader.now, pressedAt: reader.now };
  const at = dateTime(publishing.at, reader, "seconds");
  const soon = publishing.at - publishing.pressedAt <= WAIT;
  const data = { call: call.id };
  const drawn = { ...data, rev: call.rev };
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip("accent", soon ? text.call.manage.soon(at) : text.call.manage.waiting(at), text.call.manage.waitingMore),
      linkRow(text.call.button.preview, "", lead(reader, text.call.button.preview, "call.preview", data)),
    ],
    actions: [
      here(reader, text.call.button.takeBack, "call.takeBack", drawn),
      soon && here(reader, text.call.button.skipWait, "call.skipWait", drawn, "positive"),
    ],
  });
}

function publishedCard(call: Call, group: Group, reader: Reader): Card {
  const { text } = reader;
  const { manage } = text.call;
  const title = marked(call, text.call.heading(titleOf(call, group, reader)), reader);
  const { bold: state, rest } = standing(call, group, reader);
  const data = { call: call.id };
  const isLive = call.status === "open" || call.status === "closed";
  const go = (name: string, sub: string, verb: string): Element => linkRow(name, sub, lead(reader, name, verb, data));
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${state} ${rest}`,
    body: [
      heading(title),
      strip(call.status === "open" ? "accent" : "emphasis", state, rest),
      line(manage.received(receivedInAll(call), call.candidates, call.late)),
      ...changeNotes(call, group, reader).map((note) => small(note)),
      ...doubtfulRows(call, reader),
      subheading(manage.more),
      isLive && go(manage.correct, manage.correctSub, "call.correctForm"),
      isLive && go(manage.extend, manage.extendSub, "call.extendForm"),
      go(manage.questions, manage.questionsSub, "question.list"),
      go(manage.show, "", "call.show"),
      go(manage.copy, manage.copySub, "call.copy"),
      ...roundRows(call, reader),
      linkRow(manage.based, manage.basedSub, here(reader, manage.based, "call.based", data)),
      isLive && go(manage.cancel, manage.cancelSub, "call.cancelForm"),
    ],
    actions: [here(reader, text.call.button.board, "board.show", data, "positive")],
  });
}

/** Texts to look at because another language was corrected: correct them too, or say that they are right. */
function doubtfulRows(call: Call, reader: Reader): Maybe<Element>[] {
  const { text } = reader;
  const doubtful = (call.doubtful ?? []) as Page[];
  if (doubtful.length === 0) return [];
  return [
    strip("warning", text.call.manage.doubtful, text.call.manage.doubtfulMore),
    ...doubtful.flatMap(({ step, lang }) => {
      const name = text.call.manage.checkText(text.call.step[step], text.call.languages[lang]);
      const data = { call: call.id, step, lang };
      return [
        linkRow(`${text.call.button.correct}: ${name}`, "", lead(reader, name, "call.step", data)),
        linkRow(
          `${text.call.button.confirm}: ${name}`,
          "",
          here(reader, text.call.button.confirm, "call.confirmText", { ...data, corrections: call.corrections.length }),
        ),
      ];
    }),
  ];
}

const linkRow = (title: string, sub: string, press: Action): Element =>
  row({ title, sub: sub || undefined, link: true, separator: true, press });
