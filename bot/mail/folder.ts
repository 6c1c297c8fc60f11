import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Transport } from "./messenger.ts";

/**
 * Local mode's outbox: each mail becomes two files, one for a mail program and one to read, and its calendar files stand
 * beside them. Its link is told.
 */
export function folderTransport(folder: string, tell: (line: string) => void): Transport {
  return {
    async send({ id, to, raw, mail, link, files }) {
      await mkdir(folder, { recursive: true });
      const file = join(folder, id.replace(/@.*$/, "").replace(/[^0-9a-z-]/gi, "_"));
      await writeFile(`${file}.eml`, raw);
      const beside = files.map((one, at) => ({ ...one, path: `${file}${at === 0 ? "" : `-${at + 1}`}.ics` }));
      for (const { path, text } of beside) await writeFile(path, text);
      const listed = beside.map(({ name, path }) => `Attachment: ${name} (${basename(path)})\n`).join("");
      await writeFile(`${file}.txt`, `To: ${to}\nSubject: ${mail.subject}\n${listed}\n${mail.text}`);
      const also = [link, ...beside.map(({ path }) => path)].filter(Boolean);
      tell([`  ✉ ${to}: ${mail.subject}`, ...also.map((one) => `    ${one}`)].join("\n"));
      return { kind: "sent" };
    },
  };
}
