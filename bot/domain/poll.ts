import type { Outage } from "./call.ts";
import type { GroupId, MeetingId, PersonId, PollId } from "./ids.ts";
import type { KeptFor } from "./kept.ts";
import type { LocalText } from "./lang.ts";
import type { LostPost } from "./lost-post.ts";
import type { PollRuleChange } from "./poll-rules.ts";
import type { Instant, Moment } from "./time.ts";

export type PollStatus = "draft" | "open" | "closed" | "decided" | "cancelled";

/** More options or people than this are never in one poll. */
export const MOST_OPTIONS = 100;
export const MOST_ASKED = 300;

/** An option's own id within its poll: never given to another time, so that answers keep their meaning. */
export type OptionId = `o${number}`;

/**
 * One time that is offered. All day: the walls are dates, of the first and the last day, and the instants are the first
 * day's beginning and the end of the last.
 */
export interface PollOption {
  id: OptionId;
  start: Moment;
  end: Moment;
  allDay?: true;
  /** Added after the poll was posted. */
  addedAt?: Instant;
  /** Edited away after the poll was posted: what was answered about it stays, but it can't be chosen. */
  removed?: { at: Instant; by: PersonId };
}

/** Where a meeting is held, and what one needs to know to take part. */
export interface Venue {
  mode: "teams" | "onSite" | "hybrid";
  place?: string;
  joinUrl?: string;
  accessibility?: string;
  interpreting?: string;
  parking?: string;
}

/** Who may answer for somebody, and as what. */
export interface StandIn {
  person: PersonId;
  as: "assistant" | "substitute";
}

/** One person who is asked: a member, somebody named, or one outside Teams with an e-mail address only. */
export interface Asked {
  person: PersonId;
  required: boolean;
  /** Not a member of the group: isn't counted for a quorum. */
  guest?: true;
  standIns?: StandIn[];
}

/** Whether others' answers show at once, after one's own, or only when the poll has closed. */
export type Visibility = "always" | "afterOwn" | "atEnd";

/** Several meetings out of one poll: how many, and how far from each other. */
export interface SeriesWish {
  least: number;
  most: number;
  perMonth?: true;
  daysApart?: number;
}

/** Options that changed after posting, for those whom it concerns. */
export interface PollEdit {
  at: Instant;
  by: PersonId;
  added: OptionId[];
  removed: OptionId[];
}

/** A question which times suit whom: options, who is asked, by when, and what came of it. */
export interface Poll extends KeptFor {
  kind: "poll";
  id: PollId;
  rev: number;
  said: string[];
  group: GroupId;
  status: PollStatus;
  by: PersonId;
  createdAt: Instant;
  title: LocalText;
  note: LocalText;
  /** Minutes. */
  length: number;
  venue: Venue;
  zone: string;
  /** In order of time, those edited away included. */
  options: PollOption[];
  /** Option ids given out so far. */
  numbered: number;
  /** While a draft: whether everybody who counts as a member is asked too, once it is posted. */
  members: boolean;
  asked: Asked[];
  /** Who was asked and no longer is: what they answered isn't counted. */
  left?: { person: PersonId; at: Instant; by: PersonId }[];
  /** Others who see the card may answer too. */
  anyone: boolean;
  deadline?: Moment;
  /** Closes as soon as all required have answered; all who are asked, when nobody is required. */
  closesWhenAnswered: boolean;
  visibility: Visibility;
  /** Whether the channel's card tells who answered what. */
  namesInChannel: boolean;
  /** Whom to phone with an answer. */
  contact?: { name: string; phone?: string };
  series?: SeriesWish;
  openedAt?: Instant;
  closedAt?: Instant;
  closedBy?: "deadline" | "hand" | "answered" | "over";
  /** When those who haven't answered will be reminded; past ones are taken away. */
  reminders: Instant[];
  /** Reminders sent so far. */
  reminded: number;
  remindedAt?: Instant;
  /** Who couldn't be reached otherwise and is reminded by a mention in the thread, and when. */
  mentions: { at: Instant; persons: PersonId[] }[];
  edits: PollEdit[];
  /** Changes of who sees answers, of which those were told who had given theirs. */
  rules?: PollRuleChange[];
  /** `called`: the meetings have been made, and everybody is being called to them. */
  decided?: { at: Instant; by: PersonId; meetings: { option: OptionId; meeting: MeetingId }[]; called?: true };
  cancelled?: { at: Instant; by: PersonId; reason: string };
  /** Stretches in which nothing was answered while the poll was open. */
  outages?: Outage[];
  announcementLost?: LostPost;
  nonces: string[];
}

/** The options that can be answered and chosen. */
export const liveOptions = (poll: Pick<Poll, "options">): PollOption[] => poll.options.filter((o) => !o.removed);

export const optionOf = (poll: Pick<Poll, "options">, id: string): PollOption | undefined =>
  poll.options.find((o) => o.id === id);

export const askedOf = (poll: Pick<Poll, "asked">, person: PersonId): Asked | undefined =>
  poll.asked.find((a) => a.person === person);

/** Whether somebody was removed from the poll after it was posted. */
export const hasLeft = ({ left }: Pick<Poll, "left">, person: PersonId): boolean =>
  left?.some((l) => l.person === person) ?? false;

/** Whether somebody may give an answer of their own. */
export const mayAnswer = (poll: Pick<Poll, "asked" | "anyone" | "left">, person: PersonId): boolean =>
  askedOf(poll, person) !== undefined || (poll.anyone && !hasLeft(poll, person));

/** Those without whom a time is no good. */
export const requiredOf = (poll: Pick<Poll, "asked">): PersonId[] =>
  poll.asked.filter((a) => a.required).map((a) => a.person);

/** When all of a poll's times are over. */
export const lastTimeOf = ({ createdAt, options }: Pick<Poll, "createdAt" | "options">): Instant =>
  Math.max(createdAt, ...options.map(({ end }) => end.at));
