import { type AppendixSource, appendixOf } from "../domain/appendix.ts";
import type { Appendix } from "../domain/appendix-view.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import type { Delivery } from "../domain/delivery.ts";
import { type AppendixRefusal, appendixDeliveryId, makeAppendix as decide } from "../domain/download.ts";
import type { Change } from "../domain/facts.ts";
import { isOfficer } from "../domain/group.ts";
import type { CallId, PersonId } from "../domain/ids.ts";
import { isEntered } from "../domain/nomination.ts";
import { change, type NoSuchRound } from "./change.ts";
import { type Ticket, ticketFor } from "./links.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round } from "./round.ts";

/** An officer asks for the appendix of a call: a message with links to the files comes to their 1:1 chat. */
export async function makeAppendix(
  ports: Ports,
  { call: id, by, nonce }: { call: CallId; by: PersonId; nonce: string },
) {
  return change<Change, AppendixRefusal | NoSuchRound>(ports, id, by, async (round) => {
    const { group, call } = round;
    if (!call) return refuse({ kind: "noSuchRound" });
    const earlier: Delivery[] = [];
    for (;;) {
      const found = await round.get("delivery", appendixDeliveryId(call, by, nonce, earlier.length));
      if (!found) break;
      earlier.push(found);
    }
    return decide({ group, call, earlier }, { by, nonce, now: ports.clock.now() });
  });
}

/** What a file is written from. */
export interface Download {
  appendix: Appendix;
  format: Ticket["format"];
}

/** The appendix that a link opens, as things stand now. One refusal for all that doesn't open, so that nothing can be guessed. */
export async function openDownload(ports: Ports, token: string): Promise<Decision<Download, { kind: "notFound" }>> {
  const ticket = await ticketFor(ports, token);
  const round = ticket && (await openRound(ports, ticket.call));
  if (!ticket || !round?.call || !isOfficer(round.group, ticket.by)) return refuse({ kind: "notFound" });
  const source = await sourceOf(ports, round, ticket.by);
  if (!source) return refuse({ kind: "notFound" });
  return accept({ appendix: appendixOf(source, ticket.lang), format: ticket.format });
}

/** All that an appendix is made from, as it stands now; nothing for a round without a call. */
export async function sourceOf(ports: Ports, round: Round, by: PersonId): Promise<AppendixSource | undefined> {
  const { call, group, head } = round;
  if (!call) return undefined;
  const [nominations, candidates] = await Promise.all([round.list("nomination"), round.list("candidate")]);
  const named = new Set<PersonId>([by]);
  for (const { arrival, lateAccepted } of nominations) {
    if (isEntered(arrival)) named.add(arrival.enteredBy);
    if (lateAccepted) named.add(lateAccepted.by);
  }
  for (const { conflicts } of candidates) for (const { person } of conflicts) named.add(person);
  const names = new Map<PersonId, string>();
  for (const id of named) names.set(id, (await readPerson(ports.store, id))?.name ?? "");
  return { call, group, nominations, candidates, head, now: ports.clock.now(), by, nameOf: (id) => names.get(id) };
}
