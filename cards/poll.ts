import type { PersonId } from "../bot/domain/ids.ts";
import { liveOptions, type OptionId, type PollOption } from "../bot/domain/poll.ts";
import { type PollAnswer, unansweredOf } from "../bot/domain/poll-answer.ts";
import { byDay } from "../bot/domain/poll-days.ts";
import { lead } from "./call-press.ts";
import { fitted } from "./fit.ts";
import {
  type Action,
  type Card,
  card,
  type Element,
  facts,
  fold,
  heading,
  hint,
  line,
  type Maybe,
  small,
  strip,
} from "./kit.ts";
import { clip, literal } from "./literal.ts";
import { dayText, timesOfDay } from "./poll-days.ts";
import { answerNotes, chosenHow, requiredText, seeLine } from "./poll-notes.ts";
import {
  bothTimes,
  chosenOptions,
  deadlineText,
  optionText,
  type PollAt,
  type PollSeen,
  phoneLine,
  pollNote,
  pollStanding,
  pollTitle,
  summary,
} from "./poll-parts.ts";
import { dayLines, MOST_ROWS_IN_PASSING, rowsInPassing, standingTable, whyText } from "./poll-times.ts";
import type { Reader } from "./reader.ts";
import { bar } from "./table.ts";

/** More times than these are folded where no table shows them. */
const MOST_OPEN = 12;

/** The poll in the channel, drawn anew after answers: everybody reads it there, so it shows what all may see; briefly, no times. */
export const pollCard = (seen: PollSeen, reader: Reader, brief = false): Card =>
  fitted(
    800,
    (_, most) => most,
    (most) => drawn(seen, reader, most, brief),
  );

function drawn(seen: PollSeen, reader: Reader, most: number, brief: boolean): Card {
  const { text } = reader;
  const { poll } = seen;
  const title = text.poll.heading(pollTitle(seen, reader));
  const { style, bold, rest } = pollStanding(seen, reader, seen);
  const isOpen = poll.status === "open" || poll.status === "draft";
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${bold}`,
    body: [
      heading(title),
      strip(style, bold, [rest, requiredText(seen, reader)].filter(Boolean).join(" ")),
      // where no table shows how it stands
      poll.status === "open" &&
        !seen.table &&
        seen.asked > 0 && { ...bar(seen.answered / seen.asked), spacing: "Small" },
      line(summary(seen, reader)),
      noteLine(seen, most, reader),
      ...chosenLines(seen, reader),
      ...(brief ? [] : tableOrTimes(seen, reader)),
      isOpen && answerNotes(seen, reader),
      isOpen && hint([text.poll.substitute, phoneLine(seen, reader)].filter(Boolean).join(" ")),
      isOpen && fold("rule", text.poll.howChosen, chosenHow(seen, reader), { first: true, hint: text.common.fold }),
    ],
    actions: pollActions(seen, reader),
  });
}

export const noteLine = (at: PollAt, most: number, reader: Reader): Maybe<Element> => {
  const note = clip(pollNote(at, reader), most);
  return note !== "" && line(note);
};

/** The times that were decided for, where there are several. */
export function chosenLines({ poll }: PollAt, reader: Reader): Element[] {
  const chosen = chosenOptions(poll);
  if (chosen.length < 2) return [];
  return [
    literal(reader.text.poll.chosenTimes, { weight: "Bolder", spacing: "Medium" }),
    ...chosen.map((o) => literal(bothTimes(o, reader, { year: true }), { spacing: "None" })),
  ];
}

/** Counts where they may be seen, otherwise the times alone; of very many, a fold. */
function tableOrTimes(seen: PollSeen, reader: Reader): Maybe<Element>[] {
  const { text } = reader;
  const { poll } = seen;
  const options = liveOptions(poll);
  if (poll.status === "cancelled") return [];
  const times = dayLines(options, reader);
  const folded = (first: boolean) =>
    fold("times", text.poll.times(options.length), times, { first, hint: text.common.fold });
  if (!seen.table || options.length === 0) return options.length > MOST_OPEN ? [folded(true)] : times;
  const shown = rowsInPassing(seen);
  const isOpen = poll.status === "open" || poll.status === "draft";
  return [
    standingTable(seen, shown, reader),
    !isOpen && hint(text.poll.table.legend),
    options.length > MOST_ROWS_IN_PASSING && hint(text.poll.table.tenBest(shown.length, options.length)),
    !isOpen && seen.why && poll.status !== "decided" && line(whyText(seen.why, reader)),
  ];
}

function pollActions({ poll }: PollAt, reader: Reader): Action[] {
  const { button } = reader.text.poll;
  const data = { poll: poll.id };
  const status = lead(reader, button.status, "poll.show", data);
  if (poll.status === "open")
    return [
      lead(reader, button.answer, "poll.form", data, "positive"),
      lead(reader, button.none, "poll.noneSuits", data),
      status,
    ];
  return poll.status === "closed" || poll.status === "decided" ? [status] : [];
}

/** The poll as one who is asked gets it: the times, their answer, and the way to give or change it. */
export function askedCard(
  at: PollAt & { answer?: PollAnswer | undefined; heading?: string | undefined; sentence?: string | undefined },
  reader: Reader,
): Card {
  const { text } = reader;
  const { poll, answer } = at;
  const title = at.heading ?? text.poll.told.request(pollTitle(at, reader));
  const standing = pollStanding(at, reader);
  const isOpen = poll.status === "open";
  const own = isOpen ? ownStanding(at, reader) : standing;
  const options = liveOptions(poll);
  const times = dayLines(options, reader);
  const said = [answer ? "" : seeLine(at, reader), phoneLine(at, reader)].filter(Boolean);
  const notes = isOpen ? said.join(" ") : "";
  return fitted(
    800,
    (_, most) => most,
    (most) =>
      card({
        lang: reader.lang,
        fallbackText: `${title}. ${own.bold}`,
        body: [
          heading(title),
          strip(own.style, own.bold, own.rest),
          at.sentence !== undefined && line(at.sentence),
          line(summary(at, reader)),
          noteLine(at, most, reader),
          ...chosenLines(at, reader),
          ...(answer ? answerRows(answer, at, reader) : isOpen && options.length <= MOST_OPEN ? times : []),
          !answer &&
            isOpen &&
            options.length > MOST_OPEN &&
            fold("times", text.poll.times(options.length), times, { first: true, hint: text.common.fold }),
          notes !== "" && small(notes),
        ],
        actions: isOpen
          ? [
              lead(
                reader,
                answer ? text.poll.button.change : text.poll.button.answer,
                "poll.form",
                { poll: poll.id },
                answer ? undefined : "positive",
              ),
              !answer && lead(reader, text.poll.button.none, "poll.noneSuits", { poll: poll.id }),
              lead(reader, text.poll.button.status, "poll.show", { poll: poll.id }),
            ]
          : poll.status === "closed"
            ? [lead(reader, text.poll.button.status, "poll.show", { poll: poll.id })]
            : [],
      }),
  );
}

/** Until when, and whether the reader has answered. */
export function ownStanding({ poll, answer }: PollAt & { answer?: PollAnswer | undefined }, reader: Reader) {
  const words = reader.text.poll.strip;
  const until = words.answerBy(deadlineText(poll, reader));
  const open = answer ? unansweredOf(poll.options, answer).length : 0;
  if (!answer) return { style: "accent" as const, bold: until, rest: words.notYou };
  return open > 0
    ? { style: "accent" as const, bold: words.youOpen(open), rest: until }
    : { style: "good" as const, bold: words.you, rest: words.changeBy(deadlineText(poll, reader)) };
}

/** What somebody answered, each choice with its times; of many, a line for each day. `only`: about these times alone. */
export function answerRows(
  answer: PollAnswer,
  { poll }: PollAt,
  reader: Reader,
  names: Record<PersonId, string> = {},
  only?: ReadonlySet<OptionId>,
): Maybe<Element>[] {
  const { own, as } = reader.text.poll;
  const options = liveOptions(poll);
  const told = (list: readonly PollOption[]) => (only ? list.filter(({ id }) => only.has(id)) : list);
  const said = (choice: string | undefined) => options.filter((o) => answer.choices[o.id] === choice);
  const list = (choice: "yes" | "ifNeeded" | "no" | undefined) => {
    const found = said(choice);
    if (found.length === options.length && choice === "yes") return own.all;
    if (found.length === options.length && choice === "no") return own.none;
    return options.length > MOST_OPEN
      ? byDay(told(found)).map(({ day, options: times }) => `${dayText(day, reader)} ${timesOfDay(times, reader)}`)
      : told(found)
          .map((o) => optionText(o, reader))
          .join(", ");
  };
  const by = answer.as === "self" ? undefined : [names[answer.by], as[answer.as]].filter(Boolean).join(", ");
  return [
    facts([
      [own.labels.yes, list("yes")],
      [own.labels.ifNeeded, list("ifNeeded")],
      [own.labels.no, list("no")],
      [own.labels.open, list(undefined)],
      [own.labels.comment, answer.comment],
      [own.labels.by, by],
    ]),
  ];
}
