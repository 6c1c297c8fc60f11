import type { Call } from "../bot/domain/call.ts";
import type { Group } from "../bot/domain/group.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import { reasonOf } from "../bot/domain/redaction.ts";
import { local } from "./candidacy.ts";
import { type Element, hint, line } from "./kit.ts";
import { bold, clip, literal, paragraphs } from "./literal.ts";
import type { Reader } from "./reader.ts";

/** One written reason: of a criterion by its id, or the overall one under `reason`. */
export interface Reason {
  nomination: Nomination;
  field: string;
  label: string;
  written: string;
}

/** What one proposer wrote: who they are, and their reasons. */
export interface ReasonGroup {
  nomination: Nomination;
  reasons: Reason[];
}

/** The reasons behind a candidate, a proposer at a time, in the order of the criteria. */
export const reasonsOf = (
  { group, call, nominations }: { group: Group; call: Call; nominations: readonly Nomination[] },
  reader: Reader,
): ReasonGroup[] =>
  nominations.map((nomination) => {
    const fields = ["reason", ...call.criteria.map((c) => c.id)];
    const reasons = fields.flatMap((field): Reason[] => {
      const written = reasonOf(nomination, field);
      const criterion = call.criteria.find((c) => c.id === field);
      const label = criterion ? clip(local(criterion.text, group, reader), 160) : reader.text.consent.overall;
      return written ? [{ nomination, field, label, written }] : [];
    });
    return { nomination, reasons };
  });

/** Groups in pages of at most so many bytes, so that a card of any of them stays small; a group is never divided. */
export function reasonPages(groups: readonly ReasonGroup[], bytes: number): ReasonGroup[][] {
  const pages: ReasonGroup[][] = [];
  let room = 0;
  for (const group of groups) {
    const size = sizeOf(group);
    if (size > room) {
      pages.push([]);
      room = bytes;
    }
    pages.at(-1)?.push(group);
    room -= size;
  }
  return pages;
}

const sizeOf = ({ nomination, reasons }: ReasonGroup): number =>
  Buffer.byteLength(
    JSON.stringify([nomination.organisations.map((o) => o.name), reasons.map((r) => [r.label, r.written])]),
  ) +
  500 * (1 + reasons.length);

/** What one proposer wrote, as the candidate reads it. */
export function reasonGroup({ nomination, reasons }: ReasonGroup, { text }: Reader): Element[] {
  const names = nomination.organisations.map((o) => clip(o.name, 100));
  return [
    literal([bold(names.length > 0 ? names.join(", ") : nomination.proposer.name)], { spacing: "Medium" }),
    ...reasons.flatMap(({ label, written }) => {
      const [first, ...rest] = paragraphs(written, { spacing: "Small" });
      return first ? [line(bold(`${label}: `)), { ...first, spacing: "None" }, ...rest] : [];
    }),
    ...(nomination.otherBodies ? [hint(`${text.consent.otherBodies}: ${nomination.otherBodies}`)] : []),
  ];
}
