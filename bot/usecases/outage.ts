import type { Call, Outage } from "../domain/call.ts";
import { mayAnswerLater, withOutage } from "../domain/due/outage.ts";
import type { RoundId } from "../domain/ids.ts";
import type { Poll } from "../domain/poll.ts";
import type { Instant } from "../domain/time.ts";
import { change } from "./change.ts";
import { tenantPk } from "./listing.ts";
import { type Doc, type NewDoc, NewerSchema, type Ports } from "./ports.ts";
import { isConflict } from "./retry.ts";
import { factsOf, HEADER, headerOf } from "./round.ts";

const PAGE = 20;

/** A list that is still to be walked, and from where: a tenant's groups, a group's calls or its polls. */
interface Left {
  pk: string;
  type: "listed" | "listedPoll";
  groups?: true;
  after?: string;
}

interface Body {
  outage: Outage;
  left: Left[];
}

/** An outage that the settler has still to tell of: one document of the batch that ends it. */
export const outageDoc = (pk: string, beat: number, outage: Outage, tenants: readonly string[]): NewDoc => ({
  pk,
  id: `outage:${beat}`,
  type: "outage",
  version: 1,
  dueAt: outage.from,
  body: { outage, left: tenants.map((t): Left => ({ pk: tenantPk(t), type: "listed", groups: true })) } satisfies Body,
});

/**
 * Writes an outage down in the next calls and polls that could have been answered in it; their officers are told. What
 * is left is saved after each page, and a page that is walked again tells nobody twice.
 */
export async function walkOutage(ports: Ports, doc: Doc): Promise<void> {
  const { outage, left } = doc.body as Body;
  if (doc.version === 1) ports.log.warn({ from: outage.from, to: outage.to }, "nothing was answered");
  const [next, ...others] = left;
  const { inside = [], rest = [] } = next ? await walk(ports, next, outage) : {};
  const body: Body = { outage, left: [...inside, ...rest, ...others] };
  const { pk, id, version } = doc;
  try {
    await ports.store.commit(pk, [
      body.left.length > 0
        ? { op: "replace", doc: { ...doc, version: version + 1, body } }
        : { op: "delete", id, version },
    ]);
  } catch (error) {
    // another settler has walked this page
    if (!isConflict(error)) throw error;
  }
}

async function walk(ports: Ports, next: Left, outage: Outage): Promise<{ inside: Left[]; rest: Left[] }> {
  const { pk, type, groups, after } = next;
  const page = await ports.store.list(pk, type, { limit: PAGE, ...(after === undefined ? {} : { after }) });
  const rest = page.next === undefined ? [] : [{ ...next, after: page.next }];
  if (groups) {
    const inside = page.docs.flatMap(({ id }): Left[] => [
      { pk: id, type: "listed" },
      { pk: id, type: "listedPoll" },
    ]);
    return { inside, rest };
  }
  for (const { id } of page.docs) await note(ports, id as RoundId, outage);
  return { inside: [], rest };
}

/** One that a newer Ehdolla wrote mustn't keep the others from being told. */
async function note(ports: Ports, round: RoundId, outage: Outage): Promise<void> {
  try {
    const header = await ports.store.get(round, HEADER);
    const fact = header && (headerOf(header).fact as Call | Poll);
    if (!fact) return;
    const answersBy = await ownTimes(ports, fact, outage);
    if (!withOutage(fact, outage, answersBy)) return;
    await change(ports, round, "ehdolla", ({ call, poll }) => {
      const now = call ?? poll;
      const noted = now && withOutage(now, outage, answersBy);
      return { ok: true, state: { facts: noted ? [noted] : [], events: ["outage"] } };
    });
  } catch (error) {
    if (!(error instanceof NewerSchema)) throw error;
    ports.log.warn({ err: error, round }, "an outage isn't noted");
  }
}

/** Until when those candidates may answer who were asked after the others. */
async function ownTimes({ store }: Ports, fact: Call | Poll, outage: Outage): Promise<Instant[]> {
  if (fact.kind !== "call" || withOutage(fact, outage) || !mayAnswerLater(fact, outage)) return [];
  const times = new Set<Instant>();
  for await (const { consentBy } of factsOf(store, fact.id, "candidate")) if (consentBy) times.add(consentBy.at);
  return [...times];
}
