import type { Card } from "../../cards/kit.ts";
import { withNotice } from "../../cards/problem.ts";
import type { InvokeAnswer } from "./adapter.ts";
import type { Inbound } from "./inbound.ts";
import type { Reply } from "./turn.ts";

const CARD = "application/vnd.microsoft.card.adaptive";
const MESSAGE = "application/vnd.microsoft.activity.message";

/** A card as an attachment of a message or dialog. */
export const attached = (card: Card) => ({ contentType: CARD, content: card });

/** A reply in the envelope that the press came in. Teams wants HTTP 200 even for a refusal. */
export function answerTo(inbound: Inbound, reply: Reply): InvokeAnswer {
  const shown =
    "show" in reply ? reply.show : "refuse" in reply && reply.fresh ? withNotice(reply.fresh, reply.refuse) : undefined;
  const said = "say" in reply ? reply.say : "refuse" in reply ? reply.refuse : "";
  if (inbound.kind === "press" && inbound.door === "card")
    return {
      status: 200,
      body: { statusCode: 200, type: shown ? CARD : MESSAGE, value: shown ?? said },
    };
  const title = "show" in reply && reply.title ? reply.title : (shown && titleOf(shown)) || "Ehdolla";
  const task = shown
    ? { type: "continue", value: { title, width: 600, height: "large", card: attached(shown) } }
    : { type: "message", value: said };
  return { status: 200, body: { task } };
}

const titleOf = (card: Card): string | undefined => card.fallbackText.slice(0, 60);
