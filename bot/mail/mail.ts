import { join } from "node:path";
import type { Instant } from "../domain/time.ts";
import type { Log, Messenger } from "../usecases/ports.ts";
import type { MailSettings } from "./compose.ts";
import { folderTransport } from "./folder.ts";
import { mailMessenger } from "./messenger.ts";

/** Where mail goes: into a folder of this machine, or to a server. The mail library is loaded with the first one sent. */
export function openMail(
  where: { folder: string; tell(line: string): void } | (MailSettings & { smtpUrl: string; log: Log }),
  now: () => Instant,
): Messenger {
  if ("folder" in where) {
    const settings = { from: "Ehdolla <ehdolla@localhost>" };
    return mailMessenger({ transport: folderTransport(join(where.folder, "mail"), where.tell), settings, now });
  }
  const { smtpUrl, log, ...settings } = where;
  const smtp = import("./smtp.ts").then(({ smtpTransport }) => smtpTransport(smtpUrl, log));
  return mailMessenger({ transport: { send: async (mail) => (await smtp).send(mail) }, settings, now });
}
