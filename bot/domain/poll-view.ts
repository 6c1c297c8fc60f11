import type { PersonId } from "./ids.ts";
import type { Poll } from "./poll.ts";
import { askedOf, hasLeft, mayAnswer, requiredOf } from "./poll.ts";
import { type PollAnswer, unansweredOf } from "./poll-answer.ts";
import { type Principal, principalsOf } from "./poll-answering.ts";
import { type Ranked, ranked, type Tally, tallyOf, type Why, whyFirst } from "./poll-rank.ts";

/** Who looks at a poll: the channel, where everybody looks, or one person. */
export type PollReader = { in: "channel" } | { in: "person"; person: PersonId; officer: boolean };

/** One person's line in the table. Only those whom the reader may know. */
export interface PollRow {
  person: PersonId;
  required: boolean;
  answer?: PollAnswer;
}

/** A poll as it stands, as much of it as the reader may see. */
export interface PollView {
  poll: Poll;
  asked: number;
  /** Of those asked; and others where anyone may answer. */
  answered: number;
  others: number;
  /** Of those who must be present; who of them is silent only where names are shown. */
  required: { asked: number; answered: number; silent?: PersonId[] };
  /** Absent while others' answers aren't to be seen. In order of time. */
  table?: Tally[];
  ranking?: Ranked[];
  why?: Why;
  /** Who answered what; absent where names aren't shown. The asked first, then others. */
  rows?: PollRow[];
  own?: PollAnswer;
  /** Who let the reader answer for them. */
  principals?: Principal[];
}

/** Whether the reader may see how others have answered. */
export function seesAnswers(poll: Poll, reader: PollReader, own: PollAnswer | undefined): boolean {
  if (reader.in === "person" && reader.officer) return true;
  if (poll.visibility === "always" || (poll.status !== "open" && poll.status !== "draft")) return true;
  return poll.visibility === "afterOwn" && reader.in === "person" && own !== undefined;
}

/** Whether the reader may see who answered what: who takes part, whoever answers for them, and officers; others as the channel. */
const seesNames = (poll: Poll, reader: PollReader): boolean =>
  poll.namesInChannel ||
  (reader.in === "person" &&
    (reader.officer || mayAnswer(poll, reader.person) || principalsOf(poll, reader.person).length > 0));

/** How a poll stands for one reader. What those said who were removed from it counts nowhere. */
export function viewOf(poll: Poll, given: readonly PollAnswer[], reader: PollReader): PollView {
  const answers = given.filter((a) => !hasLeft(poll, a.person));
  const own = reader.in === "person" ? answers.find((a) => a.person === reader.person) : undefined;
  const principals = reader.in === "person" ? principalsIn(poll, answers, reader.person) : [];
  const answered = new Set(answers.map((a) => a.person));
  const inside = poll.asked.filter((a) => answered.has(a.person)).length;
  const required = requiredOf(poll);
  const base: PollView = {
    poll,
    asked: poll.asked.length,
    answered: inside,
    others: answers.length - inside,
    required: {
      asked: required.length,
      answered: required.filter((p) => answered.has(p)).length,
      ...(seesNames(poll, reader) && { silent: required.filter((p) => !answered.has(p)) }),
    },
    ...(own && { own }),
    ...(principals.length > 0 && { principals }),
  };
  if (!seesAnswers(poll, reader, own)) return base;
  const table = tallyOf(poll, answers);
  const ranking = ranked(table);
  const why = whyFirst(ranking);
  return {
    ...base,
    table,
    ranking,
    ...(why && { why }),
    ...(seesNames(poll, reader) && { rows: rowsOf(poll, answers) }),
  };
}

const principalsIn = (poll: Poll, answers: readonly PollAnswer[], reader: PersonId): Principal[] =>
  principalsOf(poll, reader).map((one) => {
    const answer = answers.find((a) => a.person === one.person);
    return { ...one, open: !answer || unansweredOf(poll.options, answer).length > 0 };
  });

function rowsOf(poll: Poll, answers: readonly PollAnswer[]): PollRow[] {
  const byPerson = new Map(answers.map((a) => [a.person, a]));
  const asked = poll.asked.map(({ person, required }): PollRow => {
    const answer = byPerson.get(person);
    return { person, required, ...(answer && { answer }) };
  });
  const others = answers.filter((a) => !askedOf(poll, a.person));
  return [...asked, ...others.map((answer): PollRow => ({ person: answer.person, required: false, answer }))];
}
