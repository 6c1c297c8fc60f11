import type { OptionId } from "../bot/domain/poll.ts";
import type { Ranked } from "../bot/domain/poll-rank.ts";
import { likelyDeadline } from "../bot/domain/poll-typed.ts";
import { submit } from "./actions.ts";
import { dayAndTime } from "./call-inputs-parts.ts";
import { here } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { choice, textInput } from "./inputs.ts";
import { type Card, card, heading, line, strip } from "./kit.ts";
import { deadlineText, optionText, type PollAt, type PollSeen, pollTitle, wishText } from "./poll-parts.ts";
import { rowsInPassing, standingTable, whyText } from "./poll-times.ts";
import type { Reader } from "./reader.ts";
import { pollCaps } from "./verbs/poll.ts";

interface ChangeForm extends PollAt {
  nonce: string;
  problem?: string | undefined;
}

/** A later deadline, which opens a closed poll again. */
export function extendPollCard(
  { poll, group, nonce, problem }: ChangeForm,
  typed: { deadlineDate?: string | undefined; deadlineTime?: string | undefined } | undefined,
  reader: Reader,
): Card {
  const { extend } = reader.text.poll;
  const title = extend.heading(pollTitle({ poll, group }, reader));
  const likely = likelyDeadline(poll, reader.now);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      problem !== undefined
        ? strip("warning", problem)
        : strip(
            "accent",
            extend.now(deadlineText(poll, reader)),
            poll.status === "closed" ? extend.wasOver : undefined,
          ),
      dayAndTime(
        "deadline",
        extend.until,
        typed ? typed.deadlineDate : likely.date,
        typed ? typed.deadlineTime : likely.time,
        reader.text.poll.step.time,
      ),
    ],
    actions: [
      submit(extend.send, "poll.extend", { poll: poll.id, nonce }, { door: reader.door, style: "positive" }),
      here(reader, reader.text.common.back, "poll.manage", { poll: poll.id }),
    ],
  });
}

/** Calling a poll off, with a reason. */
export function cancelPollCard(
  { poll, group, nonce, problem }: ChangeForm,
  reason: string | undefined,
  reader: Reader,
): Card {
  const { cancel } = reader.text.poll;
  const title = cancel.heading(pollTitle({ poll, group }, reader));
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip("warning", problem ?? cancel.line),
      textInput({
        id: "reason",
        label: cancel.reason,
        value: reason,
        maxLength: pollCaps.reason,
        multiline: true,
        required: cancel.missing,
      }),
    ],
    actions: [
      submit(cancel.send, "poll.cancel", { poll: poll.id, nonce }, { door: reader.door, style: "destructive" }),
      here(reader, reader.text.common.back, "poll.manage", { poll: poll.id }),
    ],
  });
}

/** A draft is deleted by a second press only. */
export function deletePollCard(at: PollAt, reader: Reader): Card {
  const { text } = reader;
  const title = text.poll.heading(pollTitle(at, reader));
  const data = { poll: at.poll.id };
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [heading(title), strip("warning", text.call.manage.deleteAsk, text.call.manage.deleteMore)],
    actions: [
      here(reader, text.call.button.delete, "poll.deleteDraft", { ...data, sure: "true" }, "destructive"),
      here(reader, text.common.back, "poll.manage", data),
    ],
  });
}

/** A list that all can see at once, otherwise one that drops down. */
const MOST_EXPANDED = 12;

/** The times in order, best first, with what sets the first apart; the chair confirms one, or several of a series. */
export const decidePollCard = (
  {
    seen,
    proposal,
    nonce,
    problem,
    typed,
    despite,
  }: {
    seen: PollSeen;
    /** The set that suits best, for a series. */
    proposal: readonly OptionId[];
    nonce: string;
    problem?: string | undefined;
    typed?: readonly OptionId[] | undefined;
    /** What isn't as the poll wished, and stands when it is confirmed once more. */
    despite?: readonly OptionId[] | undefined;
  },
  reader: Reader,
): Card => {
  const { text, door } = reader;
  const { poll, ranking = [], why } = seen;
  const { decide } = text.poll;
  const title = decide.heading(pollTitle(seen, reader));
  const [first] = ranking;
  const isTie = why?.kind === "tie" || why?.kind === "nobody";
  const usual = poll.series ? proposal : isTie || !first ? [] : [first.option.id];
  const shown = rowsInPassing(seen);
  const full = (most: number) =>
    card({
      lang: reader.lang,
      fallbackText: title,
      body: [
        heading(title),
        problem !== undefined
          ? strip("warning", problem)
          : poll.status === "open"
            ? strip("accent", decide.open, decide.openRest)
            : strip("accent", decide.closed),
        why && line(whyText(why, reader)),
        most > 0 && standingTable(seen, shown, reader),
        choice({
          id: "options",
          label: poll.series ? decide.chooseSeries(wishText(poll.series, reader)) : decide.choose,
          multi: poll.series !== undefined,
          expanded: poll.series !== undefined || ranking.length <= MOST_EXPANDED,
          value: poll.series ? (typed ?? usual) : (typed ?? usual)[0],
          required: decide.missing,
          choices: ranking.map((ranked) => ({ title: optionTitle(ranked, seen, reader), value: ranked.option.id })),
        }),
        line(decide.line),
      ],
      actions: [
        submit(
          despite ? decide.sendStill : decide.send,
          "poll.decide",
          { poll: poll.id, rev: poll.rev, nonce, ...(despite && { despite: despite.join(",") }) },
          { door, style: "positive" },
        ),
        here(reader, text.common.back, "poll.manage", { poll: poll.id }),
      ],
    });
  return fitted(
    1,
    () => 0,
    (most) => full(most),
    [0],
  );
};

/** Place, time, counts, and what it shares its place with. */
function optionTitle(
  { option, place, tied, yes, ifNeeded, no, available }: Ranked,
  { poll, required }: PollSeen,
  reader: Reader,
): string {
  const { decide } = reader.text.poll;
  const counts = [
    decide.counts(yes, ifNeeded, no),
    ...(poll.asked.some((a) => a.required) ? [decide.required(available, required.asked)] : []),
    ...(tied ? [decide.tied] : []),
  ].join(" · ");
  return decide.option(place, optionText(option, reader), counts);
}
