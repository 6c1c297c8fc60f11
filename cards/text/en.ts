import type { Text } from "../text.ts";
import { answerLink } from "./en/answer-link.ts";
import { appendix } from "./en/appendix.ts";
import { board } from "./en/board.ts";
import { call } from "./en/call.ts";
import { common } from "./en/common.ts";
import { consent } from "./en/consent.ts";
import { dayLists } from "./en/day-lists.ts";
import { delivery } from "./en/delivery.ts";
import { group } from "./en/group.ts";
import { home } from "./en/home.ts";
import { links } from "./en/links.ts";
import { meeting } from "./en/meeting.ts";
import { meetingPeople } from "./en/meeting-people.ts";
import { mydata } from "./en/mydata.ts";
import { nomination } from "./en/nomination.ts";
import { outage } from "./en/outage.ts";
import { ownRounds } from "./en/own-rounds.ts";
import { pages } from "./en/pages.ts";
import { poll } from "./en/poll.ts";
import { pollPeople } from "./en/poll-people.ts";
import { pollRules } from "./en/poll-rules.ts";
import { pollTimes } from "./en/poll-times.ts";
import { record } from "./en/record.ts";
import { retention } from "./en/retention.ts";
import { web } from "./en/web.ts";

/** English, as a good public office writes it. */
export const en: Text = {
  common,
  home,
  group,
  call,
  nomination,
  consent,
  board,
  appendix,
  outage,
  delivery,
  meeting,
  mydata,
  ownRounds,
  record,
  retention,
  links,
  pages,
  poll,
  web,
  meetingPeople,
  answerLink,
  pollPeople,
  pollRules,
  pollTimes,
  dayLists,
};
