import { z } from "zod";
import { callId, candidateId, nonce, rev, typed } from "./fields.ts";

/** How long what is typed about a consent may be. */
export const CONSENT_CAPS = { limitText: 300, reason: 500, receivedBy: 120, reviveReason: 500 } as const;

const candidacy = { call: callId, candidate: candidateId };
const pressed = { ...candidacy, rev };
const seat = z.string().regex(/^[0-9a-z-]{1,64}$/i);

/** Which text the pressed card showed: the language and a digest. */
const text = z
  .string()
  .regex(/^(fi|sv|en)-[0-9a-f]{16}$/)
  .optional();
/** A limit as it is typed; "any" is no limit. */
const limit = {
  limit: z.enum(["any", "member", "substitute"]).optional(),
  theme: seat.optional(),
  limitText: typed(CONSENT_CAPS.limitText),
};
const page = z.coerce.number().int().min(0).max(1_000).optional();
/** A day and a time as the client's own fields send them; checked again as a moment. */
const day = z.string().max(10).optional();
const clock = z.string().max(5).optional();

/** What can be pressed about consent. */
export const consentVerbs = {
  "consent.show": z.object(candidacy),
  "consent.reasons": z.object({ ...candidacy, page }),
  "consent.change": z.object(candidacy),
  "consent.give": z.object({ ...pressed, text, ...limit }),
  "consent.confirmGive": z.object({ ...pressed, nonce, text, ...limit }),
  "consent.decline": z.object({ ...pressed, text }),
  "consent.confirmDecline": z.object({ ...pressed, nonce, text, reason: typed(CONSENT_CAPS.reason) }),
  "consent.notMe": z.object(pressed),
  "consent.confirmNotMe": z.object({ ...pressed, nonce }),
  "consents.mine": z.object({}),
  "consent.recordForm": z.object(candidacy),
  "consent.record": z.object({
    ...pressed,
    nonce,
    ...limit,
    answer: z.enum(["given", "declined"]).optional(),
    way: z.enum(["paper", "phone", "email"]).optional(),
    receivedBy: typed(CONSENT_CAPS.receivedBy),
    receivedDate: day,
    receivedTime: clock,
  }),
  "consent.reviveForm": z.object(candidacy),
  "consent.revive": z.object({
    ...pressed,
    nonce,
    reason: typed(CONSENT_CAPS.reviveReason),
    untilDate: day,
    untilTime: clock,
  }),
  "consent.remind": z.object({ call: callId, page }),
};

/** The seat ids that a call may have, as a field. */
export const seatField = seat;
export const pageField = page;
