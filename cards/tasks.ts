import type { KeptId } from "../bot/domain/ids.ts";
import { inLang } from "../bot/domain/lang.ts";
import type { Waiting } from "../bot/domain/waiting.ts";
import { dialog, press } from "./actions.ts";
import { type Action, type Card, card, type Element, heading, hint, row, strip } from "./kit.ts";
import { pageOf } from "./paged.ts";
import type { Reader } from "./reader.ts";
import { dateTime, shortDateTime } from "./when.ts";

/** How many tasks a card lists at a time. */
const PAGE = 10;

/** Everything that waits for the reader, a page at a time. */
export function tasksCard(waiting: readonly Waiting[], page: number, reader: Reader): Card {
  const { lang, text } = reader;
  const { tasks, home, buttons } = text.home;
  const { shown, next } = pageOf(waiting, page, PAGE);
  return card({
    lang,
    fallbackText: tasks.heading,
    body: [
      heading(tasks.heading),
      waiting.length ? waitingStrip(waiting, reader) : strip("emphasis", tasks.none, tasks.noneRest),
      ...shown.map((one, at) => taskRow(one, at > 0, reader)),
      hint(tasks.proposals),
    ],
    actions: [
      next !== undefined && press(text.home.more, "tasks.mine", { page: next }),
      press(buttons.myProposals, "proposals.mine", {}),
      press(home, "home.show", {}),
    ],
  });
}

/** How much waits for the reader, and by when the first of it. */
export function waitingStrip(waiting: readonly Waiting[], reader: Reader): Element {
  const words = reader.text.home;
  const count = waiting.length;
  const [first] = waiting;
  return first?.by === undefined
    ? strip("accent", `${words.waiting(count)}.`)
    : strip(
        "accent",
        `${words.waiting(count)},`,
        words.first(count, dateTime(first.by, { ...reader, zone: first.zone })),
      );
}

/** One thing that waits, opened by pressing it. */
export function taskRow(task: Waiting, separator: boolean, reader: Reader): Element {
  const { lang, text } = reader;
  const title = titleOf(task, reader);
  const about = inLang(task.title, lang) || text.group.unnamed;
  const sub = task.practice ? `${text.common.practice}: ${about}` : about;
  return row({
    title,
    sub,
    right: task.by === undefined ? undefined : shortDateTime(task.by, { ...reader, zone: task.zone }),
    press: opening(task, `${title}: ${sub}`, reader),
    link: true,
    separator,
  });
}

function titleOf(task: Waiting, { text }: Reader): string {
  const { kinds } = text.home;
  switch (task.kind) {
    case "notReached":
    case "late":
      return kinds[task.kind](task.count);
    case "request":
      return text.mydata.request.waits;
    case "purge":
      return text.retention.waits[kindOf(task.round)];
    case "pollAnswer":
      return task.for ? text.poll.waits.pollAnswerFor(task.for.name) : text.poll.waits.pollAnswer;
    case "pollDraft":
    case "pollDecide":
      return text.poll.waits[task.kind];
    case "attendance":
      return text.meeting.waits.attendance;
    case "callingNotice":
      return text.meeting.waits.notice;
    default:
      return kinds[task.kind];
  }
}

const kindOf = (round: KeptId) =>
  round.startsWith("poll:") ? "poll" : round.startsWith("meeting:") ? "meeting" : "call";

function opening(task: Waiting, title: string, { client }: Reader): Action {
  switch (task.kind) {
    case "consent":
    case "move":
      return press(title, "consent.show", { candidate: task.candidate, call: task.call });
    case "confirm": {
      const { call, nomination, organisation } = task;
      return press(title, "nomination.confirmShow", { call, nomination, organisation });
    }
    case "address":
      return press(title, "nomination.show", { call: task.call, nomination: task.nomination });
    case "draft":
      return press(title, "call.manage", { call: task.call });
    case "decide":
    case "notReached":
      return press(title, "board.show", { call: task.call });
    case "late":
      return press(title, "nomination.late", { call: task.call });
    case "question":
      return dialog(title, "question.answerForm", { call: task.call, question: task.question }, client);
    case "request":
      return press(title, "request.show", { round: task.round, request: task.request });
    case "purge":
      return press(title, "purge.show", { round: task.round });
    case "pollAnswer":
      return dialog(title, "poll.form", { poll: task.poll, ...(task.for && { for: task.for.person }) }, client);
    case "pollDraft":
      return press(title, "poll.manage", { poll: task.poll });
    case "pollDecide":
      return dialog(title, "poll.decideForm", { poll: task.poll }, client);
    case "attendance":
      return press(title, "meeting.show", { meeting: task.meeting });
    case "callingNotice":
      return dialog(title, "meeting.noticeForm", { meeting: task.meeting }, client);
    case "setUp":
    case "complete":
      return dialog(title, "group.form", { group: task.group }, client);
  }
}
