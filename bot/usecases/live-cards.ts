import { deliveriesOf, isSameRecipient } from "../domain/deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";
import { type Around, shownDue } from "../domain/due.ts";
import type { Fact } from "../domain/facts.ts";
import type { DeliveryId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { factOf, type Round } from "./round.ts";

/** The live cards that show a changed fact, whether or not they have been sent. */
export async function liveOf(round: Round, facts: Fact[], around: Around, now: Instant): Promise<Set<DeliveryId>> {
  const shown: Fact[] = [...facts];
  for (const fact of facts)
    if (fact.kind === "candidate")
      for (const id of fact.nominations) {
        const nomination = await round.get("nomination", id);
        if (nomination && !facts.some((f) => f.id === id)) shown.push(nomination);
      }
  for (const fact of facts)
    if (fact.kind === "nomination" && fact.candidate && !shown.some((f) => f.id === fact.candidate)) {
      const candidate = await round.get("candidate", fact.candidate);
      if (candidate) shown.push(candidate);
    }
  const live = (fact: Fact) =>
    "said" in fact
      ? shownDue(fact, around)
          .filter((d) => fact.said.includes(d.key))
          .flatMap((d) => deliveriesOf(fact.id, d, round.id, now))
      : [];
  const before = ({ id }: Fact) => {
    const doc = round.read.get(id);
    return doc ? live(factOf(doc)) : [];
  };
  const lives = shown.map(live);
  const told = [...lives.flat(), ...facts.flatMap((fact, i) => leftOut(before(fact), lives[i] ?? []))];
  return new Set(told.map(({ id }) => id));
}

/** What was shown to somebody whom it no longer concerns: they see that, too. */
const leftOut = (before: readonly Delivery[], now: readonly Delivery[]): Delivery[] =>
  before.filter((old) => !now.some((d) => d.saying.kind === old.saying.kind && isSameRecipient(d.to, old.to)));
