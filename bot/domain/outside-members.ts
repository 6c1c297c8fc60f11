import { accept, type Decision, refuse } from "./decision.ts";
import type { OutsideMember } from "./group.ts";
import { hashed } from "./hashed.ts";
import { looksLikeEmail } from "./organisations.ts";
import { sameEmail } from "./person.ts";

/** The longest that is known of a member who isn't in Teams. */
export const outsideLengths = { name: 80, email: 120, phone: 30 } as const;

type Row = Omit<OutsideMember, "id">;

/**
 * The members who aren't in Teams as they are written, one a line: "name; e-mail; phone". Whoever was named before keeps
 * their id, known by the address or else by the name; the others get one from the form's nonce.
 */
export function outsideFrom(
  written: string | undefined,
  before: readonly OutsideMember[],
  nonce: string,
): Decision<OutsideMember[], { kind: "outsideLine"; line: string }> {
  const found: OutsideMember[] = [];
  for (const line of (written ?? "").split(/\r?\n/)) {
    if (!line.trim()) continue;
    const row = readLine(line);
    if (!row) return refuse({ kind: "outsideLine", line: line.trim() });
    if (found.some((one) => isSame(one, row))) continue;
    const left = before.filter((one) => !found.some(({ id }) => id === one.id));
    const known = left.find((one) => isSame(one, row)) ?? left.find((one) => sameName(one, row));
    found.push({ id: known?.id ?? freshId(nonce, found.length), ...row });
  }
  return accept(found);
}

/** The list as it is written again into the form. */
export const linesOf = (outside: readonly OutsideMember[]): string =>
  outside.map(({ name, email = "", phone = "" }) => [name, email, phone].join("; ").replace(/(; )+$/, "")).join("\n");

function readLine(line: string): Row | undefined {
  const [name = "", ...more] = line.split(/[;\t]/).map((part) => part.trim());
  const ways = more.filter(Boolean);
  const email = ways.find(looksLikeEmail);
  const phone = ways.find((way) => /^\+?[\d\s()-]{5,}$/.test(way));
  const fits =
    name !== "" &&
    ways.length === [email, phone].filter(Boolean).length &&
    name.length <= outsideLengths.name &&
    (email ?? "").length <= outsideLengths.email &&
    (phone ?? "").length <= outsideLengths.phone;
  return fits ? { name, ...(email && { email }), ...(phone && { phone }) } : undefined;
}

const isSame = (a: Row, b: Row): boolean =>
  a.email && b.email ? sameEmail(a.email) === sameEmail(b.email) : !a.email && !b.email && sameName(a, b);
const sameName = (a: Row, b: Row): boolean => a.name.toLowerCase() === b.name.toLowerCase();

const freshId = (nonce: string, at: number): OutsideMember["id"] => `out:${hashed(`${nonce}\n${at}`)}`;
