import { stands } from "../bot/domain/candidate.ts";
import { hasLapsed, isOwnAnswer, lastAnswer } from "../bot/domain/consent.ts";
import { answerBy } from "../bot/domain/passing.ts";
import { press } from "./actions.ts";
import { type CandidacyView, contactLine, local, titled } from "./candidacy.ts";
import {
  answeredFacts,
  idsOf,
  isOwn,
  limitInputs,
  moveRow,
  noticeFold,
  reasonsFold,
  requestFacts,
  type TypedLimit,
  typedLimit,
} from "./consent-parts.ts";
import { copyable } from "./inputs.ts";
import { type Card, card, fold, heading, hint, line, small, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { consentTextVersion } from "./notice.ts";
import type { Reader } from "./reader.ts";
import { date, dateTime } from "./when.ts";

/** The candidate's own card: the question, and from then on what they answered and how to change it. */
export function consentCard(view: CandidacyView, reader: Reader, typed?: TypedLimit): Card {
  const { call, candidate } = view;
  if (candidate.notReached?.reason === "notThisPerson") return wrongPersonCard(view, reader);
  if (!stands(candidate)) return history(view, reader, "withdrawn");
  if (call.status === "cancelled" || call.status === "selected") return history(view, reader, call.status);
  if (hasLapsed(view, reader.now)) return history(view, reader, "lapsed");
  return candidate.consent === "asked" ? requestCard(view, reader, typed) : answeredCard(view, reader);
}

const headingOf = (view: CandidacyView, { text }: Reader) =>
  isOwn(view) ? text.consent.request.headingOwn : text.consent.request.heading;

/** The question, and everything that a person needs to know before answering it. */
function requestCard(view: CandidacyView, reader: Reader, typed: TypedLimit = {}): Card {
  const { consent, common } = reader.text;
  const title = titled(headingOf(view, reader), view, reader);
  const deadline = answerBy(view.candidate, view.call);
  const by = deadline === undefined ? consent.request.noDeadline : consent.request.answerBy(dateTime(deadline, reader));
  const chosen = Boolean(typed.limitText || (typed.limit ?? "any") !== "any" || (typed.theme ?? "any") !== "any");
  const limits = [...limitInputs(view, reader, typed), hint(consent.limits.hint)];
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${by}`,
    body: [
      heading(title),
      strip("accent", by, deadline === undefined ? undefined : consent.request.silence),
      moveRow(view, reader),
      requestFacts(view, reader),
      line(consent.mayChange),
      reasonsFold(view, reader),
      ...(chosen ? limits : [fold("limits", consent.limits.fold, limits, { hint: common.fold })]),
      noticeFold(view, reader),
    ],
    actions: answers(view, reader, true),
  });
}

const answers = (view: CandidacyView, reader: Reader, mayBeWrong: boolean) => {
  const { text } = reader;
  const { candidate } = view;
  const asked = { ...idsOf(view), rev: candidate.rev };
  const data = { ...asked, text: consentTextVersion(view, reader) };
  return [
    press(text.consent.give, "consent.give", data, { style: "positive" }),
    press(text.consent.decline, "consent.decline", data, { inputs: false }),
    mayBeWrong && press(text.consent.notMe(clip(candidate.name, 40)), "consent.notMe", asked, { inputs: false }),
  ];
};

function answeredCard(view: CandidacyView, reader: Reader): Card {
  const { consent } = reader.text;
  const title = titled(headingOf(view, reader), view, reader);
  const [bold, rest] = stateWords(view, reader);
  const given = view.candidate.consent === "given";
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${bold}`,
    body: [
      heading(title),
      strip(given ? "good" : "emphasis", bold, rest),
      moveRow(view, reader),
      answeredFacts(view, reader),
      line(consent.mayChange),
      reasonsFold(view, reader),
      noticeFold(view, reader),
    ],
    actions: [press(consent.change, "consent.change", idsOf(view), { inputs: false })],
  });
}

/** What was answered, when and by which way: "Suostuit ehdokkaaksi la 8.5.2027 klo 9.30. Valinta tehdään …" */
function stateWords({ candidate, call }: CandidacyView, reader: Reader): [bold: string, rest: string | undefined] {
  const { state, ways } = reader.text.consent;
  const answer = lastAnswer(candidate);
  if (!answer) return [state.lapsed, undefined];
  const when = dateTime(answer.at, reader);
  const selection = call.decisionMeeting ? ` ${state.selection(date(call.decisionMeeting.at, reader))}` : "";
  const own = isOwnAnswer(answer);
  const rest = own ? `${when}.` : state.recorded(when, ways[answer.way], answer.receivedBy ?? "");
  if (answer.state === "declined") return [own ? state.declined : state.declinedRecorded, rest];
  const bold = answer.way === "own" ? state.givenOwn : own ? state.given : state.givenRecorded;
  return [answer.way === "own" ? `${bold},` : bold, rest + selection];
}

/** What is over: says so, keeps the answer, and offers nothing. */
function history(view: CandidacyView, reader: Reader, why: "lapsed" | "withdrawn" | "selected" | "cancelled"): Card {
  const { state } = reader.text.consent;
  const { candidate, call } = view;
  const title = titled(headingOf(view, reader), view, reader);
  const deadline = answerBy(candidate, call);
  const rest =
    why === "lapsed"
      ? deadline === undefined
        ? undefined
        : state.lapsedRest(dateTime(deadline, reader))
      : why === "withdrawn"
        ? state.withdrawnRest
        : state.overRest;
  const contact = contactLine(view, reader);
  const answered = why === "selected" && lastAnswer(candidate) ? stateWords(view, reader) : undefined;
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${state[why]}`,
    body: [
      heading(title),
      strip("emphasis", state[why], rest),
      answered && line(answered.filter(Boolean).join(" ")),
      why !== "withdrawn" && answeredFacts(view, reader),
      why === "lapsed" && contact !== undefined && small(state.lapsedText(contact)),
      noticeFold(view, reader),
    ],
  });
}

/** After somebody said that they are not the candidate: nothing about the candidate is shown to them any more. */
export function wrongPersonCard(view: CandidacyView, reader: Reader): Card {
  const { state } = reader.text.consent;
  const title = titled((group) => group, view, reader);
  const contact = contactLine(view, reader);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${state.notMe}`,
    body: [
      heading(title),
      strip("emphasis", state.notMe, state.notMeRest),
      contact !== undefined && small(state.notMeText(contact)),
    ],
  });
}

/** A request that went to somebody else than the candidate is now known to be. */
export function elsewhereCard(view: Pick<CandidacyView, "group" | "call">, reader: Reader): Card {
  const { state } = reader.text.consent;
  const title = titled((group) => group, view, reader);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${state.elsewhere}`,
    body: [heading(title), strip("emphasis", state.elsewhere, state.elsewhereRest)],
  });
}

/** The question once more, with the present answer standing until a new one is confirmed. */
export function changeCard(view: CandidacyView, reader: Reader, typed: TypedLimit = typedLimit(view)): Card {
  const { consent, common } = reader.text;
  const [bold, rest] = stateWords(view, reader);
  return card({
    lang: reader.lang,
    fallbackText: consent.changeHeading,
    body: [
      heading(consent.changeHeading),
      strip("accent", bold, rest),
      line(consent.changeStrip),
      requestFacts(view, reader),
      ...limitInputs(view, reader, typed),
      hint(consent.limits.hint),
    ],
    actions: [...answers(view, reader, false), press(common.back, "consent.show", idsOf(view), { inputs: false })],
  });
}

/** A card together with what was typed on the refused one, to copy. */
export const keeping = (shown: Card, written: string | undefined, { text }: Reader): Card =>
  written
    ? { ...shown, body: [...shown.body, copyable({ id: "copy", label: text.common.your, value: written })] }
    : shown;

export const groupName = (view: CandidacyView, reader: Reader) => clip(local(view.group.name, view.group, reader), 120);
