import { type Call, openSeats, type SeatGroup } from "./call.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { PersonId } from "./ids.ts";
import type { Nomination, Nominee, Organisation, Role } from "./nomination.ts";
import { looksLikeEmail } from "./organisations.ts";

/** What a proposal says, once the people in it are known. The deadline has not been looked at. */
export interface Entry {
  /** Absent when nobody was named. */
  nominee?: Nominee | undefined;
  organisations: Organisation[];
  /** May be left out where the call fills one kind of seat only. */
  seatGroup?: string | undefined;
  alternative?: string | undefined;
  role?: Role | undefined;
  reason?: string | undefined;
  /** By criterion id. */
  reasons: Record<string, string>;
  otherBodies?: string | undefined;
  position?: string | undefined;
}

export type Missing = "nominee" | "email" | "organisation" | "seatGroup" | "reason" | "criterion";

export type EntryRefusal =
  | { kind: "missing"; what: Missing; criterion?: string }
  | { kind: "notEmail"; written: string }
  | { kind: "selfNotAllowed" }
  | { kind: "organisationsNotAllowed" }
  | { kind: "jointNotAllowed" }
  | { kind: "unknownSeat" }
  | { kind: "filledElsewhere"; seatGroup: string }
  | { kind: "noSubstitutes"; seatGroup: string }
  | { kind: "reasonTooLong"; max: number };

/** One reason may be this long; where many criteria ask for one, all together fit one card. */
const LONGEST_REASON = 1_000;
const ALL_REASONS = 2_600;

/** How long each reason may be in this call. */
export const reasonLength = (call: Call): number =>
  Math.min(LONGEST_REASON, Math.floor(ALL_REASONS / (1 + asked(call).length) / 50) * 50);

/** The criteria for which the form asks for a reason. */
export const asked = (call: Call) => call.criteria.filter((c) => c.asksReason);

/** Whether somebody proposes themselves; from Teams it is seen from the sender, on paper the officer says so. */
export const proposesSelf = (entry: Entry, by: PersonId | undefined): boolean =>
  by !== undefined && entry.nominee?.person === by;

/** The seats that a proposal names: filled by this call, and with substitutes where one is offered. */
export function seatOf(call: Call, entry: Entry): Decision<Seat, EntryRefusal> {
  const open = openSeats(call);
  const only = open.length === 1 ? open[0]?.id : undefined;
  const id = entry.seatGroup ?? only;
  if (!id) return refuse({ kind: "missing", what: "seatGroup" });
  const wanted = inCall(call, id);
  if (!wanted.ok) return refuse(wanted.refusal);
  const role: Role = wanted.state.substitutes ? (entry.role ?? "member") : "member";
  if (!wanted.state.substitutes && entry.role === "substitute") return refuse({ kind: "noSubstitutes", seatGroup: id });
  if (!entry.alternative || entry.alternative === id) return accept({ seatGroup: id, role });
  const other = inCall(call, entry.alternative);
  return other.ok ? accept({ seatGroup: id, alternative: entry.alternative, role }) : refuse(other.refusal);
}

type Seat = Pick<Nomination, "seatGroup" | "role"> & { alternative?: string };

/** Who may propose in this call. */
export function mayPropose({ nominators }: Call, entry: Entry, self: boolean): EntryRefusal | undefined {
  const many = entry.organisations.length;
  if (self && !nominators.self) return { kind: "selfNotAllowed" };
  if (self) return many > 1 && !nominators.joint ? { kind: "jointNotAllowed" } : undefined;
  if (!nominators.organisations) return { kind: "organisationsNotAllowed" };
  return many > 1 && !nominators.joint ? { kind: "jointNotAllowed" } : undefined;
}

/** What a proposal sent in Teams must hold; what came on paper is entered as it came, with a name at least. */
export function incomplete(call: Call, entry: Entry, self: boolean, entered: boolean): EntryRefusal | undefined {
  const { nominee, organisations, reasons, reason } = entry;
  if (!nominee?.name.trim()) return { kind: "missing", what: "nominee" };
  if (nominee.email && !looksLikeEmail(nominee.email)) return { kind: "notEmail", written: nominee.email };
  if (!self && organisations.length === 0) return { kind: "missing", what: "organisation" };
  const max = reasonLength(call);
  if ([reason ?? "", ...Object.values(reasons)].some((text) => text.length > max))
    return { kind: "reasonTooLong", max };
  if (entered) return undefined;
  if (!nominee.person && !nominee.email) return { kind: "missing", what: "email" };
  if (!reason) return { kind: "missing", what: "reason" };
  const without = asked(call).find((c) => c.level === "required" && !reasons[c.id]);
  return without && { kind: "missing", what: "criterion", criterion: without.id };
}

/** The parts of a nomination that an entry fills. A reason stays also when its criterion was taken away meanwhile. */
export const contentOf = (entry: Entry, seat: Seat) => ({
  organisations: entry.organisations,
  seatGroup: seat.seatGroup,
  ...(seat.alternative && { alternative: seat.alternative }),
  role: seat.role,
  reason: entry.reason ?? "",
  reasons: Object.fromEntries(Object.entries(entry.reasons).filter(([, text]) => text)),
  ...(entry.otherBodies && { otherBodies: entry.otherBodies }),
});

function inCall(call: Call, id: string): Decision<SeatGroup, EntryRefusal> {
  const found = call.seatGroups.find((s) => s.id === id);
  if (!found) return refuse({ kind: "unknownSeat" });
  return found.filledElsewhere ? refuse({ kind: "filledElsewhere", seatGroup: id }) : accept(found);
}
