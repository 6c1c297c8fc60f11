import { type Text, textFor } from "../../cards/text.ts";
import type { Appendix } from "../domain/appendix-view.ts";
import { plainLine } from "./plain.ts";

/** A file as it is sent: its name, its media type and its bytes. */
export interface WebFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

const office = "application/vnd.openxmlformats-officedocument";
const types = { docx: `${office}.wordprocessingml.document`, xlsx: `${office}.spreadsheetml.sheet` };

/** The appendix as a file. What writes it is loaded when the first one is asked for, so that starting stays quick. */
export async function fileOf({
  appendix,
  format,
}: {
  appendix: Appendix;
  format: keyof typeof types;
}): Promise<WebFile> {
  const text = textFor(appendix.lang);
  const bytes =
    format === "docx"
      ? await (await import("./appendix-docx.ts")).appendixDocx(appendix, text)
      : await (await import("./appendix-xlsx.ts")).appendixXlsx(appendix, text);
  return { name: `${nameOf(appendix, text)}.${format}`, type: types[format], bytes };
}

/** A name that says what the file is, without signs that file systems refuse. */
function nameOf({ title, group, caseNumber, code, lang }: Appendix, text: Text): string {
  const about = plainLine(title || group)
    .slice(0, 60)
    .toWellFormed();
  return [text.appendix.fileName(about), caseNumber ?? code, lang]
    .join(" ")
    .replace(/[\\/:*?"<>|]/g, "-")
    .replace(/\s+/g, " ")
    .slice(0, 120)
    .trim();
}
