import { createHash } from "node:crypto";
import type { CallId, MeetingId, PersonId, PollId } from "../domain/ids.ts";
import type { Lang } from "../domain/lang.ts";
import { type Person, sameEmail } from "../domain/person.ts";
import { AlreadyExists, type Ports, StaleVersion, type Store } from "./ports.ts";

const SELF = "person";
const IDENTITY = "identity";

/** The partition that leads from what an outsider is known by to the person: a verified address, or one candidacy. */
export const outsiderPk = (known: { email: string } | { call: CallId | PollId | MeetingId; subject: string }): string =>
  `identity:${createHash("sha256")
    .update("email" in known ? `email\n${sameEmail(known.email)}` : `link\n${known.call}\n${known.subject}`)
    .digest("hex")
    .slice(0, 32)}`;

/**
 * The person behind an address that they have shown to be theirs by acting through a link that was sent to it: found, or
 * made. The first name that they were known by stays.
 */
export const identifyAddress = (
  ports: Pick<Ports, "store" | "ids">,
  { email, name, lang }: { email: string; name: string; lang?: Lang },
): Promise<Person> =>
  identified(ports, outsiderPk({ email }), { name, email, identities: [{ email: sameEmail(email) }], lang });

/** The person who acts by a link that was passed on by hand, which verifies no address: one for each subject. */
export const identifyByHand = (
  ports: Pick<Ports, "store" | "ids">,
  { call, subject, name, lang }: { call: CallId; subject: string; name: string; lang?: Lang },
): Promise<Person> => identified(ports, outsiderPk({ call, subject }), { name, identities: [], lang });

/**
 * Somebody outside Teams whom a poll asks or a meeting calls, by the address that an officer wrote: one person in each
 * round, a poll's meetings included, and nothing is verified by it.
 */
export const identifyAsked = (
  ports: Pick<Ports, "store" | "ids">,
  { round, email, name }: { round: PollId | MeetingId; email: string; name: string },
): Promise<Person> =>
  identified(ports, outsiderPk({ call: round, subject: sameEmail(email) }), {
    name,
    email,
    identities: [],
    lang: undefined,
  });

type Known = Pick<Person, "name" | "email" | "identities"> & { lang: Lang | undefined };

async function identified({ store, ids }: Pick<Ports, "store" | "ids">, pk: string, known: Known): Promise<Person> {
  for (;;) {
    const found = (await store.get(pk, IDENTITY))?.body as { person: PersonId } | undefined;
    if (!found) {
      await created(store, pk, IDENTITY, IDENTITY, { person: `person:${ids.random()}` });
      continue;
    }
    const doc = await store.get(found.person, SELF);
    const { lang, ...rest } = known;
    const before = doc?.body as Person | undefined;
    const person: Person = {
      kind: "person",
      id: found.person,
      ...rest,
      ...before,
      ...(lang && { lang, langChosen: true }),
    };
    if (before && JSON.stringify(before) === JSON.stringify(person)) return before;
    if (await created(store, found.person, SELF, SELF, person, doc?.version)) return person;
  }
}

/** False when somebody else wrote first. */
async function created(
  store: Store,
  pk: string,
  id: string,
  type: string,
  body: unknown,
  before = 0,
): Promise<boolean> {
  const doc = { pk, id, type, version: before + 1, body };
  try {
    await store.commit(pk, [{ op: before ? "replace" : "create", doc }]);
    return true;
  } catch (error) {
    if (error instanceof AlreadyExists || error instanceof StaleVersion) return false;
    throw error;
  }
}
