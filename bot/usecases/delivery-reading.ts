import type { Call } from "../domain/call.ts";
import type { Candidate } from "../domain/candidate.ts";
import { conflictOf } from "../domain/candidate-officer.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import type { Delivery } from "../domain/delivery.ts";
import {
  byReason,
  count,
  type Overview,
  overviewOf,
  type Progress,
  progressOf,
  requestId,
  whyLost,
} from "../domain/delivery-tally.ts";
import type { Addressee, DeliveriesView, DeliveryView, LostRow } from "../domain/delivery-view.ts";
import type { CandidateId, DeliveryId } from "../domain/ids.ts";
import { candidateOf, type DeliveriesRef, type ReadRefusal, roundForOfficer } from "./delivery.ts";
import { phoneBook } from "./delivery-phones.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import { factOf, type Round, readCall } from "./round.ts";

type Reads = Pick<Ports, "store">;

/** How many of those not reached stand on a page. */
export const LOST_ON_PAGE = 6;
/** Messages are read in large pages, for there can be a hundred thousand. */
const READ = 1_000;

/** The whole view; each kind of fact is listed at most once, and only counts and what wasn't said are kept. */
export async function loadDeliveries(
  ports: Reads,
  ref: DeliveriesRef,
  wanted: number,
): Promise<Decision<DeliveriesView, ReadRefusal>> {
  const found = await roundForOfficer(ports, ref);
  if (!found.ok) return refuse(found.refusal);
  const round = found.state;
  const { group, call } = round;
  const candidates = new Map((await round.list("candidate")).map((c) => [c.id, c]));
  const overview = await gathered(ports, call, candidates);
  const lost = overview.lost.sort((a, b) => Number(a.handled) - Number(b.handled));
  const handled = lost.filter((one) => one.handled).length;
  const pages = Math.max(1, Math.ceil(lost.length / LOST_ON_PAGE));
  const page = Math.min(wanted, pages - 1);
  const rows: LostRow[] = [];
  const addressee = addresseeIn(ports, round, ref);
  for (const one of lost.slice(page * LOST_ON_PAGE, (page + 1) * LOST_ON_PAGE)) {
    const candidate = one.candidate && candidates.get(one.candidate);
    const delivery = await round.get("delivery", one.delivery ?? (candidate ? requestId(candidate) : ""));
    rows.push({ why: one.why, handled: one.handled, ...(await addressee(candidate, delivery)) });
  }
  return accept({
    group,
    call,
    kinds: overview.kinds,
    mailings: await mailingsOf(ports, round, overview),
    reasons: byReason(lost),
    open: lost.length - handled,
    handled,
    page,
    pages,
    rows,
  });
}

/** One message for an officer; with its candidate when it is the request that they are asked by now. */
export async function loadDelivery(
  ports: Reads,
  ref: DeliveriesRef,
  id: DeliveryId,
): Promise<Decision<DeliveryView, ReadRefusal | { kind: "noSuchDelivery" }>> {
  const found = await roundForOfficer(ports, ref);
  if (!found.ok) return refuse(found.refusal);
  const round = found.state;
  const delivery = await round.get("delivery", id);
  if (!delivery) return refuse({ kind: "noSuchDelivery" });
  const about = await candidateOf(round, delivery);
  const candidate = about && requestId(about) === id ? about : undefined;
  const why = whyLost(delivery);
  return accept({
    group: round.group,
    call: round.call,
    ...(await addresseeIn(ports, round, ref)(candidate, delivery)),
    delivery,
    ...(why && { why }),
    handled: (candidate?.notReached?.handled ?? delivery.handled) !== undefined,
  });
}

async function gathered({ store }: Reads, { id }: Call, candidates: ReadonlyMap<CandidateId, Candidate>) {
  const overview = overviewOf(candidates.values());
  let after: string | undefined;
  do {
    const page = await store.list(id, "delivery", { limit: READ, ...(after === undefined ? {} : { after }) });
    for (const doc of page.docs) count(overview, factOf(doc) as Delivery, (one) => candidates.get(one));
    after = page.next;
  } while (after !== undefined);
  return overview;
}

/** A mailing goes to those of a call's proposals; how many there are its header knows. */
async function mailingsOf(ports: Reads, round: Round, { mailings }: Overview): Promise<Progress[]> {
  const found: Progress[] = [];
  for (const mailing of await round.list("mailing")) {
    const source = mailing.source === round.id ? round.call : await readCall(ports.store, mailing.source);
    found.push(progressOf(mailing, mailings.get(mailing.what), source?.numbered ?? 0));
  }
  return found;
}

function addresseeIn(ports: Reads, round: Round, { by }: DeliveriesRef) {
  const phones = phoneBook(ports, round);
  return async (candidate: Candidate | undefined, delivery: Delivery | undefined): Promise<Addressee> => {
    const phone = candidate && conflictOf(candidate, by) ? undefined : await phones.of(candidate, delivery);
    const name = candidate?.name ?? (delivery && (await nameOf(ports, delivery)));
    return {
      ...(candidate && { candidate }),
      ...(delivery && { delivery }),
      ...(name && { name }),
      ...(phone && { phone }),
    };
  };
}

async function nameOf({ store }: Reads, { to }: Delivery): Promise<string | undefined> {
  if (to.to === "address") return to.name;
  return to.to === "person" ? (await readPerson(store, to.person))?.name : undefined;
}
