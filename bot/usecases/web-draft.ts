import { type Call, lastDeadline } from "../domain/call.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import type { CallId } from "../domain/ids.ts";
import type { Written } from "../domain/nominate-written.ts";
import { sameEmail } from "../domain/person.ts";
import { DAY, type Instant } from "../domain/time.ts";
import { AlreadyExists, type Ports, StaleVersion } from "./ports.ts";
import { docsOf } from "./round.ts";
import { takeBack } from "./secret.ts";

/** A form that somebody saved to continue it later: nobody knows whose it is, and only its link leads to it. */
export interface WebDraft {
  own: boolean;
  written: Written;
  sender: { name?: string | undefined; email?: string | undefined };
  savedAt: Instant;
  until: Instant;
}

export interface FoundDraft {
  id: string;
  /** Rises with each saving, so that two windows don't overwrite each other unseen. */
  version: number;
  draft: WebDraft;
}

const DRAFT = "webDraft";
/** A draft can still be read and copied for a while after its call's deadline. */
const AFTER_DEADLINE = 14 * DAY;

/** Until when a draft that is saved now is kept. */
export const draftUntil = (call: Call, now: Instant): Instant =>
  Math.max(now, lastDeadline(call)?.at ?? now) + AFTER_DEADLINE;

const docIdOf = (id: string) => `draft:${id}`;

export async function readDraft(
  { store, clock }: Pick<Ports, "store" | "clock">,
  call: CallId,
  id: string,
): Promise<FoundDraft | undefined> {
  const doc = await store.get(call, docIdOf(id));
  const draft = doc?.body as WebDraft | undefined;
  return doc && draft && clock.now() < draft.until ? { id, version: doc.version, draft } : undefined;
}

/** Saves a form; with `known`, over what was saved before, unless that has changed since it was shown. */
export async function saveDraft(
  ports: Pick<Ports, "store" | "clock" | "ids">,
  call: Call,
  filled: Pick<WebDraft, "own" | "written" | "sender">,
  known?: { id: string; version: number },
): Promise<Decision<FoundDraft, { kind: "savedElsewhere" }>> {
  const now = ports.clock.now();
  const draft: WebDraft = { ...filled, savedAt: now, until: draftUntil(call, now) };
  const id = known?.id ?? ports.ids.random();
  const version = (known?.version ?? 0) + 1;
  const doc = { pk: call.id, id: docIdOf(id), type: DRAFT, version, body: draft, dueAt: draft.until };
  try {
    await ports.store.commit(call.id, [{ op: known ? "replace" : "create", doc }]);
    return accept({ id, version, draft });
  } catch (error) {
    if (error instanceof StaleVersion || error instanceof AlreadyExists) return refuse({ kind: "savedElsewhere" });
    throw error;
  }
}

/** Takes away the drafts of a call whose sender gave one of these addresses. */
export async function forgetDrafts(
  ports: Pick<Ports, "store">,
  call: CallId,
  emails: readonly string[],
): Promise<void> {
  for await (const doc of docsOf(ports.store, call, DRAFT)) {
    const { email } = (doc.body as WebDraft).sender;
    if (email && emails.includes(sameEmail(email))) await takeBack(ports, doc);
  }
}

/** Takes a draft away once it has been sent. */
export async function forgetDraft(ports: Ports, call: CallId, id: string): Promise<void> {
  const doc = await ports.store.get(call, docIdOf(id));
  if (doc) await takeBack(ports, doc);
}
