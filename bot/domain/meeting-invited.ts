import type { PersonId } from "./ids.ts";
import type { Invited } from "./meeting.ts";

/**
 * The same people, with these in this role; whoever wasn't called yet comes last, in the order given. Substitutes who
 * are named again are called in that order from then on.
 */
export function withRole(invited: readonly Invited[], persons: readonly PersonId[], role: Invited["role"]): Invited[] {
  const stay = (i: Invited) => !persons.includes(i.person) || (role !== "substitute" && i.role === role);
  const others = invited.filter(stay);
  const since = (person: PersonId) => invited.find((i) => i.person === person)?.since;
  const fresh = persons.filter((person) => !others.some((i) => i.person === person));
  return [
    ...others,
    ...fresh.map((person): Invited => {
      const from = since(person);
      return { person, role, ...(from !== undefined && { since: from }) };
    }),
  ];
}

/** Personal substitutes: each comes for one member only, and may answer for that member. */
export function withPersonal(
  invited: readonly Invited[],
  pairs: readonly { member: PersonId; substitute: PersonId }[],
): Invited[] {
  return pairs.reduce<Invited[]>(
    (list, { member, substitute }) => [
      ...list
        .filter((i) => i.person !== substitute)
        .map((i) =>
          i.person === member
            ? {
                ...i,
                standIns: [
                  ...(i.standIns ?? []).filter((s) => s.person !== substitute),
                  { person: substitute, as: "substitute" as const },
                ],
              }
            : i,
        ),
      {
        ...list.find((i) => i.person === substitute),
        person: substitute,
        role: "substitute",
        substituteOf: member,
      },
    ],
    [...invited],
  );
}
