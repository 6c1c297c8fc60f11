import type { PollProblem } from "../bot/domain/poll-post.ts";
import { here, lead } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { type Card, card, type Element, heading, line, row, strip, subheading } from "./kit.ts";
import { pageOf } from "./paged.ts";
import { nameOf, type PollSeen, pollStanding, pollTitle, summary } from "./poll-parts.ts";
import { timesText, whyText } from "./poll-times.ts";
import type { Reader } from "./reader.ts";
import { roundRows } from "./rounds.ts";
import { type PollStep, pollSteps } from "./verbs/poll.ts";

/** On which page of the form something that is missing is put right. */
const pageFor: Record<PollProblem["kind"], PollStep> = {
  titleMissing: "what",
  optionsMissing: "times",
  deadlineMissing: "rules",
  deadlinePassed: "rules",
  nobodyAsked: "who",
  tooManyAsked: "who",
  optionsTooEarly: "times",
  seriesImpossible: "rules",
  seriesTooClose: "rules",
};

/** What is missing, in a sentence. */
export function problemText(problem: PollProblem, reader: Reader): string {
  const words = reader.text.poll.problem;
  switch (problem.kind) {
    case "tooManyAsked":
      return words.tooManyAsked(problem.count, problem.most);
    case "optionsTooEarly":
      return words.optionsTooEarly(timesText(problem.options, reader));
    case "seriesImpossible":
      return words.seriesImpossible(problem.options);
    case "seriesTooClose":
      return words.seriesTooClose(problem.possible, problem.least);
    default:
      return words[problem.kind];
  }
}

interface Managed {
  seen: PollSeen;
  problems: readonly PollProblem[];
  nonce: string;
  notice?: { style: "good" | "warning"; bold: string } | undefined;
}

/** The officers' card for one poll: where it stands, the next thing to do, and a way to everything else. */
export const pollManageCard = (managed: Managed, reader: Reader): Card =>
  fitted(
    managed,
    (m) => m,
    (m) => (m.seen.poll.status === "draft" ? draftCard(m, reader) : postedCard(m, reader)),
    [1],
  );

function draftCard({ seen, problems, notice }: Managed, reader: Reader): Card {
  const { text } = reader;
  const { poll } = seen;
  const title = text.poll.heading(pollTitle(seen, reader));
  const lacking = problems.length > 0;
  const next = problems[0] && pageFor[problems[0].kind];
  const data = { poll: poll.id };
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      notice && strip(notice.style, notice.bold),
      lacking
        ? strip("accent", text.poll.preview.missing(problems.length), text.poll.step.kept)
        : strip("good", text.poll.preview.ready),
      line(summary(seen, reader)),
      ...pollSteps.map((step) => {
        const missing = problems.filter((p) => pageFor[p.kind] === step);
        return row({
          title: text.poll.step[step],
          sub: missing.map((p) => problemText(p, reader)).join(" ") || undefined,
          right: missing.length > 0 ? text.poll.manage.lacking : text.poll.manage.done,
          attention: missing.length > 0,
          press: lead(reader, text.poll.step[step], "poll.step", { ...data, step }),
          separator: true,
        });
      }),
      subheading(text.poll.manage.more),
      row({
        title: text.call.button.delete,
        link: true,
        press: here(reader, text.call.button.delete, "poll.deleteDraft", data),
      }),
    ],
    actions: [
      next && lead(reader, text.poll.button.onward, "poll.step", { ...data, step: next }, "positive"),
      lead(reader, text.poll.button.preview, "poll.preview", data, lacking ? undefined : "positive"),
    ],
  });
}

function postedCard({ seen, nonce, notice }: Managed, reader: Reader): Card {
  const { text } = reader;
  const { poll } = seen;
  const { manage } = text.poll;
  const title = text.poll.heading(pollTitle(seen, reader));
  const { style, bold, rest } = pollStanding(seen, reader, seen);
  const data = { poll: poll.id };
  const isOpen = poll.status === "open";
  const isLive = isOpen || poll.status === "closed";
  const silent = seen.asked - seen.answered;
  const go = (name: string, verb: string, more: object = {}, sub?: string): Element =>
    row({ title: name, sub, link: true, separator: true, press: lead(reader, name, verb, { ...data, ...more }) });
  const now = (name: string, verb: string, sub: string): Element =>
    row({ title: name, sub, link: true, separator: true, press: here(reader, name, verb, { ...data, nonce }) });
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${bold}`,
    body: [
      heading(title),
      notice && strip(notice.style, notice.bold),
      strip(style, bold, rest),
      line(summary(seen, reader)),
      isLive && seen.why && line(whyText(seen.why, reader)),
      subheading(manage.more),
      isOpen && silent > 0 && now(manage.remind, "poll.remind", manage.remindSub(silent)),
      isOpen && go(manage.asked, "poll.asked"),
      isLive && go(text.pollPeople.open, "poll.people", {}, text.pollPeople.openSub),
      isLive && go(isOpen ? manage.extend : manage.reopen, "poll.extendForm"),
      isOpen && now(manage.close, "poll.close", manage.closeSub),
      isOpen && go(manage.times, "poll.step", { step: "times" }, manage.timesSub),
      isOpen && go(manage.what, "poll.step", { step: "what" }),
      isOpen && go(text.pollRules.open, "poll.step", { step: "rules" }, text.pollRules.openSub),
      poll.status !== "cancelled" && go(manage.copy, "poll.copy"),
      ...roundRows(poll, reader),
      isLive && go(manage.cancel, "poll.cancelForm"),
    ],
    actions: [
      isLive && lead(reader, text.poll.button.decide, "poll.decideForm", data, "positive"),
      lead(reader, text.poll.button.status, "poll.show", data),
    ],
  });
}

const PAGE = 20;

/** For whom an answer that came by phone is written down. */
export function askedListCard({ seen, page }: { seen: PollSeen; page: number }, reader: Reader): Card {
  const { text } = reader;
  const { poll, names } = seen;
  const title = text.poll.asked.heading(pollTitle(seen, reader));
  const answered = new Set(seen.rows?.filter((r) => r.answer).map((r) => r.person));
  const byName = poll.asked
    .map(({ person }) => ({ person, name: nameOf(names, person, reader) }))
    .toSorted(
      (a, b) =>
        Number(answered.has(a.person)) - Number(answered.has(b.person)) || a.name.localeCompare(b.name, reader.lang),
    );
  const { shown, next } = pageOf(byName, page, PAGE);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      ...shown.map(({ person, name }) =>
        row({
          title: name,
          right: answered.has(person) ? text.poll.asked.answered : text.poll.asked.silent,
          separator: true,
          press: here(reader, name, "poll.form", { poll: poll.id, for: person }),
        }),
      ),
    ],
    actions: [
      next !== undefined && here(reader, text.poll.button.next, "poll.asked", { poll: poll.id, page: next }),
      here(reader, text.common.back, "poll.manage", { poll: poll.id }),
    ],
  });
}
