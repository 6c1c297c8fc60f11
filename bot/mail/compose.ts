import MailComposer from "nodemailer/lib/mail-composer";
import { type Mail, mailOf, type ReplyTo, replyTo } from "../../cards/mail.ts";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import type { Lang } from "../domain/lang.ts";
import type { Instant } from "../domain/time.ts";
import type { CalendarFile } from "../usecases/ics.ts";
import type { Message } from "../usecases/ports.ts";
import { attachedFiles } from "./attached.ts";

/** From whom mail comes, and where what nobody else answers goes. */
export interface MailSettings {
  from: string;
  replyTo?: string;
}

/** A mail ready for a server: whom it goes to, where it comes back to, and its bytes. */
export interface Composed {
  id: string;
  to: string;
  /** Where the server sends it back to when it can't be delivered: a human's mailbox where the domain allows it. */
  returnTo: string;
  raw: Buffer;
  mail: Mail;
  link: string | undefined;
  files: readonly CalendarFile[];
}

interface Addressee {
  name: string;
  email: string;
  lang: Lang | undefined;
  zone?: string | undefined;
}

/** The mail of a message to somebody outside Teams; nothing where there is no address. */
export async function compose(message: Message, settings: MailSettings, now: Instant): Promise<Composed | undefined> {
  const to = addressee(message);
  if (!to) return undefined;
  const { showing, files = [] } = message;
  const reply = replyTo(showing, now) ?? (settings.replyTo ? { email: settings.replyTo } : undefined);
  const mail = mailOf(showing, readersOf(message, to, now), reply);
  const sender = addressIn(settings.from);
  const id = `${showing.delivery.id.replace(/^del:/, "")}@${domainOf(sender)}`;
  const node = new MailComposer({
    from: settings.from,
    to: { name: to.name, address: to.email },
    ...(reply && { replyTo: { name: reply.name ?? "", address: reply.email } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...attachedFiles(files),
    messageId: `<${id}>`,
    date: new Date(now),
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply" },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const raw = await node.build();
  return { id, to: to.email, returnTo: bouncesTo(sender, reply, settings), raw, mail, link: showing.page?.url, files };
}

function addressee({ to }: Message): Addressee | undefined {
  if (to.kind === "address") return to.email ? { name: to.name, email: to.email, lang: to.lang } : undefined;
  if (to.kind !== "person" || !to.person.email) return undefined;
  return { name: to.person.name, email: to.person.email, lang: to.person.lang, zone: to.person.zone };
}

/** One language where it is known; otherwise both national ones and the group's others. */
function readersOf({ showing }: Message, { lang, zone }: Addressee, now: Instant): [Reader, ...Reader[]] {
  const { group } = showing;
  const [first = "fi", ...others] = lang ? [lang] : [...new Set<Lang>([...group.languages, "fi", "sv"])];
  const reader = (one: Lang): Reader => ({
    lang: one,
    text: textFor(one),
    zone: group.zone,
    ownZone: zone,
    now,
    door: "card",
    client: { dialogs: false, picker: false },
  });
  return [reader(first), ...others.map(reader)];
}

/** A server may only be told to send mail back to an address of the sender's own domain. */
function bouncesTo(sender: string, reply: ReplyTo | undefined, settings: MailSettings): string {
  const human = [reply?.email, settings.replyTo].find((email) => email && domainOf(email) === domainOf(sender));
  return human ?? sender;
}

export const addressIn = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from.trim();
const domainOf = (email: string): string => email.split("@").at(-1)?.toLowerCase() ?? "";
