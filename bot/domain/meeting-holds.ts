import type { PersonId } from "./ids.ts";
import type { Attendance, Meeting } from "./meeting.ts";

/** The answer holds for the time that the meeting has now; a moved meeting is asked anew, and so is who is called again. */
export const holds = (attendance: Attendance, meeting: Meeting): boolean =>
  attendance.sequence >= askedSince(meeting, attendance.person);

/** From which of the meeting's sequences on somebody's answer holds. */
export const askedSince = ({ moves, invited }: Pick<Meeting, "moves" | "invited">, person: PersonId): number =>
  Math.max(moves.at(-1)?.sequence ?? 0, invited.find((i) => i.person === person)?.since ?? 0);
