import { z } from "zod";
import { deliveryId, nonce, page, roundId } from "./fields.ts";

const message = { round: roundId, delivery: deliveryId };

/** What can be pressed about messages that were said or weren't, and about the record. */
export const deliveryVerbs = {
  "deliveries.show": z.object({ round: roundId, page }),
  /** One message that didn't arrive. */
  "deliveries.open": z.object(message),
  "deliveries.retry": z.object({ ...message, nonce }),
  /** Sends all of them once more that may arrive now. */
  "deliveries.retryAll": z.object({ round: roundId, nonce }),
  "deliveries.handled": z.object({ ...message, nonce }),
  /** Posts anew what is missing in the channel. */
  "deliveries.repost": z.object({ round: roundId, nonce }),
  "record.show": z.object({ round: roundId, page }),
};
