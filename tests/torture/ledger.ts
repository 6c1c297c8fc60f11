import type { CallId, CandidateId, MeetingId, NominationId, PersonId, PollId } from "../../bot/domain/ids.ts";

/** Something that somebody did, with a mark by which it is found in the store. */
export type Deed = CallDeed | PollDeed;

export type CallDeed = { call: CallId } & (
  | { kind: "nominated"; id: NominationId }
  | { kind: "edited"; id: NominationId; reason: string }
  | { kind: "withdrawn"; id: NominationId }
  | { kind: "answered"; candidate: CandidateId; state: "given" | "declined"; mark: string }
  | { kind: "extended"; reason: string }
  | { kind: "corrected"; note: string }
  | { kind: "merged"; candidate: CandidateId; other: CandidateId }
);

export type PollDeed =
  | { kind: "pollAnswered"; poll: PollId; person: PersonId; mark: string }
  | { kind: "pollEnded"; poll: PollId; as: "decided" | "closed" | "cancelled" }
  | { kind: "attended"; meeting: MeetingId; person: PersonId; mark: string }
  | { kind: "meetingMoved"; meeting: MeetingId; wall: string }
  | { kind: "meetingCancelled"; meeting: MeetingId };

/** Marks what one action wrote, so that it is found again. */
export const markOf = (seed: number, action: number): string => `Merkintä ${seed}-${action}.`;

/** A deed is acknowledged when the person was told so, and in doubt when no answer came. */
export type Entry = { deed: Deed; told: "yes" | "late" | "nothing" };

/** What people did and what they were told, in the order of doing. What was refused isn't in it. */
export interface Ledger {
  entries: Entry[];
  refused: number;
  /** How often somebody was told that something went wrong. */
  wrong: number;
  /** Nobody else does anything to a fact meanwhile. Undefined when somebody does. */
  alone<T>(fact: string, work: () => Promise<T>): Promise<T | undefined>;
  /** Does it and writes down what came of it. */
  enter(deed: Deed, press: () => Promise<"yes" | "late" | "no">): Promise<void>;
}

export function newLedger(): Ledger {
  const held = new Set<string>();
  const ledger: Ledger = {
    entries: [],
    refused: 0,
    wrong: 0,
    async alone(fact, work) {
      if (held.has(fact)) return undefined;
      held.add(fact);
      try {
        return await work();
      } finally {
        held.delete(fact);
      }
    },
    async enter(deed, press) {
      const entry: Entry = { deed, told: "nothing" };
      ledger.entries.push(entry);
      const told = await press();
      if (told === "no") {
        ledger.entries.splice(ledger.entries.indexOf(entry), 1);
        ledger.refused++;
      } else entry.told = told;
    },
  };
  return ledger;
}
