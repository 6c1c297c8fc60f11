import { MOST_CONTACTS, MOST_LINKS, type Written } from "../bot/domain/call-steps.ts";
import { beside, type Drawn, filled, rowsOf } from "./call-inputs-parts.ts";
import { dateInput, textInput, toggle } from "./inputs.ts";
import { type Element, hint, subheading } from "./kit.ts";
import { callCaps } from "./verbs/call-steps.ts";

/** How the group works, in one language. */
export const practicalWords = (written: Written["practical"], { reader: { text } }: Drawn): Element[] => [
  textInput({ id: "rhythm", label: text.call.step.rhythm, value: written.rhythm, maxLength: callCaps.rhythm }),
  hint(text.call.step.rhythmHint),
  textInput({ id: "fee", label: text.call.step.fee, value: written.fee, maxLength: callCaps.fee }),
  textInput({ id: "appoints", label: text.call.step.appoints, value: written.appoints, maxLength: callCaps.appoints }),
];

/** Case number, contact persons by day, and links. */
export function practicalRows(written: Written["practical"], { call, reader: { text } }: Drawn): Element[] {
  const { step } = text.call;
  const contact = (at: number): Element[] => {
    const one = written.contacts[at] ?? {};
    const n = at + 1;
    return [
      textInput({ id: `name${n}`, label: step.contact(n), value: one.name, maxLength: callCaps.contactName }),
      beside(
        textInput({ id: `phone${n}`, label: step.phone, value: one.phone, maxLength: callCaps.phone, style: "Tel" }),
        textInput({ id: `email${n}`, label: step.email, value: one.email, maxLength: callCaps.email, style: "Email" }),
      ),
      beside(
        dateInput({ id: `from${n}`, label: step.from, value: one.from }),
        dateInput({ id: `to${n}`, label: step.to, value: one.to }),
      ),
    ];
  };
  const link = (at: number): Element[] => {
    const one = written.links[at] ?? {};
    return [
      textInput({ id: `title${at + 1}`, label: step.linkTitle, value: one.title, maxLength: callCaps.linkTitle }),
      textInput({ id: `url${at + 1}`, label: step.linkUrl, value: one.url, maxLength: callCaps.url, style: "Url" }),
    ];
  };
  return [
    textInput({ id: "caseNumber", label: step.caseNumber, value: written.caseNumber, maxLength: callCaps.caseNumber }),
    subheading(text.call.contacts),
    hint(step.contactHint),
    rowsOf("contacts", MOST_CONTACTS, filled(written.contacts), contact, step.addContact),
    subheading(text.call.links),
    rowsOf("links", MOST_LINKS, filled(written.links), link, step.addLink),
    ...(call.publicId !== undefined && !call.practice
      ? [toggle({ id: "onWeb", label: step.onWeb, value: written.onWeb ?? false }), hint(step.onWebHint)]
      : []),
    ...(call.basedOn && !call.practice
      ? [toggle({ id: "tellEarlier", label: step.tellEarlier, value: written.tellEarlier ?? false })]
      : []),
  ];
}
