import { accept, type Decision, refuse } from "./decision.ts";
import { type HeaderFact, remember, seen } from "./facts.ts";
import type { PersonId } from "./ids.ts";
import { type Attendance, attendanceIdOf, type Coming, type Meeting } from "./meeting.ts";
import { COMMENT_CAP } from "./poll-answering.ts";
import type { Instant } from "./time.ts";

/** Whether somebody comes, as they or another for them say it. */
export interface GivenAttendance {
  person: PersonId;
  coming: Coming;
  comment?: string | undefined;
  by: PersonId;
  as: Attendance["as"];
  /** The revision of the answer that the card was drawn with; 0 when there was none. */
  rev: number;
  /** The meeting's sequence as the card was drawn: who answers for another time than it has now has answered nothing. */
  sequence: number;
  nonce: string;
  now: Instant;
  /** Whether a seat is empty that they could take as a substitute. */
  seat?: boolean | undefined;
}

export type AttendRefusal =
  | { kind: "noSuchMeeting" }
  | { kind: "meetingCancelled" }
  | { kind: "meetingOver" }
  | { kind: "moved" }
  | { kind: "notInvited" }
  | { kind: "notTheirs" }
  | { kind: "noSubstitute" }
  /** A substitute who was released would come after all, but isn't needed any more. */
  | { kind: "seatTaken" }
  | { kind: "stale"; current: Attendance };

/** An answer whether one comes: until the meeting begins, for the time that the meeting has now. */
export function attend(
  before: Attendance | undefined,
  meeting: HeaderFact,
  given: GivenAttendance,
): Decision<Attendance, AttendRefusal> {
  if (meeting.kind !== "meeting") return refuse({ kind: "noSuchMeeting" });
  if (before && seen(before, given.nonce)) return accept(before);
  if (meeting.status === "cancelled") return refuse({ kind: "meetingCancelled" });
  if (given.now > meeting.start.at) return refuse({ kind: "meetingOver" });
  if (given.sequence < (meeting.moves.at(-1)?.sequence ?? 0)) return refuse({ kind: "moved" });
  const wrong = mayAttend(meeting, given);
  if (wrong) return refuse({ kind: wrong });
  if (before && before.rev !== given.rev) return refuse({ kind: "stale", current: before });
  const comment = given.comment ?? before?.comment;
  return accept({
    kind: "attendance",
    id: attendanceIdOf(given.person),
    rev: (before?.rev ?? 0) + 1,
    meeting: meeting.id,
    person: given.person,
    coming: given.coming,
    sequence: meeting.sequence,
    ...(comment && { comment: comment.slice(0, COMMENT_CAP) }),
    by: given.by,
    as: given.as,
    arrivedAt: given.now,
    nonces: remember(before ?? { nonces: [] }, given.nonce),
  });
}

function mayAttend(
  meeting: Meeting,
  { person, by, as, coming, seat }: GivenAttendance,
): "notInvited" | "notTheirs" | "noSubstitute" | "seatTaken" | undefined {
  const invited = meeting.invited.find((i) => i.person === person);
  if (!invited) return "notInvited";
  const calls = meeting.calledIn.filter((c) => c.person === person);
  if (invited.role === "substitute" && calls.length === 0) return "notInvited";
  if (as === "self" && by !== person) return "notTheirs";
  const named = invited.standIns?.some((s) => s.person === by && s.as === as);
  if (as !== "self" && as !== "officer" && !named) return "notTheirs";
  const isReleased = invited.role === "substitute" && calls.every((c) => c.released !== undefined);
  if (coming === "yes" && isReleased && !seat) return "seatTaken";
  if (coming !== "substitute") return undefined;
  return invited.role === "member" && substitutesOf(meeting, person).length > 0 ? undefined : "noSubstitute";
}

/** Who can come in a member's place: their personal substitute, otherwise the general ones in order. */
export function substitutesOf({ invited }: Pick<Meeting, "invited">, member: PersonId): PersonId[] {
  const substitutes = invited.filter((i) => i.role === "substitute");
  const personal = substitutes.filter((i) => i.substituteOf === member);
  return (personal.length > 0 ? personal : substitutes.filter((i) => !i.substituteOf)).map((i) => i.person);
}
