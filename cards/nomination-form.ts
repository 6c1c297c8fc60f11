import { lastDeadline } from "../bot/domain/call.ts";
import type { Written, WrittenArrival } from "../bot/domain/nominate-written.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import type { Person } from "../bot/domain/person.ts";
import { press, submit } from "./actions.ts";
import { choice, dateInput, textInput, timeInput, toggle } from "./inputs.ts";
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
  strip,
  subheading,
} from "./kit.ts";
import { type FormParts, nomineeInputs, organisationInputs, reasonInputs, seatInputs } from "./nomination-inputs.ts";
import { inZone, type Scene, titleOf, untilText } from "./nomination-parts.ts";
import { privacyNotice } from "./notice.ts";
import type { Choosable } from "./people.ts";
import type { Reader } from "./reader.ts";
import { NOMINATION_CAPS as CAPS } from "./verbs/nomination.ts";

/** What every form of a proposal is drawn from. */
export interface FormOf extends Scene {
  written: Written;
  people: readonly Choosable[];
  nonce: string;
  /** What was wrong with it, in a sentence. */
  problem?: string | undefined;
}

/** An organisation proposes a person. */
export function nominationForm(parts: FormOf & { sender: Person }, reader: Reader): Card {
  const words = reader.text.nomination.form;
  const { call, nonce, sender } = parts;
  const form = { ...parts, self: false };
  return drawn({
    ...{ parts, reader, title: words.heading(titleOf(parts, reader)), rest: words.arrives },
    body: [...nomineeInputs(form, reader), ...content(form, reader), hint(words.sender(who(sender)))],
    actions: [
      submit(words.submit, "nomination.submit", { call: call.id, nonce }, { door: reader.door, style: "positive" }),
      call.nominators.self &&
        submit(words.self, "nomination.self", { call: call.id }, { door: reader.door, inputs: false }),
    ],
  });
}

/** Somebody proposes themselves, which is their consent too. */
export function selfForm(parts: FormOf & { sender: Person }, reader: Reader): Card {
  const words = reader.text.nomination.form;
  const { call, nonce, sender, written } = parts;
  const form = { ...parts, self: true };
  return drawn({
    ...{ parts, reader, title: words.headingSelf(titleOf(parts, reader)), rest: words.arrivesSelf },
    body: [
      line(words.ownConsent),
      textInput({ id: "phone", label: words.ownPhone, value: written.phone, maxLength: CAPS.phone, style: "Tel" }),
      ...content(form, reader),
      fold(
        "privacy",
        reader.text.consent.notice.fold,
        privacyNotice(parts, true, reader).map((p) => hint(p)),
        {
          hint: reader.text.common.fold,
        },
      ),
      hint(words.senderSelf(who(sender))),
    ],
    actions: [
      submit(
        words.submitSelf,
        "nomination.submit",
        { call: call.id, nonce, own: true },
        { door: reader.door, style: "positive" },
      ),
    ],
  });
}

/** The proposer changes a proposal; the person stays. */
export function editForm(parts: FormOf & { nomination: Nomination }, reader: Reader): Card {
  const words = reader.text.nomination.form;
  const { call, nomination, nonce } = parts;
  const form: FormParts = { ...parts, self: nomination.self, entered: !nomination.by };
  const data = { call: call.id, nomination: nomination.id };
  return drawn({
    ...{ parts, reader, title: words.headingEdit(nomination.code), rest: undefined },
    body: [
      facts([[reader.text.nomination.labels.candidate, nomination.nominee.name]]),
      !nomination.self && hint(words.samePerson),
      ...content(form, reader),
    ],
    actions: [
      submit(
        words.saveEdit,
        "nomination.edit",
        { ...data, rev: nomination.rev, nonce },
        {
          door: reader.door,
          style: "positive",
        },
      ),
      submit(reader.text.common.back, "nomination.show", data, { door: reader.door, inputs: false }),
    ],
    back: false,
  });
}

/** An officer enters a proposal that came by e-mail, phone or paper: when it was received is what counts. */
export function enterForm(parts: FormOf & { arrival: WrittenArrival }, reader: Reader): Card {
  const words = reader.text.nomination.form;
  const { call, nonce, arrival } = parts;
  const form: FormParts = { ...parts, self: false, entered: true };
  return drawn({
    ...{ parts, reader, title: words.headingEnter(titleOf(parts, reader)), entered: true, rest: words.enteredRest },
    body: [...arrivalInputs(arrival, reader), ...nomineeInputs(form, reader), ...content(form, reader)],
    actions: [
      submit(words.submitEnter, "nomination.enter", { call: call.id, nonce }, { door: reader.door, style: "positive" }),
    ],
  });
}

/** Organisations, seat and reasons: the same in every form of a proposal. */
export const content = (form: FormParts, reader: Reader): Maybe<Element>[] => [
  ...organisationInputs(form, reader),
  ...seatInputs(form, reader),
  ...reasonInputs(form, reader),
];

/** A form with its heading, and where it stands or what is wrong with it. */
export function drawn({
  parts,
  reader,
  title,
  rest,
  body,
  actions,
  entered = false,
  back = true,
}: {
  parts: FormOf;
  reader: Reader;
  title: string;
  rest: string | undefined;
  body: readonly Maybe<Element>[];
  actions: readonly Maybe<Action>[];
  entered?: boolean;
  back?: boolean;
}): Card {
  const { text, door, lang } = reader;
  const words = text.nomination.form;
  const deadline = lastDeadline(parts.call);
  const until = deadline && words.deadline(untilText(deadline, inZone(reader, parts.group)));
  const says = entered ? words.entered : (until ?? title);
  return card({
    lang,
    fallbackText: [title, until].filter(Boolean).join(". "),
    body: [
      heading(title),
      parts.problem === undefined ? strip("accent", says, rest) : strip("warning", parts.problem),
      ...body,
    ],
    actions: [
      ...actions,
      back && door === "card" && press(words.back, "call.card", { call: parts.call.id }, { inputs: false }),
    ],
  });
}

function arrivalInputs(arrival: WrittenArrival, reader: Reader): Element[] {
  const { form: words, wayNames } = reader.text.nomination;
  const ways = (["email", "phone", "paper"] as const).map((value) => ({ title: wayNames[value], value }));
  return [
    choice({
      ...{ id: "way", label: words.way, required: words.wayRequired, expanded: true, value: arrival.way },
      choices: ways,
    }),
    dateInput({ id: "date", label: words.date, required: words.dateRequired, value: arrival.date }),
    timeInput({ id: "time", label: words.time, required: words.timeRequired, value: arrival.time }),
    subheading(words.proposer),
    textInput({
      ...{ id: "proposerName", label: words.proposerName, value: arrival.proposerName, maxLength: CAPS.name },
      required: words.proposerNameRequired,
    }),
    textInput({
      ...{ id: "proposerEmail", label: words.proposerEmail, value: arrival.proposerEmail, maxLength: CAPS.email },
      style: "Email",
    }),
    textInput({
      ...{ id: "proposerPhone", label: words.proposerPhone, value: arrival.proposerPhone, maxLength: CAPS.phone },
      style: "Tel",
    }),
    toggle({ id: "self", label: words.selfEntered, value: arrival.self }),
  ];
}

const who = ({ name, email }: Person) => [name, email].filter(Boolean).join(", ");
