import type { Saying } from "../../bot/domain/delivery.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import type { Card } from "../kit.ts";
import { shared } from "../languages.ts";
import { meetingCard } from "../meeting.ts";
import { type MeetingSeen, ownAnswer, seenBy } from "../meeting-parts.ts";
import {
  attendanceReminderCard,
  calledInCard,
  changedCard,
  forecastCard,
  invitationCard,
  type MeetingTold,
  meetingCancelledCard,
  meetingLeftCard,
  movedCard,
  nonceOf,
  noticeCard,
  noticeDueCard,
} from "../meeting-told.ts";
import type { Reader } from "../reader.ts";

type Drawing = (showing: Showing, reader: Reader) => Card;

/** The engine only sends what still has its meeting. */
function seen({ meetingView, group, names = {} }: Showing): MeetingSeen {
  if (!meetingView) throw new Error("A message about a meeting has lost its meeting.");
  return { ...meetingView, group, names };
}

function told(showing: Showing): MeetingTold {
  const { to } = showing.delivery;
  const view = seenBy(seen(showing), to.to === "person" ? to.person : undefined);
  const { meeting } = view;
  return {
    seen: view,
    ...(to.to === "person" && { own: ownAnswer(meeting, to.person, showing.attendance, view.empty) }),
    calendar: showing.calendar?.find((c) => c.meeting === meeting.id)?.url,
    nonce: nonceOf(showing),
  };
}

const drawn = (draw: (told: MeetingTold, reader: Reader) => Card): Drawing =>
  shared((showing, reader) => draw(told(showing), reader));

/** Messages about meetings. */
export const meetingSayings = {
  meeting: shared((showing, reader) => meetingCard(seen(showing), reader)),
  meetingInvitation: drawn(invitationCard),
  attendanceReminder: drawn(attendanceReminderCard),
  meetingMoved: shared((showing, reader) => {
    const { saying } = showing.delivery;
    return movedCard({ ...told(showing), index: saying.kind === "meetingMoved" ? saying.index : 0 }, reader);
  }),
  meetingChanged: drawn(changedCard),
  meetingCancelled: drawn(meetingCancelledCard),
  meetingLeft: drawn(meetingLeftCard),
  forecast: drawn(forecastCard),
  calledIn: drawn(calledInCard),
  callingNotice: drawn(noticeCard),
  noticeDue: drawn(noticeDueCard),
} satisfies { [K in Saying["kind"]]?: Drawing };
