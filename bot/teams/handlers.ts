import type { Verb } from "../../cards/verbs.ts";
import { appendixHandlers } from "./handlers/appendix.ts";
import { boardHandlers } from "./handlers/board.ts";
import { callHandlers } from "./handlers/call.ts";
import { candidateLinkHandlers } from "./handlers/candidate-link.ts";
import { consentHandlers } from "./handlers/consent.ts";
import { deliveryHandlers } from "./handlers/delivery.ts";
import { groupHandlers } from "./handlers/group.ts";
import { homeHandlers } from "./handlers/home.ts";
import { meetingHandlers } from "./handlers/meeting.ts";
import { mydataHandlers } from "./handlers/mydata.ts";
import { nominationHandlers } from "./handlers/nomination.ts";
import { pollHandlers } from "./handlers/poll.ts";
import type { Handlers } from "./turn.ts";

/** One handler for each verb; the compiler refuses a missing one. */
export const handlers: Handlers<Verb> = {
  ...homeHandlers,
  ...groupHandlers,
  ...callHandlers,
  ...nominationHandlers,
  ...consentHandlers,
  ...boardHandlers,
  ...appendixHandlers,
  ...deliveryHandlers,
  ...candidateLinkHandlers,
  ...mydataHandlers,
  ...pollHandlers,
  ...meetingHandlers,
};
