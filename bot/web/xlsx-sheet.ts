import type { Workbook } from "exceljs";
import { DateTime } from "luxon";
import type { Instant } from "../domain/time.ts";
import { plain } from "./plain.ts";

/** What a cell may hold: text, a number or an instant (`exact`: to the thousandth); never a formula. */
export type Cell = string | number | { at: Instant; exact?: boolean } | undefined;

export interface Column {
  title: string;
  /** In characters. */
  width: number;
}

/** The most that Excel keeps in one cell. */
export const mostInCell = 32_767;

/** How a sheet's cells are written: whose clock, how a date looks, and what is said where a text had to be cut. */
export interface Style {
  zone: string;
  dateFormat: string;
  cut: string;
}

/** Adds a sheet with a header row that stays in view and filters its columns. */
export function addSheet(
  book: Workbook,
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  style: Style,
): void {
  const sheet = book.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:1",
    },
    headerFooter: { oddFooter: "&P / &N" },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const head = sheet.addRow(columns.map(({ title }) => text(title, style)));
  head.eachCell((cell) => {
    cell.font = { ...font, bold: true };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE7EAF0" } };
    cell.border = { bottom: { style: "thin" } };
    cell.alignment = { vertical: "middle", wrapText: true };
  });
  head.height = heightOf(
    columns.map(({ title }) => title),
    columns,
  );
  for (const row of rows) {
    const values = row.map((cell) => cellValue(cell, style));
    const added = sheet.addRow(values);
    added.height = heightOf(values, columns);
    added.eachCell((cell, at) => {
      cell.font = font;
      cell.alignment = { vertical: "top", horizontal: "left", wrapText: true };
      // the format of texts keeps a text a text even when somebody edits the cell
      if (typeof cell.value === "string") cell.numFmt = "@";
      if (cell.value instanceof Date) cell.numFmt = style.dateFormat + (isExact(row[at - 1]) ? ".000" : "");
    });
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
}

const font = { name: "Arial", size: 10 };
/** Points; Excel draws no row higher. */
const [lineHeight, mostHeight] = [13.5, 409];

/** High enough for the lines that the widest texts will take, for programs that don't work it out themselves. */
function heightOf(values: readonly unknown[], columns: readonly Column[]): number {
  const lines = values.map((value, at) =>
    String(value ?? "")
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / (columns[at]?.width ?? 10))), 0),
  );
  return Math.min(mostHeight, Math.max(1, ...lines.filter((_, at) => typeof values[at] === "string")) * lineHeight + 3);
}

function cellValue(cell: Cell, style: Style): string | number | Date | undefined {
  if (typeof cell === "string") return text(cell, style) || undefined;
  return typeof cell === "object" ? wallClock(cell, style.zone) : cell;
}

const isExact = (cell: Cell) => typeof cell === "object" && cell.exact === true;

/** Excel knows no zones: the clock on the wall, written as if it were UTC. */
const wallClock = ({ at, exact }: { at: Instant; exact?: boolean }, zone: string): Date =>
  DateTime.fromMillis(at, { zone })
    .startOf(exact ? "millisecond" : "second")
    .setZone("utc", { keepLocalTime: true })
    .toJSDate();

/** Text as Excel shows it literally: `_x0041_` would become an A, and too long a text makes the file unreadable. */
function text(written: string, { cut }: Style): string {
  const literal = plain(written).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  if (literal.length <= mostInCell) return literal;
  return literal.slice(0, mostInCell - cut.length).replace(/[\uD800-\uDBFF]$|_(x[0-9a-fA-F]{0,4})?$/, "") + cut;
}
