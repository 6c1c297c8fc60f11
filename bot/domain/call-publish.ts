import type { Call } from "./call.ts";
import { missingLanguages, type Problem, problemsOf } from "./call-problems.ts";
import type { Saved } from "./call-save.ts";
import type { Page } from "./call-steps.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isOfficer, type MissingForPublishing, missingForPublishing } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { type Instant, MINUTE } from "./time.ts";

/** So long a press on publish can be taken back before anything is posted. */
export const WAIT = 2 * MINUTE;

export type PublishRefusal =
  | { kind: "notOfficer" }
  | { kind: "stale" }
  | { kind: "alreadyPublished" }
  | { kind: "notBeingPublished" }
  | { kind: "groupLacks"; missing: MissingForPublishing[] }
  | { kind: "notPublishable"; problems: Problem[] }
  | { kind: "languagesMissing"; pages: Page[] };

type Published = Decision<Saved, PublishRefusal>;
interface Press {
  by: PersonId;
  now: Instant;
}

/** Publishing begins: nothing is posted for two minutes, and not before the opening time. */
export function publish(
  call: Call,
  group: Group,
  { rev, nonce, anyway, by, now }: Press & { rev: number; nonce: string; anyway: boolean },
): Published {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(call, nonce)) return accept({ facts: [], events: [], call });
  if (call.status !== "draft" || call.publishing) return refuse({ kind: "alreadyPublished" });
  if (call.rev !== rev) return refuse({ kind: "stale" });
  const missing = missingForPublishing(group);
  if (missing.length > 0) return refuse({ kind: "groupLacks", missing });
  const at = Math.max(now + WAIT, call.opens?.at ?? 0);
  const problems = problemsOf(call, group, at);
  if (problems.length > 0) return refuse({ kind: "notPublishable", problems });
  const pages = missingLanguages(call, group);
  if (pages.length > 0 && !anyway) return refuse({ kind: "languagesMissing", pages });
  const { missingAccepted: _, ...rest } = call;
  const publishing: Call = {
    ...rest,
    ...(pages.length > 0 ? { missingAccepted: true } : {}),
    rev: call.rev + 1,
    nonces: remember(call, nonce),
    publishing: { by, pressedAt: now, at },
  };
  return accept({ facts: [publishing], events: ["callPublished"], call: publishing });
}

/** Publishing is taken back while nothing has been posted: the call is a draft again. */
export function takeBack(call: Call, group: Group, { rev, by, now }: Press & { rev: number }): Published {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (call.status !== "draft") return refuse({ kind: "alreadyPublished" });
  if (!call.publishing) return accept({ facts: [], events: [], call });
  if (call.rev !== rev) return refuse({ kind: "stale" });
  if (call.publishing.at <= now) return refuse({ kind: "alreadyPublished" });
  const { publishing: _, ...rest } = call;
  const draft: Call = { ...rest, rev: call.rev + 1 };
  return accept({ facts: [draft], events: ["callTakenBack"], call: draft });
}

/** The two minutes are skipped; an opening time that is still ahead is waited for all the same. */
export function skipWait(call: Call, group: Group, { rev, by, now }: Press & { rev: number }): Published {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (call.status !== "draft") return accept({ facts: [], events: [], call });
  if (!call.publishing) return refuse({ kind: "notBeingPublished" });
  const at = Math.max(now, call.opens?.at ?? 0);
  if (at >= call.publishing.at) return accept({ facts: [], events: [], call });
  if (call.rev !== rev) return refuse({ kind: "stale" });
  const sooner: Call = { ...call, rev: call.rev + 1, publishing: { ...call.publishing, at } };
  return accept({ facts: [sooner], events: ["waitSkipped"], call: sooner });
}
