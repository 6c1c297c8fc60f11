import type { Candidate } from "./candidate.ts";
import { mayHandle } from "./candidate-officer.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { Edited, Press, Standing } from "./nominate-edit.ts";
import { counts, type Nomination, type Organisation, tooClose } from "./nomination.ts";
import type { Moment } from "./time.ts";

export type WordRefusal =
  | { kind: "notOfficer" }
  | { kind: "conflict" }
  | { kind: "contactInTeams" }
  | { kind: "notYetReceived" }
  | { kind: "withdrawn" }
  | { kind: "cancelled" }
  | { kind: "selected" }
  | { kind: "stale"; nomination: Nomination };

/** A co-proposer's word as an officer received it. */
export interface GivenWord {
  organisation: number;
  answer: "confirmed" | "objected";
  way: NonNullable<Organisation["word"]>["way"];
  /** By name. */
  receivedBy: string;
  received: Moment;
}

/** The co-proposers whose word an officer can write down: those whose contact doesn't answer in Teams. */
export const withoutTeams = ({ organisations }: Nomination): number[] =>
  organisations.flatMap(({ confirmation, contact }, at) => (confirmation === "own" || contact?.person ? [] : [at]));

type Known = Omit<Standing, "candidate"> & { candidate?: Candidate | undefined };

/** Why this person can't write a co-proposer's word down; nothing when they can. */
export function wordBarred({ group, call, nomination, candidate }: Known, by: Press["by"]): WordRefusal | undefined {
  if (!isOfficer(group, by)) return { kind: "notOfficer" };
  if (isClose(group, nomination, candidate, by)) return { kind: "conflict" };
  if (!counts(nomination)) return { kind: "withdrawn" };
  return call.status === "cancelled" || call.status === "selected" ? { kind: call.status } : undefined;
}

/**
 * An officer writes down that a co-proposing organisation takes part, or doesn't: said by mail, phone or on paper by a
 * contact who isn't in Teams. Until the selection, and again when the organisation changes its mind.
 */
export function recordConfirmation(
  known: Known,
  { organisation, answer, received, ...how }: GivenWord,
  press: Press,
): Decision<Edited, WordRefusal> {
  const { group, nomination } = known;
  if (isOfficer(group, press.by) && seen(nomination, press.nonce)) return accept({ facts: [], events: [], nomination });
  const no = wordBarred(known, press.by);
  if (no) return refuse(no);
  if (!withoutTeams(nomination).includes(organisation)) return refuse({ kind: "contactInTeams" });
  if (press.rev !== nomination.rev) return refuse({ kind: "stale", nomination });
  if (received.at > press.arrivedAt) return refuse({ kind: "notYetReceived" });
  const word = { ...how, at: received.at, by: press.by };
  const next: Nomination = {
    ...nomination,
    rev: nomination.rev + 1,
    organisations: nomination.organisations.map((o, at) =>
      at === organisation ? { ...o, confirmation: answer, word } : o,
    ),
    nonces: remember(nomination, press.nonce),
  };
  const event = answer === "confirmed" ? "nominationConfirmed" : "nominationObjected";
  return accept({ facts: [next], events: ["confirmationRecorded", event], nomination: next });
}

const isClose = (group: Group, nomination: Nomination, candidate: Candidate | undefined, by: Press["by"]): boolean =>
  tooClose(nomination, by) || (candidate !== undefined && !mayHandle(group, candidate, by));
