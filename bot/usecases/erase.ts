import type { Call } from "../domain/call.ts";
import type { Candidate } from "../domain/candidate.ts";
import { accept } from "../domain/decision.ts";
import { erase, keptBecause, withoutMember } from "../domain/erase.ts";
import type { Change } from "../domain/facts.ts";
import type { CallId, GroupId, PersonId } from "../domain/ids.ts";
import type { LinkSubject } from "../domain/link.ts";
import type { OwnData, OwnInCall } from "../domain/own-data.ts";
import type { Subject } from "../domain/subject.ts";
import { change } from "./change.ts";
import { forgetHanded, forgetPerson } from "./forget.ts";
import { callsOf } from "./listing.ts";
import { ownDataOf, ownInRound, type Whose } from "./my-data.ts";
import { readPerson, roundsOf } from "./people.ts";
import { revokeLinks } from "./personal-link.ts";
import { type Ports, StaleVersion } from "./ports.ts";
import { openRound } from "./round.ts";
import { forgetDrafts } from "./web-draft.ts";

/** What an erasing left, and whether anything was erased. */
export interface Erased {
  calls: number;
  /** Calls of authorities, where it stays. */
  kept: OwnInCall[];
  /** Whether nothing of them is left as far as one looks. */
  gone: boolean;
}

/** What of somebody's data they can erase themselves, and what stays. */
export const parted = ({ calls }: Pick<OwnData, "calls">): { erasable: OwnInCall[]; kept: OwnInCall[] } => ({
  erasable: calls.filter(({ group, call }) => !keptBecause(group, call)),
  kept: calls.filter(({ group, call }) => keptBecause(group, call)),
});

/**
 * Takes a person out of every call where the group's rules allow it, and out of their own partition when nothing of them
 * is left anywhere. Each step can be repeated: after a crash the next try goes on.
 */
export async function eraseOwn(ports: Ports, whose: Whose): Promise<Erased> {
  const data = await ownDataOf(ports, whose);
  const { erasable, kept } = parted(data);
  for (const own of erasable) await eraseInCall(ports, whose.subject, own);
  const { person } = whose.subject;
  if (person) {
    for (const { group } of data.groups) await eraseMember(ports, group.id, person);
    await forgetNotes(ports, whose, person, new Set(kept.map(({ call }) => call.id)));
    await forgetPerson(ports, person);
  }
  if (kept.length === 0) await forgetAddress(ports, whose, erasable);
  const stays = person !== undefined && (await readPerson(ports.store, person)) !== undefined;
  return { calls: erasable.length, kept, gone: kept.length === 0 && !stays };
}

async function eraseInCall(ports: Ports, subject: Subject, own: OwnInCall): Promise<void> {
  const { id } = own.call;
  for (const link of linksOf(subject, own)) await revokeLinks(ports, id, link);
  // messages go first: who they went to is told by the facts that are erased after them
  await eraseMessages(ports, own);
  for (;;) {
    const decision = await change<Change & { done: boolean }, never>(
      ports,
      id,
      subject.person ?? "ehdolla",
      async (round) => {
        const found = round.call && (await ownInRound(subject, { ...round, call: round.call }, false));
        if (!found || keptBecause(found.group, found.call)) return accept({ facts: [], events: [], done: true });
        return accept(erase(subject, found, await round.list("candidate"), ports.clock.now()));
      },
    );
    if (!decision.ok || decision.state.done) break;
  }
  for (const candidate of own.candidates) await forgetActor(ports, candidate);
  // what was said meanwhile, to whom there is no more
  await eraseMessages(ports, await againIn(ports, subject, id, own));
}

/** Somebody who acted by a link that was passed on by hand is known by that one candidacy only. */
async function forgetActor(ports: Ports, { call, id, person, outside }: Candidate): Promise<void> {
  await forgetHanded(ports, { call, subject: id });
  if (!person || !outside) return;
  await forgetNote(ports, person, call);
  await forgetPerson(ports, person);
}

const eraseMember = (ports: Ports, group: GroupId, person: PersonId) =>
  change<Change, never>(ports, group, person, (round) => {
    const without = withoutMember(round.group, person);
    return accept(without ? { facts: [without], events: ["erased"] } : { facts: [], events: [] });
  });

/** Notes of calls that hold nothing about them any more, as far as one looks. */
async function forgetNotes(
  ports: Ports,
  { within }: Whose,
  person: PersonId,
  kept: ReadonlySet<string>,
): Promise<void> {
  for (const id of await roundsOf(ports.store, person)) {
    if (!id.startsWith("call:") || kept.has(id)) continue;
    const group = (await openRound(ports, id))?.group;
    const here = !group || ("group" in within ? group.id === within.group : group.place.tenant === within.tenant);
    if (here) await forgetNote(ports, person, id as CallId);
  }
}

/** What leads to an address without being about a call: links to this very page, and forms that were never sent. */
async function forgetAddress(ports: Ports, { subject, within }: Whose, erasable: readonly OwnInCall[]): Promise<void> {
  const calls = "group" in within ? await callsOf(ports, within.group) : erasable.map(({ call }) => call);
  for (const { id } of calls) {
    for (const email of subject.emails) await revokeLinks(ports, id, { kind: "person", email });
    await forgetDrafts(ports, id, subject.emails);
  }
}

/** The messages found before, and those that came about since. */
async function againIn(ports: Ports, subject: Subject, id: CallId, before: OwnInCall): Promise<OwnInCall> {
  const round = await openRound(ports, id);
  const now = round?.call && (await ownInRound(subject, { ...round, call: round.call as Call }));
  return now ?? { ...before, deliveries: [] };
}

const linksOf = (subject: Subject, own: OwnInCall): LinkSubject[] => [
  ...own.candidates.map((c): LinkSubject => ({ kind: "candidate", candidate: c.id })),
  ...own.proposed.map((n): LinkSubject => ({ kind: "nomination", nomination: n.id })),
  ...own.contactIn.flatMap(({ nomination }) =>
    subject.emails.map((email): LinkSubject => ({ kind: "coProposer", nomination: nomination.id, email })),
  ),
];

async function eraseMessages({ store }: Ports, { call, deliveries }: OwnInCall): Promise<void> {
  for (const { id } of deliveries)
    for (;;) {
      const doc = await store.get(call.id, id);
      if (!doc) break;
      try {
        await store.commit(call.id, [{ op: "delete", id, version: doc.version }]);
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
      }
    }
}

async function forgetNote({ store }: Ports, person: PersonId, call: CallId): Promise<void> {
  const note = await store.get(person, call);
  if (!note) return;
  try {
    await store.commit(person, [{ op: "delete", id: call, version: note.version }]);
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
  }
}
