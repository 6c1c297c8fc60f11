import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Transport } from "./messenger.ts";

/** Local mode's outbox: each mail becomes two files, one for a mail program and one to read, and its link is told. */
export function folderTransport(folder: string, tell: (line: string) => void): Transport {
  return {
    async send({ id, to, raw, mail, link }) {
      await mkdir(folder, { recursive: true });
      const file = join(folder, id.replace(/@.*$/, "").replace(/[^0-9a-z-]/gi, "_"));
      await writeFile(`${file}.eml`, raw);
      await writeFile(`${file}.txt`, `To: ${to}\nSubject: ${mail.subject}\n\n${mail.text}`);
      tell(`  ✉ ${to}: ${mail.subject}${link ? `\n    ${link}` : ""}`);
      return { kind: "sent" };
    },
  };
}
