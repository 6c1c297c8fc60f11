import type { PersonId } from "../domain/ids.ts";
import type { Invited } from "../domain/meeting.ts";
import type { MeetingPress } from "../domain/meeting-change.ts";
import { inviteMore as invite, uninvite as takeBack } from "../domain/meeting-people.ts";
import { revokeAnswerLinks } from "./answer-link.ts";
import { type AtMeeting, callSubstitutes, changed } from "./meeting.ts";
import type { Ports } from "./ports.ts";

/** Calls more people to a meeting, or the same in other roles. `invited` are all who are then called. */
export async function inviteMore(ports: Ports, at: AtMeeting, press: MeetingPress & { invited: readonly Invited[] }) {
  const decision = await changed(ports, at, press.by, async (meeting, group, { list }) =>
    invite(meeting, group, press, await list("attendance")),
  );
  if (decision.ok) await callSubstitutes(ports, at.meeting);
  return decision;
}

/** Takes back one person's invitation, with all links to their page. */
export async function uninvite(ports: Ports, at: AtMeeting, press: MeetingPress & { person: PersonId }) {
  const decision = await changed(ports, at, press.by, async (meeting, group, { list }) =>
    takeBack(meeting, group, press, await list("attendance")),
  );
  if (!decision.ok) return decision;
  const { invited } = decision.state.meeting;
  const gone = decision.state.told?.map(({ id }) => id as PersonId) ?? [press.person];
  for (const person of gone)
    if (invited.every((i) => i.person !== person)) await revokeAnswerLinks(ports, at.meeting, person);
  await callSubstitutes(ports, at.meeting);
  return decision;
}
