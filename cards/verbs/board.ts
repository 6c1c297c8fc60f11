import { z } from "zod";
import { pageField, seatField } from "./consent.ts";
import { callId, candidateId, nominationId, nonce, rev, typed } from "./fields.ts";

/** How long what is typed about a candidate may be. */
export const BOARD_CAPS = { note: 500, name: 80, email: 120, phone: 30, redaction: 1_500 } as const;

const candidacy = { call: callId, candidate: candidateId };
const pressed = { ...candidacy, rev, nonce };

/** What can be pressed about the board and a candidate on it. */
export const boardVerbs = {
  "board.show": z.object({ call: callId, page: pageField }),
  "board.themes": z.object({ call: callId }),
  "board.post": z.object({ call: callId }),
  "board.confirmPost": z.object({ call: callId, nonce }),
  "candidate.show": z.object(candidacy),
  "candidate.reasons": z.object({ ...candidacy, page: pageField }),
  "candidate.addressForm": z.object(candidacy),
  "candidate.fixAddress": z.object({
    ...pressed,
    name: typed(BOARD_CAPS.name),
    person: typed(200),
    email: typed(BOARD_CAPS.email),
    phone: typed(BOARD_CAPS.phone),
  }),
  "candidate.handledForm": z.object(candidacy),
  "candidate.handled": z.object({ ...pressed, note: typed(BOARD_CAPS.note) }),
  "candidate.moveForm": z.object(candidacy),
  "candidate.move": z.object({ ...pressed, to: seatField.optional(), note: typed(BOARD_CAPS.note) }),
  "candidate.recordMove": z.object({ ...pressed, approved: z.enum(["true", "false"]) }),
  "candidate.showMove": z.object(candidacy),
  "candidate.approveMove": z.object(pressed),
  "candidate.refuseMove": z.object(pressed),
  "candidate.mergeForm": z.object({ ...candidacy, other: candidateId.optional() }),
  "candidate.merge": z.object({ ...pressed, other: candidateId, otherRev: rev }),
  "candidate.conflictForm": z.object(candidacy),
  "candidate.conflict": z.object({
    ...candidacy,
    nonce,
    because: z.enum(["candidate", "proposer", "employee", "other"]).optional(),
  }),
  "nomination.redactForm": z.object({ call: callId, nomination: nominationId, field: seatField }),
  "nomination.redact": z.object({
    call: callId,
    nomination: nominationId,
    field: seatField,
    rev,
    nonce,
    text: typed(BOARD_CAPS.redaction),
  }),
};
