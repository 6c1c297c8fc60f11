import { deliveryId } from "../domain/deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";
import type { Outcome } from "../domain/delivery-steps.ts";
import { readPerson } from "./people.ts";
import type { Message, Ports } from "./ports.ts";
import type { Loaded } from "./showing.ts";

/** Where a delivery goes; an outcome when there is no such place, or not yet. */
export async function address(ports: Ports, { round, showing }: Loaded, d: Delivery): Promise<Message | Outcome> {
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

/** The thread that a message counts against, and how many requests it takes: a first contact is made and then sent. */
export function requestsOf({ to, replaces }: Message): [thread: string, requests: number] {
  if (to.kind === "channel") return [to.under?.conversation ?? to.place.channel, 1];
  if (to.kind === "address" || !to.person.teams) return ["", 0];
  return [to.person.id, replaces || to.person.teams.conversation ? 1 : 2];
}
