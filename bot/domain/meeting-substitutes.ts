import type { PersonId } from "./ids.ts";
import type { Attendance, CalledIn, Coming, Meeting } from "./meeting.ts";
import { substitutesOf } from "./meeting-attend.ts";
import { holds } from "./meeting-holds.ts";
import type { Instant } from "./time.ts";

/**
 * Who is called in for members who don't come: personally, or the next in order who hasn't declined. Who declines, or
 * whose member comes after all, is released; who changes their mind takes the seat, if it is empty still. Gives the meeting itself when nothing changes.
 */
export function withSubstitutes(meeting: Meeting, attendances: readonly Attendance[], now: Instant): Meeting {
  const said = saidIn(meeting, attendances);
  const absent = absentIn(meeting, said);
  const over = (c: CalledIn) =>
    !absent.includes(c.for) ||
    said.get(c.person) === "no" ||
    !meeting.invited.some((i) => i.person === c.person && i.role === "substitute");
  const calledIn: CalledIn[] = meeting.calledIn.map((c) =>
    c.released === undefined && over(c)
      ? { ...c, released: now, ...(said.get(c.person) === "no" && { declined: true }) }
      : c,
  );
  for (const member of absent) {
    if (calledIn.some((c) => c.for === member && c.released === undefined)) continue;
    const next = substitutesOf(meeting, member).find((p) => isFree(p, calledIn, said));
    const declined = calledIn.findLastIndex((c) => c.person === next && c.for === member && c.declined);
    if (next && declined >= 0) calledIn[declined] = comingAfterAll(calledIn[declined] as CalledIn);
    else if (next) calledIn.push({ person: next, for: member, at: now });
  }
  return JSON.stringify(calledIn) === JSON.stringify(meeting.calledIn) ? meeting : { ...meeting, calledIn };
}

/** They took the seat themselves, so that nobody needs to tell them that they are called. */
const comingAfterAll = ({ released: _, declined: __, ...call }: CalledIn): CalledIn => call;

/** Members who don't come, and in whose place nobody is called in. */
export const emptySeats = (meeting: Meeting, attendances: readonly Attendance[]): PersonId[] =>
  absentIn(meeting, saidIn(meeting, attendances)).filter(
    (member) => !meeting.calledIn.some((c) => c.for === member && c.released === undefined),
  );

/** Whether one of these seats is a substitute's to take: who declined may change their mind while it is empty. */
export const mayTake = (meeting: Meeting, empty: readonly PersonId[], person: PersonId): boolean =>
  empty.some((member) => substitutesOf(meeting, member).includes(person));

const saidIn = (meeting: Meeting, attendances: readonly Attendance[]): Map<PersonId, Coming> =>
  new Map(attendances.filter((a) => holds(a, meeting)).map((a) => [a.person, a.coming]));

const absentIn = ({ invited }: Meeting, said: ReadonlyMap<PersonId, Coming>): PersonId[] =>
  invited
    .filter((i) => i.role === "member" && ["no", "substitute"].includes(said.get(i.person) ?? ""))
    .map((i) => i.person);

/** A substitute who neither stands in for somebody already nor has said that they can't come. */
const isFree = (person: PersonId, calledIn: readonly CalledIn[], said: ReadonlyMap<PersonId, string>): boolean =>
  said.get(person) !== "no" && !calledIn.some((c) => c.person === person && c.released === undefined);
