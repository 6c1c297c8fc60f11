import { accept } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import type { GroupId, MeetingId, PersonId, PollId } from "../domain/ids.ts";
import { correctMember, isMemberAt, type OwnContact } from "../domain/own-contact.ts";
import type { OwnData } from "../domain/own-data.ts";
import { type Person, sameEmail } from "../domain/person.ts";
import type { Subject } from "../domain/subject.ts";
import { change } from "./change.ts";
import { forgetHanded } from "./forget.ts";
import { outsiderPk } from "./outsiders.ts";
import { readPerson } from "./people.ts";
import { AlreadyExists, type Ports, StaleVersion } from "./ports.ts";

/**
 * Somebody outside Teams is reached elsewhere from now on by the polls and meetings that know them: how many do. An address
 * by which the group's list knows a member makes nobody else that member.
 */
export async function correctAsked(
  ports: Ports,
  { emails }: Subject,
  { polls, meetings }: Pick<OwnData, "polls" | "meetings">,
  { email = "" }: OwnContact,
): Promise<number> {
  const to = sameEmail(email);
  const asking = [
    ...polls.map(({ group, poll, persons }) => ({ group, round: poll.id, persons })),
    ...meetings.map(({ group, meeting, persons }) => ({ group, round: meeting.poll ?? meeting.id, persons })),
  ];
  let changed = 0;
  for (const { group, round, persons } of asking)
    for (const person of persons)
      if (
        to &&
        (emails.includes(to) || !isMemberAt(group, to)) &&
        (await moved(ports, { round, person, email, known: emails }))
      )
        changed++;
  return changed;
}

/** A group's list of members reaches somebody outside Teams there. */
export async function correctInList(ports: Ports, subject: Subject, group: GroupId, contact: OwnContact) {
  const decision = await change<Change, never>(ports, group, subject.person ?? "ehdolla", (round) => {
    const next = correctMember(round.group, subject.emails, contact);
    return accept({ facts: next ? [next] : [], events: next ? ["contactCorrected"] : [] });
  });
  return decision.ok && decision.state.facts.length > 0;
}

interface Move {
  round: PollId | MeetingId;
  person: PersonId;
  email: string;
  /** The addresses that they are known to have had. */
  known: readonly string[];
}

/**
 * What leads to them by the new address is written first, and what did by the old one goes last: cut off in between, the
 * next try finds them by it and goes on. An address by which a poll knows somebody else stays theirs.
 */
async function moved(ports: Ports, { round, person: id, email, known }: Move): Promise<boolean> {
  if (!(await isAskedAt(ports, id)) || !(await leadsTo(ports, { round, person: id, email }))) return false;
  const before = await readdressed(ports, id, email);
  for (const old of new Set([...known, ...(before ? [sameEmail(before)] : [])]))
    if (old !== sameEmail(email) && (await personAt(ports, round, old)) === id)
      await forgetHanded(ports, { call: round, subject: old });
  return before !== undefined;
}

/** Known by an address that an officer wrote, and by nothing else. */
async function isAskedAt({ store }: Ports, id: PersonId): Promise<boolean> {
  const person = await readPerson(store, id);
  return person?.email !== undefined && !person.teams && person.identities.length === 0;
}

/** The address that somebody had; nothing when it is theirs already. */
async function readdressed({ store }: Ports, id: PersonId, email: string): Promise<string | undefined> {
  for (;;) {
    const doc = await store.get(id, "person");
    const person = doc?.body as Person | undefined;
    if (!doc || !person?.email || sameEmail(person.email) === sameEmail(email)) return undefined;
    const body: Person = { ...person, email };
    try {
      await store.commit(id, [{ op: "replace", doc: { ...doc, version: doc.version + 1, body } }]);
      return person.email;
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}

/** Whether the address leads to them in this poll or meeting by now; it may lead to somebody else already. */
async function leadsTo(ports: Ports, { round, person, email }: Omit<Move, "known">): Promise<boolean> {
  const pk = outsiderPk({ call: round, subject: sameEmail(email) });
  for (;;) {
    const found = await personAt(ports, round, email);
    if (found) return found === person;
    try {
      const doc = { pk, id: "identity", type: "identity", version: 1, body: { person } };
      await ports.store.commit(pk, [{ op: "create", doc }]);
    } catch (error) {
      if (!(error instanceof AlreadyExists)) throw error;
    }
  }
}

async function personAt({ store }: Ports, round: Move["round"], email: string): Promise<PersonId | undefined> {
  const doc = await store.get(outsiderPk({ call: round, subject: sameEmail(email) }), "identity");
  return (doc?.body as { person: PersonId } | undefined)?.person;
}
