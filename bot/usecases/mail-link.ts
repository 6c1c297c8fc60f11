import type { Saying } from "../domain/delivery.ts";
import type { LinkSubject } from "../domain/link.ts";
import { sameEmail } from "../domain/person.ts";
import type { Showing } from "../domain/showing.ts";
import { answerPageOf } from "./answer-link.ts";
import { linkLife, mintConsentLink } from "./consent-link.ts";
import { DATA_LINK_LIFE, mintDataLink } from "./data-link.ts";
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
  const { saying } = delivery;
  if (!call && isAboutData(saying)) return ownPageOf(ports, showing, to);
  if (!call) return to.kind === "person" ? answerPageOf(ports, showing, to.person) : undefined;
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

const isAboutData = ({ kind }: Saying): boolean => kind === "dataLink" || kind === "dataRequestAnswered";

/** The same for those whom only a poll or a meeting knows: all that is stored about the address that it is sent to. */
async function ownPageOf(ports: Ports, { poll, meeting }: Showing, to: Message["to"]): Promise<Showing["page"]> {
  const round = poll?.id ?? meeting?.id;
  const email = to.kind === "address" ? to.email : to.kind === "person" ? to.person.email : undefined;
  if (!round || !email) return undefined;
  const until = ports.clock.now() + DATA_LINK_LIFE;
  const { url } = await mintDataLink(ports, { round, owner: { email: sameEmail(email) }, until });
  return { url, until };
}

/** What is stored about whoever has the address that a message about it goes to. */
function ownDataOf({ delivery: { saying } }: Showing, to: Message["to"]): LinkSubject | undefined {
  return isAboutData(saying) && to.kind === "address" && to.email
    ? { kind: "person", email: sameEmail(to.email) }
    : undefined;
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
