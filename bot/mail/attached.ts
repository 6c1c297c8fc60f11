import type Mail from "nodemailer/lib/mailer";
import type { CalendarFile } from "../usecases/ics.ts";

/**
 * Calendar files as a mail brings them. One is also a form of the mail itself (RFC 6047), by which mail programs show an
 * invitation with its buttons; several can only be files.
 */
export function attachedFiles(files: readonly CalendarFile[]): Pick<Mail.Options, "icalEvent" | "attachments"> {
  const [only] = files;
  if (!only) return {};
  if (files.length === 1) return { icalEvent: { method: only.method, filename: only.name, content: only.text } };
  return {
    attachments: named(files).map(({ name, method, text }) => ({
      filename: name,
      content: text,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
      contentTransferEncoding: "base64",
    })),
  };
}

/** Two meetings that begin at the same time have files of the same name. */
const named = (files: readonly CalendarFile[]): CalendarFile[] =>
  files.map((file, at) => {
    const before = files.slice(0, at).filter(({ name }) => name === file.name).length;
    return before === 0 ? file : { ...file, name: file.name.replace(/(?=\.ics$)/, `-${before + 1}`) };
  });
