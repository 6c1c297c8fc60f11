import type { callVerbs } from "../../../cards/verbs/call.ts";
import type { Handlers } from "../turn.ts";
import { changeHandlers } from "./call-change.ts";
import { draftHandlers } from "./call-draft.ts";
import { readHandlers } from "./call-read.ts";
import { stepHandlers } from "./call-step.ts";
import { questionHandlers } from "./question.ts";

/** Everything about calls: writing, publishing, changing, reading and asking. */
export const callHandlers: Handlers<keyof typeof callVerbs> = {
  ...readHandlers,
  ...draftHandlers,
  ...stepHandlers,
  ...changeHandlers,
  ...questionHandlers,
};
