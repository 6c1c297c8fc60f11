import { mayNameInChannel, visibilitiesOpen } from "../bot/domain/poll-rules.ts";
import { likelyDeadline } from "../bot/domain/poll-typed.ts";
import { beside, dayAndTime } from "./call-inputs-parts.ts";
import { choice, textInput, toggle } from "./inputs.ts";
import { type Element, fold, hint, type Maybe } from "./kit.ts";
import type { PollForm } from "./poll-step-form.ts";
import type { Reader } from "./reader.ts";
import { pollCaps } from "./verbs/poll.ts";

/** By when, what others see, and how it ends. */
export function rulesInputs({ poll, typed, answered }: PollForm, reader: Reader): Maybe<Element>[] {
  const { text } = reader;
  const { step } = text.poll;
  const value = (id: string, saved: string | undefined) => (typed ? typed[id] : saved);
  const ticked = (id: string, saved: boolean) => (typed ? typed[id] === "true" : saved);
  const likely = likelyDeadline(poll, reader.now);
  const [date = likely.date, time = likely.time] = poll.deadline?.wall.split("T") ?? [];
  const isDraft = poll.status === "draft";
  const { series } = poll;
  return [
    isDraft &&
      dayAndTime("deadline", step.deadline, value("deadlineDate", date), value("deadlineTime", time), step.time),
    choice({
      id: "visibility",
      label: step.visibility,
      value: value("visibility", poll.visibility),
      choices: (["afterOwn", "always", "atEnd"] as const)
        .filter((v) => visibilitiesOpen(poll, answered).includes(v))
        .map((v) => ({ title: step.visibilities[v], value: v })),
    }),
    !isDraft && answered && hint(text.pollRules.stricter),
    mayNameInChannel(poll, answered) &&
      toggle({ id: "namesInChannel", label: step.names, value: ticked("namesInChannel", poll.namesInChannel) }),
    toggle({
      id: "closesWhenAnswered",
      label: step.closes,
      value: ticked("closesWhenAnswered", poll.closesWhenAnswered),
    }),
    beside(
      textInput({
        id: "contactName",
        label: step.contact,
        value: value("contactName", poll.contact?.name),
        maxLength: pollCaps.contactName,
      }),
      textInput({
        id: "phone",
        label: step.phone,
        value: value("phone", poll.contact?.phone),
        maxLength: pollCaps.phone,
        style: "Tel",
      }),
    ),
    fold(
      "series",
      step.series,
      [
        hint(step.seriesHint),
        beside(
          textInput({
            id: "least",
            label: step.least,
            value: value("least", series && String(series.least)),
            maxLength: 3,
          }),
          textInput({
            id: "most",
            label: step.most,
            value: value("most", series && String(series.most)),
            maxLength: 3,
          }),
        ),
        toggle({ id: "perMonth", label: step.perMonth, value: ticked("perMonth", series?.perMonth ?? false) }),
        textInput({
          id: "daysApart",
          label: step.daysApart,
          value: value("daysApart", series?.daysApart === undefined ? undefined : String(series.daysApart)),
          maxLength: 4,
        }),
      ],
      { first: true, hint: text.common.fold },
    ),
  ];
}
