import type { PersonId } from "./ids.ts";
import type { Poll, Visibility } from "./poll.ts";
import type { Instant } from "./time.ts";

/** What was changed about who sees answers after somebody had given theirs: what it was before. */
export interface PollRuleChange {
  at: Instant;
  by: PersonId;
  visibility?: Visibility;
  namesInChannel?: boolean;
}

/** From what shows the most to what shows the least. */
const secrecy: readonly Visibility[] = ["always", "afterOwn", "atEnd"];

/**
 * How answers may show from now on. While nobody has answered a poll, as its officers like; afterwards nobody's answer
 * is shown to more people, or sooner, than they were told when they gave it.
 */
export const visibilitiesOpen = ({ status, visibility }: Poll, answered: boolean): Visibility[] =>
  secrecy.filter((one) => status === "draft" || !answered || secrecy.indexOf(one) >= secrecy.indexOf(visibility));

/** Whether the channel's card may tell who answered what. */
export const mayNameInChannel = ({ status, namesInChannel }: Poll, answered: boolean): boolean =>
  status === "draft" || !answered || namesInChannel;

/** Whether rules as they are written would show answers to more people, or sooner, than was said. */
export const isLooser = (
  poll: Poll,
  { visibility, namesInChannel }: { visibility?: Visibility | undefined; namesInChannel?: boolean | undefined },
  answered: boolean,
): boolean =>
  (visibility !== undefined && !visibilitiesOpen(poll, answered).includes(visibility)) ||
  (namesInChannel === true && !mayNameInChannel(poll, answered));

/** What of it those have to be told who answered under the rules as they were; nothing when it is all the same to them. */
export function ruleChange(before: Poll, after: Poll, by: PersonId, at: Instant): PollRuleChange | undefined {
  const { visibility, namesInChannel } = before;
  const change = {
    ...(visibility !== after.visibility && { visibility }),
    ...(namesInChannel !== after.namesInChannel && { namesInChannel }),
  };
  return Object.keys(change).length > 0 ? { at, by, ...change } : undefined;
}
