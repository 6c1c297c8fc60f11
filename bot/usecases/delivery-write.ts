import type { Delivery } from "../domain/delivery.ts";
import { deliveryDueAt } from "../domain/delivery-due.ts";
import type { Doc, Write } from "./ports.ts";

/** A delivery's next version in the place of the stored one, outside its round's header. */
export function rewritten({ dueAt: _, ...doc }: Doc, fact: Delivery): Write {
  const due = deliveryDueAt(fact);
  const body = { fact, salt: "" };
  return { op: "replace", doc: { ...doc, version: doc.version + 1, body, ...(due !== undefined && { dueAt: due }) } };
}
