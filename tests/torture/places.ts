import { EventEmitter, on } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type BotOptions, type BotProcess, type Standby, standBy } from "../support/process.ts";
import { START, TIMES } from "./scene.ts";

/** The two places of an instance; one that was killed leaves its place empty for a while. Who takes it next stands by. */
export class Places {
  readonly #from = Date.now();
  readonly #bots: (BotProcess | undefined)[] = [undefined, undefined];
  readonly #asked = new EventEmitter<{ asked: [BotProcess] }>();
  readonly #next: Standby[];
  readonly #standBy: () => Standby;

  constructor(folder: string) {
    const options: BotOptions = {
      lease: { takeOverAfter: 400, renewAfter: 100 },
      sendTimeout: 300,
      isTraced: true,
      pace: { from: this.#from, at: START, times: TIMES },
    };
    this.#standBy = () => standBy(folder, options);
    this.#next = [this.#standBy(), this.#standBy()];
  }

  /** The instances' clock. */
  readonly now = () => START + (Date.now() - this.#from) * TIMES;

  async fill(which: readonly (0 | 1)[]): Promise<void> {
    await Promise.all(
      which.map(async (n) => {
        const next = this.#next[n];
        this.#next[n] = this.#standBy();
        this.#bots[n] = await next?.start();
      }),
    );
  }

  async empty(which: readonly (0 | 1)[], how: "kill" | "stop" = "stop"): Promise<void> {
    const gone = which.map((n) => this.#bots[n]);
    for (const n of which) this.#bots[n] = undefined;
    await Promise.all(gone.map((bot) => bot?.[how]()));
  }

  async close(): Promise<void> {
    await this.empty([0, 1]);
    await Promise.all(this.#next.map((next) => next.dismiss()));
  }

  /** The wanted instance, or the other one while its place is empty. */
  async answering(wanted: 0 | 1): Promise<BotProcess> {
    for (;;) {
      const bot = this.#bots[wanted] ?? this.#bots[1 - wanted];
      if (bot) {
        this.#asked.emit("asked", bot);
        return bot;
      }
      await sleep(20);
    }
  }

  /** Waits until somebody is about to press something at one of these. */
  async isAsked(which: readonly (0 | 1)[]): Promise<void> {
    const bots = which.map((n) => this.#bots[n]);
    for await (const [bot] of on(this.#asked, "asked")) if (bots.includes(bot)) return;
  }
}
