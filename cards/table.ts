import type { Element } from "./kit.ts";
import { type Look, literal } from "./literal.ts";

interface Row {
  cells: readonly string[];
  highlight?: boolean;
  note?: string | undefined;
  /** What is told above this row and those that follow it. */
  above?: string | undefined;
}

/** A table that reads without colour: what is highlighted also has words (`note`) and a bold first cell. */
export function table({
  columns,
  rows,
}: {
  /** Widths are shares of the whole. All but the first column are numbers and centred. */
  columns: readonly { title: string; width: number }[];
  rows: readonly Row[];
}): Element {
  const cell = (items: Element[]) => ({ type: "TableCell", items });
  const look = (at: number, strong: boolean): Look => ({
    ...(at > 0 && { align: "Center" }),
    ...(strong && { weight: "Bolder" }),
  });
  return {
    type: "Table",
    spacing: "Medium",
    firstRowAsHeader: true,
    showGridLines: true,
    gridStyle: "default",
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      {
        type: "TableRow",
        style: "emphasis",
        cells: columns.map(({ title }, at) => cell([literal(title, look(at, true))])),
      },
      ...rows.flatMap(({ cells, highlight = false, note, above }) => [
        ...(above ? [{ type: "TableRow", cells: cells.map((_, at) => cell(at === 0 ? [headingOf(above)] : [])) }] : []),
        {
          type: "TableRow",
          ...(highlight && { style: "good" }),
          cells: cells.map((text, at) =>
            cell([
              literal(text, look(at, at === 1 || (at === 0 && highlight))),
              ...(at === 0 && note ? [literal(note, { size: "Small", spacing: "None" })] : []),
            ]),
          ),
        },
      ]),
    ],
  };
}

const headingOf = (text: string) => literal(text, { size: "Small", weight: "Bolder" });

/** Characters in a bar of 100 %: as many as fit a phone. */
const barLength = 28;

/** A share between 0 and 1 as a bar; the number stands beside it in words, so the bar may stay unread. */
export function bar(share: number): Element {
  const full = Math.round(Math.min(1, Math.max(0, share)) * barLength);
  const run = (text: string, more: object) => ({ type: "TextRun", text, fontType: "Monospace", ...more });
  return {
    type: "RichTextBlock",
    spacing: "None",
    inlines: [
      ...(full > 0 ? [run("█".repeat(full), { color: "Accent" })] : []),
      ...(full < barLength ? [run("░".repeat(barLength - full), { isSubtle: true })] : []),
    ],
  };
}

/** One person or choice in a result: name and organisation, votes and outcome, and the share as a bar. */
export const resultRow = (parts: {
  title: string;
  sub?: string | undefined;
  /** "11 ääntä · 79 %" */
  count: string;
  outcome?: string | undefined;
  /** The outcome is being chosen: bold. */
  chosen?: boolean;
  share: number;
}): Element => ({
  type: "Container",
  spacing: "Medium",
  items: [
    {
      type: "ColumnSet",
      columns: [
        {
          type: "Column",
          width: "stretch",
          items: [
            literal(parts.title, { weight: "Bolder" }),
            ...(parts.sub ? [literal(parts.sub, { size: "Small", subtle: true, spacing: "None" })] : []),
          ],
        },
        {
          type: "Column",
          width: "112px",
          items: [
            literal(parts.count, { align: "Right" }),
            ...(parts.outcome
              ? [
                  literal(parts.outcome, {
                    align: "Right",
                    size: "Small",
                    spacing: "None",
                    ...(parts.chosen && { weight: "Bolder" }),
                  }),
                ]
              : []),
          ],
        },
      ],
    },
    bar(parts.share),
  ],
});
