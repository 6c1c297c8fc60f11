import { openSeats } from "../bot/domain/call.ts";
import type { Limit } from "../bot/domain/candidate.ts";
import { themesOf } from "../bot/domain/candidate-themes.ts";
import { lastAnswer, limitOf } from "../bot/domain/consent.ts";
import { press } from "./actions.ts";
import { type CandidacyView, fewNames, limitWords, local, proposersOf, termText, themeName } from "./candidacy.ts";
import { choice, textInput } from "./inputs.ts";
import { type Element, facts, fold, hint, line, row } from "./kit.ts";
import { clip } from "./literal.ts";
import { privacyNotice } from "./notice.ts";
import type { Reader } from "./reader.ts";
import { reasonGroup, reasonPages, reasonsOf } from "./reasons.ts";
import { CONSENT_CAPS } from "./verbs/consent.ts";

/** What a person chose or wrote as a limit, as the card's inputs send it. */
export interface TypedLimit {
  limit?: "any" | "member" | "substitute" | undefined;
  theme?: string | undefined;
  limitText?: string | undefined;
}

/** Reasons in the request itself stay this small; more of them open on a page of their own. */
const FOLDED_REASONS = 5_000;

export const idsOf = ({ call, candidate }: CandidacyView) => ({ call: call.id, candidate: candidate.id });

/** The person proposed themself and nobody else did. */
export const isOwn = ({ nominations }: CandidacyView): boolean =>
  nominations.length > 0 && nominations.every((n) => n.self);

/** As a value that stands alone. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Who proposed, for what, for how long. */
export function requestFacts(view: CandidacyView, reader: Reader): Element | undefined {
  const { call, group, candidate, nominations } = view;
  const { labels, roles, noFee } = reader.text.consent;
  return facts([
    [labels.proposers, isOwn(view) ? undefined : fewNames(proposersOf(nominations), reader)],
    [labels.theme, themeName(candidate.seatGroup, view, reader)],
    [labels.alternative, themeName(candidate.alternative, view, reader)],
    [labels.role, capital(roles[candidate.role])],
    [labels.task, clip(local(call.mandate, group, reader), 400)],
    [labels.term, termText(call, reader)],
    [labels.meetings, clip(local(call.rhythm, group, reader), 200)],
    [labels.fee, clip(local(call.fee, group, reader), 200) || capital(noFee)],
    [labels.appoints, clip(local(call.appoints, group, reader), 120)],
  ]);
}

/** What stands of an answered request. */
export function answeredFacts(view: CandidacyView, reader: Reader): Element | undefined {
  const { call, candidate, nominations } = view;
  const { labels } = reader.text.consent;
  const answer = lastAnswer(candidate);
  return facts([
    [labels.limit, limitWords(limitOf(candidate), view, reader)],
    [labels.reason, answer?.state === "declined" ? answer.reason : undefined],
    [labels.theme, themeName(candidate.seatGroup, view, reader)],
    [labels.proposers, isOwn(view) ? undefined : fewNames(proposersOf(nominations), reader)],
    [labels.term, termText(call, reader)],
  ]);
}

/** What the proposers wrote, folded; on a page of its own where it is long. */
export function reasonsFold(view: CandidacyView, reader: Reader): Element {
  const { consent, common } = reader.text;
  const groups = reasonsOf(view, reader);
  const pages = reasonPages(groups, FOLDED_REASONS);
  const more = press(consent.readAll, "consent.reasons", idsOf(view), { inputs: false });
  const body =
    pages.length > 1
      ? [hint(consent.whyElsewhere), row({ title: consent.readAll, link: true, press: more })]
      : groups.flatMap((group) => reasonGroup(group, reader));
  return fold("why", isOwn(view) ? consent.whyOwn : consent.why, body, { first: true, hint: common.fold });
}

export const noticeFold = (view: CandidacyView, reader: Reader): Element =>
  fold(
    "art14",
    reader.text.consent.notice.fold,
    privacyNotice(view, isOwn(view), reader).map((paragraph) => line(paragraph)),
    { hint: reader.text.common.fold },
  );

/** A limit to one role, one theme, or in own words; only what this call has is offered. */
export function limitInputs(view: CandidacyView, reader: Reader, typed: TypedLimit): Element[] {
  const { limits } = reader.text.consent;
  const { candidate, call, nominations } = view;
  const seats = openSeats(call);
  const themes = themesOf(call, candidate, nominations);
  const roles = [
    { title: limits.any, value: "any" },
    { title: limits.member, value: "member" },
    { title: limits.substitute, value: "substitute" },
  ];
  return [
    ...(seats.some((s) => s.substitutes)
      ? [choice({ id: "limit", label: limits.role, expanded: true, choices: roles, value: typed.limit ?? "any" })]
      : []),
    ...(themes.length > 1
      ? [
          choice({
            id: "theme",
            label: limits.theme,
            choices: [
              { title: limits.anyTheme, value: "any" },
              ...themes.map((s) => ({ title: limits.themeOnly(themeName(s.id, view, reader)), value: s.id })),
            ],
            value: themes.find((s) => s.id === typed.theme)?.id ?? "any",
          }),
        ]
      : []),
    textInput({ id: "limitText", label: limits.own, maxLength: CONSENT_CAPS.limitText, value: typed.limitText }),
  ];
}

/** An earlier limit as the inputs show it. */
export function typedLimit(view: CandidacyView): TypedLimit {
  const limit = limitOf(view.candidate);
  return { limit: limit?.role ?? "any", theme: limit?.seatGroup ?? "any", limitText: limit?.text };
}

/** What was typed, as a limit; none when nothing limits. */
export function limitFrom({ limit, theme, limitText }: TypedLimit): Limit | undefined {
  const meant: Limit = {
    ...(limit && limit !== "any" && { role: limit }),
    ...(theme && theme !== "any" && { seatGroup: theme }),
    ...(limitText && { text: limitText }),
  };
  return Object.keys(meant).length > 0 ? meant : undefined;
}

/** Another theme that waits for the candidate's word. */
export function moveRow(view: CandidacyView, reader: Reader): Element | undefined {
  const { move } = view.candidate;
  if (move?.state !== "asked") return undefined;
  const title = reader.text.consent.move.waiting(themeName(move.to, view, reader));
  return row({ title, link: true, press: press(title, "candidate.showMove", idsOf(view)) });
}
