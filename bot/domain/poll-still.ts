import type { Delivery, Saying } from "./delivery.ts";
import type { PersonId } from "./ids.ts";
import type { Attendance, Meeting } from "./meeting.ts";
import { holds } from "./meeting-holds.ts";
import { askedOf, mayAnswer, type Poll } from "./poll.ts";
import type { PollAnswer } from "./poll-answer.ts";

/** What messages about polls and meetings are about. */
export interface AboutPoll {
  poll?: Poll;
  answer?: PollAnswer;
  /** Who of those to be mentioned hasn't answered yet. */
  mentioned?: PersonId[];
  meeting?: Meeting;
  attendance?: Attendance;
}

/** Whether a message about a poll or a meeting still has a point; any other has. */
export function pollSaysStill(
  saying: Saying,
  { poll, answer, mentioned, meeting, attendance, delivery }: AboutPoll & { delivery?: Delivery | undefined },
): boolean {
  switch (saying.kind) {
    case "pollRequest":
      return poll?.status === "open" && isAsked(poll, delivery);
    case "pollReminder":
      return poll?.status === "open" && isAsked(poll, delivery) && !answer;
    case "pollRules":
      return poll?.status === "open" && isAsked(poll, delivery);
    case "pollLeft":
      return poll !== undefined && !isAsked(poll, delivery);
    case "pollStandIn":
      return (
        poll?.status === "open" && (askedOf(poll, saying.for)?.standIns?.some((s) => isTo(s.person, delivery)) ?? false)
      );
    case "pollMention":
      return poll?.status === "open" && (mentioned?.length ?? 0) > 0;
    case "attendanceReminder":
      return meeting?.status === "called" && isCalled(meeting, delivery) && !(attendance && holds(attendance, meeting));
    case "meetingInvitation":
    case "callingNotice":
      return meeting?.status === "called" && isCalled(meeting, delivery);
    case "meetingLeft":
      return meeting !== undefined && !isCalled(meeting, delivery);
    case "calledIn":
      return meeting?.status === "called" && meeting.calledIn.some((c) => !c.released && isTo(c.person, delivery));
    default:
      return true;
  }
}

const isAsked = (poll: Poll, delivery: Delivery | undefined) =>
  delivery?.to.to !== "person" || mayAnswer(poll, delivery.to.person);

/** In the channel it is said to everybody. */
const isCalled = ({ invited }: Meeting, delivery: Delivery | undefined) =>
  delivery?.to.to !== "person" || invited.some((i) => isTo(i.person, delivery));

const isTo = (person: PersonId, delivery: Delivery | undefined) =>
  delivery?.to.to === "person" && delivery.to.person === person;
