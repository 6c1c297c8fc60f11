import type { PersonId } from "../domain/ids.ts";
import type { Asked } from "../domain/poll.ts";
import { addAsked as add, removeAsked as remove, setRequired as require } from "../domain/poll-people.ts";
import type { PollPress } from "../domain/poll-post.ts";
import { revokeAnswerLinks } from "./answer-link.ts";
import { type AtPoll, changed, membersAmong } from "./poll.ts";
import { closeIfAnswered } from "./poll-answer.ts";
import type { Ports } from "./ports.ts";
import { readGroup, readPoll } from "./round.ts";

/** Asks more people in an open poll. */
export async function addAsked(
  ports: Ports,
  at: AtPoll,
  press: PollPress & { people: readonly Pick<Asked, "person" | "required">[] },
) {
  const found = await readPoll(ports.store, at.poll);
  const group = found && (await readGroup(ports.store, found.group));
  const members = group ? await membersAmong(ports, group, press.people) : [];
  return changed(ports, at, press.by, (poll, group) => add(poll, group, press, members));
}

/** Asks somebody no more, and ends their links; a poll that waited for nobody else closes. */
export async function removeAsked(ports: Ports, at: AtPoll, press: PollPress & { person: PersonId }) {
  const decision = await changed(ports, at, press.by, (poll, group) => remove(poll, group, press));
  if (!decision.ok) return decision;
  if (decision.state.poll.asked.every((a) => a.person !== press.person))
    await revokeAnswerLinks(ports, at.poll, press.person);
  await closeIfAnswered(ports, at.poll);
  return decision;
}

/** Marks somebody as required, or no longer; a poll that waited for nobody else closes. */
export async function setRequired(
  ports: Ports,
  at: AtPoll,
  press: PollPress & { person: PersonId; required: boolean },
) {
  const decision = await changed(ports, at, press.by, (poll, group) => require(poll, group, press));
  if (decision.ok) await closeIfAnswered(ports, at.poll);
  return decision;
}
