import { hashed } from "../domain/hashed.ts";
import type { CallId, MeetingId, PersonId, PollId } from "../domain/ids.ts";
import type { Lang } from "../domain/lang.ts";
import { type Person, sameEmail } from "../domain/person.ts";
import { saved } from "./people.ts";
import type { Ports } from "./ports.ts";

const SELF = "person";
const IDENTITY = "identity";

/** The partition that leads from what an outsider is known by to the person: a verified address, or one candidacy. */
export const outsiderPk = (known: { email: string } | { call: CallId | PollId | MeetingId; subject: string }): string =>
  `identity:${hashed("email" in known ? `email\n${sameEmail(known.email)}` : `link\n${known.call}\n${known.subject}`, 32)}`;

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
      await saved(store, pk, IDENTITY, IDENTITY, { person: `person:${ids.random()}` }, undefined);
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
    if (await saved(store, found.person, SELF, SELF, person, doc)) return person;
  }
}
