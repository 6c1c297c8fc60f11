import { circularOf } from "./circular.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { naming } from "./facts.ts";
import type { Group } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { Attendance, Invited, LeftMeeting, Meeting } from "./meeting.ts";
import {
  type MeetingPress,
  type MeetingRefusal,
  type MeetingSaved,
  mayChange,
  pressed,
  redrawnInvitations,
  seenOr,
} from "./meeting-change.ts";
import { withSubstitutes } from "./meeting-substitutes.ts";
import { MOST_ASKED } from "./poll.ts";

type Changed = Decision<MeetingSaved, MeetingRefusal>;

/**
 * More people are called, or in another role: they get the invitation, the others hear nothing. Whoever had left and is
 * called again is asked anew, with a calendar file that comes after the one which took the meeting away.
 */
export function inviteMore(
  meeting: Meeting,
  group: Group,
  { invited, ...press }: MeetingPress & { invited: readonly Invited[] },
  attendances: readonly Attendance[],
): Changed {
  const refusal = mayChange(meeting, group, press);
  if (refusal) return seenOr(meeting, press, refusal);
  if (JSON.stringify(invited) === JSON.stringify(meeting.invited)) return refuse({ kind: "nothingChanged" });
  if (invited.length > MOST_ASKED) return refuse({ kind: "tooManyCalled", most: MOST_ASKED });
  const left = meeting.left ?? [];
  const back = new Set(left.map((l) => l.person).filter((person) => invited.some((i) => i.person === person)));
  const sequence = meeting.sequence + (back.size > 0 ? 1 : 0);
  const { left: _, ...rest } = meeting;
  const away = left.filter((l) => !back.has(l.person));
  const next: Meeting = {
    ...rest,
    ...pressed(meeting, press),
    invited: invited.map((i) => (back.has(i.person) ? { ...i, since: sequence } : i)),
    ...(away.length > 0 && { left: away }),
    sequence,
    ...(back.size > 0 && { changedAt: press.now }),
  };
  const asked = (m: Meeting, person: PersonId) => m.invited.some((i) => i.person === person && i.role !== "substitute");
  const only = next.invited.map((i) => i.person).filter((p) => asked(next, p) && !asked(meeting, p));
  const invitation = circularOf(`invitation-${next.rev}`, {
    saying: { kind: "meetingInvitation" },
    to: "all",
    only,
    at: press.now,
    until: meeting.start.at,
  });
  const seated = withSubstitutes(next, attendances, press.now);
  return accept({
    facts: [seated, ...(only.length > 0 ? [invitation] : []), redrawnInvitations(seated, press.now)],
    events: ["meetingPeopleAdded"],
    told: naming(next.invited.map((i) => i.person).filter((p) => !meeting.invited.some((i) => i.person === p))),
    meeting: seated,
  });
}

/**
 * Somebody isn't called any more, and neither are the substitutes who would have come for them only. Those who had heard
 * of the meeting are told, and their calendars; a seat that is empty by it goes to the next substitute.
 */
export function uninvite(
  meeting: Meeting,
  group: Group,
  { person, ...press }: MeetingPress & { person: PersonId },
  attendances: readonly Attendance[],
): Changed {
  const refusal = mayChange(meeting, group, press);
  if (refusal) return seenOr(meeting, press, refusal);
  if (!meeting.invited.some((i) => i.person === person)) return refuse({ kind: "notCalled" });
  const gone = new Set(goingWith(meeting, person));
  const stay = meeting.invited.filter((i) => !gone.has(i.person));
  if (stay.length === 0) return refuse({ kind: "nobodyLeft" });
  const heard = meeting.invited.filter((i) => gone.has(i.person) && hasHeard(meeting, i));
  const sequence = meeting.sequence + (heard.length > 0 ? 1 : 0);
  const { start, end } = meeting;
  const leaving = heard.map(
    (i): LeftMeeting => ({ person: i.person, role: i.role, at: press.now, by: press.by, sequence, start, end }),
  );
  const left = [...(meeting.left ?? []), ...leaving];
  const next: Meeting = {
    ...meeting,
    ...pressed(meeting, press),
    invited: stay.map((i) => withoutStandIns(i, gone)),
    ...(left.length > 0 && { left }),
    sequence,
  };
  const seated = withSubstitutes(next, attendances, press.now);
  const only = leaving.map((l) => l.person);
  const circulars =
    only.length === 0
      ? []
      : [
          circularOf(`left-${next.rev}`, { saying: { kind: "meetingLeft" }, to: "all", only, at: press.now }),
          circularOf(`redraw-left-${next.rev}`, {
            saying: { kind: "meetingInvitation" },
            to: "all",
            only,
            at: press.now,
            redraw: true,
          }),
        ];
  return accept({
    facts: [seated, ...circulars, redrawnInvitations(seated, press.now)],
    events: ["meetingPeopleRemoved"],
    told: naming([...gone]),
    meeting: seated,
  });
}

/** Whom it concerns when somebody isn't called any more: they themselves, and their own substitutes. */
export const goingWith = ({ invited }: Pick<Meeting, "invited">, person: PersonId): PersonId[] => [
  person,
  ...invited.flatMap((i) => (i.substituteOf === person && i.person !== person ? [i.person] : [])),
];

/** Substitutes hear of a meeting once they are called in. */
const hasHeard = ({ calledIn }: Meeting, { person, role }: Invited): boolean =>
  role !== "substitute" || calledIn.some((c) => c.person === person);

function withoutStandIns({ standIns, ...invited }: Invited, gone: ReadonlySet<PersonId>): Invited {
  const kept = standIns?.filter((s) => s.as !== "substitute" || !gone.has(s.person)) ?? [];
  return { ...invited, ...(kept.length > 0 && { standIns: kept }) };
}

/** Whose invitation was taken back and wasn't given again. */
export const leftOf = ({ left }: Pick<Meeting, "left">, person: PersonId): LeftMeeting | undefined =>
  left?.find((l) => l.person === person);

/** The meeting as it goes out of the calendar of somebody who left: as it was then, and without what came later. */
export const asLeft = (meeting: Meeting, { sequence, at, start, end }: LeftMeeting): Meeting => ({
  ...meeting,
  status: "cancelled",
  sequence,
  changedAt: at,
  start,
  end,
  note: {},
  venue: { mode: meeting.venue.mode },
});
