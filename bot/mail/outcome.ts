import type { Outcome } from "../domain/delivery-steps.ts";

export type SmtpError = Error & {
  code?: string | undefined;
  responseCode?: number | undefined;
  command?: string | undefined;
};

/** Servers that keep unknown senders waiting (greylisting) want them back after some minutes. */
const GREY = 5 * 60_000;
/** When the server can't be reached or doesn't let us in. */
const AWAY = 60_000;

/** What an SMTP failure means. `handed`: the mail itself had begun to go over, so that silence proves nothing. */
export function outcomeOf(
  { code, responseCode = 0, command = "" }: SmtpError,
  handed: boolean,
): Exclude<Outcome, { kind: "sent" }> {
  if (code === "EAUTH" || code === "ENOAUTH" || code === "ETLS") return { kind: "later", after: AWAY };
  if (responseCode >= 400 && responseCode < 500) return { kind: "later", after: responseCode === 421 ? AWAY : GREY };
  if (responseCode >= 500) return isAboutRecipient(command) ? noMailbox : { kind: "failed", reason: "refused" };
  if (handed) return { kind: "unknown" };
  return code === "EENVELOPE" ? noMailbox : { kind: "later", after: AWAY };
}

const noMailbox = { kind: "failed", reason: "noMailbox" } as const;
const isAboutRecipient = (command: string) => /^RCPT/i.test(command);
