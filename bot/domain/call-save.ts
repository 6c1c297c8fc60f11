import type { Call, CallStatus } from "./call.ts";
import { applied } from "./call-apply.ts";
import { type Problem, problemsOf } from "./call-problems.ts";
import { mainLang, type Page, type Step, stampOf, type Written } from "./call-steps.ts";
import type { WrittenRefusal } from "./call-written.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { LocalText } from "./lang.ts";
import { canonical } from "./record.ts";
import type { Instant } from "./time.ts";

export type SaveRefusal =
  | WrittenRefusal
  | { kind: "notOfficer" }
  /** Somebody else changed the same page meanwhile. */
  | { kind: "stale" }
  | { kind: "beingPublished" }
  | { kind: "wrongStatus"; status: CallStatus }
  | { kind: "nothingChanged" }
  /** A correction would leave a published call without what it needs. */
  | { kind: "notPublishable"; problems: Problem[] }
  | { kind: "noteMissing" };

export interface Save<S extends Step> {
  step: S;
  lang: Page["lang"];
  written: Written[S];
  /** What a correction of a published call was about, for its card and thread. */
  note: LocalText;
  stamp: string;
  nonce: string;
  by: PersonId;
  now: Instant;
}

export type Saved = Change & { call: Call };

/** A page of a draft is kept; the same page of a published call is corrected, noted on its card and told in its thread. */
export function savePage<S extends Step>(call: Call, group: Group, save: Save<S>): Decision<Saved, SaveRefusal> {
  if (!isOfficer(group, save.by)) return refuse({ kind: "notOfficer" });
  if (seen(call, save.nonce)) return accept({ facts: [], events: [], call });
  const published = call.status === "open" || call.status === "closed";
  if (!published && call.status !== "draft") return refuse({ kind: "wrongStatus", status: call.status });
  if (call.publishing) return refuse({ kind: "beingPublished" });
  if (stampOf(call, save) !== save.stamp) return refuse({ kind: "stale" });
  const main = mainLang(group);
  const setting = { lang: save.lang, main: save.lang === main, zone: group.zone, published };
  const next = applied(call, save.step, save.written, setting);
  if (!next.ok) return refuse(next.refusal);
  const nonces = remember(call, save.nonce);
  if (!published) {
    const saved = { ...next.state, rev: call.rev + 1, nonces };
    return accept({ facts: [saved], events: ["callWritten"], call: saved });
  }
  if (canonical(next.state) === canonical(call)) return refuse({ kind: "nothingChanged" });
  if (!save.note[main]) return refuse({ kind: "noteMissing" });
  const problems = newProblems(call, next.state, group, save.now);
  if (problems.length > 0) return refuse({ kind: "notPublishable", problems });
  const corrected: Call = {
    ...next.state,
    rev: call.rev + 1,
    nonces,
    corrections: [...call.corrections, { at: save.now, by: save.by, note: save.note }],
    doubtful: doubtfulAfter(call, group, save),
  };
  return accept({ facts: [corrected], events: ["callCorrected"], call: corrected });
}

/** What a correction would take away that publishing had asked for. */
function newProblems(before: Call, after: Call, group: Group, now: Instant): Problem[] {
  const had = problemsOf(before, group, now);
  return problemsOf(after, group, now).filter((one) => one !== "deadlinePast" && !had.includes(one));
}

/** A correction in one language makes the others doubtful, unless it was itself what was awaited. */
function doubtfulAfter(call: Call, group: Group, { step, lang }: Page): NonNullable<Call["doubtful"]> {
  const before = call.doubtful ?? [];
  const rest = before.filter((d) => d.step !== step || d.lang !== lang);
  if (rest.length < before.length || step === "dates") return rest;
  const others = group.languages.filter((other) => other !== lang && !rest.some((d) => isAt(d, step, other)));
  return [...rest, ...others.map((other) => ({ step, lang: other }))];
}

const isAt = (d: { step: string; lang: string }, step: string, lang: string) => d.step === step && d.lang === lang;

/** An officer has read a doubtful text and found it right, as it was after so many corrections. */
export function confirmText(
  call: Call,
  group: Group,
  { step, lang, by, corrections }: Page & { by: PersonId; corrections: number },
): Decision<Saved, SaveRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  const doubtful = (call.doubtful ?? []).filter((d) => !isAt(d, step, lang));
  if (doubtful.length === (call.doubtful ?? []).length) return accept({ facts: [], events: [], call });
  if (corrections !== call.corrections.length) return refuse({ kind: "stale" });
  const confirmed = { ...call, rev: call.rev + 1, doubtful };
  return accept({ facts: [confirmed], events: ["callTextConfirmed"], call: confirmed });
}
