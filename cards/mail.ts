import { contactOf } from "../bot/domain/call.ts";
import type { Saying } from "../bot/domain/delivery.ts";
import type { Showing } from "../bot/domain/showing.ts";
import { dayOf } from "../bot/domain/time.ts";
import { local } from "./candidacy.ts";
import type { Card } from "./kit.ts";
import { clip, shown, unlinked } from "./literal.ts";
import { htmlOf, textOf } from "./mail-blocks.ts";
import { type Block, outline, titleOf } from "./outline.ts";
import type { Reader } from "./reader.ts";
import { cardOf } from "./showing.ts";
import { date } from "./when.ts";

/** A mail as it is sent: the same content as text and as HTML. */
export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/** Whom a reply reaches. */
export interface ReplyTo {
  name?: string;
  email: string;
}

/** What one language's part of a mail says. */
export interface MailPart {
  lang: Reader["lang"];
  title: string;
  blocks: Block[];
  open: { title: string; url: string } | undefined;
  /** About the link, the sender and the reply; small. */
  notes: string[];
}

const SUBJECT = 150;

/** The mail of a delivery: what its card says, once for each reader's language, and in place of buttons one link. */
export function mailOf(
  showing: Showing,
  [first, ...others]: readonly [Reader, ...Reader[]],
  reply: ReplyTo | undefined,
): Mail {
  const parts = [first, ...others].map((reader) => partOf(showing, reader, reply));
  const also = others.map(({ text }) => text.links.mail.also).join(" ");
  const titles = [...new Set(parts.map(({ title }) => title))];
  return {
    subject: clip(shown(titles.join(" / ")), SUBJECT),
    text: textOf(parts, also),
    html: htmlOf(parts, also),
  };
}

/** A meeting whose caller has no address names the service in calendars, where nobody reads replies. */
const SERVICE = /^ehdolla@/i;

/** Who answers a reply: the call's contact of the day or who called the meeting, else whom the group names for questions about data. */
export function replyTo(
  { call, meeting, meetings, group }: Pick<Showing, "call" | "meeting" | "meetings" | "group">,
  now: number,
): ReplyTo | undefined {
  const contact = call ? contactOf(call, dayOf(now, group.zone)) : (meeting ?? meetings?.[0])?.organiser;
  if (contact?.email && !SERVICE.test(contact.email)) return { name: contact.name, email: contact.email };
  const office = /[^\s<>,;]+@[^\s<>,;]+\.[^\s<>,;]+/.exec(group.privacyContact ?? "")?.[0];
  return office ? { email: office } : undefined;
}

function partOf(showing: Showing, reader: Reader, reply: ReplyTo | undefined): MailPart {
  const { mail } = reader.text.links;
  const card = cardOf(showing, reader);
  const { page, delivery, group } = showing;
  const blocks = outline(card).flatMap(saidOf);
  return {
    lang: reader.lang,
    title: unlinked(titleOf(card)),
    blocks,
    open: page && { title: openTitle(showing, card, reader), url: `${page.url}?lang=${reader.lang}` },
    notes: [
      ...(page && TO_CANDIDATE.has(delivery.saying.kind) ? [mail.detail] : []),
      ...(page ? [mail.personal(date(page.until, reader))] : []),
      mail.sender(unlinked(clip(local(group.name, group, reader), 120))),
      reply ? mail.reply(unlinked([reply.name, reply.email].filter(Boolean).join(", "))) : mail.replyOffice,
    ],
  };
}

/** Mail to the candidate, whose page holds more than the mail. */
const TO_CANDIDATE: ReadonlySet<Saying["kind"]> = new Set([
  "consentRequest",
  "consentReminder",
  "candidateLink",
  "moveRequest",
]);

/** What a mail takes over of a card. What is folded stands behind the link, where only the recipient reads it. */
const SAID: ReadonlySet<Block["kind"]> = new Set(["heading", "strip", "text", "facts", "link"]);

/** What opens a page is a link in a mail; all else that can be pressed works only where the card is drawn. */
function saidOf(block: Block): Block[] {
  if (SAID.has(block.kind)) return [block];
  const actions = block.kind === "actions" ? block.actions : block.kind === "row" && block.press ? [block.press] : [];
  return actions.flatMap(({ type, title, url }) =>
    type === "Action.OpenUrl" ? [{ kind: "link" as const, title, url: String(url) }] : [],
  );
}

/** Where an answer can be given: what only tells something doesn't ask for one. */
const ANSWERS: readonly unknown[] = ["poll.form", "meeting.attend"];

function openTitle({ delivery: { saying }, poll, meeting }: Showing, { actions = [] }: Card, { text }: Reader): string {
  const { open } = text.links.mail;
  if (poll || meeting)
    return actions.some(({ verb }) => ANSWERS.includes(verb)) ? open.candidate : meeting ? open.meeting : open.poll;
  switch (saying.kind) {
    case "moveRequest":
      return open.move;
    case "coProposer":
      return open.coProposer;
    case "confirmAddress":
      return open.confirm;
    case "dataRequestAnswered":
    case "dataLink":
      return open.person;
    default:
      return "nomination" in saying || saying.kind === "consentOutcome" || saying.kind === "notReached"
        ? open.nomination
        : open.candidate;
  }
}
