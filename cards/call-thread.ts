import type { Call } from "../bot/domain/call.ts";
import type { Group } from "../bot/domain/group.ts";
import type { Question } from "../bot/domain/question.ts";
import { inLanguage, marked, receivedInAll, sentence, standing, titleOf, when, wordsFor } from "./call-parts.ts";
import { shortCall } from "./call-short.ts";
import { fitted } from "./fit.ts";
import { type Card, card, type Element, heading, line, type Maybe, strip } from "./kit.ts";
import { bold, clip } from "./literal.ts";
import { questionAndAnswer } from "./question.ts";
import type { Reader } from "./reader.ts";

interface Post {
  heading: (title: string) => string;
  strip: [bold: string, rest?: string | undefined];
  lines: Maybe<Element>[];
}

/** A post under the announcement, in each of the group's languages, one after the other. */
function post(
  call: Call,
  group: Group,
  reader: Reader,
  style: "accent" | "emphasis" | "warning",
  words: (reader: Reader) => Post,
): Card {
  const own = words(reader);
  const title = marked(call, own.heading(titleOf(call, group, reader)), reader);
  const others = group.languages.filter((lang) => lang !== reader.lang).map((lang) => inLanguage(reader, lang));
  return card({
    lang: reader.lang,
    fallbackText: [title, ...own.strip.filter(Boolean)].join(". "),
    body: [
      heading(title),
      strip(style, own.strip[0], own.strip[1]),
      ...own.lines,
      ...others.flatMap((other) => {
        const said = words(other);
        return [
          line(bold(said.heading(titleOf(call, group, other)))),
          line(bold(said.strip[0]), said.strip[1] ? ` ${said.strip[1]}` : ""),
          ...said.lines,
        ];
      }),
    ],
  });
}

/** A reminder of the deadline that comes next. */
export const reminderCard = (call: Call, group: Group, reader: Reader): Card =>
  fitted(call, shortCall, (c) =>
    post(c, group, reader, "accent", (r) => {
      const { reminder } = r.text.call;
      const { rest } = standing(c, group, r);
      return {
        heading: reminder.heading,
        strip: [rest],
        lines: [line(`${reminder.soFar(receivedInAll(c))} ${reminder.where}`)],
      };
    }),
  );

/** What was corrected in a published call. */
export const correctionCard = (call: Call, group: Group, reader: Reader, index: number): Card =>
  post(call, group, reader, "accent", (r) => ({
    heading: r.text.call.correctionHeading,
    strip: [r.text.call.correctionStrip],
    lines: [line(wordsFor(call.corrections[index]?.note, group, r))],
  }));

/** More time, for the whole call or one theme, and why. */
export function extensionCard(call: Call, group: Group, reader: Reader, index: number): Card {
  const extension = call.extensions[index];
  const theme = call.seatGroups.find((s) => s.id === extension?.seatGroup);
  return post(call, group, reader, "accent", (r) => ({
    heading: r.text.call.extensionHeading,
    strip: [
      extension ? r.text.call.extensionStrip(when(extension.to, r)) : "",
      theme ? r.text.call.extensionTheme(wordsFor(theme.name, group, r)) : undefined,
    ],
    lines: [line(r.text.call.strip.because(sentence(extension?.reason ?? "")))],
  }));
}

/** The call was called off: in the thread in every language, to a person in their own. */
export const cancelledCard = (call: Call, group: Group, reader: Reader, inThread: boolean): Card =>
  post(call, inThread ? group : { ...group, languages: [reader.lang] }, reader, "emphasis", ({ text }) => ({
    heading: text.call.cancelledHeading,
    strip: [text.call.strip.cancelled, text.call.strip.because(sentence(call.cancelled?.reason ?? ""))],
    lines: [line(text.call.cancelledMore)],
  }));

/** A question and its answer, for all. What people wrote stays in their language. */
export function answerPost(call: Call, group: Group, reader: Reader, question: Question): Card {
  const title = marked(call, reader.text.call.question.threadHeading(titleOf(call, group, reader)), reader);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${clip(question.answer?.text ?? "", 200)}`,
    body: [heading(title), ...questionAndAnswer(question, reader)],
  });
}
