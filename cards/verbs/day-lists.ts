import { z } from "zod";
import { LIST_NAME_CAP } from "../../bot/domain/day-lists.ts";
import { groupId, nonce, rev, typed } from "./fields.ts";

/** How long a list's days may be as they are written. */
export const LIST_DAYS_CAP = 1_500;

const list = z
  .string()
  .regex(/^[0-9a-z-]{1,40}$/)
  .optional();

/** A list of days as it is typed, in a form of its own or among a poll's times. */
export const listTyped = { listName: typed(LIST_NAME_CAP), listDays: typed(LIST_DAYS_CAP) };

/** What can be pressed about the days on which a group doesn't meet. */
export const dayListVerbs = {
  "group.days": z.object({ group: groupId }),
  /** One list; without `list` a new one. */
  "group.dayForm": z.object({ group: groupId, list }),
  "group.saveDays": z.object({ group: groupId, list, rev, nonce, ...listTyped }),
  "group.deleteDays": z.object({ group: groupId, list, rev, nonce }),
};
