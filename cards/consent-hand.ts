import type { HandRefusal, ReturnedRefusal } from "../bot/domain/candidate-hand.ts";
import { isOfficer } from "../bot/domain/group.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import type { Instant } from "../bot/domain/time.ts";
import { press, submit } from "./actions.ts";
import { type CandidacyView, titled } from "./candidacy.ts";
import { idsOf } from "./consent-parts.ts";
import { explainOffice } from "./explain/board.ts";
import type { Gone } from "./explain/consent.ts";
import { handedLink } from "./handed-link.ts";
import { type Action, type Card, card, facts, heading, line, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";

/** A candidate's link to pass on by hand: shown to whoever took it, once. */
export function handCard(
  view: CandidacyView,
  { url, until, by }: { url: string; until: Instant; by: PersonId },
  reader: Reader,
): Card {
  const { hand } = reader.text.links;
  const title = titled(() => hand.heading(clip(view.candidate.name, 80)), view, reader);
  return handedLink({ title, words: { ...hand, line: hand.text }, url, until, back: back(view, by, reader) }, reader);
}

/** To the candidate's page, or, for who proposed them, to their proposal. */
function back(view: CandidacyView, by: PersonId, { text }: Reader): Action | undefined {
  const theirs = view.nominations.find((n) => n.by === by);
  if (isOfficer(view.group, by)) return press(text.common.back, "candidate.show", idsOf(view), { inputs: false });
  const data = { call: view.call.id, nomination: theirs?.id };
  return theirs && press(text.common.back, "nomination.show", data, { inputs: false });
}

/** Asks once more before a candidate is marked as not reached. */
export function returnedForm(view: CandidacyView, nonce: string, reader: Reader, error?: string): Card {
  const { returned } = reader.text.links;
  const { candidate } = view;
  const title = titled(() => clip(candidate.name, 80), view, reader);
  return card({
    lang: reader.lang,
    fallbackText: `${returned.heading}. ${title}`,
    body: [
      heading(returned.heading),
      strip("warning", error ?? returned.strip),
      facts([
        [reader.text.board.candidate.labels.contact, [candidate.name, candidate.email].filter(Boolean).join(", ")],
      ]),
      line(returned.rest),
    ],
    actions: [
      submit(returned.save, "candidate.returned", { ...idsOf(view), rev: candidate.rev, nonce }, { door: reader.door }),
      reader.door === "card" && press(reader.text.common.back, "candidate.show", idsOf(view), { inputs: false }),
    ],
  });
}

/** Why no link is given, in one sentence. */
export function explainHand(refusal: HandRefusal | Gone | { kind: "here" }, { text }: Reader): string {
  const { hand } = text.links;
  switch (refusal.kind) {
    case "notAllowed":
      return hand.notAllowed;
    case "notNow":
      return hand.notNow;
    case "inTeams":
      return hand.inTeams;
    case "tooMany":
      return hand.cap;
    case "here":
      return hand.alone;
    case "noSuchRound":
    case "noSuchCandidate":
      return text.board.refused.noSuchCandidate;
  }
}

export const explainReturned = (refusal: ReturnedRefusal | Gone, reader: Reader): string =>
  refusal.kind === "notMail" ? reader.text.links.returned.notMail : explainOffice(refusal, reader);
