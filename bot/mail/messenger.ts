import type { Outcome } from "../domain/delivery-steps.ts";
import type { Instant } from "../domain/time.ts";
import type { Messenger } from "../usecases/ports.ts";
import type { Composed, MailSettings } from "./compose.ts";

/** Hands a composed mail on, and tells how that went. */
export interface Transport {
  send(mail: Composed): Promise<Exclude<Outcome, { kind: "sent" }> | { kind: "sent" }>;
}

/** Marks what was sent by mail, which nothing can draw anew. */
export const MAIL = "mail:";

/** Sends mail to people outside Teams. */
export function mailMessenger({
  transport,
  settings,
  now,
}: {
  transport: Transport;
  settings: MailSettings;
  now(): Instant;
}): Messenger {
  return {
    async deliver(message) {
      if (message.replaces) return { kind: "sent", posted: message.replaces };
      const { compose } = await import("./compose.ts");
      const mail = await compose(message, settings, now());
      if (!mail) return { kind: "failed", reason: "notInTeams" };
      const outcome = await transport.send(mail);
      if (outcome.kind !== "sent") return outcome;
      return { kind: "sent", posted: { serviceUrl: MAIL, conversation: "", activity: mail.id } };
    },
  };
}
