import type { Call, Fault } from "../support/connector.ts";

/** What Teams permits an app in a tenant in a second; on their way, calls may get closer to each other by a twentieth. */
export const PERMITTED = 50;
const SECOND = 950;

/** Teams' side of a mailing: its limit, a storm of refusals, and who got what. */
export interface Storm {
  fault(call: Call): Fault | undefined;
  /** When each call came in, in milliseconds. */
  times: number[];
  refused: number;
  /** Calls beyond what is permitted in a second. */
  beyond: number;
  /** When the first message to each chat left, and how many were accepted there, the last one when. */
  chats: Map<string, { left: number; accepted: number; at: number }>;
}

/** Every third call is refused for a while, and then for some seconds all of them; each is told to wait one to three seconds. */
export function storm(): Storm {
  const it: Storm = {
    times: [],
    refused: 0,
    beyond: 0,
    chats: new Map(),
    fault({ method, path }) {
      const now = performance.now();
      const n = it.times.push(now);
      const to = method === "POST" && /^\/v3\/conversations\/(.+)\/activities$/.exec(path)?.[1];
      const chat = (to && it.chats.get(to)) || { left: now, accepted: 0, at: now };
      if (to) it.chats.set(to, chat);
      const before = it.times[n - 1 - PERMITTED];
      if (before !== undefined && now - before < SECOND) {
        it.beyond++;
        return refusal(1);
      }
      if ((n > 300 && n < 900 && n % 3 === 0) || (n > 1_500 && n < 1_650)) return refusal(1 + (n % 3));
      chat.accepted++;
      chat.at = now;
      return undefined;
    },
  };
  const refusal = (seconds: number): Fault => {
    it.refused++;
    return { status: 429, headers: { "retry-after": String(seconds) } };
  };
  return it;
}
