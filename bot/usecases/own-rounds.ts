import type { Group } from "../domain/group.ts";
import type { KeptId, MeetingId, PersonId, PollId } from "../domain/ids.ts";
import type { Meeting } from "../domain/meeting.ts";
import { namedBeside, type OwnInMeeting, type OwnInPoll, ownInMeeting, ownInPoll } from "../domain/own-rounds.ts";
import type { Poll } from "../domain/poll.ts";
import type { Subject } from "../domain/subject.ts";
import { meetingsOf, pollsOf } from "./listing.ts";
import { outsiderPk } from "./outsiders.ts";
import { namesOf } from "./poll-reading.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round } from "./round.ts";

type Reads = Pick<Ports, "store">;

/** What a group's polls hold about somebody, newest first. `noted`: the rounds that are known to concern them. */
export async function ownInPolls(
  ports: Reads,
  subject: Subject,
  group: Group,
  noted: ReadonlySet<string>,
): Promise<OwnInPoll[]> {
  const found: OwnInPoll[] = [];
  for (const poll of await pollsOf(ports, group.id)) {
    const persons = await knownAs(ports, subject, poll.id);
    if (!concerns(poll, persons, subject, noted)) continue;
    const round = await openRound(ports, poll.id);
    const own = round && (await ownInPollRound(subject, persons, round));
    if (own) found.push({ ...own, names: await namesOf(ports, namedBeside(own)) });
  }
  return found;
}

/** What a group's meetings hold about somebody, the latest first. */
export async function ownInMeetings(
  ports: Reads,
  subject: Subject,
  group: Group,
  noted: ReadonlySet<string>,
): Promise<OwnInMeeting[]> {
  const found: OwnInMeeting[] = [];
  for (const meeting of (await meetingsOf(ports, group.id)).reverse()) {
    const persons = await knownAs(ports, subject, meeting.poll ?? meeting.id);
    if (!concerns(meeting, persons, subject, noted)) continue;
    const round = await openRound(ports, meeting.id);
    const own = round && (await ownInMeetingRound(subject, persons, round));
    if (own) found.push({ ...own, names: await namesOf(ports, namedBeside(own)) });
  }
  return found;
}

/** People outside Teams are asked and called by their address, as persons of that poll with its meetings, or that meeting. */
export async function knownAs({ store }: Reads, subject: Subject, asking: PollId | MeetingId): Promise<PersonId[]> {
  const own = subject.person ? [subject.person] : [];
  const asked = await Promise.all(
    subject.emails.map(
      async (email) => (await store.get(outsiderPk({ call: asking, subject: email }), "identity"))?.body,
    ),
  );
  return [...new Set([...own, ...asked.flatMap((body) => (body ? [(body as { person: PersonId }).person] : []))])];
}

/** As above, of an open round. */
export async function ownInPollRound({ emails }: Subject, persons: readonly PersonId[], round: Round) {
  const { poll, group } = round;
  if (!poll) return undefined;
  const answers = await round.list("pollAnswer");
  return ownInPoll(group, poll, { persons, emails, answers, ...(await besides(round)) });
}

/** As above, of an open round. */
export async function ownInMeetingRound({ emails }: Subject, persons: readonly PersonId[], round: Round) {
  const { meeting, group } = round;
  if (!meeting) return undefined;
  const answers = await round.list("attendance");
  return ownInMeeting(group, meeting, { persons, emails, answers, ...(await besides(round)) });
}

async function besides(round: Round) {
  const [deliveries, requests] = await Promise.all([round.list("delivery"), round.list("request")]);
  return { deliveries, requests };
}

/** Answers and messages are many: they are looked through where somebody has to do with the round. */
const concerns = (
  fact: Poll | Meeting,
  persons: readonly PersonId[],
  { emails }: Subject,
  noted: ReadonlySet<KeptId | string>,
): boolean => {
  const written = JSON.stringify(fact);
  return (
    noted.has(fact.id) ||
    persons.some((person) => written.includes(person)) ||
    (fact.kind === "meeting" && emails.includes(fact.organiser.email.toLowerCase()))
  );
};
