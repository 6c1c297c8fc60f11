import type { Candidate } from "../domain/candidate.ts";
import { deliveriesOf } from "../domain/deliveries.ts";
import type { CallMailing, Delivery, Recipient, Saying } from "../domain/delivery.ts";
import { isReachable, recipientOf } from "../domain/due/candidate.ts";
import type { CallId } from "../domain/ids.ts";
import { counts, type Nomination } from "../domain/nomination.ts";
import { change } from "./change.ts";
import type { Doc, Ports } from "./ports.ts";
import { factOf } from "./round.ts";

const PAGE = 40;
/** A batch takes at most a hundred writes; what doesn't fit is found again with the same page. */
const MOST = 90;

/** Expands the next page of a mailing into deliveries; its cursor is saved with them, so a crash repeats nothing. */
export async function expand(ports: Ports, doc: Doc): Promise<void> {
  const now = ports.clock.now();
  const { what, source, cursor } = factOf(doc) as CallMailing;
  const page = await ports.store.list(source, "nomination", {
    limit: PAGE,
    ...(cursor === undefined ? {} : { after: cursor }),
  });
  const nominations = page.docs.map((d) => factOf(d) as Nomination);
  await change(ports, doc.pk as CallId, "ehdolla", async (round) => {
    const mailing = await round.get("mailing", doc.id);
    if (!mailing || mailing.what === "again" || mailing.done || mailing.cursor !== cursor)
      return { ok: true, state: { facts: [], events: [] } };
    const candidates = await Promise.all(nominations.map((n) => candidateOf(ports, n)));
    const saying: Saying = what === "newCall" ? { kind: "newCall", earlier: source } : { kind: "callCancelled" };
    const mails = what === "cancelled" && !round.call?.practice;
    const deliveries = new Map<string, Delivery>();
    nominations.forEach((n, i) => {
      const to = [...recipients(n, candidates[i]), ...(mails ? addresses(n, candidates[i]) : [])];
      for (const d of deliveriesOf(mailing.id, { key: what, at: now, to, saying }, doc.pk as CallId, now))
        deliveries.set(d.id, d);
    });
    const fresh: Delivery[] = [];
    for (const d of deliveries.values()) if (!(await round.get("delivery", d.id))) fresh.push(d);
    const counted = (deliveries: number): CallMailing => ({ ...mailing, made: (mailing.made ?? 0) + deliveries });
    const moved: CallMailing = {
      ...counted(fresh.length),
      rev: mailing.rev + 1,
      walked: (mailing.walked ?? 0) + nominations.length,
      done: page.next === undefined,
      ...(page.next === undefined ? {} : { cursor: page.next }),
    };
    const facts = fresh.length > MOST ? [counted(MOST), ...fresh.slice(0, MOST)] : [moved, ...fresh];
    return { ok: true, state: { facts, events: [] } };
  });
}

/** The candidate stands in the call that the proposal was made in, which isn't always the one that speaks. */
async function candidateOf({ store }: Ports, n: Nomination): Promise<Candidate | undefined> {
  const doc = n.candidate && (await store.get(n.call, n.candidate));
  return doc ? (factOf(doc) as Candidate) : undefined;
}

/**
 * Everybody whom a standing proposal concerns: who sent it, the co-proposers, and the person proposed. A person
 * proposed too late was never asked and so hears nothing; nor does anybody of a proposal that was withdrawn or that its
 * sender never confirmed.
 */
const recipients = (n: Nomination, candidate: Candidate | undefined): Recipient[] => {
  if (n.status === "withdrawn" || n.unconfirmed) return [];
  const proposed =
    candidate?.notReached?.reason === "notThisPerson" || candidate?.outside ? undefined : candidate?.person;
  const persons = [n.by, ...n.organisations.map((o) => o.contact?.person), proposed];
  return [...new Set(persons)].flatMap((person) => (person ? [{ to: "person" as const, person }] : []));
};

/** Those outside Teams whom a proposal that counts concerns: they are told of a cancelled call, and of nothing else by itself. */
const addresses = (n: Nomination, candidate: Candidate | undefined): Recipient[] => {
  if (!counts(n) || n.unconfirmed) return [];
  const asked = candidate && isReachable(candidate) ? recipientOf(candidate) : undefined;
  const contacts = n.organisations.flatMap(({ contact }) =>
    contact?.email && !contact.person ? [{ to: "address" as const, name: contact.name, email: contact.email }] : [],
  );
  return [...(asked?.to === "address" ? [asked] : []), ...contacts];
};
