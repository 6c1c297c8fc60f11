import { type Box, type Boxes, type BoxId, countDigest } from "./box.ts";
import { type Damage, damageIn, digestOf, type Entry, GONE } from "./record.ts";

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

/**
 * Named answers that aren't as the record says, or aren't there. Boxes tell of each version, and the header of what an
 * erasing changed or deleted; one person's answers can come in through several boxes, in any order. An answer that was
 * deleted begins anew at version 1.
 */
export function damagedAnswers(
  kept: readonly KeptBox[],
  header: readonly Entry[],
  present: ReadonlyMap<string, { fact: object; salt: string }>,
): Damage[] {
  const ids = new Set([...present.keys(), ...answersTold(kept)]);
  const lines = Map.groupBy([...answerLines(kept, header, ids)], ({ id }) => id);
  return [...ids].flatMap((id): Damage[] => {
    const last = lastLines(lines.get(id) ?? []);
    const seq = last[0]?.seq ?? 0;
    const now = present.get(id);
    if (!now) return last.length > 0 ? [{ kind: "factMissing", id, seq }] : [];
    const isSo = last.some(({ digest }) => digest === digestOf(now.fact, now.salt));
    return isSo ? [] : [{ kind: "factChanged", id, seq }];
  });
}

type Line = Entry["facts"][number] & { seq: number };

/** What is told of an answer's present version; nothing when it was deleted. */
function lastLines(told: readonly Line[]): Line[] {
  const ended = told.filter(({ digest }) => digest === GONE);
  const before = ended.reduce((sum, { version }) => sum + version, 0);
  const version = told.length - ended.length - before;
  return told.filter((line) => line.version === version && line.digest !== GONE);
}

/** What boxes and header tell of answers by name. */
function* answerLines(kept: readonly KeptBox[], header: readonly Entry[], ids: ReadonlySet<string>): Generator<Line> {
  for (const { box, entries } of kept)
    for (const { seq, facts } of entries)
      if (facts.every(({ id }) => id !== box.id)) yield* facts.map((fact) => ({ ...fact, seq }));
  for (const { seq, facts } of header) yield* facts.filter(({ id }) => ids.has(id)).map((fact) => ({ ...fact, seq }));
}

/** The ids of all answers that boxes tell of by name. */
export const answersTold = (kept: readonly KeptBox[]): string[] =>
  kept.flatMap(({ box, entries }) =>
    entries.flatMap(({ facts }) => facts.map(({ id }) => id).filter((id) => id !== box.id)),
  );
