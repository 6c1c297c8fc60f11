import { accept, type Decision, refuse } from "../domain/decision.ts";
import { deliveryId } from "../domain/deliveries.ts";
import type { Delivery, Resending } from "../domain/delivery.ts";
import { remindsOf } from "../domain/delivery-asks.ts";
import { hasFailed, mayGoAgain, pendingAgain } from "../domain/delivery-retry.ts";
import type { Change, Fact } from "../domain/facts.ts";
import { actsFor } from "../domain/group.ts";
import type { RoundId } from "../domain/ids.ts";
import { change, type NoSuchRound } from "./change.ts";
import { aboutDelivery, type DeliveriesRef } from "./delivery.ts";
import type { Doc, Ports } from "./ports.ts";
import { factOf, type Round } from "./round.ts";

/** So many messages are looked at in one reading, and at most so many of them sent once more in one batch. */
const READ = 500;
const MOST = 40;

/** Has everything sent once more that wasn't said and may arrive now; the settler does it a page at a time. */
export const resendAll = (ports: Ports, { tenant, round: id, by }: DeliveriesRef, nonce: string) =>
  change<Change, { kind: "notAllowed" } | NoSuchRound>(ports, id, by, async (round) => {
    if (round.group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
    if (!actsFor(round.group, by)) return refuse({ kind: "notAllowed" });
    const resending: Resending = {
      kind: "mailing",
      id: `mail:again-${nonce}`,
      rev: 1,
      what: "again",
      by,
      at: ports.clock.now(),
      done: false,
    };
    const known = await round.get("mailing", resending.id);
    return accept(known ? nothing : { facts: [resending], events: ["deliveriesRetried"] });
  });

/** The next page of it; its cursor is saved with the messages, so a crash repeats nothing. */
export async function resend(ports: Ports, doc: Doc): Promise<void> {
  const { cursor } = factOf(doc) as Resending;
  const found = await ports.store.list(doc.pk, "delivery", { limit: READ, ...(cursor && { after: cursor }) });
  const failed = found.docs.map((d) => factOf(d) as Delivery).filter(hasFailed);
  const page = failed.slice(0, MOST);
  const next = failed.length > MOST ? page.at(-1)?.id : found.next;
  await change<Change, never>(ports, doc.pk as RoundId, "ehdolla", async (round): Promise<Decision<Change, never>> => {
    const resending = await round.get("mailing", doc.id);
    if (resending?.what !== "again" || resending.done || resending.cursor !== cursor) return accept(nothing);
    const again: Fact[] = [];
    for (const { id } of page) {
      const delivery = await round.get("delivery", id);
      if (delivery && (await goesAgain(ports, round, delivery, resending)))
        again.push(pendingAgain(delivery, ports.clock.now()));
    }
    const { cursor: _, ...rest } = resending;
    const moved: Resending = {
      ...rest,
      rev: resending.rev + 1,
      done: next === undefined,
      ...(next && { cursor: next }),
    };
    return accept({ facts: [moved, ...again], events: [] });
  });
}

/** Not what failed since, which was just tried; and no reminder of what is only now being said. */
async function goesAgain({ clock }: Ports, round: Round, delivery: Delivery, { by, at }: Resending): Promise<boolean> {
  if ((delivery.failure?.at ?? delivery.at) > at) return false;
  const about = await aboutDelivery(round, delivery);
  if (!mayGoAgain(about, { by, now: clock.now() })) return false;
  const kind = remindsOf(delivery.saying);
  const request = kind && (await round.get("delivery", deliveryId(round.id, kind, delivery.to)));
  return !request || request.posted !== undefined;
}

const nothing: Change = { facts: [], events: [] };
