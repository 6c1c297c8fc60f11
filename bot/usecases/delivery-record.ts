import { accept } from "../domain/decision.ts";
import type { Delivery } from "../domain/delivery.ts";
import { afterFailure, afterSuccess } from "../domain/delivery-failure.ts";
import { isAnothers, type Outcome, settled } from "../domain/delivery-steps.ts";
import { isPost } from "../domain/lost-post.ts";
import type { Instant } from "../domain/time.ts";
import { change } from "./change.ts";
import { rewritten } from "./delivery-write.ts";
import { refresh } from "./live.ts";
import { type Ports, StaleVersion } from "./ports.ts";
import { factOf, type Round, subjectOf } from "./round.ts";

/** A message that the service keeps refusing for now is given up after a day. */
const PATIENCE = 24 * 3_600_000;

/** Writes down how a claimed delivery went, and what that tells about the round. */
export async function record(ports: Ports, d: Delivery, told: Outcome): Promise<void> {
  const now = ports.clock.now();
  const mayTryAgain = told.kind === "later" || (told.kind === "unknown" && d.posted);
  const givesUp = mayTryAgain && now - (d.waitingSince ?? now) > PATIENCE;
  const outcome: Outcome = givesUp ? { kind: "failed", reason: "gaveUp" } : told;
  const tells = outcome.kind === "failed" ? !d.posted || d.to.to !== "person" : outcome.kind === "sent" && mayTell(d);
  const recorded = tells
    ? await recordedWithRound(ports, d, outcome, now)
    : (await update(ports, d, (current) => settled(current, outcome, now))) !== undefined;
  ports.log.info({ round: d.round, delivery: d.id, saying: d.saying.kind, outcome: outcome.kind }, "delivery");
  // another settler has drawn it meanwhile, perhaps anew, and our older drawing may have arrived after that one
  if (!recorded && d.posted && outcome.kind !== "later") await refresh(ports, d.round, d.id);
}

/** What was out of reach may be back. */
const mayTell = (d: Delivery): boolean => isPost(d.saying) || (d.saying.kind === "consentRequest" && !d.posted);

/** What it means for the candidate or the round is written together with it. False when somebody else has it meanwhile. */
async function recordedWithRound(ports: Ports, d: Delivery, outcome: Outcome, now: Instant): Promise<boolean> {
  let recorded = false;
  await change(ports, d.round, "ehdolla", async (round: Round) => {
    const current = (await round.get("delivery", d.id)) ?? d;
    recorded = !isAnothers(current, d);
    if (!recorded) return accept({ facts: [], events: [] });
    const about = await aboutOf(round, d);
    const { facts, events } =
      outcome.kind === "failed" ? afterFailure(current, outcome.reason, about, now) : afterSuccess(d, about);
    return accept({ facts: [settled(current, outcome, now), ...facts], events });
  });
  return recorded;
}

/** The facts that the fate of a message tells something about. */
const aboutOf = async (round: Round, { saying }: Delivery) => ({
  about: subjectOf(round),
  candidate: saying.kind === "consentRequest" ? await round.get("candidate", saying.candidate) : undefined,
});

/** Replaces a delivery outside its round's header; nothing when another settler has it meanwhile. */
export async function update(
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
    try {
      await store.commit(d.round, [rewritten(doc, fact)]);
      return fact;
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}
