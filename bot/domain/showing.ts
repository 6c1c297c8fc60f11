import type { Call } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import type { DataRequest } from "./data-request.ts";
import type { Delivery } from "./delivery.ts";
import type { Group } from "./group.ts";
import type { MeetingId, PersonId } from "./ids.ts";
import type { Lang } from "./lang.ts";
import type { Attendance, Meeting } from "./meeting.ts";
import type { MeetingView } from "./meeting-view.ts";
import type { Nomination } from "./nomination.ts";
import type { Poll } from "./poll.ts";
import type { PollAnswer } from "./poll-answer.ts";
import type { PollView } from "./poll-view.ts";
import type { Question } from "./question.ts";
import type { RecordHead } from "./record.ts";
import type { Instant } from "./time.ts";

/** A delivery together with the facts that its words are made from, as they stand now. */
export interface Showing {
  delivery: Delivery;
  group: Group;
  call?: Call;
  nomination?: Nomination;
  candidate?: Candidate;
  /** The nominations behind a candidate. */
  nominations: Nomination[];
  /** All candidates of the call, where a message is about all of them. */
  candidates?: Candidate[];
  question?: Question;
  poll?: Poll;
  /** How the poll stands, as much of it as this message's reader may see. */
  pollView?: PollView;
  /** The reader's own answer, where a message is to one person. */
  answer?: PollAnswer;
  meeting?: Meeting;
  meetingView?: MeetingView;
  attendance?: Attendance;
  /** The meetings that a poll was decided for, in order of time. */
  meetings?: Meeting[];
  /** Links to the reader's own calendar files. */
  calendar?: { meeting: MeetingId; url: string }[];
  /** A link to one calendar file of all of several meetings. */
  calendarOfAll?: string;
  /** Who of those whom this message would mention hasn't answered yet. */
  mentioned?: PersonId[];
  /** By which account Teams knows those whom this message would mention, where they have one in the group's tenant. */
  accounts?: Record<PersonId, string>;
  /** Names of the people whom this message tells of. */
  names?: Record<PersonId, string>;
  request?: DataRequest;
  /** The record's head when it was loaded. */
  head: RecordHead;
  /** The recipient's own page outside Teams, with a link minted for this message, and until when it works. */
  page?: { url: string; until: Instant };
  /** Download links minted for this message (appendix), and until when they work. */
  links?: { lang: Lang; format: "docx" | "xlsx"; url: string; until: Instant }[];
}
