import { type Call, lastDeadline } from "./call.ts";
import type { Written } from "./call-steps.ts";
import { eveningBefore } from "./call-times.ts";
import type { Applied, Setting, WrittenRefusal } from "./call-written.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Moment, momentAt } from "./time.ts";

type Read = Decision<{ moment: Moment | undefined }, WrittenRefusal>;

/** Rewrites the days. Opening and deadline of a published call stay: a deadline is only extended, with a reason. */
export function datesApplied(call: Call, written: Written["dates"], { zone, published }: Setting): Applied {
  const opens = momentOf(written.opensDate, written.opensTime, zone);
  const deadline = momentOf(written.deadlineDate, written.deadlineTime, zone);
  const consent = momentOf(written.consentDate, written.consentTime, zone);
  const decision = momentOf(written.decisionDate, written.decisionTime, zone);
  if (!opens.ok) return refuse(opens.refusal);
  if (!deadline.ok) return refuse(deadline.refusal);
  if (!consent.ok) return refuse(consent.refusal);
  if (!decision.ok) return refuse(decision.refusal);
  const { termFrom, termTo } = written;
  if (Boolean(termFrom) !== Boolean(termTo)) return refuse({ kind: "termOrder" });
  if (termFrom && termTo && !(isDay(termFrom) && isDay(termTo) && termFrom <= termTo))
    return refuse({ kind: "termOrder" });
  const meeting = decision.state.moment;
  const last = published ? lastDeadline(call) : deadline.state.moment;
  const consentBy = consent.state.moment ?? eveningBefore(meeting, last, zone);
  if (published && consentBy && consentBy.at < (last?.at ?? 0)) return refuse({ kind: "consentTooEarly" });
  if (published && meeting && meeting.at < (last?.at ?? 0)) return refuse({ kind: "decisionTooEarly" });
  if (published && consentBy && meeting && consentBy.at > meeting.at) return refuse({ kind: "consentTooLate" });
  if (published && consentBy && call.consentBy && consentBy.at < call.consentBy.at)
    return refuse({ kind: "consentEarlier" });
  const { opens: _, deadline: __, consentBy: ___, decisionMeeting: ____, term: _____, ...rest } = call;
  return accept({
    ...rest,
    ...given("opens", published ? call.opens : opens.state.moment),
    ...given("deadline", published ? call.deadline : deadline.state.moment),
    ...given("consentBy", consentBy),
    ...given("decisionMeeting", meeting),
    ...(termFrom && termTo ? { term: { from: termFrom, to: termTo } } : {}),
  });
}

/** A day and perhaps a time as typed; neither is fine, a time without a day isn't. */
export function momentOf(date: string | undefined, time: string | undefined, zone: string): Read {
  if (!date) return time ? refuse({ kind: "dayMissing" }) : accept({ moment: undefined });
  const read = momentAt(date, time, zone);
  return read.ok ? accept({ moment: read.state }) : refuse({ kind: "time", time: read.refusal });
}

/** A calendar day that exists, as 2027-05-14. */
export const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && momentAt(day, undefined, "UTC").ok;

const given = <K extends "opens" | "deadline" | "consentBy" | "decisionMeeting">(key: K, moment: Moment | undefined) =>
  (moment ? { [key]: moment } : {}) as { [P in K]?: Moment };
