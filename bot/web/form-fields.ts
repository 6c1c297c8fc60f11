import { z } from "zod";
import { SAVE } from "../../cards/nomination-web.ts";
import { typed } from "../../cards/verbs/fields.ts";
import { NOMINATION_CAPS as CAPS, nominationVerbs } from "../../cards/verbs/nomination.ts";
import { pressIn } from "./card-html.ts";
import { TRAP } from "./pages/form.ts";

const besides = z.object({
  senderName: typed(CAPS.name),
  senderEmail: typed(CAPS.email),
  [TRAP]: z.string().max(2_000).optional(),
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

/** A nomination form as it came from a page: what the verb in Teams holds, and what a stranger says of themselves. */
export type SentForm = NonNullable<ReturnType<typeof formIn>>;

/** What was sent and with which button; nothing when that isn't one of ours, or a field is longer than it can be. */
export function formIn(form: Record<string, string>) {
  const sent = pressIn(withPlainBreaks(form));
  if (sent?.verb !== "nomination.submit" && sent?.verb !== SAVE) return undefined;
  const main = nominationVerbs["nomination.submit"].safeParse(withoutEmpty(sent.data));
  const more = besides.safeParse(sent.data);
  if (!main.success || !more.success) return undefined;
  const { call: _, nonce, own, ...written } = main.data;
  const { senderName: name, senderEmail: email, version } = more.data;
  return {
    saves: sent.verb === SAVE,
    nonce,
    own: own === true,
    written,
    sender: { name, email },
    trapped: Boolean(more.data[TRAP]),
    version,
  };
}

/** Everything that was typed, a line each, to hand back what can't be read. */
export const typedIn = ({ press: _, [TRAP]: _t, version: _v, ...form }: Record<string, string>): string =>
  Object.values(form).filter(Boolean).join("\n");

/** Browsers count a line break as one sign and send two. */
const withPlainBreaks = (form: Record<string, string>) =>
  Object.fromEntries(Object.entries(form).map(([name, text]) => [name, text.replace(/\r\n?/g, "\n")]));

/** Pages send empty fields, cards leave them out. */
const withoutEmpty = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== ""));
