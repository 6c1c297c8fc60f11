import type { Calendar } from "./calendar.ts";
import { circularOf } from "./circular.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { type Lang, languagesMissing } from "./lang.ts";
import { type Asked, liveOptions, MOST_ASKED, type Poll, type PollOption, type PollStatus } from "./poll.ts";
import type { PollSaved } from "./poll-draft.ts";
import { mostInSeries } from "./poll-series.ts";
import { pollReminders } from "./poll-time.ts";
import type { Instant } from "./time.ts";

/** What a draft still lacks before it can be posted. */
export type PollProblem =
  | { kind: "titleMissing" }
  | { kind: "optionsMissing" }
  | { kind: "deadlineMissing" }
  | { kind: "deadlinePassed" }
  | { kind: "nobodyAsked" }
  | { kind: "tooManyAsked"; count: number; most: number }
  /** These begin before the deadline, and could be over before they are chosen. */
  | { kind: "optionsTooEarly"; options: PollOption[] }
  | { kind: "seriesImpossible"; options: number }
  /** The times are too near each other for as many meetings as are wished for. */
  | { kind: "seriesTooClose"; possible: number; least: number };

export type PollPostRefusal =
  | { kind: "notOfficer" }
  | { kind: "stale" }
  | { kind: "wrongStatus"; status: PollStatus }
  | { kind: "notPostable"; problems: PollProblem[] }
  /** Posted all the same when it is pressed once more, knowingly. */
  | { kind: "languagesMissing"; languages: Lang[] };

/** All that stands in the way of posting, in the order of the form. `asked` as it would be. */
export function problemsOfPoll(poll: Poll, asked: readonly Asked[], now: Instant): PollProblem[] {
  const options = liveOptions(poll);
  const early = options.filter((o) => o.start.at <= Math.max(now, poll.deadline?.at ?? 0));
  const problems: (PollProblem | false | undefined)[] = [
    !Object.values(poll.title).some(Boolean) && { kind: "titleMissing" },
    options.length === 0 && { kind: "optionsMissing" },
    !poll.deadline && { kind: "deadlineMissing" },
    poll.deadline && poll.deadline.at <= now && { kind: "deadlinePassed" },
    early.length > 0 && { kind: "optionsTooEarly", options: early },
    seriesProblem(poll, options),
    asked.length === 0 && !poll.anyone && { kind: "nobodyAsked" },
    asked.length > MOST_ASKED && { kind: "tooManyAsked", count: asked.length, most: MOST_ASKED },
  ];
  return problems.filter((p) => p !== false && p !== undefined);
}

function seriesProblem({ series }: Poll, options: readonly PollOption[]): PollProblem | undefined {
  if (!series) return undefined;
  if (series.least > options.length) return { kind: "seriesImpossible", options: options.length };
  const possible = mostInSeries(options, series);
  return possible < series.least ? { kind: "seriesTooClose", possible, least: series.least } : undefined;
}

/** The group's languages in which the poll's own words are missing. */
export const pollLanguagesMissing = ({ title, note }: Pick<Poll, "title" | "note">, group: Pick<Group, "languages">) =>
  languagesMissing([title, note], group.languages);

/** Whom a poll asks: those named in it, and the members where it asks all of them. Others than members are guests. */
export function askedIn(poll: Pick<Poll, "asked" | "members">, members: readonly PersonId[]): Asked[] {
  const named = poll.asked.map(({ guest: _, ...asked }): Asked => {
    const guest = members.length > 0 && !members.includes(asked.person);
    return { ...asked, ...(guest && { guest: true as const }) };
  });
  const others = poll.members ? members.filter((m) => !poll.asked.some((a) => a.person === m)) : [];
  return [...named, ...others.map((person) => ({ person, required: false }))];
}

export interface PollPress {
  rev: number;
  nonce: string;
  by: PersonId;
  now: Instant;
}

/** The poll is posted: its card in the channel, and a request to each who is asked. `members` are the group's, as they are now. */
export function postPoll(
  poll: Poll,
  group: Group,
  { rev, nonce, by, now, anyway = false }: PollPress & { anyway?: boolean },
  { members, calendar }: { members: readonly PersonId[]; calendar: Calendar },
): Decision<PollSaved, PollPostRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(poll, nonce)) return accept({ facts: [], events: [], poll });
  if (poll.status !== "draft") return refuse({ kind: "wrongStatus", status: poll.status });
  if (poll.rev !== rev) return refuse({ kind: "stale" });
  const asked = askedIn(poll, members);
  const problems = problemsOfPoll(poll, asked, now);
  const { deadline } = poll;
  if (problems.length > 0 || !deadline) return refuse({ kind: "notPostable", problems });
  const languages = pollLanguagesMissing(poll, group);
  if (languages.length > 0 && !anyway) return refuse({ kind: "languagesMissing", languages });
  const open: Poll = {
    ...poll,
    rev: poll.rev + 1,
    nonces: remember(poll, nonce),
    status: "open",
    openedAt: now,
    asked,
    reminders: pollReminders(now, deadline.at, deadline.zone, calendar),
  };
  const request = circularOf("request", { saying: { kind: "pollRequest" }, to: "all", at: now, until: deadline.at });
  return accept({ facts: [open, request], events: ["pollPosted"], poll: open });
}
