import { answerLink } from "./fi/answer-link.ts";
import { appendix } from "./fi/appendix.ts";
import { board } from "./fi/board.ts";
import { call } from "./fi/call.ts";
import { common } from "./fi/common.ts";
import { consent } from "./fi/consent.ts";
import { dayLists } from "./fi/day-lists.ts";
import { delivery } from "./fi/delivery.ts";
import { group } from "./fi/group.ts";
import { home } from "./fi/home.ts";
import { links } from "./fi/links.ts";
import { meeting } from "./fi/meeting.ts";
import { meetingPeople } from "./fi/meeting-people.ts";
import { mydata } from "./fi/mydata.ts";
import { nomination } from "./fi/nomination.ts";
import { outage } from "./fi/outage.ts";
import { ownRounds } from "./fi/own-rounds.ts";
import { pages } from "./fi/pages.ts";
import { poll } from "./fi/poll.ts";
import { pollPeople } from "./fi/poll-people.ts";
import { pollRules } from "./fi/poll-rules.ts";
import { pollTimes } from "./fi/poll-times.ts";
import { record } from "./fi/record.ts";
import { retention } from "./fi/retention.ts";
import { web } from "./fi/web.ts";

/** Finnish, as a good public office writes it. */
export const fi = {
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
