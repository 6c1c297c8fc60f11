import type { Circular } from "../domain/circular.ts";
import { accept } from "../domain/decision.ts";
import { deliveriesOf, deliveryId, freshened, isLive } from "../domain/deliveries.ts";
import type { Delivery, Recipient } from "../domain/delivery.ts";
import type { Change } from "../domain/facts.ts";
import type { DeliveryId, PersonId, RoundId } from "../domain/ids.ts";
import { attendanceIdOf } from "../domain/meeting.ts";
import { holds } from "../domain/meeting-holds.ts";
import type { PollAnswer } from "../domain/poll-answer.ts";
import { pollAnswerIdOf } from "../domain/poll-answer.ts";
import { isAffected } from "../domain/poll-edit.ts";
import { change } from "./change.ts";
import { noteRound } from "./people.ts";
import type { Doc, Ports } from "./ports.ts";
import { factOf, openRound, type Round } from "./round.ts";

const PAGE = 30;

interface Walked {
  persons: PersonId[];
  next?: string;
}

/** Sends the next page of a circular on its way; its cursor is saved with the deliveries, so a crash repeats nothing. */
export async function circulate(ports: Ports, doc: Doc): Promise<void> {
  const { cursor } = factOf(doc) as Circular;
  const id = doc.pk as RoundId;
  const before = await openRound(ports, id);
  if (before) await noteThem(ports, before, factOf(doc) as Circular);
  await change<Change, never>(ports, id, "ehdolla", async (round) => {
    const circular = await round.get("circular", doc.id);
    if (!circular || circular.done || circular.cursor !== cursor) return accept({ facts: [], events: [] });
    const over = circular.until !== undefined && circular.until <= ports.clock.now();
    const { persons, next }: Walked = over ? { persons: [] } : await walk(ports, round, circular);
    const deliveries = await Promise.all(persons.map((person) => messageTo(ports, round, circular, person)));
    const { cursor: _, ...rest } = circular;
    const moved: Circular = { ...rest, rev: circular.rev + 1, done: next === undefined, ...(next && { cursor: next }) };
    return accept({ facts: [moved, ...deliveries.filter((d) => d !== undefined)], events: [] });
  });
}

/** The delivery of a saying that goes to persons of a poll or meeting; a live card has the same for as long as it lives. */
export const circularDeliveryId = (round: RoundId, { saying, id }: Pick<Circular, "saying" | "id">, person: PersonId) =>
  deliveryId(round, isLive(saying) ? saying.kind : id, { to: "person", person });

/** A new delivery, or an earlier one that is drawn anew; nothing for those whom it doesn't concern. */
async function messageTo(
  ports: Ports,
  round: Round,
  circular: Circular,
  person: PersonId,
): Promise<Delivery | undefined> {
  const now = ports.clock.now();
  const { saying, until, id } = circular;
  const known = await round.get("delivery", circularDeliveryId(round.id, circular, person) satisfies DeliveryId);
  const anew = known !== undefined && isLive(saying) && circular.only !== undefined;
  if (circular.redraw || (known && isLive(saying) && !anew)) return known && freshened(known, now);
  if ((known && !anew) || !(await concerns(round, circular, person))) return undefined;
  const to: Recipient[] = [{ to: "person", person }];
  const key = isLive(saying) && !anew ? saying.kind : id;
  return deliveriesOf(round.id, { key, at: now, to, saying, ...(until !== undefined && { until }) }, round.id, now)[0];
}

async function concerns(round: Round, { to, saying }: Circular, person: PersonId): Promise<boolean> {
  if (to === "all") return true;
  const answered = round.meeting ? await attends(round, person) : await round.get("pollAnswer", pollAnswerIdOf(person));
  if (to === "unanswered") return !answered;
  const edit = saying.kind === "pollChanged" ? round.poll?.edits[saying.index] : undefined;
  return answered !== undefined && (!edit || isAffected(answered as PollAnswer, edit));
}

async function attends(round: Round, person: PersonId) {
  const attendance = await round.get("attendance", attendanceIdOf(person));
  return attendance && round.meeting && holds(attendance, round.meeting) ? attendance : undefined;
}

/** The next people: those asked, and then, where anyone may answer, the others who have. */
async function walk(ports: Ports, round: Round, circular: Circular): Promise<Walked> {
  const [phase, after = ""] = (circular.cursor ?? "asked ").split(" ");
  const others = round.poll?.anyone && circular.to !== "unanswered" && !circular.only;
  if (phase === "asked") {
    const persons = (circular.only?.toSorted() ?? peopleOf(round)).filter((p) => p > after);
    const page = persons.slice(0, PAGE);
    if (persons.length > PAGE) return { persons: page, next: `asked ${page.at(-1)}` };
    return { persons: page, ...(others && { next: "others " }) };
  }
  const { docs, next } = await ports.store.list(round.id, "pollAnswer", { limit: PAGE, ...(after && { after }) });
  const asked = new Set([...peopleOf(round), ...(round.poll?.left ?? []).map((l) => l.person)]);
  const persons = docs.map((doc) => (factOf(doc) as PollAnswer).person).filter((p) => !asked.has(p));
  return { persons, ...(next !== undefined && { next: `others ${next}` }) };
}

/** All whom a poll asks or a meeting calls, in a fixed order. Substitutes hear of a meeting once they are called in. */
export function peopleOf({ poll, meeting }: Round): PersonId[] {
  const called = meeting?.invited.filter((i) => i.role !== "substitute").map((i) => i.person) ?? [];
  const calledIn = meeting?.calledIn.map((c) => c.person) ?? [];
  return [...new Set([...(poll?.asked.map((a) => a.person) ?? []), ...called, ...calledIn])].sort();
}

/** Those who are asked or called find the poll and its meetings among their own matters. */
async function noteThem(ports: Ports, round: Round, circular: Circular): Promise<void> {
  const { kind } = circular.saying;
  if (circular.redraw || (kind !== "pollRequest" && kind !== "pollInvitation" && kind !== "meetingInvitation")) return;
  const rounds = kind === "pollInvitation" ? (round.poll?.decided?.meetings.map((m) => m.meeting) ?? []) : [round.id];
  const { persons } = await walk(ports, round, circular);
  for (const person of persons) for (const id of rounds) await noteRound(ports, person, id);
}
