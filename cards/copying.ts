import { copyable } from "./inputs.ts";
import { type Element, hint } from "./kit.ts";
import type { Reader } from "./reader.ts";

/** Addresses to be pasted into an invitation, as many whole ones as fit; how many that are where it isn't all. */
export function addressesToCopy(addresses: readonly string[], most: number, label: string, reader: Reader): Element[] {
  const all = addresses.join("; ");
  const value = all.length <= most ? all : all.slice(0, Math.max(0, all.lastIndexOf("; ", most)));
  const count = value === "" ? 0 : value.split("; ").length;
  return [
    copyable({ id: "addresses", label, value }),
    ...(count < addresses.length ? [hint(reader.text.poll.copy.fits(count, addresses.length))] : []),
  ];
}
