import { z } from "zod";
import { callId, nonce } from "./fields.ts";

/** What can be pressed about the appendix. */
export const appendixVerbs = {
  "appendix.make": z.object({ call: callId, nonce }),
};
