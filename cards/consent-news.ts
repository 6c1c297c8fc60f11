import { type Conflict, conflictOf, mayHandle } from "../bot/domain/candidate-officer.ts";
import { hasLapsed, isOwnAnswer, lastAnswer, limitOf } from "../bot/domain/consent.ts";
import { isOfficer } from "../bot/domain/group.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import { answerBy } from "../bot/domain/passing.ts";
import { dialog, press } from "./actions.ts";
import { type CandidacyView, contactLine, fewNames, limitWords, proposersOf, themeName, titled } from "./candidacy.ts";
import { capital, idsOf } from "./consent-parts.ts";
import { type Card, card, facts, heading, line, small, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { dateTime, timeLeft } from "./when.ts";

/** A reminder to a candidate who hasn't answered; the request itself opens in its place. */
export function reminderCard(view: CandidacyView, reader: Reader): Card {
  const { request, reminder } = reader.text.consent;
  const title = titled(reminder.heading, view, reader);
  const deadline = answerBy(view.candidate, view.call);
  const by = deadline === undefined ? request.noDeadline : request.answerBy(dateTime(deadline, reader));
  const left = deadline === undefined ? undefined : timeLeft(reader.now, deadline, reader);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${by}`,
    body: [heading(title), strip("warning", by, left && reminder.rest(left)), line(reminder.text)],
    actions: [press(reminder.open, "consent.show", idsOf(view), { style: "positive" })],
  });
}

/** What a candidate answered, or that they didn't: to those who proposed and those who prepare the selection. */
export function outcomeCard(view: CandidacyView, to: PersonId | undefined, reader: Reader): Card {
  const { outcome, labels, ways, state } = reader.text.consent;
  const { candidate, group } = view;
  const officer = to !== undefined && isOfficer(group, to);
  const answer = lastAnswer(candidate);
  const consent = hasLapsed(view, reader.now) ? "lapsed" : candidate.consent;
  const said = consent === "asked" ? reader.text.consent.request.noDeadline : outcome[consent];
  const recorded = answer && !isOwnAnswer(answer);
  const when = answer && dateTime(answer.at, reader);
  const rest = !answer
    ? consent === "lapsed"
      ? outcome.lapsedRest
      : undefined
    : recorded
      ? state.recorded(when ?? "", ways[answer.way], answer.receivedBy ?? "")
      : `${when}.`;
  const title = titled(() => outcome.heading(clip(candidate.name, 80)), view, reader);
  const limit = limitOf(candidate);
  const { text: _, ...shared } = limit ?? {};
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${said}`,
    body: [
      heading(title),
      strip(consent === "given" ? "good" : "emphasis", said, rest),
      facts([
        [labels.limit, limitWords(officer ? limit : shared, view, reader)],
        [labels.reason, officer && answer?.state === "declined" ? answer.reason : undefined],
        [labels.call, titled((name) => name, view, reader)],
        [labels.theme, themeName(candidate.seatGroup, view, reader)],
        [labels.proposers, fewNames(proposersOf(view.nominations), reader)],
      ]),
    ],
    actions: [officer && openCandidate(view, reader)],
  });
}

const openCandidate = (view: CandidacyView, { text }: Reader) =>
  press(text.consent.outcome.open, "candidate.show", idsOf(view), { inputs: false });

/** A candidate couldn't be reached: why, and what those who can correct it may do. */
export function notReachedCard(view: CandidacyView, to: PersonId | undefined, reader: Reader): Card {
  const { unreached, labels, request } = reader.text.consent;
  const { candidate, group } = view;
  const title = titled(() => unreached.heading(clip(candidate.name, 80)), view, reader);
  const open = candidate.notReached !== undefined && candidate.consent === "asked";
  const deadline = answerBy(candidate, view.call);
  const until = deadline === undefined ? request.noDeadline : unreached.until(dateTime(deadline, reader));
  const mayOpen = to !== undefined && isOfficer(group, to) && mayHandle(group, candidate, to);
  const mayFix = to !== undefined && (mayOpen || conflictOf(candidate, to) === "proposer");
  const { client } = reader;
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      candidate.notReached
        ? strip(open ? "warning" : "emphasis", unreached.strip, unreached.reasons[candidate.notReached.reason])
        : strip("emphasis", candidate.consent === "asked" ? unreached.fixed : unreached.answered),
      facts([
        [labels.call, titled((name) => name, view, reader)],
        [labels.theme, themeName(candidate.seatGroup, view, reader)],
        [labels.proposers, fewNames(proposersOf(view.nominations), reader)],
        [labels.contact, [candidate.email, candidate.phone].filter(Boolean).join(", ")],
      ]),
      open && line(unreached.next),
      open && small(until),
    ],
    actions: open
      ? [
          mayFix && dialog(unreached.fix, "candidate.addressForm", idsOf(view), { ...client, style: "positive" }),
          mayOpen && openCandidate(view, reader),
        ]
      : [mayOpen && openCandidate(view, reader)],
  });
}

/** The candidate is asked whether another theme suits; live, so it tells the answer afterwards. */
export function moveRequestCard(view: CandidacyView, nonce: string, reader: Reader): Card {
  const { move, labels } = reader.text.consent;
  const { candidate } = view;
  const title = titled(move.heading, view, reader);
  const asked = candidate.move;
  const open = asked?.state === "asked";
  const said = open ? move.strip : asked?.state === "approved" ? move.approved : move.refused;
  const data = { ...idsOf(view), rev: candidate.rev, nonce };
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${said}`,
    body: [
      heading(title),
      strip(open ? "accent" : asked?.state === "approved" ? "good" : "emphasis", said),
      facts([
        [labels.nowTheme, open ? themeName(candidate.seatGroup, view, reader) : undefined],
        [labels.newTheme, themeName(asked?.to, view, reader)],
        [labels.note, asked?.note],
      ]),
      line(move.effect),
    ],
    actions: open
      ? [
          press(move.approve, "candidate.approveMove", data, { style: "positive" }),
          press(move.refuse, "candidate.refuseMove", data),
        ]
      : [],
  });
}

/** The officers hear what a candidate said to another theme. */
export function moveAnsweredCard(view: CandidacyView, reader: Reader): Card {
  const { move, labels } = reader.text.consent;
  const approved = view.candidate.move?.state === "approved";
  const said = approved ? move.answeredApproved : move.answeredRefused;
  const title = titled(() => move.answeredHeading(clip(view.candidate.name, 80)), view, reader);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${said}`,
    body: [
      heading(title),
      strip(approved ? "good" : "emphasis", said),
      facts([
        [labels.newTheme, themeName(view.candidate.move?.to, view, reader)],
        [labels.call, titled((name) => name, view, reader)],
      ]),
    ],
    actions: [openCandidate(view, reader)],
  });
}

/** An officer has a conflict of interest, and the case is the reader's and the others' from now on. */
export function conflictMarkedCard(
  view: CandidacyView,
  { who, because, to }: { who: string | undefined; because: Conflict | undefined; to: PersonId | undefined },
  reader: Reader,
): Card {
  const { conflict, labels } = reader.text.consent;
  const title = titled(() => conflict.heading(clip(view.candidate.name, 80)), view, reader);
  const said = conflict.strip(clip(who || conflict.officer, 80));
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${said}`,
    body: [
      heading(title),
      strip("accent", said, conflict.rest),
      facts([
        [labels.reason, because && capital(reader.text.appendix.because[because])],
        [labels.call, titled((name) => name, view, reader)],
        [labels.theme, themeName(view.candidate.seatGroup, view, reader)],
        [labels.proposers, fewNames(proposersOf(view.nominations), reader)],
      ]),
    ],
    actions: [to !== undefined && mayHandle(view.group, view.candidate, to) && openCandidate(view, reader)],
  });
}

/** Nothing is left of what a candidate was asked about. */
export function nominationsWithdrawnCard(view: CandidacyView, reader: Reader): Card {
  const { withdrawn, state } = reader.text.consent;
  const title = titled(withdrawn.heading, view, reader);
  const contact = contactLine(view, reader);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [heading(title), strip("emphasis", state.withdrawn, withdrawn.text), contact !== undefined && small(contact)],
  });
}
