import { type Call, type Connector, conversationOf, type Fault } from "../support/connector.ts";
import type { Chance } from "./chance.ts";

/** What Teams really has: each message that was accepted, whether or not the bot was told so. */
export interface Accepted {
  messages: { conversation: string; call: Call }[];
  /** From now on all is well. */
  calm(): void;
}

type Mishap = Fault | undefined | "accepted 502" | "accepted reset" | "accepted never";
const busy: Fault = { status: 429, headers: { "retry-after": "1" } };
const broken: Fault = { status: 502 };

const MISHAPS: readonly (readonly [Mishap, number])[] = [
  [undefined, 75],
  [busy, 6],
  [broken, 4],
  ["accepted 502", 3],
  ["reset", 3],
  ["accepted reset", 4],
  ["never", 1],
  ["accepted never", 4],
];
const answers: Record<string, Fault> = { "accepted 502": broken, "accepted reset": "reset", "accepted never": "never" };

/** Lets the connector stand-in fail by chance, and writes down what arrived nevertheless. */
export function unreliable(connector: Connector, chance: Chance): Accepted {
  const messages: Accepted["messages"] = [];
  let calm = false;
  connector.fault = (call) => {
    // rosters are asked for while somebody waits for an answer
    const mishap = calm || call.method === "GET" ? undefined : chance.of(MISHAPS);
    const accepted = typeof mishap === "string" && mishap in answers;
    const conversation = conversationOf(call);
    if (conversation && (accepted || mishap === undefined)) messages.push({ conversation, call });
    return accepted ? answers[mishap] : (mishap as Fault | undefined);
  };
  return {
    messages,
    calm: () => {
      calm = true;
    },
  };
}
