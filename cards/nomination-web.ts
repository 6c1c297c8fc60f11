import { submit } from "./actions.ts";
import { privacyText } from "./call-parts.ts";
import { textInput } from "./inputs.ts";
import { type Card, type Element, fold, hint, line, subheading } from "./kit.ts";
import { content, drawn, type FormOf } from "./nomination-form.ts";
import { type FormParts, nomineeInputs } from "./nomination-inputs.ts";
import { titleOf } from "./nomination-parts.ts";
import { privacyNotice } from "./notice.ts";
import type { Reader } from "./reader.ts";
import { NOMINATION_CAPS as CAPS } from "./verbs/nomination.ts";

/** Saving a form on the web to continue it later: sent like a press, and known there only. */
export const SAVE = "web.save";

/** Who says that they send a form on the web. */
export interface Sender {
  name?: string | undefined;
  email?: string | undefined;
}

/**
 * The form of a proposal on the web: the same as in Teams, but for the sender, who says who they are. `own`: somebody
 * puts themselves forward.
 */
export function webForm(parts: FormOf & { own: boolean; sender: Sender }, reader: Reader): Card {
  const words = reader.text.nomination.form;
  const { call, nonce, own } = parts;
  const form: FormParts = { ...parts, people: [], self: own };
  const sent = { call: call.id, nonce, ...(own && { own: true }) };
  const title = (own ? words.headingSelf : words.heading)(titleOf(parts, reader));
  const notice = fold(
    "privacy",
    reader.text.web.call.data,
    (own
      ? privacyNotice(parts, true, reader)
      : [reader.text.web.form.senderData, privacyText(parts.group, reader)]
    ).map((p) => hint(p)),
    { hint: reader.text.common.fold },
  );
  return drawn({
    ...{ parts, reader, title, rest: own ? words.arrivesSelf : words.arrives },
    body: own
      ? [line(words.ownConsent), ...senderInputs(parts, reader), ...content(form, reader), notice]
      : [...nomineeInputs(form, reader), ...content(form, reader), ...senderInputs(parts, reader), notice],
    actions: [
      submit(own ? words.submitSelf : words.submit, "nomination.submit", sent, { door: "dialog", style: "positive" }),
      submit(reader.text.web.form.save, SAVE, sent, { door: "dialog", inputs: false }),
    ],
    back: false,
  });
}

function senderInputs({ own, sender, written }: FormOf & { own: boolean; sender: Sender }, reader: Reader): Element[] {
  const { form: words } = reader.text.web;
  const { ownPhone } = reader.text.nomination.form;
  return [
    subheading(words.you),
    textInput({
      ...{ id: "senderName", label: words.name, value: sender.name, maxLength: CAPS.name },
      required: words.nameRequired,
    }),
    textInput({
      ...{ id: "senderEmail", label: words.email, value: sender.email, maxLength: CAPS.email, style: "Email" as const },
      required: words.emailRequired,
    }),
    hint(own ? words.youHintSelf : words.youHint),
    ...(own
      ? [
          textInput({
            id: "phone",
            label: ownPhone,
            value: written.phone,
            maxLength: CAPS.phone,
            style: "Tel" as const,
          }),
        ]
      : []),
  ];
}
