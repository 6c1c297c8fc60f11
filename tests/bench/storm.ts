import type { Call, Fault } from "../support/connector.ts";

/** What Teams permits an app in a tenant. */
export const PERMITTED = 50;

/** Teams' side of a mailing: its limit, a storm of refusals, and who got what. */
export interface Storm {
  fault(call: Call): Fault | undefined;
  /** When each call came in, in milliseconds. */
  times: number[];
  refused: number;
  /** Calls beyond what is permitted in a second. */
  beyond: number;
  /** How often each chat accepted a message, and when it first did. */
  accepted: Map<string, { count: number; at: number }>;
}

/** Every third call is refused for a while, and then for some seconds all of them; each is told to wait one to three seconds. */
export function storm(): Storm {
  const it: Storm = {
    times: [],
    refused: 0,
    beyond: 0,
    accepted: new Map(),
    fault({ method, path }) {
      const now = performance.now();
      const n = it.times.push(now);
      const before = it.times[n - 1 - PERMITTED];
      if (before !== undefined && now - before < 1_000) {
        it.beyond++;
        return refusal(1);
      }
      if ((n > 300 && n < 900 && n % 3 === 0) || (n > 1_500 && n < 1_650)) return refusal(1 + (n % 3));
      const chat = /^\/v3\/conversations\/(.+)\/activities$/.exec(path)?.[1];
      if (chat && method === "POST") {
        const known = it.accepted.get(chat);
        it.accepted.set(chat, { count: (known?.count ?? 0) + 1, at: known?.at ?? now });
      }
      return undefined;
    },
  };
  const refusal = (seconds: number): Fault => {
    it.refused++;
    return { status: 429, headers: { "retry-after": String(seconds) } };
  };
  return it;
}
