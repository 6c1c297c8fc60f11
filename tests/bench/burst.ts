import { valuesIn } from "../support/answers.ts";
import { aGroup } from "../support/builders.ts";
import { stored } from "../support/stored.ts";
import { account } from "../support/teams.ts";
import { inFolder } from "./folder.ts";
import { load, percentile } from "./load.ts";
import { pressBody } from "./presses.ts";
import { start, startBare, startSaving } from "./processes.ts";
import { type Row, ratios, row } from "./ratio.ts";
import { withStore } from "./scene.ts";

const BALLOTS = 5_000;
const PART = 1_000;

/** A round of ballots by different voters, on an empty store, with the processor's time that each thousand took. */
interface Round {
  perSecond: number;
  slowest: number;
  work: number[];
  kept: number;
}

/** A synthetic burst: as many voters as a large round has, all of them at once. */
export async function burst(rounds: number): Promise<Row[]> {
  const [bare, saving] = [await startBare(), await startSaving()];
  const ours: Round[] = [];
  const theirs: Round[] = [];
  const savings: number[] = [];
  try {
    await load(bare.port, ballots(0, PART));
    await load(saving.port, ballots(0, PART));
    for (let round = 0; round < rounds; round++) {
      const { perSecond, latencies } = await load(bare.port, ballots(0, BALLOTS));
      theirs.push({ perSecond, slowest: percentile(latencies, 0.99), work: [], kept: 0 });
      ours.push(await inFolder(oneRound));
      savings.push((await load(saving.port, ballots(0, BALLOTS))).perSecond);
    }
  } finally {
    await bare.stop();
    await saving.stop();
  }
  const of = (rows: Round[], key: "perSecond" | "slowest") => rows.map((r) => r[key]);
  const lost = ours.reduce((sum, { kept }) => sum + BALLOTS - kept, 0);
  return [
    { what: `ballots lost of ${rounds} × ${BALLOTS}`, value: String(lost), target: "0", ok: lost === 0 },
    row("ballots a second, to the bare bot's answers", ratios(of(ours, "perSecond"), of(theirs, "perSecond")), {
      atLeast: 1.5,
    }),
    row("… to those of a bare bot with two savings", ratios(of(ours, "perSecond"), savings), { atLeast: 0.85 }),
    row("time of the slowest hundredth, to the bare bot's", ratios(of(ours, "slowest"), of(theirs, "slowest")), {
      atMost: 1,
    }),
    row(
      "work for the last thousand ballots, to the first thousand",
      ratios(
        ours.map(({ work }) => work.at(-1) ?? 0),
        ours.map(({ work }) => work[0] ?? 0),
      ),
      { atMost: 1.1 },
    ),
  ];
}

async function oneRound(folder: string): Promise<Round> {
  await withStore(folder, (ports) => stored(ports, aGroup()));
  const bot = await start("tests/bench/burst-bot.ts", [folder]);
  await load(bot.port, ballots(BALLOTS, BALLOTS + PART));
  const result: Round = { perSecond: 0, slowest: 0, work: [], kept: 0 };
  const latencies: number[] = [];
  let seconds = 0;
  let acknowledged = 0;
  for (let from = 0; from < BALLOTS; from += PART) {
    const before = Number(await bot.ask("work"));
    const part = await load(bot.port, ballots(from, from + PART));
    result.work.push(Number(await bot.ask("work")) - before);
    latencies.push(...part.latencies);
    seconds += PART / part.perSecond;
    acknowledged += part.answers.filter(({ status, body }) => status === 200 && body.includes("Kiitos")).length;
  }
  await bot.stop();
  const kept = await withStore(folder, async ({ store }) => (await valuesIn(store)).size - PART);
  const slowest = percentile(
    latencies.sort((a, b) => a - b),
    0.99,
  );
  return { ...result, perSecond: BALLOTS / seconds, slowest, kept: Math.min(kept, acknowledged) };
}

const ballots = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) =>
    pressBody(account(from + i, `Äänestäjä ${from + i}`), {
      ...{ id: `ballot-${from + i}`, serviceUrl: "http://127.0.0.1/", verb: "vote.cast" },
      data: { voter: from + i },
    }),
  );
