import type { Meeting } from "../../bot/domain/meeting.ts";
import type { Poll, PollOption } from "../../bot/domain/poll.ts";
import { type Choice, type PollAnswer, pollAnswerIdOf } from "../../bot/domain/poll-answer.ts";
import { spanAt } from "../../bot/domain/poll-generate.ts";
import type { Span } from "../../bot/domain/poll-options.ts";
import { moment, ZONE } from "./builders.ts";
import { TODAY } from "./ports.ts";

/** An hour and a half from a wall clock time in Helsinki. */
export function span(day: string, time: string, minutes = 90, zone = ZONE): Span {
  const made = spanAt(day, time, minutes, zone);
  if (!made.ok) throw new Error(`${day} ${time}: ${made.refusal.kind}`);
  return made.state;
}

export const option = (n: number, day: string, time = "14:00", own: Partial<PollOption> = {}): PollOption => ({
  id: `o${n}`,
  ...span(day, time),
  ...own,
});

/** An open poll of three times in June 2027, until Tuesday 25.5.2027 at noon, that asks the chair and two members. */
export const aPoll = (own: Partial<Poll> = {}): Poll => ({
  kind: "poll",
  id: "poll:june",
  rev: 1,
  said: ["announcement"],
  group: "group:kaislaranta",
  status: "open",
  by: "person:chair",
  createdAt: TODAY,
  title: { fi: "Kesäkuun kokous" },
  note: {},
  length: 90,
  venue: { mode: "teams", joinUrl: "https://teams.example.org/l/meetup-join/1" },
  zone: ZONE,
  options: [option(1, "2027-06-07"), option(2, "2027-06-08", "09:00"), option(3, "2027-06-10", "17:00")],
  numbered: 3,
  members: true,
  asked: [
    { person: "person:chair", required: true },
    { person: "person:sanna", required: false },
    { person: "person:oskari", required: false },
  ],
  anyone: false,
  deadline: moment("2027-05-25", "12:00"),
  closesWhenAnswered: false,
  visibility: "afterOwn",
  namesInChannel: false,
  openedAt: TODAY,
  reminders: [],
  reminded: 0,
  mentions: [],
  edits: [],
  nonces: [],
  ...own,
});

/** An answer in words: `anAnswer("sanna", { o1: "yes" })`. */
export const anAnswer = (
  who: string,
  choices: Record<`o${number}`, Choice>,
  own: Partial<PollAnswer> = {},
): PollAnswer => ({
  kind: "pollAnswer",
  id: pollAnswerIdOf(`person:${who}`),
  rev: 1,
  poll: "poll:june",
  person: `person:${who}`,
  choices,
  by: `person:${who}`,
  as: "self",
  firstAt: TODAY,
  arrivedAt: TODAY,
  nonces: [],
  ...own,
});

/** A meeting on Monday 14.6.2027 at 13 in Teams, called for the chair and two members. */
export const aMeeting = (own: Partial<Meeting> = {}): Meeting => ({
  kind: "meeting",
  id: "meeting:june",
  rev: 1,
  said: [],
  group: "group:kaislaranta",
  status: "called",
  by: "person:chair",
  createdAt: TODAY,
  title: { fi: "Kesäkuun kokous" },
  note: {},
  ...span("2027-06-14", "13:00"),
  venue: { mode: "hybrid", place: "Kaislatalo, Rantatie 1", joinUrl: "https://teams.example.org/l/meetup-join/1" },
  uid: "june@ehdolla.example.org",
  sequence: 0,
  changedAt: TODAY,
  organiser: { name: "Tiina Saraluoto", email: "tiina.saraluoto@example.org" },
  invited: [
    { person: "person:chair", role: "member" },
    { person: "person:sanna", role: "member" },
    { person: "person:oskari", role: "member" },
  ],
  announceAt: TODAY,
  reminders: [],
  reminded: 0,
  calledIn: [],
  moves: [],
  nonces: [],
  ...own,
});
