import type { PollRefusal } from "../../../cards/explain/poll.ts";
import { type AddedPeople, addAskedForm, removeAskedForm } from "../../../cards/poll-invite.ts";
import { nameOf } from "../../../cards/poll-parts.ts";
import { pollPeopleCard, pollPersonCard } from "../../../cards/poll-people.ts";
import type { pollVerbs } from "../../../cards/verbs/poll.ts";
import type { Fields } from "../../../cards/verbs.ts";
import { isOutside } from "../../domain/answer-hand.ts";
import { accept, type Decision, refuse } from "../../domain/decision.ts";
import type { PersonId, PollId } from "../../domain/ids.ts";
import { readPerson } from "../../usecases/people.ts";
import { addAsked, removeAsked, setRequired } from "../../usecases/poll-people.ts";
import { namesOf } from "../../usecases/poll-reading.ts";
import { rosterOf } from "../../usecases/roster.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { askForLink, askToEnd, end, showLink } from "./answer-link.ts";
import { outsidersIn, peopleIn } from "./poll-people.ts";
import { type AtPollTurn, asPollOfficer, placeOf, pollSentence, pressOf } from "./poll-turn.ts";

type AskedVerb = Extract<
  keyof typeof pollVerbs,
  | "poll.people"
  | "poll.person"
  | "poll.addForm"
  | "poll.add"
  | "poll.removeForm"
  | "poll.remove"
  | "poll.require"
  | "poll.linkForm"
  | "poll.link"
  | "poll.endLinksForm"
  | "poll.endLinks"
>;

type Notice = Parameters<typeof pollPersonCard>[0]["notice"];

/** Who is asked in a poll that was posted, and what officers do about one of them. */
export const pollAskedHandlers: Handlers<AskedVerb> = {
  "poll.people": (turn, { poll, page = 0 }) => peoplePage(turn, poll, page),
  "poll.person": (turn, { poll, for: person }) => personPage(turn, poll, person),

  "poll.addForm": (turn, { poll }) => asPollOfficer(turn, poll, (at) => addForm(turn, at, {})),
  "poll.add": (turn, { poll, rev, nonce, ...values }) =>
    asPollOfficer(turn, poll, async (at) => {
      const people = await named(turn, at, nonce, values);
      const wish = people.ok && { people: people.state, rev, ...pressOf(turn, nonce) };
      const decision = wish ? await addAsked(turn.ports, placeOf(turn, poll), wish) : people;
      if (!decision.ok)
        return asPollOfficer(turn, poll, (now) =>
          addForm(turn, now, values, pollSentence(decision.refusal, now.reader)),
        );
      const count = people.ok ? people.state.length : 0;
      return peoplePage(turn, poll, 0, { style: "good", bold: at.reader.text.pollPeople.add.done(count) });
    }),

  "poll.removeForm": (turn, { poll, for: person }) => removeForm(turn, poll, person),
  "poll.remove": (turn, { poll, for: person, rev, nonce }) =>
    asPollOfficer(turn, poll, async ({ reader }) => {
      const wish = { person, rev, ...pressOf(turn, nonce) };
      const decision = await removeAsked(turn.ports, placeOf(turn, poll), wish);
      if (!decision.ok) return removeForm(turn, poll, person, pollSentence(decision.refusal, reader));
      const done = reader.text.pollPeople.remove.done(await nameIn(turn, person, reader));
      return peoplePage(turn, poll, 0, { style: "good", bold: done });
    }),
  "poll.require": (turn, { poll, for: person, required, rev, nonce }) =>
    asPollOfficer(turn, poll, async ({ reader }) => {
      const wish = { person, required, rev, ...pressOf(turn, nonce) };
      const decision = await setRequired(turn.ports, placeOf(turn, poll), wish);
      const { requiredNow, requiredNoMore } = reader.text.pollPeople;
      const name = await nameIn(turn, person, reader);
      return personPage(
        turn,
        poll,
        person,
        decision.ok
          ? { style: "good", bold: required ? requiredNow(name) : requiredNoMore(name) }
          : { style: "warning", bold: pollSentence(decision.refusal, reader) },
      );
    }),

  "poll.linkForm": (turn, ids) => asPollOfficer(turn, ids.poll, (at) => askForLink(turn, linked(at, ids))),
  "poll.link": (turn, ids) => asPollOfficer(turn, ids.poll, (at) => showLink(turn, linked(at, ids), ids.nonce)),
  "poll.endLinksForm": (turn, ids) => asPollOfficer(turn, ids.poll, (at) => askToEnd(turn, linked(at, ids))),
  "poll.endLinks": (turn, ids) =>
    asPollOfficer(turn, ids.poll, (at) =>
      end(turn, linked(at, ids), ids.nonce, (notice) => personPage(turn, ids.poll, ids.for, notice)),
    ),
};

const linked = ({ seen, reader }: AtPollTurn, { for: person }: { for: PersonId }) => ({
  to: "poll" as const,
  about: seen.poll,
  person,
  reader,
});

const nameIn = async ({ ports }: Turn, person: PersonId, reader: AtPollTurn["reader"]): Promise<string> =>
  nameOf(await namesOf(ports, [person]), person, reader);

/** Whom the form names, all of them required or none. */
async function named(
  turn: Turn,
  { seen: { poll, group } }: AtPollTurn,
  nonce: string,
  values: Omit<Fields<"poll.add">, "poll" | "rev" | "nonce">,
): Promise<Decision<{ person: PersonId; required: boolean }[], PollRefusal>> {
  const inside = await peopleIn(turn, group, values.named);
  if (inside.unknown.length > 0) return refuse({ kind: "unknownPeople", names: inside.unknown });
  const outside = await outsidersIn(turn, poll.id, values.outside, nonce);
  if ("line" in outside) return refuse({ kind: "outsideLine", line: outside.line });
  const persons = [...new Set([...inside.found, ...outside.found])];
  return accept(persons.map((person) => ({ person, required: values.required })));
}

async function addForm(
  turn: Turn,
  { seen: { poll, group }, reader }: AtPollTurn,
  values: AddedPeople,
  problem?: string,
): Promise<Reply> {
  const people = reader.client.picker ? [] : await rosterOf(turn.ports, group);
  return { show: addAskedForm({ poll, group, values, people, nonce: turn.ports.ids.random(), problem }, reader) };
}

const removeForm = (turn: Turn, poll: PollId, person: PersonId, problem?: string): Promise<Reply> =>
  aboutOne(turn, poll, person, ({ seen, reader }) => ({
    show: removeAskedForm({ seen, person, nonce: turn.ports.ids.random(), problem }, reader),
  }));

const peoplePage = (turn: Turn, poll: PollId, page = 0, notice?: Notice): Promise<Reply> =>
  asPollOfficer(turn, poll, async ({ seen, reader }) => {
    const names = await namesOf(
      turn.ports,
      seen.poll.asked.map((a) => a.person),
    );
    return { show: pollPeopleCard({ seen: { ...seen, names }, page, notice }, reader) };
  });

/** One person who is asked, as they stand now. */
const personPage = (turn: Turn, poll: PollId, person: PersonId, notice?: Notice): Promise<Reply> =>
  aboutOne(turn, poll, person, async ({ seen, reader }) => {
    const found = await readPerson(turn.ports.store, person);
    const outside = found !== undefined && isOutside(found, turn.where.tenant);
    const nonce = turn.ports.ids.random();
    return { show: pollPersonCard({ seen, person, outside, nonce, notice }, reader) };
  });

/** Answers about somebody who is asked, by name; about others there is nothing to say. */
const aboutOne = (
  turn: Turn,
  poll: PollId,
  person: PersonId,
  answer: (at: AtPollTurn) => Reply | Promise<Reply>,
): Promise<Reply> =>
  asPollOfficer(turn, poll, async ({ seen, reader }) => {
    if (!seen.poll.asked.some((a) => a.person === person))
      return { refuse: reader.text.pollPeople.refused.notAskedNow };
    const names = { ...seen.names, ...(await namesOf(turn.ports, [person])) };
    return answer({ seen: { ...seen, names }, reader });
  });
