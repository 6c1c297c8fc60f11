import type { PollRefusal } from "../../../cards/explain/poll.ts";
import type { Fields } from "../../../cards/verbs.ts";
import type { Calendar } from "../../domain/calendar.ts";
import { accept, type Decision, refuse } from "../../domain/decision.ts";
import type { Group } from "../../domain/group.ts";
import type { Poll } from "../../domain/poll.ts";
import { allDaySpan, type Generated, generate, spanAt } from "../../domain/poll-generate.ts";
import { daysFrom, weeksFrom } from "../../domain/poll-typed.ts";
import type { Instant } from "../../domain/time.ts";

interface Around {
  poll: Poll;
  group: Group;
  now: Instant;
  calendar: Calendar;
}

/** The times that a page of the form asks for: those picked one by one, and those of the pattern where weeks are named. */
export function spansFrom(fields: Fields<"poll.saveTimes">, around: Around): Decision<Generated, PollRefusal> {
  const { poll } = around;
  const options: Generated["options"] = [];
  for (const { date, time } of fields.rows) {
    if (!date && !time) continue;
    if (!date) return refuse({ kind: "dateMissing" });
    const span = time ? spanAt(date, time, poll.length, poll.zone) : allDaySpan(date, date, poll.zone);
    if (!span.ok) return refuse(span.refusal);
    options.push(span.state);
  }
  if (!fields.weeks) return accept({ options, left: [] });
  const pattern = patternFrom(fields, around);
  if (!pattern.ok) return pattern;
  return accept({ options: [...options, ...pattern.state.options], left: pattern.state.left });
}

function patternFrom(
  fields: Fields<"poll.saveTimes">,
  { poll, group, now, calendar }: Around,
): Decision<Generated, PollRefusal> {
  const weeks = weeksFrom(fields.weeks ?? "", now, poll.zone);
  if (!weeks.ok) return refuse(weeks.refusal);
  const notOn = daysFrom(fields.notOn ?? "");
  if (!notOn.ok) return refuse(notOn.refusal);
  const chosen = new Set(fields.lists?.split(","));
  const lists = (group.dayLists ?? []).filter((list) => chosen.has(list.id)).flatMap((list) => list.ranges);
  const hours = [
    { from: fields.from1, to: fields.to1 },
    { from: fields.from2, to: fields.to2 },
  ].flatMap(({ from, to }) => (from || to ? [{ from: from ?? "", to: to ?? "" }] : []));
  return generate(
    {
      zone: poll.zone,
      weeks: weeks.state,
      weekdays: (fields.weekdays ?? "")
        .split(",")
        .map(Number)
        .filter((day) => day >= 1 && day <= 7),
      hours,
      every: fields.every ?? 60,
      length: poll.length,
      allDay: fields.wholeDays,
      notOnHolidays: fields.notOnHolidays,
      notOn: [...notOn.state, ...lists],
    },
    calendar,
  );
}
