import { type Box, type Boxes, type BoxId, countDigest } from "./box.ts";
import { type Damage, damagedFacts, damageIn, digestOf, type Entry } from "./record.ts";

/** What is wrong with a box: it isn't as the header lists it, as its chain counts, or as the header found it at closing. */
export type BoxDamage = { box: BoxId } & (
  | Damage
  | { kind: "boxMissing" | "boxUnlisted" | "miscounted" | "unlikeAtClosing" }
);

/** A box with its whole chain. */
export interface KeptBox {
  box: Box;
  entries: readonly Entry[];
}

/** Damage in a round's boxes. While they are open the header can't vouch for them, for each goes on by itself. */
export function damageInBoxes(boxes: Boxes, kept: readonly KeptBox[], header: readonly Entry[]): BoxDamage[] {
  const missing = boxes.ids.filter((id) => !kept.some(({ box }) => box.id === id));
  return [
    ...missing.map((box): BoxDamage => ({ kind: "boxMissing", box })),
    ...kept.flatMap(({ box, entries }): BoxDamage[] => {
      if (!boxes.ids.includes(box.id)) return [{ kind: "boxUnlisted", box: box.id }];
      const unlike = boxes.status === "closed" && lastDigest(header, box.id) !== digestOf(box, "");
      return [...damageInside(box, entries), ...(unlike ? [{ kind: "unlikeAtClosing" as const, box: box.id }] : [])];
    }),
  ];
}

function damageInside(box: Box, entries: readonly Entry[]): BoxDamage[] {
  const inChain = damageIn(entries, box.record);
  if (inChain) return [{ ...inChain, box: box.id }];
  return isCount(box, entries) ? [] : [{ kind: "miscounted", box: box.id }];
}

/** The last line that pins the count, and those who are new since then; without such a line all are named. */
function isCount({ id, count }: Box, entries: readonly Entry[]): boolean {
  const facts = entries.flatMap((entry) => entry.facts);
  const pinned = facts.findLastIndex((fact) => fact.id === id);
  const since = facts.slice(pinned + 1).filter((fact) => fact.version === 1).length;
  return pinned < 0 ? since === count : facts[pinned]?.digest === countDigest(count - since);
}

const lastDigest = (header: readonly Entry[], id: BoxId): string | undefined =>
  header.flatMap((entry) => entry.facts).findLast((fact) => fact.id === id)?.digest;

/** The lines about named answers, in the order of each one's versions: one person's can come in through several boxes. */
export const answerLines = (kept: readonly KeptBox[]): Entry[] =>
  kept
    .flatMap(({ box, entries }) => entries.filter((entry) => entry.facts.every((fact) => fact.id !== box.id)))
    .toSorted((a, b) => versionOf(a) - versionOf(b));

const versionOf = ({ facts: [fact] }: Entry): number => fact?.version ?? 0;

/** Named answers that aren't as the last line about them says. */
export const damagedAnswers = (
  kept: readonly KeptBox[],
  present: ReadonlyMap<string, { fact: object; salt: string }>,
): Damage[] => damagedFacts(answerLines(kept), present);
