import {
  AlignmentType,
  Footer,
  Header,
  HeadingLevel,
  type IStylesOptions,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { plain } from "./plain.ts";

/** Twentieths of a point: an A4 page with margins of 2 cm, and what is left between them. */
export const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1418, bottom: 1247, left: 1134, right: 1134, header: 567, footer: 567 },
};
const textWidth = page.size.width - page.margin.left - page.margin.right;

/** How the document looks; Word's own styles are set, so that its outline and screen readers know the headings. */
export const styles = (language: string): IStylesOptions => {
  const head = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color: "1F2A44", font: "Arial" },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: "Arial", size: 20, language: { value: language } },
        paragraph: { spacing: { after: 80, line: 264 } },
      },
      title: head(36, 0, 40),
      heading1: head(28, 400, 120),
      heading2: head(24, 320, 100),
      heading3: head(22, 280, 60),
      heading4: head(20, 160, 60),
    },
    paragraphStyles: [
      {
        id: "Subtitle",
        name: "Subtitle",
        basedOn: "Normal",
        run: { size: 26 },
        paragraph: { spacing: { after: 240 } },
      },
      {
        id: "Notice",
        name: "Notice",
        basedOn: "Normal",
        run: { bold: true },
        paragraph: { spacing: { before: 60, after: 160 } },
      },
      {
        id: "Cell",
        name: "Cell",
        basedOn: "Normal",
        run: { size: 19 },
        paragraph: { spacing: { before: 40, after: 40, line: 252 } },
      },
      { id: "Small", name: "Small", basedOn: "Normal", run: { size: 17, color: "505050" } },
      fact("Fact", 2700),
      fact("LongFact", 3500),
    ],
  };
};

const fact = (id: string, left: number) => ({
  id,
  name: id,
  basedOn: "Normal",
  paragraph: {
    indent: { left, hanging: left },
    tabStops: [{ type: TabStopType.LEFT, position: left }],
    spacing: { after: 80 },
    keepNext: true,
  },
});

/** Text as it was written; its lines stay lines. */
const runs = (text: string, look: { bold?: boolean } = {}): TextRun[] =>
  plain(text)
    .split("\n")
    .map((line, at) => new TextRun({ text: line, ...look, ...(at > 0 ? { break: 1 } : {}) }));

export const paragraph = (text: string, style?: "Subtitle" | "Notice" | "Small"): Paragraph =>
  new Paragraph({ children: runs(text), ...(style ? { style } : {}) });

export const title = (text: string): Paragraph => new Paragraph({ children: runs(text), heading: HeadingLevel.TITLE });

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;
export const heading = (level: 1 | 2 | 3 | 4, text: string): Paragraph =>
  new Paragraph({ children: runs(text), heading: levels[level - 1] ?? HeadingLevel.HEADING_1 });

export const bullet = (text: string): Paragraph => new Paragraph({ children: runs(text), bullet: { level: 0 } });

/** A label and its value, in one paragraph that reads well aloud; none without a value. */
export const labelled = (label: string, value: string, style: "Fact" | "LongFact" = "Fact"): Paragraph[] =>
  plain(value) === ""
    ? []
    : [new Paragraph({ style, children: [...runs(label, { bold: true }), new TextRun("\t"), ...runs(value)] })];

/** A table whose header row is marked as such and stands on each page; rows don't break across pages. */
export function table(
  columns: readonly { title: string; share: number }[],
  rows: readonly (readonly string[])[],
): Table {
  const sum = columns.reduce((total, { share }) => total + share, 0);
  const widths = columns.map(({ share }) => Math.floor((textWidth * share) / sum));
  const cell = (text: string, at: number, header: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.TOP,
      margins: { left: 90, right: 90 },
      ...(header ? { shading: { type: ShadingType.CLEAR, fill: "E7EAF0", color: "auto" } } : {}),
      children: [new Paragraph({ style: "Cell", children: runs(text, { bold: header }), keepNext: header })],
    });
  const line = { style: "single", size: 4, color: "A6ACB8" } as const;
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((c, at) => cell(c.title, at, true)) }),
      ...rows.map(
        (cells) => new TableRow({ cantSplit: true, children: cells.map((text, at) => cell(text, at, false)) }),
      ),
    ],
  });
}

const ends = (left: string, right: (string | TextRun)[]) =>
  new Paragraph({
    style: "Small",
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [
      ...runs(left),
      new TextRun("\t"),
      ...right.map((one) => (typeof one === "string" ? new TextRun(one) : one)),
    ],
  });

export const pageHeader = (left: string, right: string): Header =>
  new Header({ children: [ends(left, [plain(right)])] });

/** "Sivu 1 / 5" on the right. */
export const pageFooter = (left: string, pageWord: string): Footer =>
  new Footer({
    children: [
      ends(left, [new TextRun({ children: [`${pageWord} `, PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })]),
    ],
  });
