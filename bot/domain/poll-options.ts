import { circularOf } from "./circular.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { liveOptions, MOST_OPTIONS, type OptionId, type Poll, type PollOption, type PollStatus } from "./poll.ts";
import type { PollSaved } from "./poll-draft.ts";
import { inTimeOrder } from "./poll-rank.ts";
import { redrawn } from "./poll-time.ts";
import type { Instant } from "./time.ts";

/** A time that isn't an option yet. */
export type Span = Pick<PollOption, "start" | "end" | "allDay">;

export type OptionsRefusal =
  | { kind: "notOfficer" }
  | { kind: "stale" }
  | { kind: "wrongStatus"; status: PollStatus }
  | { kind: "tooManyOptions"; count: number; most: number }
  | { kind: "optionPassed"; option: Span }
  /** Those who are asked may answer until the deadline, so that no time may begin before it. */
  | { kind: "optionsTooEarly"; options: Span[] }
  | { kind: "noOptionsLeft" };

export interface OptionsEdit {
  add: readonly Span[];
  remove: readonly OptionId[];
  rev: number;
  nonce: string;
  by: PersonId;
  now: Instant;
}

/**
 * Adds and takes away times. An option's id is never used again; in an open poll what was answered stays, and those whose
 * answer isn't whole any more are told.
 */
export function editOptions(poll: Poll, group: Group, edit: OptionsEdit): Decision<PollSaved, OptionsRefusal> {
  if (!isOfficer(group, edit.by)) return refuse({ kind: "notOfficer" });
  if (seen(poll, edit.nonce)) return accept({ facts: [], events: [], poll });
  if (poll.status !== "draft" && poll.status !== "open") return refuse({ kind: "wrongStatus", status: poll.status });
  if (poll.rev !== edit.rev) return refuse({ kind: "stale" });
  const open = poll.status === "open";
  const removed = liveOptions(poll).filter((o) => edit.remove.includes(o.id));
  const kept = liveOptions(poll).filter((o) => !removed.includes(o));
  const fresh = newTimes(kept, edit.add);
  const passed = fresh.find((o) => o.start.at <= edit.now);
  if (passed) return refuse({ kind: "optionPassed", option: passed });
  const early = fresh.filter((o) => open && poll.deadline !== undefined && o.start.at <= poll.deadline.at);
  if (early.length > 0) return refuse({ kind: "optionsTooEarly", options: early });
  const count = kept.length + fresh.length;
  if (count > MOST_OPTIONS) return refuse({ kind: "tooManyOptions", count, most: MOST_OPTIONS });
  if (open && count === 0) return refuse({ kind: "noOptionsLeft" });
  if (fresh.length === 0 && removed.length === 0) return accept({ facts: [], events: [], poll });
  const added = fresh.map(
    (span, i): PollOption => ({
      id: `o${poll.numbered + i + 1}`,
      ...span,
      ...(open && { addedAt: edit.now }),
    }),
  );
  const gone = { at: edit.now, by: edit.by };
  const rest = poll.options.filter((o) => open || !removed.includes(o));
  const next: Poll = {
    ...poll,
    rev: poll.rev + 1,
    nonces: remember(poll, edit.nonce),
    numbered: poll.numbered + added.length,
    options: inTimeOrder([...rest.map((o) => (removed.includes(o) ? { ...o, removed: gone } : o)), ...added]),
  };
  if (!open) return accept({ facts: [next], events: ["pollWritten"], poll: next });
  return accept(told(next, { added: added.map((o) => o.id), removed: removed.map((o) => o.id), ...gone }));
}

/** The change is noted, told to those whom it concerns, and their cards show the new times. */
function told(poll: Poll, edit: Poll["edits"][number]): PollSaved {
  const index = poll.edits.length;
  const next: Poll = { ...poll, edits: [...poll.edits, edit] };
  const circular = circularOf(`changed-${index}`, {
    saying: { kind: "pollChanged", index },
    to: "answered",
    at: edit.at,
    ...(poll.deadline && { until: poll.deadline.at }),
  });
  return { facts: [next, circular, redrawn(next, edit.at)], events: ["pollEdited"], poll: next };
}

/** A time that is offered already isn't offered twice. */
function newTimes(kept: readonly Span[], add: readonly Span[]): Span[] {
  const known = new Set(kept.map(keyOf));
  return add.filter((span) => !known.has(keyOf(span)) && known.add(keyOf(span)));
}

const keyOf = ({ start, end, allDay }: Span) => `${start.at} ${end.at} ${allDay ?? false}`;
