import { z } from "zod";
import { steps } from "../../bot/domain/call-steps.ts";
import { callCaps, stepVerbs } from "./call-steps.ts";
import { callId, groupId, language, nonce, questionId, rev, ticked, typed } from "./fields.ts";

const day = typed(40);
const step = z.enum(steps);

/** What can be pressed about calls and their questions. */
export const callVerbs = {
  ...stepVerbs,
  "call.new": z.object({ group: groupId, nonce: nonce.optional() }),
  "call.step": z.object({ call: callId, step: z.enum([...steps, "preview"]), lang: language.optional() }),
  "call.manage": z.object({ call: callId }),
  /** The announcement as the channel sees it. */
  "call.card": z.object({ call: callId }),
  /** The whole text. */
  "call.show": z.object({ call: callId, lang: language.optional() }),
  "call.preview": z.object({ call: callId, lang: language.optional() }),
  "call.publish": z.object({ call: callId, rev, nonce, anyway: ticked }),
  "call.takeBack": z.object({ call: callId, rev }),
  "call.skipWait": z.object({ call: callId, rev }),
  "call.correctForm": z.object({ call: callId }),
  "call.confirmText": z.object({
    call: callId,
    step,
    lang: language,
    corrections: z.coerce.number().int().min(0).max(10_000),
  }),
  "call.extendForm": z.object({ call: callId }),
  "call.extend": z.object({
    call: callId,
    seatGroup: z.string().max(20).optional(),
    deadlineDate: day,
    deadlineTime: day,
    decisionDate: day,
    decisionTime: day,
    reason: typed(callCaps.reason),
    drawn: z.coerce.number().int().min(0).max(10_000),
    nonce,
  }),
  "call.cancelForm": z.object({ call: callId }),
  "call.cancel": z.object({ call: callId, reason: typed(callCaps.reason), nonce }),
  "call.based": z.object({ call: callId }),
  "call.copy": z.object({
    call: callId,
    kind: z.enum(["release", "email", "short"]).default("release"),
    lang: language.optional(),
  }),
  "call.deleteDraft": z.object({ call: callId, sure: ticked }),
  "question.form": z.object({ call: callId }),
  "question.ask": z.object({ call: callId, question: typed(callCaps.question), nonce }),
  "question.list": z.object({ call: callId }),
  "question.answerForm": z.object({ call: callId, question: questionId }),
  "question.answer": z.object({ call: callId, question: questionId, answer: typed(callCaps.answer), nonce }),
};
