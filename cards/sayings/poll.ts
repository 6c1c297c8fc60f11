import { askedOf, hasLeft } from "../../bot/domain/poll.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import type { Card } from "../kit.ts";
import { shared } from "../languages.ts";
import { askedCard, pollCard } from "../poll.ts";
import { type PollAt, type PollSeen, pollTitle } from "../poll-parts.ts";
import { standInCard } from "../poll-principals.ts";
import {
  pollCancelledCard,
  pollChangedCard,
  pollClosedCard,
  pollDecidedCard,
  pollInvitationCard,
  pollLeftCard,
  pollMentionCard,
  pollRulesCard,
} from "../poll-told.ts";
import type { Reader } from "../reader.ts";

type Drawing = (showing: Showing, reader: Reader) => Card;

/** The engine only sends what still has its poll. */
function at({ poll, group }: Showing): PollAt {
  if (!poll) throw new Error("A message about a poll has lost its poll.");
  return { poll, group };
}

/** Whoever was removed learns nothing more from the card that asked them. */
const isGone = ({ poll, delivery: { to } }: Showing) => to.to === "person" && !!poll && hasLeft(poll, to.person);

function seen({ pollView, group, names = {} }: Showing): PollSeen {
  if (!pollView) throw new Error("A message about a poll has lost its counts.");
  return { ...pollView, group, names };
}

/** Messages about polls. */
export const pollSayings: Record<
  | "poll"
  | "pollRequest"
  | "pollReminder"
  | "pollMention"
  | "pollChanged"
  | "pollClosed"
  | "pollDecided"
  | "pollInvitation"
  | "pollCancelled"
  | "pollLeft"
  | "pollRules"
  | "pollStandIn",
  Drawing
> = {
  poll: shared((showing, reader, brief) => pollCard(seen(showing), reader, brief)),
  pollRequest: (showing, reader) =>
    isGone(showing) ? pollLeftCard(at(showing), reader) : askedCard({ ...at(showing), answer: showing.answer }, reader),
  pollReminder: (showing, reader) => {
    const { told } = reader.text.poll;
    const heading = told.reminder(pollTitle(at(showing), reader));
    const sentence = showing.answer ? undefined : told.reminderLine;
    return askedCard({ ...at(showing), answer: showing.answer, heading, sentence }, reader);
  },
  pollMention: shared((showing, reader) =>
    pollMentionCard(
      {
        ...at(showing),
        persons: showing.mentioned ?? [],
        names: showing.names ?? {},
        accounts: showing.accounts,
      },
      reader,
    ),
  ),
  pollChanged: shared((showing, reader) => {
    const { saying } = showing.delivery;
    const index = saying.kind === "pollChanged" ? saying.index : 0;
    return pollChangedCard({ ...at(showing), index, answer: showing.answer }, reader);
  }),
  pollClosed: (showing, reader) => pollClosedCard(seen(showing), reader),
  pollDecided: shared((showing, reader) =>
    pollDecidedCard({ ...at(showing), meetings: showing.meetings ?? [] }, reader),
  ),
  pollInvitation: (showing, reader) => {
    const { meetings = [], calendar, calendarOfAll } = showing;
    return pollInvitationCard({ ...at(showing), meetings, calendar, calendarOfAll }, reader);
  },
  pollRules: (showing, reader) => {
    const { saying } = showing.delivery;
    return pollRulesCard({ ...at(showing), index: saying.kind === "pollRules" ? saying.index : 0 }, reader);
  },
  pollLeft: (showing, reader) => pollLeftCard(at(showing), reader),
  pollStandIn: (showing, reader) => {
    const { saying, to } = showing.delivery;
    const person = saying.kind === "pollStandIn" && saying.for;
    if (!person || to.to !== "person") throw new Error("Word to a stand-in has lost for whom it is.");
    const named = showing.poll && askedOf(showing.poll, person)?.standIns?.find((s) => s.person === to.person);
    return standInCard({ ...at(showing), person, as: named?.as ?? "substitute", names: showing.names ?? {} }, reader);
  },
  pollCancelled: shared((showing, reader) => pollCancelledCard(at(showing), reader)),
};
