import { read, utils } from "@e965/xlsx";
import JSZip from "jszip";
import mammoth from "mammoth";

/** The XML files of a document or workbook, by path. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const file of Object.values(zip.files))
    if (/\.(xml|rels)$/.test(file.name)) parts.set(file.name, await file.async("string"));
  return parts;
}

/** A document as HTML, by a reader that didn't write it. */
export const htmlOf = async (bytes: Uint8Array): Promise<string> =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;

/** A document's words, a paragraph a line. */
export const wordsOf = async (bytes: Uint8Array): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

export interface ReadCell {
  sheet: string;
  /** `s` text, `n` number, `d` date, as the file says. */
  type: string;
  value: unknown;
  formula: string | undefined;
}

/** A workbook's cells, by a reader that didn't write it. */
export function cellsOf(bytes: Uint8Array): ReadCell[] {
  const book = read(bytes, { cellDates: true, cellFormula: true, UTC: true });
  return book.SheetNames.flatMap((sheet) =>
    Object.entries(book.Sheets[sheet] ?? {})
      .filter(([at]) => !at.startsWith("!"))
      .map(([, cell]) => ({ sheet, type: cell.t, value: cell.v, formula: cell.f })),
  );
}

/** A sheet as rows by column title. */
export function rowsOf(bytes: Uint8Array, sheet: string): Record<string, unknown>[] {
  const book = read(bytes, { cellDates: true, UTC: true });
  return utils.sheet_to_json(book.Sheets[sheet] ?? {}, { UTC: true });
}

export const count = (text: string, piece: string): number => text.split(piece).length - 1;
