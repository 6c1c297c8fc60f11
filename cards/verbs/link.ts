import { z } from "zod";
import { callId, candidateId, nonce, rev } from "./fields.ts";

const candidacy = { call: callId, candidate: candidateId };

/** What can be pressed about a candidate's personal link and the mail that brings it. */
export const linkVerbs = {
  "candidate.link": z.object(candidacy),
  "candidate.returnedForm": z.object(candidacy),
  "candidate.returned": z.object({ ...candidacy, rev, nonce }),
};
