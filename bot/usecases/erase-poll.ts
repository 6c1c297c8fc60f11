import { accept } from "../domain/decision.ts";
import { deliveryId } from "../domain/deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";
import { keptBecause } from "../domain/erase.ts";
import { eraseInMeeting, eraseInPoll, tellsOf } from "../domain/erase-poll.ts";
import type { Change } from "../domain/facts.ts";
import type { Group } from "../domain/group.ts";
import { keptOf } from "../domain/own-data.ts";
import { isTo, type OwnInMeeting, type OwnInPoll } from "../domain/own-rounds.ts";
import { sameEmail } from "../domain/person.ts";
import type { Subject } from "../domain/subject.ts";
import { revokeAnswerLinks } from "./answer-link.ts";
import { change } from "./change.ts";
import { revokeDataLinks } from "./data-link.ts";
import { forgetHanded, forgetNote, forgetOutsider } from "./forget.ts";
import { revokeCalendarLinks } from "./ics.ts";
import { meetingsOf, pollsOf } from "./listing.ts";
import { refresh } from "./live.ts";
import { eraseMessages } from "./messages.ts";
import { knownAs, ownInMeetingRound, ownInPollRound } from "./own-rounds.ts";
import { readPerson, roundsOf } from "./people.ts";
import { closeIfAnswered } from "./poll-answer.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round } from "./round.ts";

/**
 * Takes a person out of a poll or a meeting: what leads to them first, then messages, then facts. Each step can be
 * repeated.
 */
export async function eraseInRound(ports: Ports, subject: Subject, own: OwnInPoll | OwnInMeeting): Promise<void> {
  const { id } = "poll" in own ? own.poll : own.meeting;
  await revokeDataLinks(ports, id, { persons: own.persons, emails: [] });
  for (const person of own.persons) {
    await revokeAnswerLinks(ports, id, person);
    if ("meeting" in own) await revokeCalendarLinks(ports, own.meeting.id, person);
  }
  await eraseAbout(ports, subject, own);
  for (;;) {
    const decision = await change<Change & { done: boolean }, never>(
      ports,
      id,
      subject.person ?? "ehdolla",
      async (round) => accept(await erasing(ports, subject, own, round)),
    );
    if (!decision.ok || decision.state.done) break;
  }
  // what was said meanwhile, to whom there is no more
  await eraseAbout(ports, subject, own);
  if ("poll" in own) await closeIfAnswered(ports, own.poll.id);
  await refresh(ports, id, deliveryId(id, "announcement", { to: "channel" }));
}

/** Messages to a person, and those that tell others of them. */
async function eraseAbout(ports: Ports, { emails }: Subject, own: OwnInPoll | OwnInMeeting): Promise<void> {
  const round = await openRound(ports, keptOf(own).id);
  const all = (await round?.list("delivery")) ?? [];
  const theirs = ({ to, saying }: Delivery) =>
    isTo(to, { persons: own.persons, emails }) || tellsOf(saying, own.persons);
  if (round) await eraseMessages(ports, round.id, all.filter(theirs));
}

/** Forgets whom a group's polls and meetings knew by the address of somebody who was erased there. */
export async function forgetAsked(ports: Ports, subject: Subject, group: Group): Promise<void> {
  if (group.body === "authority") return;
  const self = subject.person && (await readPerson(ports.store, subject.person));
  const emails = new Set([
    ...subject.emails,
    ...(self?.email && self.identities.length === 0 ? [sameEmail(self.email)] : []),
  ]);
  const polls = await pollsOf(ports, group.id);
  const meetings = await meetingsOf(ports, group.id);
  for (const asking of new Set([...polls.map(({ id }) => id), ...meetings.map(({ id, poll }) => poll ?? id)]))
    for (const email of emails) {
      const [person] = await knownAs(ports, { emails: [email] }, asking);
      // an address that they haven't shown to be theirs tells of nobody else
      if (!person || (!subject.emails.includes(email) && person !== subject.person)) continue;
      for (const round of await roundsOf(ports.store, person)) await forgetNote(ports, person, round);
      await forgetOutsider(ports, person);
      // last, for by it the next try finds them again
      if (!(await readPerson(ports.store, person))) await forgetHanded(ports, { call: asking, subject: email });
    }
}

async function erasing(
  ports: Ports,
  subject: Subject,
  own: OwnInPoll | OwnInMeeting,
  round: Round,
): Promise<Change & { done: boolean }> {
  const found = await ownAgain(subject, own, round);
  if (!found || keptBecause(round.group, keptOf({ ...found, names: {} }))) return { facts: [], events: [], done: true };
  const circulars = await round.list("circular");
  if ("poll" in found) return eraseInPoll(found, circulars);
  const attendances = await round.list("attendance");
  return eraseInMeeting(found, { circulars, attendances, emails: subject.emails, now: ports.clock.now() });
}

const ownAgain = (subject: Subject, { persons }: OwnInPoll | OwnInMeeting, round: Round) =>
  round.poll ? ownInPollRound(subject, persons, round) : ownInMeetingRound(subject, persons, round);
