import type { Damage } from "../domain/record.ts";
import { roundsIn, type Verified, verifyRound } from "../usecases/verify.ts";
import { command, openConfigured } from "./open.ts";

/** `npm run verify-record [HEAD]`: checks every record; with a head printed on an appendix also that its end is no other. */
await command(async () => {
  const [anchor] = process.argv.slice(2);
  const { store, listings } = openConfigured();
  const found: Verified[] = [];
  for await (const round of roundsIn(store, listings)) {
    const verified = await verifyRound(store, round, anchor);
    if (verified) found.push(verified);
  }
  await store.close();
  for (const { round, entries, damage } of found)
    say(`${round}: ${entries} entries, ${damage.length === 0 ? "unbroken" : damage.map(told).join("; ")}`);
  if (found.length === 0) say("There are no records yet.");
  return anchored(found, anchor) && found.every(({ damage }) => damage.length === 0);
});

function anchored(found: readonly Verified[], anchor: string | undefined): boolean {
  if (!anchor) {
    say(
      "Without a head from an appendix or a result, a record whose end was cut off or rewritten can't be told from a whole one.",
    );
    return true;
  }
  const holder = found.find(({ anchoredAt }) => anchoredAt !== undefined);
  say(
    holder
      ? `${anchor} is entry ${holder.anchoredAt} of ${holder.round}.`
      : `${anchor} is in no record: the end was cut off or rewritten.`,
  );
  return holder !== undefined;
}

function told(damage: Damage): string {
  switch (damage.kind) {
    case "changed":
      return `entry ${damage.seq} was changed`;
    case "missing":
      return `entry ${damage.seq} is missing`;
    case "outOfOrder":
      return `an entry was inserted or swapped at ${damage.seq}`;
    case "cutOff":
      return `the end does not fit the header (entry ${damage.seq})`;
    case "factChanged":
      return `${damage.id} is not as entry ${damage.seq} says`;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
