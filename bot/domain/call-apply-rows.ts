import type { Call, Criterion, SeatGroup } from "./call.ts";
import { MOST_CRITERIA, MOST_SEAT_GROUPS, type SeatRow, type Written } from "./call-steps.ts";
import { type Applied, type Setting, said } from "./call-written.ts";
import { accept, type Decision, refuse } from "./decision.ts";

/** Rewrites the seats: rows in the main language, names alone in another or once the call is published. */
export function seatsApplied(call: Call, { rows }: Written["seats"], setting: Setting): Applied {
  const seatGroups: SeatGroup[] = [];
  for (let at = 0; at < MOST_SEAT_GROUPS; at++) {
    const old = call.seatGroups[at];
    const row = rows[at] ?? {};
    const fixed = !setting.main || setting.published;
    if (fixed ? !old : !row.name && !row.count && !row.elsewhere) continue;
    const id = old?.id ?? freshId("s", [...call.seatGroups, ...seatGroups]);
    const seats: Decision<SeatGroup, { kind: "seatName" | "count"; row: number } | { kind: "rowsFixed" }> =
      old && !setting.main ? accept(renamed(old, row, setting)) : rowApplied(id, old, row, at + 1, setting);
    if (!seats.ok) return refuse(seats.refusal);
    seatGroups.push(seats.state);
  }
  return accept({ ...call, seatGroups });
}

const renamed = (old: SeatGroup, row: SeatRow, { lang }: Setting): SeatGroup => ({
  ...old,
  name: said(old.name, lang, row.name),
  ...(old.filledElsewhere ? { filledElsewhere: said(old.filledElsewhere, lang, row.elsewhere) } : {}),
});

function rowApplied(id: string, old: SeatGroup | undefined, row: SeatRow, number: number, setting: Setting) {
  if (!row.name) return refuse({ kind: "seatName" as const, row: number });
  const count = countOf(row.count);
  if (!count) return refuse({ kind: "count" as const, row: number });
  if (setting.published && old && Boolean(row.elsewhere) !== Boolean(old.filledElsewhere))
    return refuse({ kind: "rowsFixed" as const });
  return accept<SeatGroup>({
    id,
    name: said(old?.name ?? {}, setting.lang, row.name),
    ...count,
    substitutes: setting.published && old ? old.substitutes : (row.substitutes ?? false),
    ...(row.elsewhere ? { filledElsewhere: said(old?.filledElsewhere ?? {}, setting.lang, row.elsewhere) } : {}),
    ...(old?.deadline ? { deadline: old.deadline } : {}),
  });
}

/** Rewrites the criteria and who may propose; in another language or once published only the words. */
export function criteriaApplied(call: Call, written: Written["criteria"], { lang, main, published }: Setting): Applied {
  const fixed = !main || published;
  const criteria: Criterion[] = [];
  for (let at = 0; at < MOST_CRITERIA; at++) {
    const old = call.criteria[at];
    const row = written.rows[at] ?? {};
    if (fixed ? !old : !row.text) continue;
    if (main && !row.text) return refuse({ kind: "rowsFixed" });
    const text = said(old?.text ?? {}, lang, row.text);
    if (fixed && old) criteria.push({ ...old, text });
    else
      criteria.push({
        id: old?.id ?? freshId("c", [...call.criteria, ...criteria]),
        text,
        level: row.required ? "required" : "preferred",
        asksReason: row.asksReason ?? false,
      });
  }
  if (fixed) return accept({ ...call, criteria });
  const { organisations = false, joint = false, self = false } = written;
  return accept({ ...call, criteria, nominators: { organisations, joint: organisations && joint, self } });
}

/** A count as typed: "2", "10-12" or "10–12"; between 1 and 200. */
export function countOf(written: string | undefined): { min: number; max: number } | undefined {
  const [, low, high] = /^(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?$/.exec(written?.trim() ?? "") ?? [];
  const min = Number(low);
  const max = high === undefined ? min : Number(high);
  return min >= 1 && max >= min && max <= 200 ? { min, max } : undefined;
}

/** An id that no row has. */
function freshId(prefix: string, rows: readonly { id: string }[]): string {
  return `${prefix}${Math.max(0, ...rows.map(({ id }) => Number(id.slice(1)) || 0)) + 1}`;
}
