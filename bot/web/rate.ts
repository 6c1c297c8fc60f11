import RateLimiterMemory from "rate-limiter-flexible/lib/RateLimiterMemory.js";
import type { PersonId } from "../domain/ids.ts";

/** Wrong links from one place: far more than anybody mistypes, and next to nothing against 128 bits. */
const MISSES = { points: 20, duration: 600 };
/** Forms sent from one place, where a whole office may stand behind one address. */
const FORMS = { points: 120, duration: 60 };
/** Files made for one place: each takes the service some work. */
const FILES = { points: 60, duration: 600 };
/** Pages and forms behind one personal link, from wherever they are asked for. */
const PAGES = { points: 120, duration: 600 };
/** Presses of one person outside Teams, by whichever of their links. */
const PRESSES = { points: 60, duration: 60 };
/** Requests for a new link, each of which may send mail. */
const AGAIN = { points: 6, duration: 3_600 };

/** How much one place, one link and one person may ask of the pages. Kept in memory: nobody is followed beyond minutes. */
export interface Rates {
  /** Whether somebody who has guessed wrong links too often may try yet another. */
  mayGuess(address: string): Promise<boolean>;
  missed(address: string): Promise<void>;
  maySend(address: string): Promise<boolean>;
  mayFetch(address: string): Promise<boolean>;
  mayAskAgain(address: string): Promise<boolean>;
  mayOpen(link: string): Promise<boolean>;
  mayPress(person: PersonId): Promise<boolean>;
}

export function pageRates(): Rates {
  const misses = new RateLimiterMemory(MISSES);
  const forms = new RateLimiterMemory(FORMS);
  const files = new RateLimiterMemory(FILES);
  const again = new RateLimiterMemory(AGAIN);
  const pages = new RateLimiterMemory(PAGES);
  const presses = new RateLimiterMemory(PRESSES);
  const takes = (limiter: RateLimiterMemory, who: string) =>
    limiter.consume(who).then(
      () => true,
      () => false,
    );
  return {
    mayGuess: async (address) => ((await misses.get(address))?.consumedPoints ?? 0) < MISSES.points,
    missed: async (address) => void (await takes(misses, address)),
    maySend: (address) => takes(forms, address),
    mayFetch: (address) => takes(files, address),
    mayAskAgain: (address) => takes(again, address),
    mayOpen: (link) => takes(pages, link),
    mayPress: (person) => takes(presses, person),
  };
}

/**
 * Who asked, behind as many proxies of our own: each adds whom it saw at the end, and what stands before that anybody can
 * have written. An IPv6 address counts as its network, of which one household has a whole one.
 */
export function clientAddress(
  seen: string | undefined,
  forwarded: string | string[] | undefined,
  proxies: number,
): string {
  const passed = (Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? "")).split(",").map((s) => s.trim());
  const told = proxies > 0 ? passed.at(-proxies) : undefined;
  const address = (told || seen || "").replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+(\.\d+){3}):\d+$/, "$1");
  return address.includes(":") && !address.includes(".") ? address.split(":").slice(0, 4).join(":") : address;
}
