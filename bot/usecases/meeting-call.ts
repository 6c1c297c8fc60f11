import { accept } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import type { Group } from "../domain/group.ts";
import type { MeetingId, PersonId, PollId } from "../domain/ids.ts";
import { inLang } from "../domain/lang.ts";
import type { Meeting } from "../domain/meeting.ts";
import { invitation } from "../domain/meeting-change.ts";
import { meetingOf } from "../domain/meeting-new.ts";
import type { Poll } from "../domain/poll.ts";
import type { Instant } from "../domain/time.ts";
import { begin } from "./begin.ts";
import { change } from "./change.ts";
import { listMeeting } from "./listing.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round } from "./round.ts";

/** Makes the meetings that a poll was decided for; what is made already stays as it is. */
export async function callMeetings(ports: Ports, id: PollId): Promise<void> {
  const round = await openRound(ports, id);
  const poll = round?.poll;
  if (!round || !poll?.decided || poll.decided.called) return;
  const organiser = await organiserOf(ports, round.group, poll.decided.by);
  const single = poll.decided.meetings.length === 1;
  const others = poll.anyone ? await othersIn(round, poll) : [];
  for (const { option } of poll.decided.meetings) {
    const setting = { organiser, host: hostOf(ports), calendar: ports.calendar, others };
    const meeting = meetingOf(poll, option, round.group, setting);
    if (!meeting) continue;
    await listMeeting(ports, round.group.id, meeting.id);
    await begin(ports, meeting, round.group, poll.decided.by, "meetingCalled");
    await invite(ports, meeting.id, poll.decided.by, single ? meeting.createdAt : meeting.announceAt);
  }
}

/** Those who answered a poll that didn't ask them, where anyone may. */
async function othersIn(round: Round, { asked, left = [] }: Poll): Promise<PersonId[]> {
  const known = new Set([...asked, ...left].map(({ person }) => person));
  return (await round.list("pollAnswer")).map(({ person }) => person).filter((person) => !known.has(person));
}

/** Everybody gets the invitation to a meeting, once. */
export const invite = (ports: Ports, id: MeetingId, by: PersonId, at: Instant) =>
  change<Change, never>(ports, id, by, async ({ meeting, get }) => {
    const circular = meeting && invitation({ ...meeting, rev: 1 }, at);
    const known = circular && (await get("circular", circular.id));
    return accept({ facts: circular && !known ? [circular] : [], events: [] });
  });

export const hostOf = ({ publicUrl }: Pick<Ports, "publicUrl">): string => new URL(publicUrl).hostname;

/** Who calls a meeting, with an address as calendars demand one: their own, or else the group's contact. */
export async function organiserOf(ports: Ports, group: Group, by: PersonId): Promise<Meeting["organiser"]> {
  const person = await readPerson(ports.store, by);
  const contact = group.privacyContact?.includes("@") ? group.privacyContact : undefined;
  return {
    name: person?.name || inLang(group.name, group.languages[0] ?? "fi"),
    email: person?.email ?? contact ?? `ehdolla@${hostOf(ports)}`,
  };
}
