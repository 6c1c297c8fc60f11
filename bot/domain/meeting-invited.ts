import type { PersonId } from "./ids.ts";
import type { Invited } from "./meeting.ts";

/** The same people, with these in this role; whoever wasn't called yet comes last, in the order given. */
export function withRole(
  invited: readonly Invited[],
  persons: readonly PersonId[],
  role: "substitute" | "guest",
): Invited[] {
  const others = invited.filter((i) => !persons.includes(i.person));
  return [...others, ...persons.map((person) => ({ person, role }))];
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
      { person: substitute, role: "substitute", substituteOf: member },
    ],
    [...invited],
  );
}
