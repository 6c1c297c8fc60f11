import { ASKS } from "../bot/domain/data-request.ts";
import { keptOf, type Own, type OwnData, ownsOf } from "../bot/domain/own-data.ts";
import { press, submit } from "./actions.ts";
import { choice, textInput } from "./inputs.ts";
import { type Card, card, heading, hint, line, strip } from "./kit.ts";
import { bold, clip } from "./literal.ts";
import { ownTitle } from "./own-data.ts";
import type { Reader } from "./reader.ts";
import { MYDATA_CAPS } from "./verbs/mydata.ts";

/** More than this stand in no list; the rest are in the file. */
const MOST = 15;

const back = ({ text, door }: Reader) =>
  door === "card" && press(text.common.back, "mydata.show", {}, { inputs: false });

/** How somebody is reached: what is left empty stays. */
export function contactForm(
  {
    nonce,
    email,
    phone,
    problem,
  }: { nonce: string; email?: string | undefined; phone?: string | undefined; problem?: string },
  reader: Reader,
): Card {
  const { contact, labels } = reader.text.mydata;
  return card({
    lang: reader.lang,
    fallbackText: contact.heading,
    body: [
      heading(contact.heading),
      problem !== undefined && strip("warning", problem),
      line(contact.line),
      textInput({ id: "email", label: labels.email, value: email, maxLength: MYDATA_CAPS.email, style: "Email" }),
      textInput({ id: "phone", label: labels.phone, value: phone, maxLength: MYDATA_CAPS.phone, style: "Tel" }),
      hint(contact.newAddress),
    ],
    actions: [
      submit(contact.save, "mydata.contact", { nonce }, { door: reader.door, style: "positive" }),
      back(reader),
    ],
  });
}

/** A request to those who lead the group of one call, poll or meeting. */
export function askForm(
  {
    data,
    nonce,
    about,
    ask = "correct",
    written,
    problem,
  }: {
    data: OwnData;
    nonce: string;
    about?: string | undefined;
    ask?: (typeof ASKS)[number] | undefined;
    written?: string | undefined;
    problem?: string;
  },
  reader: Reader,
): Card {
  const { ask: words } = reader.text.mydata;
  const owns = ownsOf(data).slice(0, MOST);
  return card({
    lang: reader.lang,
    fallbackText: words.heading,
    body: [
      heading(words.heading),
      problem !== undefined && strip("warning", problem),
      line(words.line),
      choice({
        id: "about",
        label: words.about,
        required: reader.text.common.required,
        value: about ?? (owns[0] && owns.length === 1 ? keptOf(owns[0]).id : undefined),
        choices: owns.map((own) => ({ title: nameOf(own, reader), value: keptOf(own).id })),
      }),
      choice({
        id: "ask",
        label: words.what,
        value: ask,
        choices: ASKS.map((value) => ({ title: words.asks[value], value })),
      }),
      textInput({ id: "text", label: words.text, value: written, maxLength: MYDATA_CAPS.text, multiline: true }),
    ],
    actions: [submit(words.send, "mydata.ask", { nonce }, { door: reader.door, style: "positive" }), back(reader)],
  });
}

/** What will be erased, what stays and why; the last question before it. */
export function eraseCard(
  { erasable, kept, leads }: { erasable: readonly Own[]; kept: readonly Own[]; leads: boolean },
  nonce: string,
  reader: Reader,
): Card {
  const { erase, kept: why } = reader.text.mydata;
  const some = erasable.length > 0 || (kept.length === 0 && !leads);
  return card({
    lang: reader.lang,
    fallbackText: erase.heading,
    body: [
      heading(erase.heading),
      some ? strip("warning", erase.line) : strip("emphasis", erase.nothing, erase.nothingRest),
      ...(erasable.length > 0
        ? [
            line(bold(erase.from)),
            ...names(erasable, reader),
            ...consequences(erasable, reader).map((words) => hint(words)),
          ]
        : []),
      ...(kept.length > 0 ? [line(bold(erase.keeps)), ...names(kept, reader), hint(why.authority)] : []),
      leads && hint(why.leads),
      some && hint(erase.record),
      some && hint(erase.teams),
    ],
    actions: [
      some && press(erase.confirm, "mydata.erase", { nonce }, { style: "destructive" }),
      press(reader.text.common.back, "mydata.show", {}, { inputs: false }),
    ],
  });
}

/** What else ends with it: a candidacy, and being asked and called. */
export const consequences = (erasable: readonly Own[], { text }: Reader): string[] => [
  ...(erasable.some((own) => "call" in own) ? [text.mydata.erase.stands] : []),
  ...(erasable.some((own) => !("call" in own)) ? [text.ownRounds.erased] : []),
];

const nameOf = (own: Own, reader: Reader): string => clip(ownTitle(keptOf(own), own.group, reader), 140);

function names(calls: readonly Own[], reader: Reader) {
  const more = calls.length - MOST;
  return [
    ...calls.slice(0, MOST).map((own) => line(nameOf(own, reader))),
    ...(more > 0 ? [line(reader.text.mydata.andMore(more))] : []),
  ];
}
