import { z } from "zod";
import { callId, deliveryId, nonce, page } from "./fields.ts";

const message = { call: callId, delivery: deliveryId };

/** What can be pressed about messages that were said or weren't, and about the record. */
export const deliveryVerbs = {
  "deliveries.show": z.object({ call: callId, page }),
  /** One message that didn't arrive. */
  "deliveries.open": z.object(message),
  "deliveries.retry": z.object({ ...message, nonce }),
  "deliveries.handled": z.object({ ...message, nonce }),
  /** Posts the announcement anew. */
  "deliveries.repost": z.object({ call: callId, nonce }),
  "record.show": z.object({ call: callId, page }),
};
