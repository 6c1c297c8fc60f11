import { awake, byDay, workdayBefore } from "../calendar.ts";
import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";
import type { Meeting } from "../meeting.ts";
import { answersBy } from "../meeting-time.ts";

/** What a meeting says by itself: its card, moves, its end, who is called in, and to officers what they must know. */
export function dueOfMeeting(meeting: Meeting, around: Pick<Around, "group" | "calendar">): Due[] {
  const { start, announceAt, cancelled } = meeting;
  return [
    { key: "announcement", at: announceAt, until: start.at, to: [{ to: "channel" }], saying: { kind: "meeting" } },
    ...meeting.moves.map(
      ({ at }, index): Due => ({
        key: `moved ${index}`,
        at,
        until: start.at,
        to: [{ to: "channel" }],
        saying: { kind: "meetingMoved", index },
      }),
    ),
    ...(cancelled
      ? [
          {
            key: "cancelled",
            at: cancelled.at,
            to: [{ to: "channel" }],
            saying: { kind: "meetingCancelled" },
          } satisfies Due,
        ]
      : [...calledIn(meeting), ...notice(meeting), ...forOfficers(meeting, around)]),
  ];
}

const calledIn = ({ calledIn, start }: Meeting): Due[] =>
  calledIn.map(({ person, at }) => ({
    key: `calledIn ${person} ${at}`,
    at,
    until: start.at,
    to: [{ to: "person", person }],
    saying: { kind: "calledIn" },
  }));

const notice = ({ notice, start }: Meeting): Due[] =>
  notice?.sentAt === undefined
    ? []
    : [
        {
          key: "notice",
          at: notice.sentAt,
          until: start.at,
          to: [{ to: "channel" }],
          saying: { kind: "callingNotice" },
        },
      ];

/** That the calling notice must go, a working day before its day; and when all should have answered, who comes. By day. */
function forOfficers(meeting: Meeting, { group, calendar }: Pick<Around, "group" | "calendar">): Due[] {
  const to = toOfficers(officers(group));
  const until = meeting.start.at;
  const by = meeting.notice?.by;
  const answered = answersBy(meeting);
  const morning = byDay(answered, meeting.start.zone);
  return [
    { key: `forecast ${answered}`, at: morning < until ? morning : answered, until, to, saying: { kind: "forecast" } },
    ...(by && meeting.notice?.sentAt === undefined
      ? [
          {
            key: `noticeDue ${by.at}`,
            at: awake(workdayBefore(by.at, by.zone, calendar), by.zone),
            until,
            to,
            saying: { kind: "noticeDue" },
          } satisfies Due,
        ]
      : []),
  ];
}
