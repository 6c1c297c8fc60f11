import type { LinkSubject } from "../domain/link.ts";
import { sameEmail } from "../domain/person.ts";
import type { Showing } from "../domain/showing.ts";
import { answerPageOf } from "./answer-link.ts";
import { linkLife, mintConsentLink } from "./consent-link.ts";
import { mintLink } from "./personal-link.ts";
import type { Message, Ports } from "./ports.ts";

/** Whether a message goes out of Teams. */
export const isOutside = ({ to }: Pick<Message, "to">): boolean =>
  to.kind === "address" || (to.kind === "person" && !to.person.teams);

/** A message that leaves Teams, with a fresh link to the recipient's own page about what it says; each time it is sent. */
export async function withOwnLink(ports: Ports, message: Message): Promise<Message> {
  if (!isOutside(message) || message.replaces) return message;
  const page = await ownLink(ports, message);
  return page ? { ...message, showing: { ...message.showing, page } } : message;
}

async function ownLink(ports: Ports, { showing, to }: Message): Promise<Showing["page"]> {
  const { call, candidate, delivery } = showing;
  if (!call) return to.kind === "person" ? answerPageOf(ports, showing, to.person.id) : undefined;
  const { saying } = delivery;
  switch (saying.kind) {
    case "consentRequest":
    case "consentReminder":
    case "candidateLink":
    case "moveRequest":
      return candidate && mintConsentLink(ports, { call, candidate }, "mail");
    default: {
      const subject = ownDataOf(showing, to) ?? proposalOf(showing, to);
      const until = linkLife(call, ports.clock.now());
      return subject && { url: (await mintLink(ports, { call: call.id, subject, until })).url, until };
    }
  }
}

/** What is stored about whoever has the address that a message about it goes to. */
function ownDataOf({ delivery: { saying } }: Showing, to: Message["to"]): LinkSubject | undefined {
  const about = saying.kind === "dataLink" || saying.kind === "dataRequestAnswered";
  return about && to.kind === "address" && to.email ? { kind: "person", email: sameEmail(to.email) } : undefined;
}

/** The proposal whose page a message leads to: the sender's own, or a co-proposer's to confirm. */
function proposalOf({ delivery: { saying }, nominations }: Showing, to: Message["to"]): LinkSubject | undefined {
  switch (saying.kind) {
    case "receipt":
    case "confirmAddress":
    case "lateAccepted":
      return { kind: "nomination", nomination: saying.nomination };
    case "coProposer":
      return to.kind === "address" && to.email
        ? { kind: "coProposer", nomination: saying.nomination, email: sameEmail(to.email) }
        : undefined;
    case "consentOutcome":
    case "notReached": {
      const theirs = to.kind === "person" ? nominations.find(({ by }) => by === to.person.id) : undefined;
      return theirs && { kind: "nomination", nomination: theirs.id };
    }
    default:
      return undefined;
  }
}
