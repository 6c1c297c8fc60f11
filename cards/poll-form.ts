import type { PersonId } from "../bot/domain/ids.ts";
import { liveOptions } from "../bot/domain/poll.ts";
import type { AnswerAs, Choice, PollAnswer } from "../bot/domain/poll-answer.ts";
import type { Principal } from "../bot/domain/poll-answering.ts";
import type { TypedChoices } from "../bot/domain/poll-typed.ts";
import { submit } from "./actions.ts";
import { here } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { choice, textInput } from "./inputs.ts";
import { type Card, card, type Element, fold, heading, hint, line, type Maybe, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { type Choosable, personInput } from "./people.ts";
import { ownStanding } from "./poll.ts";
import { formPages, optionInputs } from "./poll-form-times.ts";
import { deadlineText, type PollAt, pollTitle } from "./poll-parts.ts";
import { principalRows } from "./poll-principals.ts";
import type { Reader } from "./reader.ts";
import { pollCaps } from "./verbs/poll.ts";

/** So many times that the buttons below them aren't seen from the top. */
const LONG = 6;

/** The form with which one person's answer is given. */
export interface AnswerForm extends PollAt {
  /** Whose answer it is, and as what the reader gives it. */
  person: PersonId;
  as: AnswerAs;
  name: string;
  answer?: PollAnswer | undefined;
  page: number;
  nonce: string;
  /** Marks every time, or what was typed before the form came back. */
  fill?: Choice | undefined;
  typed?: (TypedChoices & { comment?: string | undefined; standIn?: string | undefined }) | undefined;
  problem?: string | undefined;
  notice?: string | undefined;
  /** Who could stand in, where the client doesn't find people itself. Absent for whoever may not know the team. */
  people?: readonly Choosable[] | undefined;
  /** Others for whom the reader may answer. */
  principals?: readonly Principal[];
  names?: Record<PersonId, string>;
}

/** One choice for each time, grouped by week and day; a whole day at once; all at once; none. */
export const answerForm = (form: AnswerForm, reader: Reader): Card =>
  fitted(
    1_000,
    (_, most) => most,
    (most) => drawn(form, reader, most),
  );

function drawn(form: AnswerForm, reader: Reader, most: number): Card {
  const { text, door } = reader;
  const { poll, answer, person, as, nonce, fill } = form;
  const pages = formPages(liveOptions(poll));
  const at = Math.min(form.page, pages.length - 1);
  const isLast = at === pages.length - 1;
  const title = text.poll.heading(clip(pollTitle(form, reader), most));
  const whose = as === "self" ? {} : { for: person };
  const data = { poll: poll.id, ...whose, page: at, ...(fill && { fill }) };
  const standIn = as === "self" && poll.asked.some((a) => a.person === person) ? standInInputs(form, reader) : [];
  const all = submit(text.poll.button.all, "poll.form", { ...data, fill: "yes" }, { door });
  const isLong = liveOptions(poll).length > LONG;
  const answering = { ...data, rev: answer?.rev ?? 0, nonce, commented: "true" };
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      status(form, reader),
      pages.length > 1 && hint(text.poll.form.page(at + 1, pages.length)),
      as !== "self" && line(as === "officer" ? text.poll.form.forPhone(form.name) : text.poll.form.forWhom(form.name)),
      !fill && !form.problem && line(text.poll.form.intro),
      // what the sentence above it asks to press first isn't looked for below a long form
      !fill && isLong && { type: "ActionSet", spacing: "Small", actions: [all] },
      ...optionInputs(pages[at] ?? [], form, reader),
      fold(
        "more",
        standIn.length > 0 ? text.poll.form.more : text.poll.form.moreOther,
        [
          textInput({
            id: "comment",
            label: text.poll.form.comment,
            value: form.typed ? form.typed.comment : answer?.comment,
            maxLength: pollCaps.comment,
            multiline: true,
          }),
          hint(text.poll.form.commentHint),
          ...standIn,
        ],
        { first: true, hint: text.common.fold },
      ),
      ...principalRows(
        { poll, principals: [...(form.principals ?? [])], names: form.names ?? {} },
        { within: true, but: person },
        reader,
      ),
      ...ways(form, data, answering, reader),
    ],
    actions: [
      submit(
        isLast ? text.poll.button.send : text.poll.button.sendOn,
        "poll.answer",
        { ...answering, next: isLast ? "done" : "on" },
        { door, style: "positive" },
      ),
      !fill && !isLong && all,
      submit(text.poll.button.none, "poll.noneSuits", answering, { door }),
    ],
  });
}

/** In a card's place there is a way back to the poll. */
const ways = (form: AnswerForm, data: { poll: string }, _: object, reader: Reader): Maybe<Element>[] => [
  reader.door === "card" && {
    type: "ActionSet",
    spacing: "Small",
    actions: [
      form.as === "officer"
        ? here(reader, reader.text.common.back, "poll.asked", { poll: data.poll })
        : here(reader, reader.text.common.back, "poll.card", { poll: data.poll }),
    ],
  },
];

function status(form: AnswerForm, reader: Reader): Element {
  const { text } = reader;
  const { poll } = form;
  if (form.problem) return strip("warning", form.problem);
  if (form.notice) return strip("accent", form.notice);
  if (form.fill) return strip("accent", text.poll.form.filled, text.poll.form.filledRest);
  if (form.as !== "self") return strip("accent", text.poll.strip.answerBy(deadlineText(poll, reader)));
  const { style, bold, rest } = ownStanding(form, reader);
  return strip(style, bold, rest);
}

function standInInputs({ people, poll, person, typed }: AnswerForm, reader: Reader): Element[] {
  if (!people) return [];
  const { form, as } = reader.text.poll;
  const before = poll.asked.find((a) => a.person === person)?.standIns?.[0];
  return [
    personInput(
      {
        id: "standIn",
        label: form.standIn,
        value: typed?.standIn ?? before?.person,
        people,
        maxLength: 120,
        placeholder: reader.text.poll.step.peoplePlaceholder,
        nobody: "–",
      },
      reader,
    ),
    choice({
      id: "standInAs",
      label: form.standInAs,
      value: before?.as ?? "substitute",
      choices: [
        { title: as.substitute, value: "substitute" },
        { title: as.assistant, value: "assistant" },
      ],
    }),
    hint(form.standInHint),
  ];
}
