import { accept } from "../domain/decision.ts";
import { deliveryId } from "../domain/deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";
import { deliveryDueAt } from "../domain/delivery-due.ts";
import { afterFailure, afterSuccess } from "../domain/delivery-failure.ts";
import { isPost } from "../domain/lost-post.ts";
import { saysStill } from "../domain/still.ts";
import type { Instant } from "../domain/time.ts";
import { change } from "./change.ts";
import { withCalendar } from "./ics.ts";
import type { Limits } from "./limits.ts";
import { mintLinks } from "./links.ts";
import { refresh } from "./live.ts";
import { withOwnLink } from "./mail-link.ts";
import { readPerson } from "./people.ts";
import { type Message, type Outcome, type Ports, StaleVersion } from "./ports.ts";
import { factOf, HEADER, headerOf, type Round, subjectOf } from "./round.ts";
import { type Loaded, loadShowing } from "./showing.ts";

/** A message that the service keeps refusing for now is given up after a day. */
const PATIENCE = 24 * 3_600_000;

/**
 * Sends, or draws anew, one delivery: claimed before, recorded after, so that a crash never says it twice unseen.
 * Returns the milliseconds to wait where Teams' limits don't let it go yet.
 */
export async function perform(ports: Ports, found: Delivery, settler: string, limits: Limits): Promise<number> {
  const now = ports.clock.now();
  if (found.status === "claimed" && !found.posted && found.tries >= 2)
    return done(record(ports, found, { kind: "unknown" }));
  if (found.status !== "sent" && found.until !== undefined && found.until <= now)
    return done(update(ports, found, (d) => ({ ...d, status: "obsolete" })));
  const loaded = await loadShowing(ports, found);
  if (!loaded || !hasPoint(found, loaded)) return done(update(ports, found, unsaid));
  const message = await address(ports, loaded, found);
  if (!("kind" in message)) {
    const wait = await limits.take(loaded.showing.group.place.tenant, ...requestsOf(message));
    if (wait > 0) return wait;
  }
  const claimed = await update(ports, found, (d) => claim(d, settler, now));
  return claimed ? done(say(ports, limits, claimed, loaded, message)) : 0;
}

/** Moves a delivery ahead in time, without having tried to send it. */
export const postpone = (ports: Ports, d: Delivery, at: Instant): Promise<unknown> =>
  update(ports, d, (current) => ({ ...current, at }));

/** What was loaded before the claim may be old by now. Whatever changes after it has the card drawn anew. */
async function say(
  ports: Ports,
  limits: Limits,
  claimed: Delivery,
  before: Loaded,
  addressed: Message | Outcome,
): Promise<void> {
  const header = await ports.store.get(claimed.round, HEADER);
  // answers that came in meanwhile have changed no header
  const same = header && !headerOf(header).boxes && header.version === before.round.read.get(HEADER)?.version;
  const loaded = same ? before : await loadShowing(ports, claimed);
  if (!loaded || !hasPoint(claimed, loaded)) return void (await update(ports, claimed, unsaid));
  const message = same ? addressed : await address(ports, loaded, claimed);
  if ("kind" in message) return record(ports, claimed, message);
  const ready = await withCalendar(ports, await withLinks(ports, message));
  await limits.leave(loaded.showing.group.place.tenant, requestsOf(message)[1]);
  await record(ports, claimed, await ports.messenger.deliver(ready));
}

const hasPoint = (d: Delivery, { showing }: Loaded): boolean => !!d.posted || saysStill(d.saying, showing);

const unsaid = ({ claim: _, ...d }: Delivery): Delivery =>
  withoutStale({ ...d, status: d.posted ? "sent" : "obsolete" });

const done = async (work: Promise<unknown>): Promise<number> => {
  await work;
  return 0;
};

/** The thread that a message counts against, and how many requests it takes: a first contact is made and then sent. */
function requestsOf({ to, replaces }: Message): [thread: string, requests: number] {
  if (to.kind === "channel") return [to.under?.conversation ?? to.place.channel, 1];
  if (to.kind === "address" || !to.person.teams) return ["", 0];
  return [to.person.id, replaces || to.person.teams.conversation ? 1 : 2];
}

/** A message that brings files, or leaves Teams, gets fresh links each time it is sent. */
async function withLinks(ports: Ports, message: Message): Promise<Message> {
  if (message.showing.delivery.saying.kind !== "appendix") return withOwnLink(ports, message);
  return { ...message, showing: { ...message.showing, links: await mintLinks(ports, message.showing) } };
}

const claim = (d: Delivery, by: string, at: Instant): Delivery => {
  const crashed = d.status === "claimed" && !d.posted;
  return {
    ...withoutStale(d),
    status: "claimed",
    claim: { by, at },
    tries: d.tries + 1,
    at,
    ...(crashed ? { repeated: true } : {}),
  };
};

async function address(ports: Ports, { round, showing }: Loaded, d: Delivery): Promise<Message | Outcome> {
  const again = d.posted ? { replaces: d.posted } : {};
  const { place } = showing.group;
  if (d.to.to === "channel") return { showing, to: { kind: "channel", place }, ...again };
  if (d.to.to === "thread") {
    const announcement = await round.get("delivery", deliveryId(round.id, "announcement", { to: "channel" }));
    const nowhere = announcement?.status === "failed" || announcement?.status === "unknown";
    if (nowhere) return { kind: "failed", reason: "gone" };
    if (!announcement?.posted) return { kind: "later", after: 1_000 };
    return { showing, to: { kind: "channel", place, under: announcement.posted }, ...again };
  }
  if (d.to.to === "address") return toAddress(ports, showing, { name: d.to.name, email: d.to.email });
  const person = await readPerson(ports.store, d.to.person);
  const reach = person?.teams ?? (showing.call?.practice ? undefined : person?.email);
  if (!person || !reach) return { kind: "failed", reason: "notInTeams" };
  return { showing, to: { kind: "person", person, tenant: place.tenant }, ...again };
}

/** Outside Teams, where practice never goes; in the recipient's language, once they have shown themselves. */
async function toAddress(
  ports: Ports,
  showing: Loaded["showing"],
  { name, email }: { name: string; email: string | undefined },
): Promise<Message | Outcome> {
  const { call, candidate, delivery } = showing;
  if (!email || call?.practice) return { kind: "failed", reason: "notInTeams" };
  const known = candidate?.outside && candidate.email === email ? candidate.person : undefined;
  const lang = known && (await readPerson(ports.store, known))?.lang;
  const again = delivery.posted ? { replaces: delivery.posted } : {};
  return { showing, to: { kind: "address", name, email, ...(lang && { lang }) }, ...again };
}

/** Writes down how it went. A card that went stale while it was being sent stays due. */
async function record(ports: Ports, d: Delivery, told: Outcome): Promise<void> {
  const now = ports.clock.now();
  const mayTryAgain = told.kind === "later" || (told.kind === "unknown" && d.posted);
  const givesUp = mayTryAgain && now - (d.waitingSince ?? now) > PATIENCE;
  const outcome: Outcome = givesUp ? { kind: "failed", reason: "gaveUp" } : told;
  ports.log.info({ round: d.round, delivery: d.id, saying: d.saying.kind, outcome: outcome.kind }, "delivery");
  if (outcome.kind === "failed" && (!d.posted || d.to.to !== "person")) return failed(ports, d, outcome.reason);
  if (outcome.kind === "sent") await succeeded(ports, d);
  const recorded = await update(ports, d, (current) => settled(current, outcome, now));
  // another settler has drawn it meanwhile, perhaps anew, and our older drawing may have arrived after that one
  if (!recorded && d.posted && outcome.kind !== "later") await refresh(ports, d.round, d.id);
}

function settled(d: Delivery, outcome: Outcome, now: Instant): Delivery {
  const { claim: _c, waitingSince = now, failure: _f, ...rest } = d;
  switch (outcome.kind) {
    case "sent":
      return { ...rest, status: "sent", posted: outcome.posted, sentAt: now, at: Math.max(now + 1_000, rest.at) };
    case "later":
      return {
        ...rest,
        status: d.posted ? "sent" : "pending",
        ...(d.posted ? { stale: true } : {}),
        tries: d.tries - 1,
        at: now + outcome.after,
        waitingSince,
      };
    case "failed":
      return {
        ...withoutStale(rest),
        status: d.posted ? "sent" : "failed",
        failure: { reason: outcome.reason, at: now },
      };
    case "unknown":
      // drawing a card anew once too often does no harm, so that its last state gets there whatever happens
      if (d.posted) return { ...rest, status: "sent", stale: true, at: now + pause(now - waitingSince), waitingSince };
      return d.tries >= 2
        ? { ...rest, status: "unknown" }
        : { ...rest, status: "pending", repeated: true, at: now + 2_000 };
  }
}

/** Twice as long each time, up to ten minutes. */
const pause = (waited: number) => Math.min(Math.max(waited, 2_000), 600_000);

const withoutStale = ({ stale: _, ...d }: Delivery): Delivery => d;

/** What a failed message means for the candidate or the round is written together with it. */
async function failed(
  ports: Ports,
  d: Delivery,
  reason: Extract<Outcome, { kind: "failed" }>["reason"],
): Promise<void> {
  const now = ports.clock.now();
  await change(ports, d.round, "ehdolla", async (round: Round) => {
    const current = (await round.get("delivery", d.id)) ?? d;
    if (isAnothers(current, d)) return accept({ facts: [], events: [] });
    const { facts, events } = afterFailure(current, reason, await aboutOf(round, d), now);
    return accept({ facts: [settled(current, { kind: "failed", reason }, now), ...facts], events });
  });
}

/** What was out of reach may be back. */
async function succeeded(ports: Ports, d: Delivery): Promise<void> {
  if (!isPost(d.saying) && (d.saying.kind !== "consentRequest" || d.posted)) return;
  await change(ports, d.round, "ehdolla", async (round: Round) => accept(afterSuccess(d, await aboutOf(round, d))));
}

/** The facts that the fate of a message tells something about. */
const aboutOf = async (round: Round, { saying }: Delivery) => ({
  about: subjectOf(round),
  candidate: saying.kind === "consentRequest" ? await round.get("candidate", saying.candidate) : undefined,
});

/** Somebody else has it meanwhile, or has had it sent anew. */
const isAnothers = (current: Delivery, d: Delivery) => current.claim?.by !== d.claim?.by || current.tries !== d.tries;

/** Replaces a delivery outside its round's header; nothing when another settler has it meanwhile. */
async function update(
  { store }: Ports,
  d: Delivery,
  next: (current: Delivery) => Delivery,
): Promise<Delivery | undefined> {
  for (;;) {
    const doc = await store.get(d.round, d.id);
    if (!doc) return undefined;
    const current = factOf(doc) as Delivery;
    if (isAnothers(current, d)) return undefined;
    const fact = next(current);
    const { dueAt: _, ...rest } = doc;
    const due = deliveryDueAt(fact);
    try {
      const written = {
        ...rest,
        version: doc.version + 1,
        body: { fact, salt: "" },
        ...(due === undefined ? {} : { dueAt: due }),
      };
      await store.commit(d.round, [{ op: "replace", doc: written }]);
      return fact;
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}
