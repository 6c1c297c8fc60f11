import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { read } from "../mail/scene.ts";
import { openPage } from "../support/browser.ts";

const PATIENCE = 30_000;

/** A mail as the folder of local mode tells it: its link, and its calendar files as they stand beside it. */
export interface ToldMail {
  to: string;
  subject: string;
  link: string | undefined;
  files: string[];
}

/** The post of those who aren't in Teams: what local mode prints of each mail, to be waited for. */
export function openPost() {
  const arrived: ToldMail[] = [];
  const waiting = new Set<() => void>();
  return {
    print(told: string): void {
      const [first = "", ...below] = told.split("\n").map((line) => line.trim());
      const [, to = "", subject = ""] = /^✉ (\S+): (.*)$/.exec(first) ?? [];
      if (!to) return;
      const files = below.filter((line) => line.endsWith(".ics"));
      arrived.push({ to, subject, link: below.find((line) => line.startsWith("http")), files });
      for (const look of waiting) look();
    },
    /** The next mail to that address with that subject; each is taken once. */
    mail(to: string, subject: RegExp): Promise<ToldMail> {
      return new Promise((found, failed) => {
        const late = () => failed(new Error(`No such mail, but: ${arrived.map((mail) => mail.subject).join(" | ")}`));
        const timer = setTimeout(late, PATIENCE);
        const look = () => {
          const at = arrived.findIndex((mail) => mail.to === to && subject.test(plain(mail.subject)));
          const [mail] = at < 0 ? [] : arrived.splice(at, 1);
          if (!mail) return;
          waiting.delete(look);
          clearTimeout(timer);
          found(mail);
        };
        waiting.add(look);
        look();
      });
    },
  };
}

/** The calendar file beside a mail; the mail itself brings the same one. */
export async function attachedTo({ files }: ToldMail): Promise<string> {
  const [path, ...more] = files;
  if (!path || more.length > 0) throw new Error(`the mail has ${files.length} calendar files`);
  const text = await readFile(path, "utf8");
  const mail = read(await readFile(path.replace(/ics$/, "eml"), "utf8"));
  if (mail.calendar !== text || mail.files[0]?.text !== text) throw new Error("the mail brings another file");
  return text;
}

/** A page as somebody outside Teams opens it from a mail: no scripts, and as wide as a phone unless told otherwise. */
export const openPhone = (browser: Browser, url: string, how: { width?: number; dark?: boolean } = {}): Promise<Page> =>
  openPage(browser, url, { width: 390, height: 844, ...how });

/** Words without the spaces that hold them together. */
export const plain = (text: string): string => text.replaceAll("\u00A0", " ").replaceAll("\u2060", "");
