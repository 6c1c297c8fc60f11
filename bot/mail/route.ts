import type { Messenger } from "../usecases/ports.ts";
import { MAIL } from "./messenger.ts";

/** Whoever is in Teams is reached there, everybody else by mail, where there is any; and each message stays where it went. */
export const routed = (teams: Messenger, mail: Messenger | undefined): Messenger => ({
  deliver(message) {
    const { to, replaces } = message;
    const wasMail = replaces?.serviceUrl === MAIL;
    const outside = to.kind === "address" || (to.kind === "person" && !to.person.teams);
    if (wasMail || (outside && !replaces)) return mail?.deliver(message) ?? nowhere;
    return teams.deliver(message);
  },
});

const nowhere = Promise.resolve({ kind: "failed", reason: "notInTeams" } as const);
