import type { Saying } from "../bot/domain/delivery.ts";
import type { Showing } from "../bot/domain/showing.ts";
import type { Card } from "./kit.ts";
import type { Reader } from "./reader.ts";
import { boardSayings } from "./sayings/board.ts";
import { callSayings } from "./sayings/call.ts";
import { consentSayings } from "./sayings/consent.ts";
import { deliverySayings } from "./sayings/delivery.ts";
import { groupSayings } from "./sayings/group.ts";
import { meetingSayings } from "./sayings/meeting.ts";
import { mydataSayings } from "./sayings/mydata.ts";
import { nominationSayings } from "./sayings/nomination.ts";
import { outageSayings } from "./sayings/outage.ts";
import { pollSayings } from "./sayings/poll.ts";

/** One drawing for each thing that is said; the compiler refuses a missing one. */
const sayings: { [K in Saying["kind"]]: (showing: Showing, reader: Reader) => Card } = {
  ...groupSayings,
  ...callSayings,
  ...nominationSayings,
  ...consentSayings,
  ...boardSayings,
  ...outageSayings,
  ...pollSayings,
  ...meetingSayings,
  ...deliverySayings,
  ...mydataSayings,
};

/** The card of a delivery, made from the facts as they stand now. */
export const cardOf = (showing: Showing, reader: Reader): Card =>
  sayings[showing.delivery.saying.kind](showing, reader);
