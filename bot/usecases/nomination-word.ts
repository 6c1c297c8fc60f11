import { refuse } from "../domain/decision.ts";
import type { NominationId } from "../domain/ids.ts";
import type { Edited, Press } from "../domain/nominate-edit.ts";
import { recordConfirmation as decide, type GivenWord, type WordRefusal } from "../domain/nominate-word.ts";
import { change, type NoSuchRound } from "./change.ts";
import { type At, callRound, standing } from "./nomination.ts";
import type { Ports } from "./ports.ts";

/** An officer writes down what a co-proposing organisation answered outside Teams. */
export async function recordConfirmation(ports: Ports, at: At, id: NominationId, given: GivenWord, press: Press) {
  if (!(await callRound(ports, at))) return refuse<NoSuchRound>({ kind: "noSuchRound" });
  return change<Edited, WordRefusal | NoSuchRound>(ports, at.call, press.by, async (round) => {
    const found = await standing(round, id);
    return found ? decide(found, given, press) : refuse<NoSuchRound>({ kind: "noSuchRound" });
  });
}
