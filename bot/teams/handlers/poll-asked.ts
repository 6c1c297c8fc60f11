import { pollPeopleCard, pollPersonCard } from "../../../cards/poll-people.ts";
import type { pollVerbs } from "../../../cards/verbs/poll.ts";
import { isOutside } from "../../domain/answer-hand.ts";
import type { PersonId, PollId } from "../../domain/ids.ts";
import { readPerson } from "../../usecases/people.ts";
import { namesOf } from "../../usecases/poll-reading.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { askForLink, askToEnd, end, showLink } from "./answer-link.ts";
import { type AtPollTurn, asPollOfficer } from "./poll-turn.ts";

type AskedVerb = Extract<
  keyof typeof pollVerbs,
  "poll.people" | "poll.person" | "poll.linkForm" | "poll.link" | "poll.endLinksForm" | "poll.endLinks"
>;

type Notice = Parameters<typeof pollPersonCard>[0]["notice"];

/** Who is asked, and what officers do about one of them. */
export const pollAskedHandlers: Handlers<AskedVerb> = {
  "poll.people": (turn, { poll, page = 0 }) => people(turn, poll, page),
  "poll.person": (turn, { poll, for: person }) => personPage(turn, poll, person),
  "poll.linkForm": (turn, ids) => asPollOfficer(turn, ids.poll, (at) => askForLink(turn, linked(at, ids))),
  "poll.link": (turn, ids) => asPollOfficer(turn, ids.poll, (at) => showLink(turn, linked(at, ids), ids.nonce)),
  "poll.endLinksForm": (turn, ids) => asPollOfficer(turn, ids.poll, (at) => askToEnd(turn, linked(at, ids))),
  "poll.endLinks": (turn, ids) =>
    asPollOfficer(turn, ids.poll, (at) =>
      end(turn, linked(at, ids), ids.nonce, (notice) => personPage(turn, ids.poll, ids.for, notice)),
    ),
};

const linked = ({ reader }: AtPollTurn, { poll, for: person }: { poll: PollId; for: PersonId }) => ({
  to: "poll" as const,
  round: poll,
  person,
  reader,
});

const people = (turn: Turn, poll: PollId, page = 0, notice?: Notice): Promise<Reply> =>
  asPollOfficer(turn, poll, async ({ seen, reader }) => {
    const names = await namesOf(
      turn.ports,
      seen.poll.asked.map((a) => a.person),
    );
    return { show: pollPeopleCard({ seen: { ...seen, names }, page, notice }, reader) };
  });

/** One person who is asked, as they stand now. */
const personPage = (turn: Turn, poll: PollId, person: PersonId, notice?: Notice): Promise<Reply> =>
  asPollOfficer(turn, poll, async ({ seen, reader }) => {
    const found = await readPerson(turn.ports.store, person);
    const isAsked = seen.poll.asked.some((a) => a.person === person);
    if (!found || !isAsked) return { refuse: reader.text.pollPeople.refused.notAskedNow };
    const names = { ...seen.names, [person]: found.name };
    const outside = isOutside(found, turn.where.tenant);
    return { show: pollPersonCard({ seen: { ...seen, names }, person, outside, notice }, reader) };
  });
