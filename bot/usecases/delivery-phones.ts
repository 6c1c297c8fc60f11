import type { Candidate } from "../domain/candidate.ts";
import type { Delivery } from "../domain/delivery.ts";
import type { Group } from "../domain/group.ts";
import type { CallId, PersonId } from "../domain/ids.ts";
import type { Nomination } from "../domain/nomination.ts";
import { type Person, sameEmail } from "../domain/person.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import { factsOf, type Round } from "./round.ts";

/**
 * Phone numbers as proposals gave them, or the group's list of members outside Teams. A call's proposals are listed at
 * most once, and only when somebody is looked for.
 */
export function phoneBook({ store }: Pick<Ports, "store">, round: Round) {
  const books = new Map<CallId, Promise<ReadonlyMap<PersonId, string>>>();
  const bookOf = (call: CallId) => {
    const book = books.get(call) ?? collected(factsOf(store, call, "nomination"));
    books.set(call, book);
    return book;
  };
  return {
    async of(candidate: Candidate | undefined, delivery: Delivery | undefined): Promise<string | undefined> {
      if (candidate) return candidate.phone ?? (await ofNominee(round, candidate));
      const { to, saying } = delivery ?? {};
      if (to?.to !== "person") return undefined;
      const book = round.call && (await bookOf(saying?.kind === "newCall" ? saying.earlier : round.call.id));
      return book?.get(to.person) ?? ofMember(round.group, await readPerson(store, to.person));
    },
  };
}

/** A member outside Teams is known by the address that the group gave. */
function ofMember({ members }: Group, person: Person | undefined): string | undefined {
  const email = person?.email && sameEmail(person.email);
  const outside = members.kind === "named" ? (members.outside ?? []) : [];
  return outside.find((one) => one.email !== undefined && sameEmail(one.email) === email)?.phone;
}

async function ofNominee(round: Round, candidate: Candidate): Promise<string | undefined> {
  for (const id of candidate.nominations) {
    const phone = (await round.get("nomination", id))?.nominee.phone;
    if (phone) return phone;
  }
  return undefined;
}

async function collected(nominations: AsyncGenerator<Nomination>): Promise<ReadonlyMap<PersonId, string>> {
  const book = new Map<PersonId, string>();
  for await (const { by, proposer, nominee } of nominations) {
    if (by && proposer.phone) book.set(by, proposer.phone);
    if (nominee.person && nominee.phone) book.set(nominee.person, nominee.phone);
  }
  return book;
}
