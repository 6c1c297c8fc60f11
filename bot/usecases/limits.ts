/** How many requests a window of so many milliseconds allows. */
interface Window {
  most: number;
  within: number;
}

/** Teams' limits per bot and thread (chat or channel), and per app and tenant; none may be passed in any stretch of time. */
const THREAD: readonly Window[] = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
];
/** Spread over the second, so that a stall of ours doesn't push two seconds' worth together. */
const TENANT: readonly Window[] = [
  { most: 10, within: 180 },
  { most: 50, within: 1_000 },
];
/** What the network may shift between our sending and Teams' counting. */
const MARGIN = 20;
/** So few requests, and none for so long, can be forgotten: repeated without end they stay within 1,800 in an hour. */
const FEW = { requests: 15, within: 30_000 };
/** Idle threads are looked for when so many more are known. */
const KNOWN_THREADS = 2_000;

export interface Limits {
  /**
   * Waits until `requests` more may go in the tenant, in the order of asking, and gives 0: they are counted. When it is the
   * thread that takes no more, gives at once the milliseconds after which to ask again, so that nobody waits behind it.
   */
  take(tenant: string, thread: string, requests: number): Promise<number>;
  /** Called as the requests leave: waits the moments by which those before them were held up since their turn. */
  leave(tenant: string, requests: number): Promise<void>;
}

/** A clock that never jumps, and how to wait by it. */
export interface Timing {
  monotonic(): number;
  sleep(ms: number): Promise<void>;
}

/** Sliding windows, for a bucket lets double through at its edge. */
export function createLimits({ monotonic, sleep }: Timing): Limits {
  const tenants = new Map<string, number[]>();
  const threads = new Map<string, number[]>();
  const left = new Map<string, number[]>();
  let forgetAt = KNOWN_THREADS;
  return {
    async take(tenant, thread, requests) {
      const now = monotonic();
      const ofTenant = kept(tenants, tenant, now, TENANT);
      const ofThread = kept(threads, thread, now, THREAD);
      const wait = waitOf(ofTenant, TENANT, requests, now);
      const full = waitOf(ofThread, THREAD, requests, now + wait);
      if (full > 0) return wait + full;
      // counted when their turn is, so that who asks next comes after them
      for (let i = 0; i < requests; i++) {
        ofTenant.push(now + wait);
        ofThread.push(now + wait);
      }
      if (threads.size > forgetAt) {
        forgetIdle(threads, now);
        forgetAt = threads.size + KNOWN_THREADS;
      }
      if (wait > 0) await sleep(wait);
      return 0;
    },
    async leave(tenant, requests) {
      const now = monotonic();
      const ofTenant = kept(left, tenant, now, TENANT);
      const wait = waitOf(ofTenant, TENANT.slice(-1), requests, now);
      for (let i = 0; i < requests; i++) ofTenant.push(now + wait);
      if (wait > 0) await sleep(wait);
    },
  };
}

/** The requests of a key that some window still looks at, oldest first. */
function kept(all: Map<string, number[]>, key: string, now: number, windows: readonly Window[]): number[] {
  const times = all.get(key) ?? [];
  const longest = windows.at(-1)?.within ?? 0;
  const first = times.findIndex((at) => now - at < longest + MARGIN);
  if (first !== 0) times.splice(0, first < 0 ? times.length : first);
  all.set(key, times);
  return times;
}

function waitOf(times: readonly number[], windows: readonly Window[], requests: number, now: number): number {
  return windows.reduce((wait, { most, within }) => {
    const blocking = times[times.length - most + requests - 1];
    return blocking === undefined ? wait : Math.max(wait, blocking + within + MARGIN - now);
  }, 0);
}

/** A mailing to a hundred thousand leaves the threads of its last minute. */
function forgetIdle(threads: Map<string, number[]>, now: number): void {
  const longest = THREAD.at(-1)?.within ?? 0;
  for (const [key, times] of threads) {
    const idle = now - (times.at(-1) ?? 0);
    if (idle > longest || (idle > FEW.within + MARGIN && times.length <= FEW.requests)) threads.delete(key);
  }
}
