import type { Circular } from "../domain/circular.ts";
import type { Mailing } from "../domain/delivery.ts";
import type { Change, Fact } from "../domain/facts.ts";
import type { PollId, RoundId } from "../domain/ids.ts";
import { passTime } from "../domain/passing.ts";
import { change } from "./change.ts";
import { circulate } from "./circular.ts";
import { tellPublished } from "./group-record.ts";
import { expand } from "./mailing.ts";
import { callMeetings } from "./meeting-call.ts";
import { walkOutage } from "./outage.ts";
import { deal } from "./overflow.ts";
import type { Doc, Ports } from "./ports.ts";
import { resend } from "./resending.ts";
import { purgedWhenOver } from "./retention.ts";
import { factOf, HEADER, headerOf, type Round } from "./round.ts";
import { takeBack } from "./secret.ts";

/** Lets time pass for one document: transitions, and what has become due to say. */
export async function pass(ports: Ports, doc: Doc): Promise<void> {
  if (doc.type === "circular") {
    const { cursor, redraw } = factOf(doc) as Circular;
    if (!cursor && !redraw) await tellPublished(ports, doc.pk);
    return circulate(ports, doc);
  }
  if (doc.type === "mailing")
    return (factOf(doc) as Mailing).what === "again" ? resend(ports, doc) : expand(ports, doc);
  if (doc.type === "overflow") return deal(ports, doc);
  if (doc.type === "outage") return walkOutage(ports, doc);
  if (doc.type === "download" || doc.type === "link" || doc.type === "webDraft") return takeBack(ports, doc);
  if (doc.id === HEADER && (await purgedWhenOver(ports, headerOf(doc).fact))) return;
  if (doc.type === "poll") await callMeetings(ports, doc.pk as PollId);
  await passTogether(ports, [doc]);
  if (doc.id === HEADER) await tellPublished(ports, doc.pk);
}

/** Lets time pass for several facts of one round in one batch; throws BatchTooLarge when what follows doesn't fit in. */
export async function passTogether(ports: Ports, docs: readonly Doc[]): Promise<void> {
  const round = docs[0]?.pk as RoundId;
  await change(ports, round, "ehdolla", async (r) => {
    const changes: Change[] = [];
    for (const doc of docs) {
      const fact = await factIn(r, doc);
      if (fact) changes.push(passed(fact, r, ports.clock.now()));
    }
    const events = [...new Set(changes.flatMap((c) => c.events))];
    const boxes = changes.find((c) => c.boxes)?.boxes;
    return { ok: true, state: { facts: changes.flatMap((c) => c.facts), events, ...(boxes && { boxes }) } };
  });
}

const factIn = (round: Round, { id, type }: Doc): Promise<Fact | undefined> | Fact | undefined => {
  const header = id === HEADER && round.read.get(HEADER);
  return header ? headerOf(header).fact : round.get(type as "candidate", id);
};

/** A fact that time doesn't change is looked at all the same, for what has become due to say. */
function passed(fact: Fact, round: Round, now: number): Change {
  const change = passTime(fact, round, now);
  return change.facts.length > 0 ? change : { facts: [fact], events: [] };
}
