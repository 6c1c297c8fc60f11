import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "../../bot/domain/delivery-steps.ts";
import type { Instant } from "../../bot/domain/time.ts";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import { createBursts } from "../../bot/usecases/burst.ts";
import type { Message, Ports, TeamMember } from "../../bot/usecases/ports.ts";
import { createQueue } from "../../bot/usecases/queue.ts";
import { createSettler } from "../../bot/usecases/settle.ts";

/** Ports for a test: a real store in a folder of its own, a clock that is set by hand, and what was sent. */
export interface TestPorts extends Ports {
  clock: { now(): Instant; set(at: Instant): void };
  sent: Message[];
  members: TeamMember[];
  /** How the outside world answers the next messages; sent, when there is nothing here. */
  answers: ((message: Message) => Outcome | undefined)[];
  /** Performs all that is due by the clock. */
  settled(): Promise<void>;
  /** Moves the clock and performs all that is due. */
  at(instant: Instant): Promise<void>;
  dispose(): Promise<void>;
}

/** 2027-05-06 14:00 in Helsinki, a Thursday; holidays are what the test's own calendar says. */
export const TODAY: Instant = Date.UTC(2027, 4, 6, 11, 0);

export function testPorts(): TestPorts {
  const folder = mkdtempSync(join(tmpdir(), "ehdolla-"));
  const store = openSqlite(join(folder, "ehdolla.sqlite"));
  let now = TODAY;
  let counter = 0;
  const sent: Message[] = [];
  const members: TeamMember[] = [];
  const answers: TestPorts["answers"] = [];
  const clock: TestPorts["clock"] = {
    now: () => now,
    set: (at) => {
      now = at;
    },
  };
  const ids = { random: () => `test${String(++counter).padStart(8, "0")}` };
  const queue = createQueue();
  const ports: TestPorts = {
    store,
    clock,
    ids,
    calendar: { isHoliday: (day) => day.endsWith("-12-06") || day.endsWith("-01-01") },
    messenger: {
      async deliver(message) {
        for (const answer of answers) {
          const outcome = answer(message);
          if (outcome) return outcome;
        }
        sent.push(message);
        const conversation = message.to.kind === "person" ? `chat ${message.to.person.id}` : "channel";
        return {
          kind: "sent",
          posted: message.replaces ?? {
            serviceUrl: "https://teams.example.org",
            conversation,
            activity: `activity-${sent.length}`,
          },
        };
      },
    },
    directory: { members: async () => members },
    queue,
    bursts: createBursts({ store, clock, ids, queue }, "test"),
    wake: () => {},
    log: {
      info: () => {},
      warn: () => {},
      error: (fields) => {
        throw fields.err;
      },
    },
    publicUrl: "https://ehdolla.example.org",
    sent,
    members,
    answers,
    async settled() {
      // No limits, and no resting after a failure: a test's clock stands still, and a failure is the test's.
      const settler = createSettler(
        ports,
        "test",
        { take: async () => 0, leave: async () => {} },
        { monotonic: () => 0, sleep: () => new Promise(setImmediate) },
      );
      for (let rounds = 0; rounds < 100 && (await settler.step()); rounds++) await settler.finish();
    },
    async at(instant) {
      now = instant;
      await ports.settled();
    },
    async dispose() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return ports;
}
