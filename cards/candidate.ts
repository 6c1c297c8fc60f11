import { standing } from "../bot/domain/board.ts";
import { conflictOf, mayLead } from "../bot/domain/candidate-officer.ts";
import { lastAnswer, limitOf } from "../bot/domain/consent.ts";
import type { Delivery } from "../bot/domain/delivery.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import { answerBy } from "../bot/domain/passing.ts";
import { dialog, press } from "./actions.ts";
import { type CandidacyView, fewNames, limitWords, proposersOf, themeName, titled } from "./candidacy.ts";
import { actionRows, answersFold, contactsFold } from "./candidate-parts.ts";
import { capital, idsOf } from "./consent-parts.ts";
import { type Card, card, facts, heading, row, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { dateTime } from "./when.ts";

/** A candidate as an officer sees them: the candidacy, the officer, and what else was looked up for the page. */
export interface CandidatePage extends CandidacyView {
  by: PersonId;
  /** The request of the present asking, if one was written down. */
  request?: Delivery | undefined;
  /** Candidates who may be the same person. */
  alike: readonly { id: string; name: string }[];
  nameOf: (person: PersonId) => string;
}

/** Everything about one candidate, and what an officer can do: three likely actions, the rest folded. */
export function candidateCard(page: CandidatePage, reader: Reader, note?: string): Card {
  const { candidate: words } = reader.text.board;
  const { candidate, by } = page;
  const conflict = conflictOf(candidate, by);
  const title = titled(() => clip(candidate.name, 120), page, reader);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      note !== undefined && strip("good", note),
      conflict
        ? strip("warning", words.conflictStrip, words.conflictRest(words.because[conflict]))
        : standingStrip(page, reader),
      candidateFacts(page, reader),
      ...(conflict ? [] : page.alike.slice(0, 5)).map((other) =>
        row({
          title: words.alike(clip(other.name, 80)),
          link: true,
          press: press(words.merge, "candidate.mergeForm", { ...idsOf(page), other: other.id }),
        }),
      ),
      contactsFold(page, reader),
      answersFold(page, reader),
      !conflict && actionRows(page, reader),
    ],
    actions: conflict ? [back(page, reader)] : [...likely(page, reader), back(page, reader)],
  });
}

const back = ({ call }: CandidatePage, { text }: Reader) =>
  press(text.board.back, "board.show", { call: call.id }, { inputs: false });

function standingStrip(page: CandidatePage, reader: Reader) {
  const { board, consent } = reader.text;
  const { call, candidate } = page;
  const state = standing(call, candidate, reader.now);
  const answer = lastAnswer(candidate);
  const deadline = answerBy(candidate, call);
  const by = deadline === undefined ? undefined : board.candidate.answerBy(dateTime(deadline, reader));
  switch (state) {
    case "given":
    case "declined":
      return strip(
        state === "given" ? "good" : "emphasis",
        board.standing[state],
        answer && `${dateTime(answer.at, reader)}, ${consent.ways[answer.way]}`,
      );
    case "lapsed":
      return strip(
        "emphasis",
        `${board.standing.lapsed}.`,
        (deadline && board.answersEnded(dateTime(deadline, reader))) || "",
      );
    case "notReached":
    case "handled":
      return strip(
        state === "notReached" ? "warning" : "emphasis",
        `${board.standing[state]}.`,
        candidate.notReached && consent.unreached.reasons[candidate.notReached.reason],
      );
    case "asked":
      return strip("accent", `${board.standing.asked}.`, by);
  }
}

function candidateFacts(page: CandidatePage, reader: Reader) {
  const { labels, moveState } = reader.text.board.candidate;
  const { candidate, nominations } = page;
  const answer = lastAnswer(candidate);
  const { move, revived, notReached } = candidate;
  return facts([
    [labels.theme, themeName(candidate.seatGroup, page, reader)],
    [labels.alternative, themeName(candidate.alternative, page, reader)],
    [labels.role, capital(reader.text.consent.roles[candidate.role])],
    [labels.limit, limitWords(limitOf(candidate), page, reader)],
    [labels.reason, answer?.state === "declined" ? answer.reason : undefined],
    [labels.proposers, fewNames(proposersOf(nominations), reader)],
    [
      labels.codes,
      nominations
        .slice(0, 12)
        .map((n) => n.code)
        .join(", "),
    ],
    [labels.contact, [candidate.email, candidate.phone].filter(Boolean).join(", ")],
    [labels.request, requestText(page, reader)],
    [labels.handled, notReached?.handled],
    [labels.move, move && moveState[move.state](themeName(move.to, page, reader))],
    [labels.revived, revived && `${dateTime(revived.at, reader)}: ${revived.reason}`],
    [
      labels.conflicts,
      candidate.conflicts.map((c) => `${page.nameOf(c.person)} (${dateTime(c.at, reader)})`).join(", "),
    ],
  ]);
}

/** When the candidate was asked, and what became of the message. */
function requestText({ candidate, request }: CandidatePage, reader: Reader): string {
  const { candidate: words } = reader.text.board;
  if (!request && candidate.answers.some((a) => a.way === "own")) return words.requestState.none;
  const state = request ? words.requestState[request.status] : words.requestState.pending;
  return [
    words.asked(dateTime(candidate.askedAt, reader)).replace(/\.$/, ""),
    state,
    request?.repeated && words.repeated,
    candidate.reminded > 0 && words.reminded(candidate.reminded),
  ]
    .filter(Boolean)
    .join(", ");
}

/** The likeliest next things for this candidate's state. */
function likely(page: CandidatePage, reader: Reader) {
  const { candidate: words } = reader.text.board;
  const { group, call, candidate, by } = page;
  if (call.status === "selected" || call.status === "cancelled") return [];
  const { client } = reader;
  const state = standing(call, candidate, reader.now);
  const open = (title: string, verb: string, style?: "positive") =>
    dialog(title, verb, idsOf(page), { dialogs: client.dialogs, style });
  const reasons = press(words.readReasons, "candidate.reasons", idsOf(page), { inputs: false });
  if (state === "notReached")
    return [open(words.fix, "candidate.addressForm", "positive"), open(words.record, "consent.recordForm")];
  if (state === "lapsed" && mayLead(group, candidate, by))
    return [open(words.revive, "consent.reviveForm", "positive"), reasons];
  return state === "given" || state === "declined" ? [reasons] : [reasons, open(words.record, "consent.recordForm")];
}
