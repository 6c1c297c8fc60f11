import type { Call } from "../bot/domain/call.ts";
import { mainLang, type Page } from "../bot/domain/call-steps.ts";
import type { Group } from "../bot/domain/group.ts";
import { dateInput, moreRows, timeInput } from "./inputs.ts";
import type { Element } from "./kit.ts";
import type { Reader } from "./reader.ts";

/** What a page of a call is drawn from. */
export interface Drawn {
  call: Call;
  group: Group;
  page: Page;
  /** Published already: the words of its rows can be corrected, rows don't come or go. */
  published: boolean;
  reader: Reader;
}

/** The main language has the counts, days and choices; the others have words only. */
export const isMain = ({ group, page }: Drawn) => page.lang === mainLang(group);

/** Two inputs beside each other; the second is the narrower. */
export const beside = (first: Element, second: Element): Element => ({
  type: "ColumnSet",
  spacing: "Small",
  columns: [
    { type: "Column", width: "stretch", verticalContentAlignment: "Bottom", items: [first] },
    { type: "Column", width: "stretch", verticalContentAlignment: "Bottom", items: [second] },
  ],
});

export const dayAndTime = (
  id: string,
  label: string,
  day: string | undefined,
  time: string | undefined,
  timeLabel: string,
): Element =>
  beside(
    dateInput({ id: `${id}Date`, label, value: day }),
    timeInput({ id: `${id}Time`, label: timeLabel, value: time }),
  );

/** As many rows as are filled stand open, and at least one. */
export const filled = (rows: readonly object[]) =>
  Math.max(1, rows.findLastIndex((row) => Object.values(row).some((v) => typeof v === "string" && v !== "")) + 1);

/** Rows that appear one by one; as many as `shown` stand open. */
export const rowsOf = (prefix: string, most: number, shown: number, row: (at: number) => Element[], addTitle: string) =>
  moreRows({ prefix, rows: Array.from({ length: most }, (_, at) => row(at)), shown, addTitle });
