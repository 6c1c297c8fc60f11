import type { Candidate } from "../domain/candidate.ts";
import { accept } from "../domain/decision.ts";
import type { Delivery } from "../domain/delivery.ts";
import { erase, keptBecause, withoutMember } from "../domain/erase.ts";
import type { Change } from "../domain/facts.ts";
import type { CallId, GroupId, PersonId } from "../domain/ids.ts";
import type { LinkSubject } from "../domain/link.ts";
import { keptOf, type Own, type OwnData, type OwnInCall, ownsOf } from "../domain/own-data.ts";
import type { Subject } from "../domain/subject.ts";
import { change } from "./change.ts";
import { revokeDataLinks } from "./data-link.ts";
import { eraseInRound, forgetAsked } from "./erase-poll.ts";
import { forgetHanded, forgetNote, forgetPerson } from "./forget.ts";
import { callsOf, meetingsOf, pollsOf } from "./listing.ts";
import { eraseMessages } from "./messages.ts";
import { groupsWithin, ownDataOf, ownInRound, type Whose } from "./my-data.ts";
import { readPerson, roundsOf } from "./people.ts";
import { revokeLinks } from "./personal-link.ts";
import type { Ports } from "./ports.ts";
import { openRound } from "./round.ts";
import { forgetDrafts } from "./web-draft.ts";

/** What an erasing left, and whether anything was erased. */
export interface Erased {
  rounds: number;
  /** What is an authority's, where it stays. */
  kept: Own[];
  /** Whether nothing of them is left as far as one looks. */
  gone: boolean;
}

/** What of somebody's data they can erase themselves, and what stays. */
export function parted(data: Pick<OwnData, "calls" | "polls" | "meetings">): { erasable: Own[]; kept: Own[] } {
  const owns = ownsOf(data);
  const stays = (own: Own) => keptBecause(own.group, keptOf(own)) !== undefined;
  return { erasable: owns.filter((own) => !stays(own)), kept: owns.filter(stays) };
}

/**
 * Takes a person out of every call, poll and meeting where the group's rules allow it, and out of their own partition when nothing of them
 * is left anywhere. Each step can be repeated: after a crash the next try goes on.
 */
export async function eraseOwn(ports: Ports, whose: Whose): Promise<Erased> {
  const data = await ownDataOf(ports, whose);
  const { erasable, kept } = parted(data);
  for (const own of erasable)
    await ("call" in own ? eraseInCall(ports, whose.subject, own) : eraseInRound(ports, whose.subject, own));
  for (const group of await groupsWithin(ports, whose)) await forgetAsked(ports, whose.subject, group);
  const { person } = whose.subject;
  if (person) {
    for (const { group } of data.groups) await eraseMember(ports, group.id, person);
    await forgetNotes(ports, whose, person, new Set(kept.map((own) => keptOf(own).id)));
    await forgetPerson(ports, person);
  }
  if (kept.length === 0) await forgetAddress(ports, whose, erasable);
  const stays = person !== undefined && (await readPerson(ports.store, person)) !== undefined;
  return { rounds: erasable.length, kept, gone: kept.length === 0 && !stays };
}

async function eraseInCall(ports: Ports, subject: Subject, own: OwnInCall): Promise<void> {
  const { id } = own.call;
  for (const link of linksOf(subject, own)) await revokeLinks(ports, id, link);
  // messages go first: who they went to is told by the facts that are erased after them
  await eraseMessages(ports, id, own.deliveries);
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
  await eraseMessages(ports, id, await messagesIn(ports, subject, id));
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

/** Notes of what holds nothing about them any more, as far as one looks. */
async function forgetNotes(
  ports: Ports,
  { within }: Whose,
  person: PersonId,
  kept: ReadonlySet<string>,
): Promise<void> {
  for (const id of await roundsOf(ports.store, person)) {
    if (id.startsWith("group:") || kept.has(id)) continue;
    const group = (await openRound(ports, id))?.group;
    const here = !group || ("group" in within ? group.id === within.group : group.place.tenant === within.tenant);
    if (here) await forgetNote(ports, person, id);
  }
}

/** What leads to an address without being about a call: links to this very page, and forms that were never sent. */
async function forgetAddress(ports: Ports, { subject, within }: Whose, erasable: readonly Own[]): Promise<void> {
  const owned = erasable.flatMap((own) => ("call" in own ? [own.call] : []));
  const calls = "group" in within ? await callsOf(ports, within.group) : owned;
  const asked = erasable.flatMap((own) => ("call" in own ? [] : "poll" in own ? [own.poll.id] : [own.meeting.id]));
  const asking =
    "group" in within
      ? [...(await pollsOf(ports, within.group)), ...(await meetingsOf(ports, within.group))].map(({ id }) => id)
      : asked;
  for (const id of asking) await revokeDataLinks(ports, id, { persons: [], emails: subject.emails });
  for (const { id } of calls) {
    for (const email of subject.emails) await revokeLinks(ports, id, { kind: "person", email });
    await forgetDrafts(ports, id, subject.emails);
  }
}

/** The messages to somebody that there are by now. */
async function messagesIn(ports: Ports, subject: Subject, id: CallId): Promise<Delivery[]> {
  const round = await openRound(ports, id);
  const now = round?.call && (await ownInRound(subject, { ...round, call: round.call }));
  return now?.deliveries ?? [];
}

const linksOf = (subject: Subject, own: OwnInCall): LinkSubject[] => [
  ...own.candidates.map((c): LinkSubject => ({ kind: "candidate", candidate: c.id })),
  ...own.proposed.map((n): LinkSubject => ({ kind: "nomination", nomination: n.id })),
  ...own.contactIn.flatMap(({ nomination }) =>
    subject.emails.map((email): LinkSubject => ({ kind: "coProposer", nomination: nomination.id, email })),
  ),
];
