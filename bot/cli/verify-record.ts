import { type Placed, verifyAll } from "../usecases/verify-all.ts";
import { command, configured, withStore } from "./open.ts";

/** `npm run verify-record [HEAD]`: checks every record; with a head printed on an appendix also that its end is no other. */
await command(async () => {
  const anchor = headGiven(process.argv.slice(2));
  const found = await withStore(configured(), async (store, listings) => {
    const placed: Placed[] = [];
    for await (const one of verifyAll({ store, now: Date.now(), anchor }, listings)) placed.push(one);
    return placed;
  });
  for (const one of found) say(`${one.round}: ${one.entries} entries${boxesTold(one)}, ${outcome(one)}`);
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

function anchored(found: readonly Placed[], anchor: string | undefined): boolean {
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

function boxesTold({ boxes }: Placed): string {
  return boxes > 0 ? ` and ${boxes === 1 ? "a box" : `${boxes} boxes`}` : "";
}

function outcome({ damage, erasing, leftover }: Placed): string {
  if (leftover) return "only its line in the group's list is left, as of a draft that was deleted";
  if (damage.length > 0) return damage.map(told).join("; ");
  return erasing ? "being erased, for its time is over" : "unbroken";
}

function told(damage: Placed["damage"][number]): string {
  return "box" in damage ? `${damage.box}: ${toldAlone(damage)}` : toldAlone(damage);
}

function toldAlone(damage: Placed["damage"][number]): string {
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
    case "roundMissing":
      return `is missing, though entry ${damage.seq} of ${damage.group} tells of it`;
    case "unlikeGroup":
      return `has another beginning than entry ${damage.seq} of ${damage.group} tells`;
    case "groupMissing":
      return "is missing, though there are rounds of it";
    case "unlisted":
      return "is in no list";
    case "unlikeAtClosing":
      return "was changed after the closing, or the closing does not tell of it";
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
