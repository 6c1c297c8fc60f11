import type { Group } from "../domain/group.ts";
import type { PersonId, PollId } from "../domain/ids.ts";
import { inLang } from "../domain/lang.ts";
import type { Meeting } from "../domain/meeting.ts";
import { meetingOf } from "../domain/meeting-new.ts";
import { begin } from "./begin.ts";
import { listMeeting } from "./listing.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import { openRound } from "./round.ts";

/** Makes the meetings that a poll was decided for; what is made already stays as it is. */
export async function callMeetings(ports: Ports, id: PollId): Promise<void> {
  const round = await openRound(ports, id);
  const poll = round?.poll;
  if (!round || !poll?.decided || poll.decided.called) return;
  const organiser = await organiserOf(ports, round.group, poll.decided.by);
  for (const { option } of poll.decided.meetings) {
    const setting = { organiser, host: hostOf(ports), calendar: ports.calendar };
    const meeting = meetingOf(poll, option, round.group, setting);
    if (!meeting) continue;
    await listMeeting(ports, round.group.id, meeting.id);
    await begin(ports, meeting, round.group, poll.decided.by, "meetingCalled");
  }
}

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
