import type { PersonId } from "./ids.ts";
import type { Attendance, CalledIn, Meeting } from "./meeting.ts";
import { substitutesOf } from "./meeting-attend.ts";
import { holds } from "./meeting-view.ts";
import type { Instant } from "./time.ts";

/**
 * Who is called in for members who don't come: personally, or the next in order who hasn't declined. Who declines, or
 * whose member comes after all, is released. Gives the meeting itself when nothing changes.
 */
export function withSubstitutes(meeting: Meeting, attendances: readonly Attendance[], now: Instant): Meeting {
  const said = new Map(attendances.filter((a) => holds(a, meeting)).map((a) => [a.person, a.coming]));
  const absent = meeting.invited
    .filter((i) => i.role === "member" && ["no", "substitute"].includes(said.get(i.person) ?? ""))
    .map((i) => i.person);
  const over = (c: CalledIn) =>
    !absent.includes(c.for) ||
    said.get(c.person) === "no" ||
    !meeting.invited.some((i) => i.person === c.person && i.role === "substitute");
  const calledIn: CalledIn[] = meeting.calledIn.map((c) =>
    c.released === undefined && over(c) ? { ...c, released: now } : c,
  );
  for (const member of absent) {
    if (calledIn.some((c) => c.for === member && c.released === undefined)) continue;
    const next = substitutesOf(meeting, member).find((p) => isFree(p, calledIn, said));
    if (next) calledIn.push({ person: next, for: member, at: now });
  }
  return JSON.stringify(calledIn) === JSON.stringify(meeting.calledIn) ? meeting : { ...meeting, calledIn };
}

/** A substitute who neither stands in for somebody already nor has said that they can't come. */
const isFree = (person: PersonId, calledIn: readonly CalledIn[], said: ReadonlyMap<PersonId, string>): boolean =>
  said.get(person) !== "no" && !calledIn.some((c) => c.person === person && c.released === undefined);
