import { deadlineFor } from "../bot/domain/call.ts";
import { mayHand, needsLink } from "../bot/domain/candidate-hand.ts";
import { callOver, hasLapsed } from "../bot/domain/consent.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import { notChangeable } from "../bot/domain/nominate-edit.ts";
import { mayAcceptLate } from "../bot/domain/nominate-late.ts";
import { withoutTeams, wordBarred } from "../bot/domain/nominate-word.ts";
import { counts, isEntered } from "../bot/domain/nomination.ts";
import { press } from "./actions.ts";
import { copyable } from "./inputs.ts";
import {
  type Action,
  type Card,
  card,
  type Element,
  facts,
  fold,
  heading,
  line,
  type Maybe,
  row,
  strip,
} from "./kit.ts";
import { literal } from "./literal.ts";
import {
  consentText,
  go,
  inZone,
  labelled,
  type NominationParts,
  nomineeContact,
  open,
  organisationLine,
  organisationNames,
  reasonTexts,
  seatText,
  themeOf,
  titleOf,
  untilText,
} from "./nomination-parts.ts";
import { receiptText } from "./nomination-text.ts";
import type { Reader } from "./reader.ts";
import { dateTime } from "./when.ts";

interface ReceiptParts extends NominationParts {
  /** Who looks at it. */
  viewer: PersonId;
  /** The officer who entered it, by name. */
  enteredBy?: string | undefined;
  /** What was just done, or why it couldn't be. */
  notice?: { style: "good" | "warning"; says: string } | undefined;
}

/** Everything that a proposal holds, whether the candidate answered, and what can still be changed. */
export function receiptCard(parts: ReceiptParts, asRead: Reader): Card {
  const { nomination, viewer, notice } = parts;
  const reader = inZone(asRead, parts.group);
  const { receipt } = reader.text.nomination;
  const mine = nomination.by === viewer;
  const title = mine ? ownTitle(parts, reader) : receipt.headingShown(nomination.code);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${titleOf(parts, reader)} · ${nomination.code}`,
    body: [
      heading(title),
      notice && strip(notice.style, notice.says),
      standing(parts, reader),
      nominationFacts(parts, reader),
      line(whatNext(parts, reader)),
      handRow(parts, reader),
      ...nominationFolds(parts, reader),
      wordRow(parts, reader),
    ],
    actions: actions(parts, reader),
  });
}

/** What the sender sees at once where they pressed; the receipt itself comes in their own chat. */
export function receivedCard(parts: NominationParts, asRead: Reader): Card {
  const { nomination, call, candidate } = parts;
  const reader = inZone(asRead, parts.group);
  const { receipt, labels } = reader.text.nomination;
  const title = nomination.self ? receipt.headingSelf : receipt.heading;
  const known = candidate && candidate.nominations[0] !== nomination.id;
  const consent = nomination.self ? receipt.ownConsent : known ? receipt.known : receipt.asked;
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${nomination.code}`,
    body: [
      heading(title),
      strip("good", receipt.inTime, `${receipt.at(dateTime(nomination.arrival.at, reader, "seconds"))} ${consent}`),
      facts([
        [labels.candidate, nomination.nominee.name],
        [labels.code, nomination.code],
      ]),
      line(receipt.inChat),
    ],
    actions: [
      go(receipt.show, "nomination.show", { call: call.id, nomination: nomination.id }, reader),
      reader.door === "card" &&
        press(reader.text.nomination.form.back, "call.card", { call: call.id }, { inputs: false }),
    ],
  });
}

/** For the officer who entered a proposal: what became of it, and a receipt to send on. */
export function enteredCard(parts: NominationParts, asRead: Reader): Card {
  const { nomination, call, group } = parts;
  const reader = inZone(asRead, group);
  const { receipt, late, ways } = reader.text.nomination;
  const data = { call: call.id, nomination: nomination.id };
  const isLate = nomination.status === "late";
  const arrived = receipt.arrived(dateTime(nomination.arrival.at, reader, "seconds"), ways[nomination.arrival.way]);
  return card({
    lang: reader.lang,
    fallbackText: `${receipt.headingEntered}. ${nomination.code}`,
    body: [
      heading(receipt.headingEntered),
      isLate ? strip("warning", late.waiting, late.waitingRest) : strip("good", receipt.inTime, arrived),
      copyable({ id: "copy", label: receipt.copyLabel, value: receiptText(nomination, call, reader, group) }),
    ],
    actions: [
      go(receipt.show, "nomination.show", data, reader),
      open(receipt.enterAnother, "nomination.enterForm", { call: call.id }, reader),
    ],
  });
}

/** Who, where to, by whom: the same rows wherever a proposal is shown. */
export function nominationFacts(
  parts: NominationParts & { enteredBy?: string | undefined },
  reader: Reader,
): Maybe<Element> {
  const { call, nomination, enteredBy } = parts;
  const words = reader.text.nomination;
  const { labels } = words;
  const { nominee, organisations, proposer, arrival } = nomination;
  const joint = organisations.filter((o) => o.confirmation !== "own");
  const confirmed = joint.filter((o) => o.confirmation === "confirmed").length;
  return facts([
    [labels.call, titleOf(parts, reader)],
    [labels.candidate, [nominee.name, nomineeContact(nomination)].filter(Boolean).join(", ")],
    [labels.organisations, organisationNames(organisations, reader)],
    [labels.confirmed, joint.length > 0 ? words.confirmedOf(confirmed, joint.length) : undefined],
    [labels.theme, seatText(parts, reader)],
    [labels.alternative, themeOf(nomination.alternative, parts, reader)],
    [
      labels.proposer,
      nomination.by ? undefined : [proposer.name, proposer.email, proposer.phone].filter(Boolean).join(", "),
    ],
    [
      labels.arrived,
      arrival.way === "teams"
        ? undefined
        : words.receipt.arrived(dateTime(arrival.at, reader), words.ways[arrival.way]),
    ],
    [
      labels.entered,
      isEntered(arrival) ? [enteredBy, dateTime(arrival.enteredAt, reader)].filter(Boolean).join(", ") : undefined,
    ],
    [labels.consent, nomination.status === "withdrawn" ? undefined : consentText(parts, reader)],
    [labels.code, [nomination.code, call.caseNumber && words.caseNumber(call.caseNumber)].filter(Boolean).join(" · ")],
  ]);
}

/** Of more organisations than this, a card has no room to tell how each one's word came. */
const FEW = 10;

/** Reasons, organisations and the rest as they were written, folded. */
export function nominationFolds(
  parts: NominationParts & { viewer?: PersonId | undefined },
  reader: Reader,
): Maybe<Element>[] {
  const { nomination, viewer } = parts;
  const { receipt, labels } = reader.text.nomination;
  const hint = reader.text.common.fold;
  const reasons = reasonTexts(parts, reader).flatMap(([label, written]) => labelled(label, written));
  const { organisations, proposer, otherBodies } = nomination;
  const rest = [
    ...(proposer.position ? labelled(labels.position, proposer.position) : []),
    ...(otherBodies ? labelled(labels.otherBodiesLong, otherBodies) : []),
  ];
  const mine = nomination.by === viewer;
  const few = organisations.length <= FEW;
  return [
    reasons.length > 0 &&
      fold("reasons", mine ? receipt.reasons : receipt.reasonsShown, reasons, { first: true, hint }),
    organisations.length > 0 &&
      fold(
        "organisations",
        receipt.organisations(organisations.length),
        organisations.map((o) => literal(organisationLine(o, reader, { few }), { spacing: "Small" })),
        { first: reasons.length === 0, hint },
      ),
    rest.length > 0 && fold("rest", receipt.rest, rest, { hint }),
  ];
}

function ownTitle({ nomination: { status, self } }: NominationParts, { text }: Reader): string {
  const { receipt } = text.nomination;
  if (status === "withdrawn") return receipt.headingWithdrawn;
  return self ? receipt.headingSelf : receipt.heading;
}

function standing(parts: NominationParts, reader: Reader): Element {
  const { nomination, candidate } = parts;
  const { receipt } = reader.text.nomination;
  const at = dateTime(nomination.arrival.at, reader, "seconds");
  const edited = nomination.editedAt === undefined ? "" : receipt.edited(dateTime(nomination.editedAt, reader));
  switch (nomination.status) {
    case "withdrawn":
      return strip("emphasis", receipt.withdrawn(dateTime(nomination.withdrawnAt ?? 0, reader)), receipt.withdrawnRest);
    case "late":
      return strip("warning", receipt.lateNow, receipt.acceptedLateRest(at));
    case "acceptedLate":
      return strip("good", receipt.acceptedLate, receipt.acceptedLateRest(at));
    case "inTime": {
      if (nomination.unconfirmed) return strip("warning", reader.text.web.board.strip, reader.text.web.board.rest);
      const asked = candidate?.consent === "asked" ? receipt.asked : "";
      const consent = nomination.self ? receipt.ownConsent : asked;
      return strip("good", receipt.inTime, [receipt.at(at), edited || consent].filter(Boolean).join(" "));
    }
  }
}

function whatNext(parts: ReceiptParts, reader: Reader): string {
  const { call, nomination, viewer } = parts;
  const { receipt } = reader.text.nomination;
  if (nomination.by !== viewer || nomination.status === "withdrawn") return "";
  const deadline = deadlineFor(call, nomination.seatGroup);
  if (deadline && !changeable(parts, reader)) return nomination.self ? receipt.closedSelf : receipt.closed;
  const until = deadline ? untilText(deadline, reader) : "";
  return nomination.self ? receipt.mayChangeSelf(until) : receipt.mayChange(until);
}

/** Where a co-proposer's contact isn't in Teams, an officer writes their word down. */
function wordRow(parts: ReceiptParts, reader: Reader): Maybe<Element> {
  const { call, nomination, viewer } = parts;
  if (wordBarred(parts, viewer) || withoutTeams(nomination).length === 0) return undefined;
  const { title } = reader.text.nomination.word;
  const data = { call: call.id, nomination: nomination.id };
  return row({ title, link: true, press: open(title, "nomination.recordConfirmationForm", data, reader) });
}

/** Who proposed somebody that Teams doesn't reach can pass the link on themself. */
function handRow({ group, call, nomination, candidate, viewer }: ReceiptParts, { text, now }: Reader): Maybe<Element> {
  if (!candidate || !counts(nomination) || !mayHand(group, candidate, viewer) || !needsLink(candidate))
    return undefined;
  if (nomination.by !== viewer || callOver(call) || hasLapsed({ call, candidate }, now)) return undefined;
  const title = text.links.hand.press;
  const data = { call: call.id, candidate: candidate.id };
  return row({ title, link: true, press: press(title, "candidate.link", data) });
}

const changeable = (parts: ReceiptParts, { now }: Reader): boolean =>
  notChangeable(parts, { by: parts.viewer, arrivedAt: now }) === undefined;

function actions(parts: ReceiptParts, reader: Reader): Maybe<Action>[] {
  const { group, call, nomination, candidate, viewer } = parts;
  const { receipt } = reader.text.nomination;
  const data = { call: call.id, nomination: nomination.id };
  if (nomination.status === "late" && mayAcceptLate(group, nomination, viewer))
    return [open(receipt.acceptLate, "nomination.acceptLateForm", data, reader)];
  if (!changeable(parts, reader)) return [];
  const self = nomination.self;
  const lost = candidate?.notReached && candidate.consent === "asked";
  return [
    open(self ? receipt.editSelf : receipt.edit, "nomination.editForm", data, reader),
    lost
      ? open(receipt.fixAddress, "candidate.addressForm", { call: call.id, candidate: candidate.id }, reader)
      : !self &&
        call.status === "open" &&
        nomination.by === viewer &&
        open(receipt.another, "nomination.form", { call: call.id }, reader),
    go(self ? receipt.withdrawSelf : receipt.withdraw, "nomination.withdrawAsk", data, reader),
  ];
}
