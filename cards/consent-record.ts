import { press, submit } from "./actions.ts";
import { type CandidacyView, titled } from "./candidacy.ts";
import { capital, idsOf, limitInputs, type TypedLimit } from "./consent-parts.ts";
import { choice, dateInput, textInput, timeInput } from "./inputs.ts";
import { type Card, card, heading, hint, line, strip } from "./kit.ts";
import { bold, clip } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { CONSENT_CAPS } from "./verbs/consent.ts";

/** A form as it is drawn: with what was typed, and why it was refused. */
export interface Drawn<T> {
  nonce: string;
  typed?: T;
  error?: string | undefined;
}

export interface TypedRecord extends TypedLimit {
  answer?: string | undefined;
  way?: string | undefined;
  receivedBy?: string | undefined;
  receivedDate?: string | undefined;
  receivedTime?: string | undefined;
}

/** The way back from a form that stands in a card's place. */
export const backToCandidate = (view: CandidacyView, { door, text }: Reader) =>
  door === "card" && press(text.common.back, "candidate.show", idsOf(view), { inputs: false });

const pressed = (view: CandidacyView, nonce: string) => ({ ...idsOf(view), rev: view.candidate.rev, nonce });

/** An officer writes down an answer that came on paper, by phone or by mail. */
export function recordForm(
  view: CandidacyView,
  { nonce, typed = {}, error }: Drawn<TypedRecord>,
  reader: Reader,
): Card {
  const { record, ways } = reader.text.consent;
  const { required } = reader.text.common;
  return card({
    lang: reader.lang,
    fallbackText: record.heading,
    body: [
      heading(titled(() => record.heading, view, reader)),
      error ? strip("warning", error) : strip("accent", record.strip),
      line(bold(clip(view.candidate.name, 120))),
      choice({
        id: "answer",
        label: record.answer,
        expanded: true,
        required,
        value: typed.answer,
        choices: [
          { title: record.given, value: "given" },
          { title: record.declined, value: "declined" },
        ],
      }),
      choice({
        id: "way",
        label: record.way,
        expanded: true,
        required,
        value: typed.way,
        choices: (["paper", "phone", "email"] as const).map((value) => ({ title: capital(ways[value]), value })),
      }),
      textInput({
        id: "receivedBy",
        label: record.receivedBy,
        maxLength: CONSENT_CAPS.receivedBy,
        required,
        value: typed.receivedBy,
      }),
      dateInput({ id: "receivedDate", label: record.date, required, value: typed.receivedDate }),
      timeInput({ id: "receivedTime", label: record.time, required, value: typed.receivedTime }),
      hint(record.limit),
      ...limitInputs(view, reader, typed),
    ],
    actions: [
      submit(record.save, "consent.record", pressed(view, nonce), { style: "positive", door: reader.door }),
      backToCandidate(view, reader),
    ],
  });
}

export interface TypedRevival {
  reason?: string | undefined;
  untilDate?: string | undefined;
  untilTime?: string | undefined;
}

/** A chair gives a lapsed candidacy a new time to answer, with a reason. */
export function reviveForm(
  view: CandidacyView,
  { nonce, typed = {}, error }: Drawn<TypedRevival>,
  reader: Reader,
): Card {
  const { revive } = reader.text.consent;
  const { required } = reader.text.common;
  return card({
    lang: reader.lang,
    fallbackText: revive.heading,
    body: [
      heading(titled(() => revive.heading, view, reader)),
      error ? strip("warning", error) : strip("accent", revive.strip, revive.rest),
      line(bold(clip(view.candidate.name, 120))),
      textInput({
        id: "reason",
        label: revive.reason,
        maxLength: CONSENT_CAPS.reviveReason,
        multiline: true,
        required,
        value: typed.reason,
      }),
      dateInput({ id: "untilDate", label: revive.date, required, value: typed.untilDate }),
      timeInput({ id: "untilTime", label: revive.time, required, value: typed.untilTime }),
    ],
    actions: [
      submit(revive.save, "consent.revive", pressed(view, nonce), { style: "positive", door: reader.door }),
      backToCandidate(view, reader),
    ],
  });
}
