import { type Call, deadlineFor, type Extension, lastDeadline } from "./call.ts";
import { momentOf } from "./call-apply-dates.ts";
import type { Saved } from "./call-save.ts";
import { eveningBefore } from "./call-times.ts";
import type { WrittenRefusal } from "./call-written.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { Instant, Moment } from "./time.ts";

export type ExtendRefusal =
  | WrittenRefusal
  | { kind: "notOfficer" }
  | { kind: "stale" }
  | { kind: "notExtendable" }
  | { kind: "noSuchTheme" }
  | { kind: "deadlineMissing" }
  | { kind: "deadlineNotLater" }
  | { kind: "deadlinePast" }
  | { kind: "reasonMissing" };

export interface Extend {
  /** Absent: the whole call. */
  seatGroup?: string | undefined;
  deadlineDate?: string | undefined;
  deadlineTime?: string | undefined;
  /** A decision meeting that had to be moved too. */
  decisionDate?: string | undefined;
  decisionTime?: string | undefined;
  reason?: string | undefined;
  /** How many extensions there were when the form was drawn. */
  drawn: number;
  nonce: string;
  by: PersonId;
  now: Instant;
}

/** More time for the whole call or one theme, before the selection only; a closed call opens again by it. */
export function extend(call: Call, group: Group, wish: Extend): Decision<Saved, ExtendRefusal> {
  if (!isOfficer(group, wish.by)) return refuse({ kind: "notOfficer" });
  if (seen(call, wish.nonce)) return accept({ facts: [], events: [], call });
  if (call.status !== "open" && call.status !== "closed") return refuse({ kind: "notExtendable" });
  if (call.extensions.length !== wish.drawn) return refuse({ kind: "stale" });
  if (wish.seatGroup && !call.seatGroups.some((s) => s.id === wish.seatGroup && !s.filledElsewhere))
    return refuse({ kind: "noSuchTheme" });
  const read = momentOf(wish.deadlineDate, wish.deadlineTime, group.zone);
  const meeting = momentOf(wish.decisionDate, wish.decisionTime, group.zone);
  if (!read.ok) return refuse(read.refusal);
  if (!meeting.ok) return refuse(meeting.refusal);
  const [to, from] = [read.state.moment, deadlineFor(call, wish.seatGroup)];
  if (!to || !from) return refuse({ kind: "deadlineMissing" });
  if (to.at <= from.at) return refuse({ kind: "deadlineNotLater" });
  if (to.at <= wish.now) return refuse({ kind: "deadlinePast" });
  if (!wish.reason) return refuse({ kind: "reasonMissing" });
  const decisionMeeting = meeting.state.moment ?? call.decisionMeeting;
  const extension: Extension = {
    at: wish.now,
    by: wish.by,
    from,
    to,
    reason: wish.reason,
    ...(wish.seatGroup ? { seatGroup: wish.seatGroup } : {}),
  };
  const moved = withDeadline(call, wish.seatGroup, to);
  if (decisionMeeting && decisionMeeting.at < (lastDeadline(moved)?.at ?? 0))
    return refuse({ kind: "decisionTooEarly" });
  const consentBy = consentAfter(moved, decisionMeeting, group.zone);
  const { closedAt: _, ...open } = moved;
  const extended: Call = {
    ...open,
    rev: call.rev + 1,
    status: "open",
    extensions: [...call.extensions, extension],
    nonces: remember(call, wish.nonce),
    ...(decisionMeeting ? { decisionMeeting } : {}),
    ...(consentBy ? { consentBy } : {}),
  };
  return accept({
    facts: [extended],
    events: call.status === "closed" ? ["callExtended", "callReopened"] : ["callExtended"],
    call: extended,
  });
}

/** Themes that had more time than the call keep it as long as it is more. */
function withDeadline(call: Call, seatGroup: string | undefined, to: Moment): Call {
  if (seatGroup)
    return { ...call, seatGroups: call.seatGroups.map((s) => (s.id === seatGroup ? { ...s, deadline: to } : s)) };
  return {
    ...call,
    deadline: to,
    seatGroups: call.seatGroups.map((s) => {
      const { deadline, ...rest } = s;
      return deadline && deadline.at > to.at ? s : rest;
    }),
  };
}

/** Candidates can't be asked to answer before the last deadline: then they have until the evening before the meeting. */
const consentAfter = (call: Call, meeting: Moment | undefined, zone: string): Moment | undefined => {
  const last = lastDeadline(call);
  const { consentBy } = call;
  return last && consentBy && consentBy.at < last.at ? (eveningBefore(meeting, last, zone) ?? last) : consentBy;
};
