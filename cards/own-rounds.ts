import type { PersonId } from "../bot/domain/ids.ts";
import type { Attendance } from "../bot/domain/meeting.ts";
import type { OwnInMeeting, OwnInPoll, StandsIn } from "../bot/domain/own-rounds.ts";
import type { StandIn } from "../bot/domain/poll.ts";
import { choices as all, type PollAnswer } from "../bot/domain/poll-answer.ts";
import { whenText } from "./meeting-parts.ts";
import type { OwnRow, OwnSection } from "./own-section.ts";
import { deadlineText, optionText } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";
import { dateTime } from "./when.ts";

type Names = Record<PersonId, string>;

/** What one poll holds about somebody. */
export function inPoll(own: OwnInPoll, reader: Reader): OwnSection[] {
  const { poll, asked, names } = own;
  const { pollSections, labels, required, optional, madePoll } = reader.text.ownRounds;
  return [
    {
      heading: asked.length > 0 ? pollSections.asked : pollSections.role,
      rows: [
        [labels.opened, poll.openedAt === undefined ? undefined : dateTime(poll.openedAt, reader)],
        [labels.answerBy, deadlineText(poll, reader)],
        [labels.part, asked.length > 0 ? (asked.some((a) => a.required) ? required : optional) : undefined],
        ...standing(
          asked.flatMap(({ standIns = [] }) => standIns),
          own,
          reader,
        ),
        [labels.made, own.made ? madePoll : undefined],
      ],
    },
    ...own.answers.map((answer) => ({ heading: pollSections.answer, rows: answerRows(answer, own, reader) })),
    { heading: pollSections.gave, rows: own.gave.map((a) => givenRow(a, names, reader)) },
  ];
}

/** The times by what was said of them: what is many stands in few rows. */
function answerRows(answer: PollAnswer, { poll, names, persons }: OwnInPoll, reader: Reader): OwnRow[] {
  const { labels, noneSuits, choices } = reader.text.ownRounds;
  return [
    ...all.map((choice): OwnRow => {
      const times = poll.options.filter((o) => answer.choices[o.id] === choice);
      return [choices[choice], times.map((o) => optionText(o, reader, { year: true }))];
    }),
    [labels.noneSuits, answer.noneSuits && noneSuits],
    [labels.comment, answer.comment],
    ...givenBy(answer, { names, persons }, reader),
  ];
}

/** What one meeting holds about somebody. */
export function inMeeting(own: OwnInMeeting, reader: Reader): OwnSection[] {
  const { meeting, invited, names } = own;
  const { meetingSections, labels, roles, madeMeeting } = reader.text.ownRounds;
  return [
    {
      heading: invited.length > 0 ? meetingSections.invited : meetingSections.role,
      rows: [
        [labels.when, whenText(meeting, reader)],
        [labels.part, invited[0] && roles[invited[0].role]],
        [labels.place, invited.flatMap((i) => (i.substituteOf ? [nameOf(i.substituteOf, names, reader)] : []))],
        ...standing(
          invited.flatMap(({ standIns = [] }) => standIns),
          own,
          reader,
        ),
        ...calledIn(own, reader),
        [labels.made, own.made ? madeMeeting : undefined],
      ],
    },
    ...own.answers.map((answer) => ({ heading: meetingSections.answer, rows: comingRows(answer, own, reader) })),
    { heading: meetingSections.gave, rows: own.gave.map((a) => givenRow(a, names, reader)) },
  ];
}

function comingRows(answer: Attendance, { names, persons }: OwnInMeeting, reader: Reader): OwnRow[] {
  const { labels, coming } = reader.text.ownRounds;
  return [
    [labels.coming, coming[answer.coming]],
    [labels.comment, answer.comment],
    ...givenBy(answer, { names, persons }, reader),
  ];
}

/** Substitutes: whom somebody was called in for, and who was called in for them. */
function calledIn({ calledIn, persons, names }: OwnInMeeting, reader: Reader): OwnRow[] {
  const { labels, calledInFor, released } = reader.text.ownRounds;
  const told = (one: (typeof calledIn)[number], who: PersonId) => {
    const words = calledInFor(nameOf(who, names, reader), dateTime(one.at, reader));
    return one.released === undefined ? words : `${words} (${released})`;
  };
  const mine = calledIn.filter((c) => persons.includes(c.person));
  const forMe = calledIn.filter((c) => persons.includes(c.for));
  return [
    [labels.calledIn, mine.map((c) => told(c, c.for))],
    [labels.substitutes, forMe.map((c) => told(c, c.person))],
  ];
}

/** Who may answer for somebody, and for whom they may. */
function standing(
  standIns: readonly StandIn[],
  { standsIn, names }: { standsIn: StandsIn[]; names: Names },
  reader: Reader,
): OwnRow[] {
  const { labels, as, standIn } = reader.text.ownRounds;
  return [
    [labels.standIns, standIns.map((s) => `${nameOf(s.person, names, reader)} (${standIn[s.as]})`)],
    [labels.standsIn, standsIn.map((s) => `${nameOf(s.for, names, reader)} (${as[s.as]})`)],
  ];
}

/** When, and by whom where somebody else gave it. */
function givenBy(
  { by, arrivedAt }: Pick<PollAnswer, "by" | "arrivedAt">,
  { names, persons }: { names: Names; persons: readonly PersonId[] },
  reader: Reader,
): OwnRow[] {
  const { labels } = reader.text.ownRounds;
  return [
    [labels.answered, dateTime(arrivedAt, reader)],
    [labels.by, persons.includes(by) ? undefined : nameOf(by, names, reader)],
  ];
}

const givenRow = (
  { person, arrivedAt }: Pick<PollAnswer, "person" | "arrivedAt">,
  names: Names,
  reader: Reader,
): OwnRow => [reader.text.ownRounds.labels.of, `${nameOf(person, names, reader)}, ${dateTime(arrivedAt, reader)}`];

const nameOf = (person: PersonId, names: Names, { text }: Reader): string => names[person] || text.ownRounds.somebody;
