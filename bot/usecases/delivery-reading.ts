import type { Candidate } from "../domain/candidate.ts";
import { conflictOf } from "../domain/candidate-officer.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import type { Delivery } from "../domain/delivery.ts";
import { mayGoAgain, mayPass } from "../domain/delivery-retry.ts";
import { byReason, count, type Lost, lostIn, overviewOf, requestId, whyLost } from "../domain/delivery-tally.ts";
import type { Addressee, DeliveriesView, DeliveryView, LostRow } from "../domain/delivery-view.ts";
import type { CandidateId, DeliveryId, PersonId } from "../domain/ids.ts";
import { holds } from "../domain/meeting-holds.ts";
import { aboutDelivery, candidateOf, type DeliveriesRef, type ReadRefusal, roundForOfficer } from "./delivery.ts";
import { mailingsOf } from "./delivery-mailings.ts";
import { phoneBook } from "./delivery-phones.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import { factOf, type Round } from "./round.ts";

type Reads = Pick<Ports, "store" | "clock" | "calendar">;

/** How many of those not reached stand on a page. */
export const LOST_ON_PAGE = 6;
/** Messages are read in large pages, for there can be a hundred thousand. */
const READ = 1_000;
/** So many of those not reached are looked at to tell whether any may be reached now. */
const MOST_ASKED = 50;

/** The whole view; each kind of fact is listed at most once, and only counts and what wasn't said are kept. */
export async function loadDeliveries(
  ports: Reads,
  ref: DeliveriesRef,
  wanted: number,
): Promise<Decision<DeliveriesView, ReadRefusal>> {
  const found = await roundForOfficer(ports, ref);
  if (!found.ok) return refuse(found.refusal);
  const round = found.state;
  const { group, about } = round;
  const candidates = new Map((await round.list("candidate")).map((c) => [c.id, c]));
  const overview = await gathered(ports, round, candidates);
  const lost = lostIn(overview, await awaitedIn(round)).sort((a, b) => Number(a.handled) - Number(b.handled));
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
    about,
    kinds: overview.kinds,
    mailings: await mailingsOf(ports, round, overview, candidates.values()),
    reasons: byReason(lost),
    open: lost.length - handled,
    handled,
    mayGoAgain: await someMayGoAgain(ports, round, lost, ref),
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
    about: round.about,
    ...(await addresseeIn(ports, round, ref)(candidate, delivery)),
    delivery,
    ...(why && { why }),
    handled: (candidate?.notReached?.handled ?? delivery.handled) !== undefined,
  });
}

async function gathered({ store }: Reads, { id }: Round, candidates: ReadonlyMap<CandidateId, Candidate>) {
  const overview = overviewOf(candidates.values());
  let after: string | undefined;
  do {
    const page = await store.list(id, "delivery", { limit: READ, ...(after === undefined ? {} : { after }) });
    for (const doc of page.docs) count(overview, factOf(doc) as Delivery, (one) => candidates.get(one));
    after = page.next;
  } while (after !== undefined);
  return overview;
}

/** Whether somebody is still waited for: their answer to an open poll, or whether they come to a meeting. */
async function awaitedIn(round: Round): Promise<(person: PersonId) => boolean> {
  const { poll, meeting } = round;
  if (meeting) {
    const attendances = (await round.list("attendance")).filter((one) => holds(one, meeting));
    const said = new Set(attendances.map(({ person }) => person));
    return (person) => meeting.status === "called" && !said.has(person);
  }
  const answered = new Set(poll ? (await round.list("pollAnswer")).map(({ person }) => person) : []);
  return (person) => poll?.status === "open" && !answered.has(person);
}

/** Whether sending all of it once more would send anything; the first few that may pass tell. */
async function someMayGoAgain({ clock }: Reads, round: Round, lost: readonly Lost[], { by }: DeliveriesRef) {
  const now = clock.now();
  for (const one of lost.filter(({ why, handled }) => !handled && mayPass(why)).slice(0, MOST_ASKED)) {
    const candidate = one.candidate && (await round.get("candidate", one.candidate));
    const delivery = await round.get("delivery", one.delivery ?? (candidate ? requestId(candidate) : ""));
    if (delivery && mayGoAgain(await aboutDelivery(round, delivery), { by, now })) return true;
  }
  return false;
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
