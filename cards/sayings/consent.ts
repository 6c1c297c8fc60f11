import type { Showing } from "../../bot/domain/showing.ts";
import type { CandidacyView } from "../candidacy.ts";
import { consentCard, elsewhereCard } from "../consent.ts";
import {
  conflictMarkedCard,
  moveAnsweredCard,
  moveRequestCard,
  nominationsWithdrawnCard,
  notReachedCard,
  outcomeCard,
  reminderCard,
} from "../consent-news.ts";
import type { Card } from "../kit.ts";
import type { Reader } from "../reader.ts";

type Drawing = (showing: Showing, reader: Reader) => Card;

/** A candidacy as it stands when its message goes. The engine only sends what still has its candidate. */
function viewOf({ group, call, candidate, nominations }: Showing): CandidacyView {
  if (!call || !candidate) throw new Error("A message about a candidate has lost its candidate.");
  return { group, call, candidate, nominations };
}

/** Whoever was asked in error learns that, and nothing more about the candidate. */
const toCandidate =
  (drawing: (view: CandidacyView, reader: Reader) => Card): Drawing =>
  (showing, reader) => {
    const view = viewOf(showing);
    const { to } = showing.delivery;
    return to.to === "person" && to.person !== view.candidate.person
      ? elsewhereCard(view, reader)
      : drawing(view, reader);
  };

const toPerson = ({ delivery: { to } }: Showing) => (to.to === "person" ? to.person : undefined);

/** Messages about consent. */
export const consentSayings: Record<
  | "consentRequest"
  | "consentReminder"
  | "candidateLink"
  | "consentOutcome"
  | "notReached"
  | "moveRequest"
  | "moveAnswered"
  | "conflictMarked"
  | "nominationsWithdrawn",
  Drawing
> = {
  consentRequest: toCandidate((view, reader) => consentCard(view, reader)),
  consentReminder: toCandidate(reminderCard),
  candidateLink: toCandidate((view, reader) => consentCard(view, reader)),
  consentOutcome: (showing, reader) => outcomeCard(viewOf(showing), toPerson(showing), reader),
  notReached: (showing, reader) => notReachedCard(viewOf(showing), toPerson(showing), reader),
  moveRequest: (showing, reader) =>
    toCandidate((view, r) => moveRequestCard(view, showing.delivery.id.replace(/^del:/, ""), r))(showing, reader),
  moveAnswered: (showing, reader) => moveAnsweredCard(viewOf(showing), reader),
  conflictMarked: (showing, reader) => {
    const { saying } = showing.delivery;
    const view = viewOf(showing);
    const marked = saying.kind === "conflictMarked" ? view.candidate.conflicts[saying.index] : undefined;
    const who = marked && showing.names?.[marked.person];
    return conflictMarkedCard(view, { who, because: marked?.because, to: toPerson(showing) }, reader);
  },
  nominationsWithdrawn: (showing, reader) => nominationsWithdrawnCard(viewOf(showing), reader),
};
