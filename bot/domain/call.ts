import type { CallId, GroupId, PersonId } from "./ids.ts";
import type { KeptFor } from "./kept.ts";
import type { Lang, LocalText } from "./lang.ts";
import type { LostPost } from "./lost-post.ts";
import type { Instant, Moment } from "./time.ts";

export type CallStatus = "draft" | "open" | "closed" | "selected" | "cancelled";

/** Seats of one kind (a theme): a count or a range, filled by this call or elsewhere. */
export interface SeatGroup {
  id: string;
  name: LocalText;
  min: number;
  max: number;
  /** Set when others fill these seats: who, in words. Such seats take no nominations. */
  filledElsewhere?: LocalText;
  /** Whether substitutes are looked for too. */
  substitutes: boolean;
  /** A deadline of its own, when only this theme was extended. */
  deadline?: Moment;
}

export interface Criterion {
  id: string;
  text: LocalText;
  level: "required" | "preferred";
  /** Whether the nomination form asks for a reason for this criterion. */
  asksReason: boolean;
}

/** Whom to ask, on which days (inclusive, `2027-05-14`). */
export interface Contact {
  name: string;
  phone?: string;
  email?: string;
  from?: string;
  to?: string;
}

/** Something said about a published call in its thread: noted on the card too. */
export interface Correction {
  at: Instant;
  by: PersonId;
  note: LocalText;
}

export interface Extension {
  at: Instant;
  by: PersonId;
  /** Absent: the whole call. */
  seatGroup?: string;
  from: Moment;
  to: Moment;
  reason: string;
}

/** From when to when nothing was answered: a crash, sleep, or the store out of reach. */
export interface Outage {
  from: Instant;
  to: Instant;
}

/** A call for nominations: mandate, seats, criteria, who may nominate, opening and deadline. */
export interface Call extends KeptFor {
  kind: "call";
  id: CallId;
  rev: number;
  said: string[];
  group: GroupId;
  /** Its part of web addresses: random, so that it tells nothing and can't be guessed. */
  publicId?: string;
  /** Whether the chair lets it be read, and proposals be made, on a public page. */
  onWeb?: boolean;
  /** Four characters that people can read out; codes of its nominations begin with it. */
  code: string;
  status: CallStatus;
  /** A practice call is marked so, reaches nobody outside the group and is deleted after a week. */
  practice: boolean;
  by: PersonId;
  createdAt: Instant;
  title: LocalText;
  mandate: LocalText;
  /** Free words about whom the group looks for, above the list of criteria. */
  lookingFor: LocalText;
  caseNumber?: string;
  seatGroups: SeatGroup[];
  criteria: Criterion[];
  nominators: { organisations: boolean; joint: boolean; self: boolean };
  opens?: Moment;
  deadline?: Moment;
  /** A deadline that is counted from the opening, unless the draft's own has been moved; for trying things out. */
  closesAfter?: { opening: number; unlessMovedFrom: Instant };
  consentBy?: Moment;
  decisionMeeting?: Moment;
  /** First and last day, `2027-08-01`. */
  term?: { from: string; to: string };
  rhythm: LocalText;
  /** Empty: no fee is paid. */
  fee: LocalText;
  appoints: LocalText;
  contacts: Contact[];
  links: { title: string; url: string }[];
  basedOn?: CallId;
  /** Whether those of the earlier call are told when this one opens. */
  tellEarlier: boolean;
  /** Missing languages that a chair knowingly accepted at publishing. */
  missingAccepted?: boolean;
  /** Texts that a correction in another language has made doubtful, until somebody corrects or confirms them. */
  doubtful?: { step: string; lang: Lang }[];
  /** When the announcement was last drawn anew because a day or a deadline had passed. */
  turnedAt?: Instant;
  /** Publishing under way: opens by itself at `at` unless taken back. */
  publishing?: { by: PersonId; pressedAt: Instant; at: Instant };
  openedAt?: Instant;
  closedAt?: Instant;
  corrections: Correction[];
  extensions: Extension[];
  cancelled?: { at: Instant; by: PersonId; reason: string };
  selectedAt?: Instant;
  /** Stretches in which nothing was answered while the call was open. */
  outages?: Outage[];
  announcementLost?: LostPost;
  /** Numbers given out so far, for codes. */
  numbered: number;
  /** Nominations that count, by seat group. */
  received: Record<string, number>;
  candidates: number;
  /** Nominations by way of arrival that came after the deadline. */
  late: number;
  nonces: string[];
}

/** Whether everybody may read the call on the web: never a draft, never practice. */
export const isPublic = (call: Call): boolean =>
  call.onWeb === true && call.publicId !== undefined && !call.practice && call.status !== "draft";

/** The seat groups that this call fills. */
export const openSeats = (call: Call): SeatGroup[] => call.seatGroups.filter((s) => !s.filledElsewhere);

/** The deadline that holds for one theme: its own when it was extended alone, otherwise the call's. */
export const deadlineFor = (call: Call, seatGroup: string | undefined): Moment | undefined =>
  call.seatGroups.find((s) => s.id === seatGroup)?.deadline ?? call.deadline;

/** The deadline that held for a theme when something arrived, before later extensions. */
export const deadlineHeld = (call: Call, seatGroup: string, arrivedAt: Instant): Moment | undefined =>
  call.extensions.find((e) => e.at > arrivedAt && (!e.seatGroup || e.seatGroup === seatGroup))?.from ??
  deadlineFor(call, seatGroup);

/** The last deadline of the call: when it closes as a whole. */
export const lastDeadline = (call: Call): Moment | undefined =>
  call.seatGroups.reduce<Moment | undefined>(
    (last, s) => (s.deadline && (!last || s.deadline.at > last.at) ? s.deadline : last),
    call.deadline,
  );

/** The contact person of a day; without one for that day, the first. */
export const contactOf = (call: Call, day: string): Contact | undefined =>
  call.contacts.find((c) => (!c.from || c.from <= day) && (!c.to || day <= c.to) && (c.from || c.to)) ??
  call.contacts.find((c) => !c.from && !c.to) ??
  call.contacts[0];

/** The decision meeting, when an answer that comes by this moment would come after it: nobody is asked for longer. */
export const meetingBefore = (consentBy: Moment, { decisionMeeting }: Call): Moment | undefined =>
  decisionMeeting && consentBy.at > decisionMeeting.at ? decisionMeeting : undefined;
