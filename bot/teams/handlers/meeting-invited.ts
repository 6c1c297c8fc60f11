import type { NamedRefusal } from "../../../cards/explain/meeting.ts";
import { accept, type Decision, refuse } from "../../domain/decision.ts";
import type { Group } from "../../domain/group.ts";
import type { PersonId } from "../../domain/ids.ts";
import type { Invited } from "../../domain/meeting.ts";
import { withPersonal, withRole } from "../../domain/meeting-invited.ts";
import type { Turn } from "../turn.ts";
import { peopleIn } from "./poll-people.ts";

interface Named {
  substitutes?: string | undefined;
  personal?: string | undefined;
  guests?: string | undefined;
}

/** Who is called: those before, and whom the form names besides, each in the role that it gives them. */
export async function invitedFrom(
  turn: Turn,
  group: Group,
  before: readonly Invited[],
  { substitutes, personal, guests }: Named,
): Promise<Decision<Invited[], NamedRefusal>> {
  const named = await Promise.all([substitutes, guests].map((value) => peopleIn(turn, group, value)));
  const [asSubstitutes, asGuests] = named;
  const pairs: { member: PersonId; substitute: PersonId }[] = [];
  const unknown = named.flatMap((one) => one.unknown);
  for (const line of (personal ?? "").split("\n").flatMap((one) => one.trim() || [])) {
    const [member, substitute, ...more] = line.split(";").map((one) => one.trim());
    if (!member || !substitute || more.length > 0) return refuse({ kind: "personalLine", line });
    const [one, other] = [await peopleIn(turn, group, member), await peopleIn(turn, group, substitute)];
    unknown.push(...one.unknown, ...other.unknown);
    const [first] = one.found;
    const [second] = other.found;
    if (first && second && first !== second) pairs.push({ member: first, substitute: second });
  }
  if (unknown.length > 0) return refuse({ kind: "unknownPeople", names: unknown });
  const withSubstitutes = withRole(before, asSubstitutes?.found ?? [], "substitute");
  return accept(withPersonal(withRole(withSubstitutes, asGuests?.found ?? [], "guest"), pairs));
}
