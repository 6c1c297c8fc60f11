import { z } from "zod";
import { ASKS } from "../../bot/domain/data-request.ts";
import type { RequestId } from "../../bot/domain/ids.ts";
import { keptId, nonce, page, rev, typed } from "./fields.ts";

/** How long what is typed about one's own data may be. */
export const MYDATA_CAPS = { email: 120, phone: 30, text: 1_000, answer: 1_000 } as const;

const requestId = z.custom<RequestId>((v) => typeof v === "string" && /^req:[0-9a-z-]{1,64}$/.test(v));
const request = { round: keptId, request: requestId };

/** What can be pressed about one's own data, and by officers about requests and coming erasings. */
export const mydataVerbs = {
  "mydata.show": z.object({ page }),
  "mydata.download": z.object({}),
  "mydata.contactForm": z.object({}),
  "mydata.contact": z.object({ nonce, email: typed(MYDATA_CAPS.email), phone: typed(MYDATA_CAPS.phone) }),
  "mydata.askForm": z.object({}),
  "mydata.ask": z.object({
    nonce,
    about: keptId.optional(),
    ask: z.enum(ASKS).optional(),
    text: typed(MYDATA_CAPS.text),
  }),
  "mydata.eraseAsk": z.object({}),
  "mydata.erase": z.object({ nonce }),
  "request.show": z.object(request),
  "request.answer": z.object({ ...request, rev, nonce, text: typed(MYDATA_CAPS.answer) }),
  "purge.show": z.object({ round: keptId }),
  "purge.note": z.object({ round: keptId, nonce }),
};
