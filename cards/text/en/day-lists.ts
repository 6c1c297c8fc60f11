import type { dayLists as fi } from "../fi/day-lists.ts";

/** Words of the lists of days on which a group doesn't meet. */
export const dayLists: typeof fi = {
  heading: "Days without meetings",
  intro: "A meeting poll can leave these days out of the times it offers.",
  none: "There are no lists yet.",
  noneRest: "Add for example school breaks, July or the county board's meeting days.",
  fresh: "New list",
  newHeading: "New list of days",
  name: "Name of the list",
  namePlaceholder: "for example school breaks",
  days: "Days",
  daysHint: "One day or period a line, for example 6.12.2027 or 22.2.2027–28.2.2027.",
  delete: "Delete the list",
  saved: "The list has been saved.",
  deleted: "The list has been deleted.",
  deletedRest: "Times that polls already offer don't change.",
  inStep: "New list of days",
  inStepHint:
    "The list is kept in the group's settings, where it can be changed. Its days are left out of these times already.",
  stretches: (n) => (n === 1 ? "1 period" : `${n} periods`),
  refused: {
    nameMissing: "Give the list a name.",
    daysMissing: "Write the days of the list.",
    tooMany: "There are too many lists or days. At most 20 lists, each with at most 60 periods.",
    gone: "The list has already been deleted.",
  },
};
