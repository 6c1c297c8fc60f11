import { type Call, lastDeadline, openSeats } from "../bot/domain/call.ts";
import { pagesOf } from "../bot/domain/call-steps.ts";
import type { Group } from "../bot/domain/group.ts";
import { submit } from "./actions.ts";
import { dayAndTime } from "./call-inputs-parts.ts";
import { marked, titleOf, when, wordsFor } from "./call-parts.ts";
import { here, lead } from "./call-press.ts";
import { choice, textInput } from "./inputs.ts";
import { type Card, card, heading, hint, line, row, strip } from "./kit.ts";
import type { Reader } from "./reader.ts";
import { callCaps } from "./verbs/call-steps.ts";

/** Which part of a published call to correct, in which language. */
export function correctCard(call: Call, group: Group, reader: Reader): Card {
  const { text } = reader;
  const title = marked(call, text.call.correctHeading(titleOf(call, group, reader)), reader);
  const isAlone = group.languages.length === 1;
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip("accent", text.call.correctWhich, text.call.step.correctingMore),
      ...pagesOf(group).map((page) => {
        const name = text.call.step[page.step];
        const whole =
          isAlone || page.step === "dates" ? name : text.call.manage.checkText(name, text.call.languages[page.lang]);
        const press = lead(reader, whole, "call.step", { call: call.id, ...page });
        return row({ title: whole, link: true, separator: true, press });
      }),
    ],
    actions: [here(reader, text.common.back, "call.manage", { call: call.id })],
  });
}

export interface ChangeForm {
  call: Call;
  group: Group;
  nonce: string;
  reader: Reader;
  problem?: string | undefined;
}

export interface ExtendTyped {
  seatGroup?: string | undefined;
  deadlineDate?: string | undefined;
  deadlineTime?: string | undefined;
  decisionDate?: string | undefined;
  decisionTime?: string | undefined;
  reason?: string | undefined;
}

const WHOLE = "whole";

/** More time: for what, until when, and why. */
export function extendCard({ call, group, nonce, reader, problem }: ChangeForm, typed?: ExtendTyped): Card {
  const { text } = reader;
  const { extend } = text.call;
  const title = marked(call, extend.heading(titleOf(call, group, reader)), reader);
  const last = lastDeadline(call);
  const seats = openSeats(call);
  const now = typed ?? {
    deadlineTime: last?.wall.slice(11) || undefined,
    decisionDate: call.decisionMeeting?.wall.slice(0, 10),
    decisionTime: call.decisionMeeting?.wall.slice(11) || undefined,
  };
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      problem
        ? strip("warning", problem)
        : strip(
            "accent",
            last ? extend.now(when(last, reader)) : title,
            call.status === "closed" ? extend.wasOver : undefined,
          ),
      seats.length > 1 &&
        choice({
          id: "seatGroup",
          label: extend.which,
          value: now.seatGroup ?? WHOLE,
          choices: [
            { title: extend.whole, value: WHOLE },
            ...seats.map((s) => ({ title: wordsFor(s.name, group, reader), value: s.id })),
          ],
        }),
      dayAndTime("deadline", extend.until, now.deadlineDate, now.deadlineTime, text.call.step.time),
      hint(text.call.step.timeHint),
      dayAndTime("decision", extend.decision, now.decisionDate, now.decisionTime, text.call.step.time),
      textInput({
        id: "reason",
        label: extend.reason,
        value: now.reason,
        maxLength: callCaps.reason,
        multiline: true,
        required: text.call.refused.reasonMissing,
      }),
    ],
    actions: [
      submit(
        extend.send,
        "call.extend",
        { call: call.id, drawn: call.extensions.length, nonce },
        { door: reader.door, style: "positive" },
      ),
      here(reader, text.common.back, "call.manage", { call: call.id }),
    ],
  });
}

/** Calling a published call off, with a reason. */
export function cancelCard({ call, group, nonce, reader, problem }: ChangeForm, reason?: string): Card {
  const { text } = reader;
  const { cancelForm } = text.call;
  const title = marked(call, cancelForm.heading(titleOf(call, group, reader)), reader);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      problem ? strip("warning", problem) : strip("warning", cancelForm.strip, cancelForm.more),
      textInput({
        id: "reason",
        label: cancelForm.reason,
        value: reason,
        maxLength: callCaps.reason,
        multiline: true,
        required: text.call.refused.reasonMissing,
      }),
    ],
    actions: [
      submit(cancelForm.send, "call.cancel", { call: call.id, nonce }, { door: reader.door, style: "destructive" }),
      here(reader, text.common.back, "call.manage", { call: call.id }),
    ],
  });
}

/** A draft is deleted by a second press only. */
export function deleteCard(call: Call, group: Group, reader: Reader): Card {
  const { text } = reader;
  const title = marked(call, text.call.manage.draftHeading(titleOf(call, group, reader)), reader);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip("warning", text.call.manage.deleteAsk, text.call.manage.deleteMore),
      line(titleOf(call, group, reader)),
    ],
    actions: [
      here(reader, text.call.button.delete, "call.deleteDraft", { call: call.id, sure: "true" }, "destructive"),
      here(reader, text.common.back, "call.manage", { call: call.id }),
    ],
  });
}

/** What is left in the place of a deleted draft. */
export const deletedCard = ({ lang, text }: Reader): Card =>
  card({
    lang,
    fallbackText: text.call.manage.deleted,
    body: [heading(text.call.button.delete), strip("good", text.call.manage.deleted)],
  });
