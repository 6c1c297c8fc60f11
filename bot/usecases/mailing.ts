import { deliveriesOf } from "../domain/deliveries.ts";
import type { Delivery, Mailing, Recipient, Saying } from "../domain/delivery.ts";
import type { CallId } from "../domain/ids.ts";
import type { Nomination } from "../domain/nomination.ts";
import { change } from "./change.ts";
import type { Doc, Ports } from "./ports.ts";
import { factOf } from "./round.ts";

const PAGE = 40;

/** Expands the next page of a mailing into deliveries; its cursor is saved with them, so a crash repeats nothing. */
export async function expand(ports: Ports, doc: Doc): Promise<void> {
  const now = ports.clock.now();
  const { what, source, cursor } = factOf(doc) as Mailing;
  const page = await ports.store.list(source, "nomination", {
    limit: PAGE,
    ...(cursor === undefined ? {} : { after: cursor }),
  });
  const nominations = page.docs.map((d) => factOf(d) as Nomination);
  await change(ports, doc.pk as CallId, "ehdolla", async (round) => {
    const mailing = await round.get("mailing", doc.id);
    if (!mailing || mailing.done || mailing.cursor !== cursor) return { ok: true, state: { facts: [], events: [] } };
    const candidates = await Promise.all(nominations.map((n) => n.candidate && round.get("candidate", n.candidate)));
    const saying: Saying = what === "newCall" ? { kind: "newCall", earlier: source } : { kind: "callCancelled" };
    const deliveries = new Map<string, Delivery>();
    nominations.forEach((n, i) => {
      const to = recipients(n, candidates[i]?.person);
      for (const d of deliveriesOf(mailing.id, { key: what, at: now, to, saying }, doc.pk as CallId, now))
        deliveries.set(d.id, d);
    });
    const fresh: Delivery[] = [];
    for (const d of deliveries.values()) if (!(await round.get("delivery", d.id))) fresh.push(d);
    const moved: Mailing = {
      ...mailing,
      rev: mailing.rev + 1,
      done: page.next === undefined,
      ...(page.next === undefined ? {} : { cursor: page.next }),
    };
    return { ok: true, state: { facts: [moved, ...fresh], events: [] } };
  });
}

/** Everybody whom a proposal concerns: who sent it, and the person proposed. */
const recipients = (n: Nomination, candidate: Nomination["by"]): Recipient[] =>
  [...new Set([n.by, candidate ?? n.nominee.person])].flatMap((person) =>
    person ? [{ to: "person" as const, person }] : [],
  );
