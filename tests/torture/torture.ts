import { type Survived, torture } from "./round.ts";

/** The long form, on demand: rounds of ten kills with new people each, until so many kills are done. */
const [kills = 300, first = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const A_ROUND = 10;
const rounds: Survived[] = [];
for (let n = 0; n < kills / A_ROUND; n++) {
  const seed = first + n * 1_000;
  process.stdout.write(`seed ${seed}: `);
  const survived = await torture(seed, A_ROUND);
  rounds.push(survived);
  process.stdout.write(`${JSON.stringify(survived)}\n`);
}
const sums = rounds.reduce<Record<string, number>>(
  (sum, round) => Object.fromEntries(Object.entries(round).map(([what, count]) => [what, (sum[what] ?? 0) + count])),
  {},
);
process.stdout.write(`${rounds.length * A_ROUND} kills: ${JSON.stringify(sums)}\n`);
