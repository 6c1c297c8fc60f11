import type { AnyMeetingRefusal } from "../../../cards/explain/meeting.ts";
import type { Card } from "../../../cards/kit.ts";
import { strip } from "../../../cards/kit.ts";
import { inviteForm, uninviteForm } from "../../../cards/meeting-invite.ts";
import { meetingManageCard } from "../../../cards/meeting-manage.ts";
import { personName } from "../../../cards/meeting-parts.ts";
import { peopleCard } from "../../../cards/meeting-people.ts";
import type { meetingVerbs } from "../../../cards/verbs/meeting.ts";
import type { PersonId } from "../../domain/ids.ts";
import { inviteMore, uninvite } from "../../usecases/meeting-people.ts";
import { rosterOf } from "../../usecases/roster.ts";
import type { Handlers, Turn } from "../turn.ts";
import { askForLink, askToEnd, end, showLink } from "./answer-link.ts";
import { invitedFrom } from "./meeting-invited.ts";
import { type AtMeetingTurn, asMeetingOfficer, atMeeting, meetingSentence, placeOf } from "./meeting-turn.ts";

type PeopleVerb = Extract<
  keyof typeof meetingVerbs,
  | "meeting.inviteForm"
  | "meeting.invite"
  | "meeting.uninviteForm"
  | "meeting.uninvite"
  | "meeting.linkForm"
  | "meeting.link"
  | "meeting.endLinksForm"
  | "meeting.endLinks"
>;

/** Who is called to a meeting: more people, fewer, and the links of those who aren't in Teams. */
export const meetingPeopleHandlers: Handlers<PeopleVerb> = {
  "meeting.inviteForm": (turn, { meeting }) =>
    asMeetingOfficer(turn, meeting, async (at) => ({ show: await invite(turn, at, {}) })),
  "meeting.invite": (turn, { meeting: id, rev, nonce, ...named }) =>
    asMeetingOfficer(turn, id, async ({ seen }) => {
      const round = seen.meeting.poll ?? id;
      const invited = await invitedFrom(turn, seen.group, seen.meeting.invited, { ...named, nonce, round });
      const press = { rev, nonce, by: turn.by.id, now: turn.arrivedAt };
      const decision = invited.ok
        ? await inviteMore(turn.ports, placeOf(turn, id), { invited: invited.state, ...press })
        : invited;
      return atMeeting(turn, id, async (now) =>
        decision.ok
          ? {
              show: meetingManageCard(
                { seen: now.seen, notice: now.reader.text.meetingPeople.invite.done },
                now.reader,
              ),
            }
          : { show: await invite(turn, now, named, meetingSentence(decision.refusal, now.reader)) },
      );
    }),

  "meeting.uninviteForm": (turn, { meeting, for: person }) =>
    asMeetingOfficer(turn, meeting, (at) => takeBack(turn, at, person)),
  "meeting.uninvite": (turn, { meeting: id, for: person, rev, nonce }) =>
    asMeetingOfficer(turn, id, async ({ seen, reader }) => {
      const press = { rev, nonce, by: turn.by.id, now: turn.arrivedAt };
      const decision = await uninvite(turn.ports, placeOf(turn, id), { person, ...press });
      return atMeeting(turn, id, (now) => {
        if (!decision.ok) return takeBack(turn, now, person, decision.refusal);
        const done = reader.text.meetingPeople.uninvite.done(personName(seen.names, person, reader));
        return { show: peopleCard({ seen: now.seen, page: 0, notice: strip("good", done) }, now.reader) };
      });
    }),

  "meeting.linkForm": (turn, ids) => asMeetingOfficer(turn, ids.meeting, (at) => askForLink(turn, linked(at, ids))),
  "meeting.link": (turn, ids) =>
    asMeetingOfficer(turn, ids.meeting, (at) => showLink(turn, linked(at, ids), ids.nonce)),
  "meeting.endLinksForm": (turn, ids) => asMeetingOfficer(turn, ids.meeting, (at) => askToEnd(turn, linked(at, ids))),
  "meeting.endLinks": (turn, ids) =>
    asMeetingOfficer(turn, ids.meeting, (at) =>
      end(turn, linked(at, ids), ids.nonce, (notice) =>
        atMeeting(turn, ids.meeting, ({ seen, reader }) => ({
          show: peopleCard({ seen, page: 0, notice: strip(notice.style, notice.bold) }, reader),
        })),
      ),
    ),
};

const linked = ({ seen, reader }: AtMeetingTurn, { for: person }: { for: PersonId }) => ({
  to: "meeting" as const,
  about: seen.meeting,
  person,
  reader,
});

async function invite(
  turn: Turn,
  { seen: { meeting, group }, reader }: AtMeetingTurn,
  values: Parameters<typeof inviteForm>[0]["values"],
  problem?: string,
): Promise<Card> {
  const people = reader.client.picker ? [] : await rosterOf(turn.ports, group);
  return inviteForm({ meeting, group, values, people, nonce: turn.ports.ids.random(), problem }, reader);
}

/** The question whether to take somebody's invitation back; about whoever isn't called there is none. */
function takeBack(turn: Turn, at: AtMeetingTurn, person: PersonId, refusal?: AnyMeetingRefusal) {
  const { seen, reader } = at;
  const problem = refusal && meetingSentence(refusal, reader);
  if (!seen.meeting.invited.some((i) => i.person === person))
    return {
      refuse: problem ?? reader.text.meetingPeople.refused.notCalled,
      fresh: peopleCard({ seen, page: 0 }, reader),
    };
  return { show: uninviteForm({ seen, person, nonce: turn.ports.ids.random(), problem }, reader) };
}
