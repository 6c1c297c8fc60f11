import type { Text } from "../text.ts";
import { answerLink } from "./sv/answer-link.ts";
import { appendix } from "./sv/appendix.ts";
import { board } from "./sv/board.ts";
import { call } from "./sv/call.ts";
import { common } from "./sv/common.ts";
import { consent } from "./sv/consent.ts";
import { dayLists } from "./sv/day-lists.ts";
import { delivery } from "./sv/delivery.ts";
import { group } from "./sv/group.ts";
import { home } from "./sv/home.ts";
import { links } from "./sv/links.ts";
import { meeting } from "./sv/meeting.ts";
import { meetingPeople } from "./sv/meeting-people.ts";
import { mydata } from "./sv/mydata.ts";
import { nomination } from "./sv/nomination.ts";
import { outage } from "./sv/outage.ts";
import { ownRounds } from "./sv/own-rounds.ts";
import { pages } from "./sv/pages.ts";
import { poll } from "./sv/poll.ts";
import { pollPeople } from "./sv/poll-people.ts";
import { pollRules } from "./sv/poll-rules.ts";
import { pollTimes } from "./sv/poll-times.ts";
import { record } from "./sv/record.ts";
import { retention } from "./sv/retention.ts";
import { web } from "./sv/web.ts";

/** Swedish, as a good public office writes it. */
export const sv: Text = {
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
