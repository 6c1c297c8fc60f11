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

/** What can be pressed or sent, by what it is about. */
export const verbTables = {
  home: homeVerbs,
  group: groupVerbs,
  call: callVerbs,
  nomination: nominationVerbs,
  consent: consentVerbs,
  board: boardVerbs,
  appendix: appendixVerbs,
  delivery: deliveryVerbs,
  link: linkVerbs,
  poll: pollVerbs,
  meeting: meetingVerbs,
  mydata: mydataVerbs,
};

/** Everything that can be pressed or sent: the verb and what its data must look like, for types and run time alike. */
export const verbs = {
  ...verbTables.home,
  ...verbTables.group,
  ...verbTables.call,
  ...verbTables.nomination,
  ...verbTables.consent,
  ...verbTables.board,
  ...verbTables.appendix,
  ...verbTables.delivery,
  ...verbTables.link,
  ...verbTables.poll,
  ...verbTables.meeting,
  ...verbTables.mydata,
};

export type Verb = keyof typeof verbs;
export type Fields<V extends Verb> = z.output<(typeof verbs)[V]>;

export const isVerb = (verb: unknown): verb is Verb => typeof verb === "string" && Object.hasOwn(verbs, verb);
