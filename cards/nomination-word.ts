import { withoutTeams } from "../bot/domain/nominate-word.ts";
import { submit } from "./actions.ts";
import { choice, dateInput, textInput, timeInput } from "./inputs.ts";
import { type Card, card, facts, heading, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { go, inZone, type NominationParts, titleOf } from "./nomination-parts.ts";
import type { Reader } from "./reader.ts";
import { NOMINATION_CAPS } from "./verbs/nomination.ts";

/** What an officer wrote about a co-proposer's word. */
export interface WrittenWord {
  organisation?: string | undefined;
  answer?: "confirmed" | "objected" | undefined;
  way?: "email" | "phone" | "paper" | undefined;
  receivedBy?: string | undefined;
  receivedDate?: string | undefined;
  receivedTime?: string | undefined;
}

/** An officer writes down what a co-proposing organisation answered by mail, phone or on paper. */
export function wordForm(
  parts: NominationParts & { nonce: string; written: WrittenWord; problem?: string | undefined },
  asRead: Reader,
): Card {
  const { call, nomination, nonce, written, problem } = parts;
  const reader = inZone(asRead, parts.group);
  const { word, labels, wayNames } = reader.text.nomination;
  const { required } = reader.text.common;
  const choices = withoutTeams(nomination).map((at) => ({
    title: clip(nomination.organisations[at]?.name ?? "", 80),
    value: String(at),
  }));
  const only = choices.length === 1 ? choices[0]?.value : undefined;
  const data = { call: call.id, nomination: nomination.id };
  return card({
    lang: reader.lang,
    fallbackText: word.heading,
    body: [
      heading(word.heading),
      problem !== undefined ? strip("warning", problem) : strip("accent", word.strip, word.rest),
      facts([
        [labels.call, titleOf(parts, reader)],
        [labels.candidate, nomination.nominee.name],
        [labels.code, nomination.code],
      ]),
      choice({
        id: "organisation",
        label: labels.organisation,
        required,
        choices,
        value: written.organisation ?? only,
      }),
      choice({
        id: "answer",
        label: word.answer,
        expanded: true,
        required,
        value: written.answer,
        choices: [
          { title: word.confirmed, value: "confirmed" },
          { title: word.objected, value: "objected" },
        ],
      }),
      choice({
        id: "way",
        label: word.way,
        expanded: true,
        required,
        value: written.way,
        choices: (["email", "phone", "paper"] as const).map((value) => ({ title: wayNames[value], value })),
      }),
      textInput({
        ...{ id: "receivedBy", label: word.receivedBy, value: written.receivedBy, required },
        maxLength: NOMINATION_CAPS.receivedBy,
      }),
      dateInput({ id: "receivedDate", label: word.date, required, value: written.receivedDate }),
      timeInput({ id: "receivedTime", label: word.time, required, value: written.receivedTime }),
    ],
    actions: [
      submit(
        word.save,
        "nomination.recordConfirmation",
        { ...data, rev: nomination.rev, nonce },
        { style: "positive", door: reader.door },
      ),
      reader.door === "card" && go(reader.text.common.back, "nomination.show", data, reader),
    ],
  });
}
