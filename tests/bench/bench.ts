import { parseArgs } from "node:util";
import { burst } from "./burst.ts";
import { consent } from "./consent.ts";
import { mailing } from "./mailing.ts";
import { memory } from "./memory.ts";
import { poll } from "./poll.ts";
import type { Row } from "./ratio.ts";
import { starting } from "./start.ts";

/** What is measured, in the order in which it is. Only ratios are judged: both sides of one are from this run. */
const measures: Record<string, (rounds: number, scale: number) => Promise<Row[]>> = {
  start: starting,
  consent,
  burst,
  poll,
  mailing,
  memory,
};

const { values } = parseArgs({
  options: {
    only: { type: "string", default: Object.keys(measures).join(",") },
    rounds: { type: "string", default: "5" },
    scale: { type: "string", default: "1" },
  },
});
const chosen = values.only.split(",");
const unknown = chosen.filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(`There is no measure "${unknown}". Choose among: ${Object.keys(measures).join(", ")}.`);
  process.exit(2);
}

const rounds = Number(values.rounds);
const scale = Number(values.scale);
console.log(`Medians of ${rounds} rounds, with the least and the greatest; the bots take turns.`);
if (scale !== 1) console.log(`Mailings are at ${scale} of their size.`);
let short = 0;
for (const name of chosen) {
  console.log(`\n${name}`);
  for (const { what, value, target = "", ok } of (await measures[name]?.(rounds, scale)) ?? []) {
    if (ok === false) short++;
    const mark = ok === undefined ? " " : ok ? "✔" : "✘";
    console.log(`  ${mark} ${what.padEnd(62)} ${value.padEnd(26)} ${target}`);
  }
}
if (short > 0) console.log(`\n${short} of them fall short.`);
