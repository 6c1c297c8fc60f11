import { hashed } from "./hashed.ts";
import type { AttendanceId, GroupId, MeetingId, PersonId, PollId } from "./ids.ts";
import type { KeptFor } from "./kept.ts";
import type { LocalText } from "./lang.ts";
import type { LostPost } from "./lost-post.ts";
import type { OptionId, StandIn, Venue } from "./poll.ts";
import type { Instant, Moment } from "./time.ts";

/** Somebody who is called to a meeting; a substitute is called in only when a member doesn't come. */
export interface Invited {
  person: PersonId;
  role: "member" | "substitute" | "guest";
  /** The one member for whom a personal substitute comes. */
  substituteOf?: PersonId;
  standIns?: StandIn[];
  /** The meeting's sequence when somebody who had left was called again: what they said before doesn't hold. */
  since?: number;
}

/** Somebody who had been called and no longer is: their calendar takes away the meeting as it was then. */
export interface LeftMeeting {
  person: PersonId;
  role: Invited["role"];
  at: Instant;
  by: PersonId;
  sequence: number;
  start: Moment;
  end: Moment;
}

/** A substitute called in for a member; released by declining, or when the member comes after all. */
export interface CalledIn {
  person: PersonId;
  for: PersonId;
  at: Instant;
  released?: Instant;
  /** Released by declining, so that they may still take the seat while it is empty. */
  declined?: true;
}

/** When a meeting was moved, and from where. */
export interface Move {
  at: Instant;
  by: PersonId;
  from: { start: Moment; end: Moment; allDay?: true };
  sequence: number;
}

/** A fixed meeting: when, where, who is called, how many must come. */
export interface Meeting extends KeptFor {
  kind: "meeting";
  id: MeetingId;
  rev: number;
  said: string[];
  group: GroupId;
  /** The poll that it was chosen in, and which time there. */
  poll?: PollId;
  option?: OptionId;
  status: "called" | "cancelled";
  by: PersonId;
  createdAt: Instant;
  title: LocalText;
  note: LocalText;
  start: Moment;
  end: Moment;
  allDay?: true;
  venue: Venue;
  /** The same in every calendar file of this meeting, for ever. */
  uid: string;
  /** Raised at each change that calendars must follow. */
  sequence: number;
  changedAt: Instant;
  /** Who answers for it, as the calendar names them. */
  organiser: { name: string; email: string };
  invited: Invited[];
  /** How many must be present; without one, as the group decides. */
  quorum?: number;
  answerBy?: Moment;
  /** When its card is posted in the channel. */
  announceAt: Instant;
  /** The calling notice: the day by which it must go, and where agenda and material are. */
  notice?: { by?: Moment; agendaUrl?: string; materialUrl?: string; sentAt?: Instant };
  reminders: Instant[];
  reminded: number;
  /** Substitutes called in, in order. */
  calledIn: CalledIn[];
  /** Whose invitation was taken back, and wasn't given again. */
  left?: LeftMeeting[];
  moves: Move[];
  cancelled?: { at: Instant; by: PersonId; reason: string };
  announcementLost?: LostPost;
  nonces: string[];
}

/** Whether somebody comes themselves, doesn't come, or sends their substitute. */
export type Coming = "yes" | "no" | "substitute";

/** One person's answer whether they come to a meeting. */
export interface Attendance {
  kind: "attendance";
  id: AttendanceId;
  rev: number;
  meeting: MeetingId;
  person: PersonId;
  coming: Coming;
  /** The sequence of the meeting that was answered: a moved meeting is asked anew. */
  sequence: number;
  comment?: string;
  by: PersonId;
  as: "self" | StandIn["as"] | "officer";
  arrivedAt: Instant;
  nonces: string[];
}

/** A person has one answer about a meeting. */
export const attendanceIdOf = (person: PersonId): AttendanceId => `att:${hashed(person)}`;

/** One option of a poll becomes one meeting, however often it is confirmed. */
export const meetingIdOf = (poll: PollId, option: OptionId): MeetingId => `meeting:${hashed(`${poll}\n${option}`)}`;
