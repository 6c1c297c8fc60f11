import type { Calendar } from "./calendar.ts";
import type { Call } from "./call.ts";
import { isLive } from "./deliveries.ts";
import type { Recipient, Saying } from "./delivery.ts";
import { dueOfCall } from "./due/call.ts";
import { dueOfCandidate, shownOfCandidate } from "./due/candidate.ts";
import { dueOfRequest } from "./due/data-request.ts";
import { dueOfLostPost } from "./due/delivery.ts";
import { dueOfGroup } from "./due/group.ts";
import { dueOfMeeting } from "./due/meeting.ts";
import { dueOfNomination } from "./due/nomination.ts";
import { dueOfOutages } from "./due/outage.ts";
import { dueOfPoll } from "./due/poll.ts";
import { dueOfQuestion } from "./due/question.ts";
import { dueOfRetention } from "./due/retention.ts";
import type { Fact } from "./facts.ts";
import type { Group } from "./group.ts";
import type { Instant } from "./time.ts";

/** Something to be said because of one fact. `key` is unique within the fact, so it is said once. */
export interface Due {
  key: string;
  at: Instant;
  /** After this it has no point any more. */
  until?: Instant;
  to: Recipient[];
  saying: Saying;
}

/** What one fact is looked at with: the round it stands in. */
export interface Around {
  group: Group;
  /** Absent in a group's own round. */
  call: Call | undefined;
  calendar: Calendar;
}

/** All that should be said, now or later, because of one fact as it stands. Pure; never looks at other facts. */
export function due(fact: Fact, around: Around): Due[] {
  switch (fact.kind) {
    case "group":
      return [...dueOfGroup(fact), ...dueOfLostPost(fact, around)];
    case "call":
      return [
        ...dueOfCall(fact, around),
        ...dueOfOutages(fact, around),
        ...dueOfLostPost(fact, around),
        ...dueOfRetention(fact, around),
      ];
    case "nomination":
      return dueOfNomination(fact, around);
    case "candidate":
      return dueOfCandidate(fact, around);
    case "question":
      return dueOfQuestion(fact, around);
    case "request":
      return dueOfRequest(fact, around);
    case "poll":
      return [
        ...dueOfPoll(fact, around),
        ...dueOfOutages(fact, around),
        ...dueOfLostPost(fact, around),
        ...dueOfRetention(fact, around),
      ];
    case "meeting":
      return [...dueOfMeeting(fact, around), ...dueOfLostPost(fact, around), ...dueOfRetention(fact, around)];
    case "pollAnswer":
    case "attendance":
    case "circular":
    case "mailing":
    case "delivery":
      return [];
  }
}

/** What live cards should say because of one fact: all that is looked at when the fact has changed. */
export const shownDue = (fact: Fact, around: Around): Due[] =>
  (fact.kind === "candidate" ? shownOfCandidate(fact, around) : due(fact, around)).filter((d) => isLive(d.saying));

/** The officers of a group, as recipients. */
export const toOfficers = (persons: readonly `person:${string}`[]): Recipient[] =>
  persons.map((person) => ({ to: "person", person }));
