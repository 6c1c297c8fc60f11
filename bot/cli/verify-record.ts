import { roundsIn, type Verified, verifyRound } from "../usecases/verify.ts";
import { command, configured, withStore } from "./open.ts";

/** `npm run verify-record [HEAD]`: checks every record; with a head printed on an appendix also that its end is no other. */
await command(async () => {
  const anchor = headGiven(process.argv.slice(2));
  const found = await withStore(configured(), async (store, listings) => {
    const verified: Verified[] = [];
    for await (const round of roundsIn(store, listings)) {
      const one = await verifyRound(store, round, anchor);
      if (one) verified.push(one);
    }
    return verified;
  });
  for (const { round, entries, boxes, damage } of found)
    say(
      `${round}: ${entries} entries${boxes > 0 ? ` and ${boxes === 1 ? "a box" : `${boxes} boxes`}` : ""}, ${damage.length === 0 ? "unbroken" : damage.map(told).join("; ")}`,
    );
  if (found.length === 0) say("There are no records yet.");
  return anchored(found, anchor) && found.every(({ damage }) => damage.length === 0) ? 0 : 1;
});

/** A head as it is printed, in groups or in one. Less of it than is printed would fit some entry or other. */
function headGiven(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const head = words.join("").replace(/\s/g, "").toLowerCase();
  if (/^[0-9a-f]{12,64}$/.test(head)) return head;
  throw new Error(
    `"${words.join(" ")}" is no head of a record: give all twelve or more of its digits and letters a to f, as they are printed.`,
  );
}

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

function told(damage: Verified["damage"][number]): string {
  return "box" in damage ? `${damage.box}: ${toldAlone(damage)}` : toldAlone(damage);
}

function toldAlone(damage: Verified["damage"][number]): string {
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
      return damage.seq > 0 ? `${damage.id} is not as entry ${damage.seq} says` : `no entry tells of ${damage.id}`;
    case "factMissing":
      return `${damage.id} is gone, and no entry after ${damage.seq} says so`;
    case "boxMissing":
      return "is in the header and missing";
    case "boxUnlisted":
      return "is not in the header";
    case "miscounted":
      return "its count is not as its entries say";
    case "unlikeAtClosing":
      return "was changed after the closing, or the closing does not tell of it";
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
