import { standing } from "../bot/domain/board.ts";
import { openSeats } from "../bot/domain/call.ts";
import { mayReturn, needsLink } from "../bot/domain/candidate-hand.ts";
import { mayLead } from "../bot/domain/candidate-officer.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import { publishedReason } from "../bot/domain/redaction.ts";
import { dialog, press } from "./actions.ts";
import { type CandidacyView, limitWords, titled } from "./candidacy.ts";
import type { CandidatePage } from "./candidate.ts";
import { idsOf } from "./consent-parts.ts";
import { type Card, card, type Element, fold, heading, hint, line, row } from "./kit.ts";
import { bold, clip, literal, paragraphs } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { type ReasonGroup, reasonPages, reasonsOf } from "./reasons.ts";
import { dateTime } from "./when.ts";

const CONTACTS = 3;
const ORGANISATIONS = 4;
const ANSWERS = 4;
const REASONS_PAGE = 10_000;

/** Who proposed, how they are reached, and whether co-proposers have confirmed. */
export function contactsFold(page: CandidatePage, reader: Reader): Element {
  const { candidate: words } = reader.text.board;
  const shown = page.nominations.slice(0, CONTACTS).flatMap((n) => [
    ...contacts(n, reader),
    row({
      title: words.openNomination(n.code),
      link: true,
      press: press(words.openNomination(n.code), "nomination.show", { call: page.call.id, nomination: n.id }),
    }),
  ]);
  const rest = page.nominations.length - CONTACTS;
  return fold("contacts", words.contactsFold, [...shown, rest > 0 && hint(words.more(rest))], {
    first: true,
    hint: reader.text.common.fold,
  });
}

function contacts(n: Nomination, { text }: Reader): Element[] {
  const { candidate: words } = text.board;
  const reach = [n.proposer.email, n.proposer.phone].filter(Boolean).join(", ");
  const rest = n.organisations.length - ORGANISATIONS;
  return [
    line(bold(n.code), " ", words.proposerLine(clip(n.proposer.name, 80), clip(n.proposer.position ?? "", 80))),
    ...(reach ? [hint(reach)] : []),
    ...n.organisations.slice(0, ORGANISATIONS).map((o) => {
      const contact = o.contact ? `: ${[o.contact.name, o.contact.email].filter(Boolean).join(", ")}` : "";
      return hint(`${clip(o.name, 80)} (${words.confirmation[o.confirmation]})${clip(contact, 120)}`);
    }),
    ...(rest > 0 ? [hint(words.more(rest))] : []),
  ];
}

/** Every answer with who, when, by which way, and the version of the text answered to; the newest first. */
export function answersFold(page: CandidatePage, reader: Reader): Element {
  const { board, consent, common } = reader.text;
  const { candidate: words } = board;
  const answers = page.candidate.answers.toReversed();
  const told = answers
    .slice(0, ANSWERS)
    .flatMap((a) => [
      line(bold(words.answer[a.state](dateTime(a.at, reader), consent.ways[a.way]))),
      ...(a.receivedBy ? [hint(words.answer.receivedBy(a.receivedBy, page.nameOf(a.by)))] : []),
      ...[limitWords(a.limit, page, reader), a.reason].filter((x) => x !== undefined).map((x) => hint(x)),
      hint(words.answer.text(a.text)),
    ]);
  const rest = answers.length - ANSWERS;
  return fold(
    "answers",
    words.answersFold,
    [...(told.length > 0 ? told : [line(words.noAnswers)]), rest > 0 && hint(words.more(rest))],
    { hint: common.fold },
  );
}

/** What can be done besides the likely things; only what this candidate's state and this officer allow. */
export function actionRows(page: CandidatePage, reader: Reader): Element | undefined {
  const { candidate: words } = reader.text.board;
  const { links } = reader.text;
  const { group, call, candidate, by } = page;
  if (call.status === "selected" || call.status === "cancelled" || candidate.nominations.length === 0) return undefined;
  const state = standing(call, candidate, reader.now);
  const { dialogs } = reader.client;
  const open = (title: string, verb: string) =>
    row({ title, link: true, press: dialog(title, verb, idsOf(page), { dialogs }) });
  const says = (title: string, approved: boolean) =>
    row({
      title,
      link: true,
      press: press(title, "candidate.recordMove", {
        ...idsOf(page),
        rev: candidate.rev,
        nonce: `move-${candidate.id.slice(5, 45)}-${candidate.rev}`,
        approved: String(approved),
      }),
    });
  const moveOpen = candidate.move?.state === "asked";
  return fold(
    "more",
    words.actionsFold,
    [
      open(words.record, "consent.recordForm"),
      open(words.fix, "candidate.addressForm"),
      state === "notReached" && open(words.handled, "candidate.handledForm"),
      needsLink(candidate) &&
        state !== "lapsed" &&
        row({
          title: links.hand.press,
          link: true,
          press: press(links.hand.press, "candidate.link", idsOf(page)),
        }),
      mayReturn(candidate) && open(links.returned.press, "candidate.returnedForm"),
      state === "lapsed" && mayLead(group, candidate, by) && open(words.revive, "consent.reviveForm"),
      openSeats(call).length > 1 && !moveOpen && open(words.move, "candidate.moveForm"),
      moveOpen && says(words.moveApproved, true),
      moveOpen && says(words.moveRefused, false),
      row({
        title: words.merge,
        link: true,
        press: press(words.merge, "candidate.mergeForm", idsOf(page)),
      }),
      open(words.conflict, "candidate.conflictForm"),
    ],
    { hint: reader.text.common.fold },
  );
}

/** What proposers wrote, for officers: each reason with what is published of it, and a way to rewrite that. */
export function candidateReasonsCard(view: CandidacyView, wanted: number, reader: Reader): Card {
  const { board, consent } = reader.text;
  const pages = reasonPages(reasonsOf(view, reader), REASONS_PAGE);
  const page = Math.min(wanted, Math.max(0, pages.length - 1));
  const title = titled(() => board.candidate.reasonsHeading(clip(view.candidate.name, 80)), view, reader);
  const go = (to: number) => ({ ...idsOf(view), page: to });
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      pages.length > 1 && literal(board.pageOf(page + 1, pages.length), { size: "Small", subtle: true }),
      ...(pages[page] ?? []).flatMap((group) => officersReasons(group, view, reader)),
    ],
    actions: [
      press(reader.text.common.back, "candidate.show", idsOf(view), { inputs: false }),
      page + 1 < pages.length && press(consent.next, "candidate.reasons", go(page + 1), { inputs: false }),
      page > 0 && press(consent.previous, "candidate.reasons", go(page - 1), { inputs: false }),
    ],
  });
}

function officersReasons({ nomination, reasons }: ReasonGroup, view: CandidacyView, reader: Reader): Element[] {
  const { candidate: words } = reader.text.board;
  const names = nomination.organisations.slice(0, 40).map((o) => clip(o.name, 60));
  const { call } = view;
  return [
    line(bold(`${nomination.code} ${names.join(", ") || nomination.proposer.name}`)),
    ...reasons.flatMap(({ field, label, written }) => {
      const published = publishedReason(nomination, field);
      return [
        literal([bold(label)], { spacing: "Medium" }),
        ...paragraphs(written, { spacing: "Small" }),
        ...(published === written ? [] : [hint(bold(words.redacted), ` ${published || words.nothingPublished}`)]),
        row({
          title: words.redact,
          link: true,
          press: dialog(
            words.redact,
            "nomination.redactForm",
            { call: call.id, nomination: nomination.id, field },
            { dialogs: reader.client.dialogs },
          ),
        }),
      ];
    }),
    ...(nomination.otherBodies ? [hint(`${words.otherBodies}: ${nomination.otherBodies}`)] : []),
  ];
}
