import { DateTime } from "luxon";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { DayRange } from "./poll-generate.ts";

/** Days on which the group doesn't meet, under a name: school breaks, July, the county board's days. */
export interface DayList {
  id: string;
  name: string;
  ranges: DayRange[];
}

/** More lists, or more stretches of days in one, nobody keeps. */
export const MOST_LISTS = 20;
export const MOST_RANGES = 60;
export const LIST_NAME_CAP = 80;

export type DayListsRefusal =
  | { kind: "notOfficer" }
  | { kind: "stale" }
  | { kind: "nameMissing" }
  | { kind: "rangeWrong"; range: DayRange }
  | { kind: "tooManyDays" };

export type ListTypedRefusal =
  | { kind: "nameMissing" | "daysMissing" | "noSuchList" }
  | { kind: "daysWrong"; written: string };

/** A list as it is typed: a name, and its days. */
export function listFrom({
  listName,
  listDays,
}: {
  listName?: string | undefined;
  listDays?: string | undefined;
}): Decision<Omit<DayList, "id">, ListTypedRefusal> {
  const { ranges, unknown } = rangesFrom(listDays ?? "");
  const [wrong] = unknown;
  if (!listName) return refuse({ kind: "nameMissing" });
  if (wrong !== undefined) return refuse({ kind: "daysWrong", written: wrong });
  return ranges.length > 0 ? accept({ name: listName, ranges }) : refuse({ kind: "daysMissing" });
}

/** The lists with one more, or with one that is written anew; ids are never given to another list that is kept. */
export function withList(
  lists: readonly DayList[] = [],
  list: Omit<DayList, "id">,
  id?: string,
): Decision<DayList[], ListTypedRefusal> {
  if (id === undefined) {
    const last = Math.max(0, ...lists.map((one) => Number(/^l(\d+)$/.exec(one.id)?.[1] ?? 0)));
    return accept([...lists, { ...list, id: `l${last + 1}` }]);
  }
  return lists.some((one) => one.id === id)
    ? accept(lists.map((one) => (one.id === id ? { ...list, id } : one)))
    : refuse({ kind: "noSuchList" });
}

export const withoutList = (lists: readonly DayList[] = [], id: string | undefined): DayList[] =>
  lists.filter((one) => one.id !== id);

/** An officer keeps the group's lists of days. */
export function saveDayLists(
  group: Group,
  { lists, rev, nonce, by }: { lists: readonly DayList[]; rev: number; nonce: string; by: PersonId },
): Decision<Change & { group: Group }, DayListsRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(group, nonce)) return accept({ facts: [], events: [], group });
  if (group.rev !== rev) return refuse({ kind: "stale" });
  if (lists.some((l) => !l.name.trim())) return refuse({ kind: "nameMissing" });
  if (lists.length > MOST_LISTS || lists.some((l) => l.ranges.length > MOST_RANGES))
    return refuse({ kind: "tooManyDays" });
  const wrong = lists.flatMap((l) => l.ranges).find(({ from, to }) => !isDay(from) || !isDay(to) || to < from);
  if (wrong) return refuse({ kind: "rangeWrong", range: wrong });
  const dayLists = lists.map((l) => ({ ...l, name: l.name.trim().slice(0, LIST_NAME_CAP) }));
  const next: Group = { ...group, rev: group.rev + 1, nonces: remember(group, nonce), dayLists };
  return accept({ facts: [next], events: ["groupChanged"], group: next });
}

const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && DateTime.fromISO(day, { zone: "utc" }).isValid;

/** Days as people write them: `22.2.2027–28.2.2027` or `6.12.2027`, one stretch a line or with commas between. */
export function rangesFrom(written: string): { ranges: DayRange[]; unknown: string[] } {
  const ranges: DayRange[] = [];
  const unknown: string[] = [];
  for (const part of written.split(/[\n,;]/).flatMap((one) => one.trim() || [])) {
    const [from, to, ...more] = part.split(/\s*[–—-]\s*(?=\d)/).map(dayFrom);
    const last = to ?? from;
    if (from && last && more.length === 0 && last >= from && !(part.includes("–") && !to))
      ranges.push({ from, to: last });
    else unknown.push(part);
  }
  return { ranges, unknown };
}

function dayFrom(written: string): string | undefined {
  const [, d = "", m = "", y = ""] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written.trim()) ?? [];
  const day = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  return isDay(day) ? day : undefined;
}
