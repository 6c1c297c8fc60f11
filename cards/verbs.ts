import type { z } from "zod";
import { appendixVerbs } from "./verbs/appendix.ts";
import { boardVerbs } from "./verbs/board.ts";
import { callVerbs } from "./verbs/call.ts";
import { consentVerbs } from "./verbs/consent.ts";
import { deliveryVerbs } from "./verbs/delivery.ts";
import { groupVerbs } from "./verbs/group.ts";
import { homeVerbs } from "./verbs/home.ts";
import { linkVerbs } from "./verbs/link.ts";
import { meetingVerbs } from "./verbs/meeting.ts";
import { mydataVerbs } from "./verbs/mydata.ts";
import { nominationVerbs } from "./verbs/nomination.ts";
import { pollVerbs } from "./verbs/poll.ts";

/** Everything that can be pressed or sent: the verb and what its data must look like, for types and run time alike. */
export const verbs = {
  ...homeVerbs,
  ...groupVerbs,
  ...callVerbs,
  ...nominationVerbs,
  ...consentVerbs,
  ...boardVerbs,
  ...appendixVerbs,
  ...deliveryVerbs,
  ...linkVerbs,
  ...pollVerbs,
  ...meetingVerbs,
  ...mydataVerbs,
};

export type Verb = keyof typeof verbs;
export type Fields<V extends Verb> = z.output<(typeof verbs)[V]>;

export const isVerb = (verb: unknown): verb is Verb => typeof verb === "string" && Object.hasOwn(verbs, verb);
