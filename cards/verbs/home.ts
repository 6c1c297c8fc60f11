import { z } from "zod";
import { groupId, language, nonce } from "./fields.ts";

/** A page of a list, counted from 0. */
const page = z.coerce.number().int().min(0).max(1_000).optional();

/** The calls that can be tried out as they are. */
export const EXAMPLES = ["council", "project", "table", "quick"] as const;
export type ExampleId = (typeof EXAMPLES)[number];

/** What can be pressed on the home card and the lists that it opens. */
export const homeVerbs = {
  "home.show": z.object({}),
  "home.language": z.object({ lang: language }),
  "tasks.mine": z.object({ page }),
  "calls.open": z.object({ page }),
  /** The calls of the groups that one leads. */
  "calls.mine": z.object({ page }),
  /** The groups that one leads, to choose one of them for what comes next. */
  "groups.mine": z.object({ next: z.enum(["call.new", "group.show", "examples.list", "poll.new", "meeting.form"]) }),
  "examples.list": z.object({ group: groupId }),
  "examples.start": z.object({
    group: groupId,
    example: z.enum(EXAMPLES),
    nonce,
    practice: z.union([z.boolean(), z.enum(["true", "false"]).transform((v) => v === "true")]),
  }),
};
