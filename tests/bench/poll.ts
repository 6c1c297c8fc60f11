import type { PersonId, PollId } from "../../bot/domain/ids.ts";
import { type OptionId, type Poll, requiredOf } from "../../bot/domain/poll.ts";
import { type Choice, choices, type PollAnswer, pollAnswerIdOf } from "../../bot/domain/poll-answer.ts";
import { answerPoll as decide, type GivenAnswer } from "../../bot/domain/poll-answering.ts";
import { ranked, tallyOf } from "../../bot/domain/poll-rank.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { createBursts } from "../../bot/usecases/burst.ts";
import { answerPoll } from "../../bot/usecases/poll-answer.ts";
import { pollView } from "../../bot/usecases/poll-reading.ts";
import { openRound } from "../../bot/usecases/round.ts";
import { aGroup } from "../support/builders.ts";
import { aPoll, option } from "../support/polls.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { type Row, ratios, row } from "./ratio.ts";

const PEOPLE = 1_000;
const OPTIONS = 100;

/** A thousand people and a hundred times: a burst of answers against the box alone, and the table against reading them. */
export async function poll(rounds: number): Promise<Row[]> {
  const took = {
    answers: [] as number[],
    box: [] as number[],
    view: [] as number[],
    rank: [] as number[],
    read: [] as number[],
  };
  let missing = 0;
  for (let n = 0; n < rounds; n++) {
    const ports = testPorts();
    try {
      await stored(ports, aGroup());
      const box = await opened(ports, "poll:box");
      took.box.push(await timed(() => all(box, (given) => put(ports, box, given))));
      const full = await opened(ports, "poll:full");
      const bursts = createBursts(ports, "bench");
      const answered = (given: GivenAnswer) =>
        answerPoll(ports, bursts, { poll: full.id, tenant: "tenant-1", ...given });
      took.answers.push(await timed(() => all(full, answered)));
      const answers = await read(ports, full.id);
      missing += PEOPLE - answers.length;
      took.read.push(await timed(() => read(ports, full.id)));
      took.view.push(await timed(() => pollView(ports, full.id, { in: "person", person: "person:chair" })));
      took.rank.push(await timed(async () => ranked(tallyOf(full, answers))));
    } finally {
      await ports.dispose();
    }
  }
  return [
    { what: `answers not kept, of ${rounds} × ${PEOPLE}`, value: String(missing), target: "0", ok: missing === 0 },
    row(`${PEOPLE} answers at once, against the box alone`, ratios(took.answers, took.box), { atMost: 4 }),
    row(`table of ${PEOPLE} × ${OPTIONS} with names, against reading the answers`, ratios(took.view, took.read), {
      atMost: 3,
    }),
    row("… of that the count and ranking", ratios(took.rank, took.read), { atMost: 0.5 }),
  ];
}

async function opened(ports: TestPorts, id: PollId): Promise<Poll> {
  const options = Array.from({ length: OPTIONS }, (_, i) =>
    option(
      i + 1,
      `2027-0${6 + (i % 3)}-${String(1 + (i % 28)).padStart(2, "0")}`,
      `${8 + (i % 10)}:00`.padStart(5, "0"),
    ),
  );
  const asked = Array.from({ length: 20 }, (_, i) => ({ person: `person:b${i}` as const, required: true }));
  const poll = aPoll({ id, options, numbered: OPTIONS, anyone: true, asked });
  await begin(ports, poll, aGroup(), "ehdolla", "pollDrafted");
  if (requiredOf(poll).length !== asked.length) throw new Error("nobody is required");
  return poll;
}

const all = ({ id, options }: Poll, answer: (given: GivenAnswer) => Promise<unknown>) =>
  Promise.all(
    Array.from({ length: PEOPLE }, (_, n) =>
      answer(
        given(
          `person:b${n}`,
          id,
          n,
          options.map((o) => o.id),
        ),
      ),
    ),
  );

const given = (person: PersonId, poll: PollId, n: number, options: OptionId[]): GivenAnswer => ({
  person,
  choices: Object.fromEntries(options.map((id, i) => [id, choices[(n * 7 + i * i) % 3] as Choice])),
  by: person,
  as: "self",
  rev: 0,
  nonce: `${poll} ${n}`,
  now: aPoll().createdAt,
});

const put = (ports: TestPorts, { id }: Poll, one: GivenAnswer) =>
  ports.bursts.put<PollAnswer, unknown>(id, {
    id: pollAnswerIdOf(one.person),
    type: "pollAnswer",
    decide: ({ before, round }) => decide(before, round, one),
    record: { events: ["pollAnswered"], by: one.by },
  });

const read = async (ports: TestPorts, id: PollId): Promise<PollAnswer[]> =>
  (await (await openRound(ports, id))?.list("pollAnswer")) ?? [];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
