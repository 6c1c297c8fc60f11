import type { Candidate } from "../domain/candidate.ts";
import type { Delivery } from "../domain/delivery.ts";
import type { PersonId } from "../domain/ids.ts";
import type { Nomination } from "../domain/nomination.ts";
import type { Showing } from "../domain/showing.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round } from "./round.ts";
import { showingOfPoll } from "./showing-poll.ts";

export interface Loaded {
  round: Round;
  showing: Showing;
}

/** Loads what the words of a delivery are made from; nothing when the round is gone. */
export async function loadShowing(ports: Ports, delivery: Delivery): Promise<Loaded | undefined> {
  const round = await openRound(ports, delivery.round);
  if (!round) return undefined;
  const { saying } = delivery;
  const nomination = "nomination" in saying ? await round.get("nomination", saying.nomination) : undefined;
  const candidateId = "candidate" in saying ? saying.candidate : nomination?.candidate;
  const candidate = candidateId && (await round.get("candidate", candidateId));
  const question = "question" in saying ? await round.get("question", saying.question) : undefined;
  const request = "request" in saying ? await round.get("request", saying.request) : undefined;
  const candidates = saying.kind === "boardPost" ? await round.list("candidate") : undefined;
  const nominations: Nomination[] = candidates ? await round.list("nomination") : [];
  for (const id of candidate?.nominations ?? []) {
    const found = await round.get("nomination", id);
    if (found) nominations.push(found);
  }
  const showing: Showing = {
    delivery,
    group: round.group,
    nominations,
    head: round.head,
    ...(round.call ? { call: round.call } : {}),
    ...(nomination ? { nomination } : {}),
    ...(candidate ? { candidate } : {}),
    ...(candidates ? { candidates } : {}),
    ...(question ? { question } : {}),
    ...(await showingOfPoll(ports, round, delivery)),
    ...(request ? { request } : {}),
    ...(saying.kind === "conflictMarked" ? { names: await namesIn(ports, candidate?.conflicts) } : {}),
  };
  return { round, showing };
}

async function namesIn({ store }: Ports, marked: Candidate["conflicts"] = []): Promise<Record<PersonId, string>> {
  const people = await Promise.all(marked.map(({ person }) => readPerson(store, person)));
  return Object.fromEntries(people.flatMap((one) => (one ? [[one.id, one.name]] : [])));
}
