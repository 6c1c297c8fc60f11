import type { Saying } from "../bot/domain/delivery.ts";
import { mayRepost } from "../bot/domain/delivery-repost.ts";
import { hasFailed } from "../bot/domain/delivery-retry.ts";
import type { Progress, Tally } from "../bot/domain/delivery-tally.ts";
import type { DeliveriesView, LostRow } from "../bot/domain/delivery-view.ts";
import { isLost } from "../bot/domain/lost-post.ts";
import { MINUTE } from "../bot/domain/time.ts";
import { here } from "./call-press.ts";
import { addresseeName, lostWords, reasonWords, sayingName } from "./delivery-parts.ts";
import { type Card, card, type Element, fold, heading, type Maybe, row, small, strip, subheading } from "./kit.ts";
import { bold, literal } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { roundTitle, toRound } from "./rounds.ts";
import { bar } from "./table.ts";
import { timeLeft } from "./when.ts";

/** What was said in a round and what wasn't: mailings under way, and everybody not reached as one list. */
export function deliveriesCard(view: DeliveriesView, nonce: string, reader: Reader, note?: string): Card {
  const { delivery: words } = reader.text;
  const { about, rows, open, handled } = view;
  const title = roundTitle(words.heading, view, reader);
  const ids = { round: about.id };
  const reposts = mayRepost(about, reader.now);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${state(view, reader).bold}`,
    fullWidth: true,
    body: [
      heading(title),
      note !== undefined && strip("good", note),
      ...lostPost(view, reader),
      stateStrip(view, reader),
      ...view.mailings.flatMap((mailing) => mailingPart(mailing, reader)),
      ...reasonsPart(view, reader),
      rows.length > 0 && subheading(words.listHeading(open + handled)),
      ...rows.map((one) => lostRow(one, view, reader)),
      ...pageRows(view, reader),
      view.kinds.size > 0 && saidFold(view, reader),
    ],
    actions: [
      reposts && here(reader, words.lost.repost, "deliveries.repost", { ...ids, nonce }, "positive"),
      !reposts && view.mayGoAgain && here(reader, words.retryAll, "deliveries.retryAll", { ...ids, nonce }, "positive"),
      here(reader, words.refresh, "deliveries.show", { ...ids, page: view.page }),
      toRound(view, reader),
    ],
  });
}

const total = (view: DeliveriesView, what: keyof Tally): number =>
  [...view.kinds.values()].reduce((sum, tally) => sum + tally[what], 0);

/** What is still to be sent: written down already, or to be found by a mailing. */
function leftOf(view: DeliveriesView): number {
  const unfound = view.mailings.reduce((sum, { left }) => sum + left, 0);
  return Math.max(total(view, "waiting"), unfound);
}

function state(view: DeliveriesView, { text }: Reader): { bold: string; rest?: string } {
  const { delivery: words } = text;
  const [sent, left] = [total(view, "sent"), leftOf(view)];
  if (view.open > 0) return { bold: words.open(view.open), rest: `${words.summary(sent, left)}.` };
  if (left > 0) return { bold: words.onTheWay(left), ...(sent > 0 && { rest: `${words.summary(sent, 0)}.` }) };
  return sent > 0 ? { bold: words.allSaid, rest: `${words.summary(sent, 0)}.` } : { bold: words.nothing };
}

function stateStrip(view: DeliveriesView, reader: Reader): Maybe<Element> {
  if (view.open === 0 && isLost(view.about)) return undefined;
  const { bold, rest } = state(view, reader);
  const calm = leftOf(view) > 0 ? "accent" : total(view, "sent") > 0 ? "good" : "emphasis";
  return strip(view.open > 0 ? "warning" : calm, bold, rest);
}

function lostPost({ about }: DeliveriesView, reader: Reader): Maybe<Element>[] {
  const { lost: words } = reader.text.delivery;
  if (!about.announcementLost || !isLost(about)) return [];
  const { why, next } = lostWords(about, about.announcementLost.reason, reader);
  return [strip("warning", words.strip[about.kind], why), small(next)];
}

function mailingPart({ what, sent, left, lost, time }: Progress, reader: Reader): Maybe<Element>[] {
  const { delivery: words } = reader.text;
  const all = sent + left + lost;
  if (all === 0) return [];
  const whole = time > MINUTE ? Math.ceil(time / MINUTE) * MINUTE : time;
  const estimate = left > 0 ? timeLeft(reader.now, reader.now + whole, reader) : undefined;
  return [
    subheading(mailingName(what, reader), literal(words.progress(sent, left, lost), { size: "Small" })),
    bar((sent + lost) / all),
    estimate !== undefined && small(words.timeLeft(estimate)),
  ];
}

const mailingName = (what: Progress["what"], { text: { delivery: words } }: Reader): string =>
  what === "cancelled" || what === "newCall" ? words.mailings[what] : words.sayings[what];

/** Where the reasons differ, or don't all stand on this page, how many have each. */
function reasonsPart({ reasons, pages }: DeliveriesView, { text }: Reader): Element[] {
  const { delivery: words } = text;
  if (reasons.length < 2 && pages < 2) return [];
  return [
    subheading(words.reasonsHeading),
    ...reasons.map(({ why, count }) => literal([bold(`${count}`), ` ${words.reasons[why]}`], { spacing: "Small" })),
  ];
}

/** Who, what, why and the phone number; pressing it opens what can be done. */
function lostRow(one: LostRow, { about }: DeliveriesView, reader: Reader): Element {
  const { delivery: words } = reader.text;
  const { candidate, delivery, why, handled, phone } = one;
  const name = addresseeName(one, reader);
  const what = delivery ? sayingName(delivery, reader) : words.sayings.consentRequest;
  const failed = delivery && hasFailed(delivery);
  const press =
    failed || !candidate
      ? delivery && here(reader, name, "deliveries.open", { round: about.id, delivery: delivery.id })
      : here(reader, name, "candidate.show", { call: candidate.call, candidate: candidate.id });
  return row({
    title: name,
    sub: [what, reasonWords(why, delivery, reader)].join(" · "),
    right: handled ? words.state.handled : why === "unsure" ? words.state.unsure : words.state.open,
    rightSub: phone,
    attention: !handled,
    separator: true,
    press,
  });
}

function pageRows({ about, page, pages }: DeliveriesView, reader: Reader): Maybe<Element>[] {
  const { delivery: words } = reader.text;
  if (pages < 2) return [];
  const to = (title: string, wanted: number): Element =>
    row({
      title,
      right: words.page(wanted + 1, pages),
      link: true,
      separator: true,
      press: here(reader, title, "deliveries.show", { round: about.id, page: wanted }),
    });
  return [page > 0 && to(words.previous, page - 1), page + 1 < pages && to(words.next, page + 1)];
}

/** Every kind of message: how many were sent, and what became of the others. */
function saidFold({ kinds }: DeliveriesView, { text }: Reader): Element {
  const { delivery: words, common } = text;
  const order = Object.keys(words.sayings) as Saying["kind"][];
  const rows = order.flatMap((kind) => {
    const tally = kinds.get(kind);
    if (!tally) return [];
    const { sent, waiting, lost, over } = tally;
    const told = words.tally(sent, waiting, lost, over);
    return [literal([bold(words.sayings[kind]), `: ${told}`], { spacing: "Small" })];
  });
  return fold("said", words.saidFold, rows, { first: true, hint: common.fold });
}
