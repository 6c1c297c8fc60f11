import type { NamedRefusal } from "../../../cards/explain/meeting.ts";
import { accept, type Decision, refuse } from "../../domain/decision.ts";
import type { Group } from "../../domain/group.ts";
import type { MeetingId, PersonId, PollId } from "../../domain/ids.ts";
import type { Invited } from "../../domain/meeting.ts";
import { withPersonal, withRole } from "../../domain/meeting-invited.ts";
import { sameEmail } from "../../domain/person.ts";
import { readPerson } from "../../usecases/people.ts";
import type { Turn } from "../turn.ts";
import { outsidersIn, peopleIn } from "./poll-people.ts";

type Typed = string | undefined;

/** Whom a form names, in which role; `nonce` is the form's own. */
interface Named {
  nonce: string;
  /** Where those outside Teams are known: the meeting, or the poll that it was chosen in. */
  round: PollId | MeetingId;
  members?: Typed;
  substitutes?: Typed;
  personal?: Typed;
  guests?: Typed;
  outside?: Typed;
  outsideAs?: Invited["role"] | undefined;
}

/** Who is called: those before, and whom the form names besides, each in the role that it gives them. */
export async function invitedFrom(
  turn: Turn,
  group: Group,
  before: readonly Invited[],
  { nonce, round, members, substitutes, personal, guests, outside, outsideAs = "guest" }: Named,
): Promise<Decision<Invited[], NamedRefusal>> {
  const asMembers = await peopleIn(turn, group, members);
  const asSubstitutes = await peopleIn(turn, group, substitutes);
  const asGuests = await peopleIn(turn, group, guests);
  const unknown = [...asMembers.unknown, ...asSubstitutes.unknown, ...asGuests.unknown];
  if (unknown.length > 0) return refuse({ kind: "unknownPeople", names: unknown });
  const outsiders = await outsidersIn(turn, round, outside, nonce);
  if ("line" in outsiders) return refuse({ kind: "outsideLine", line: outsiders.line });
  const named = [
    [asMembers.found, "member"],
    [asSubstitutes.found, "substitute"],
    [asGuests.found, "guest"],
    [outsiders.found, outsideAs],
  ] as const;
  const invited = named.reduce<Invited[]>((list, [persons, role]) => withRole(list, persons, role), [...before]);
  const pairs = await personalIn(turn, group, invited, personal, { nonce, round });
  return pairs.ok ? accept(withPersonal(invited, pairs.state)) : refuse(pairs.refusal);
}

interface Pair {
  member: PersonId;
  substitute: PersonId;
  line: string;
}

/** Personal substitutes, a line each: "member; substitute", and an address for a substitute who isn't in Teams. */
async function personalIn(
  turn: Turn,
  group: Group,
  invited: readonly Invited[],
  written: Typed,
  { nonce, round }: Pick<Named, "nonce" | "round">,
): Promise<Decision<Pair[], NamedRefusal>> {
  const pairs: Pair[] = [];
  const unknown: string[] = [];
  for (const line of (written ?? "").split("\n").flatMap((one) => one.trim() || [])) {
    const [name, other, email, ...more] = line.split(";").map((one) => one.trim());
    if (!name || !other || more.length > 0) return refuse({ kind: "personalLine", line });
    const member = await calledAs(turn, group, invited, name);
    const outsider = email ? await outsidersIn(turn, round, `${other}; ${email}`, nonce) : undefined;
    if (outsider && "line" in outsider) return refuse({ kind: "personalLine", line });
    const inside = outsider ?? (await peopleIn(turn, group, other));
    const [substitute] = inside.found;
    if (!member) unknown.push(name);
    if (!substitute) unknown.push(other);
    if (member && substitute) pairs.push({ member, substitute, line });
  }
  if (unknown.length > 0) return refuse({ kind: "unknownPeople", names: unknown });
  const both = pairs.find(({ substitute }) => pairs.some(({ member }) => member === substitute));
  return both ? refuse({ kind: "personalBoth", line: both.line }) : accept(pairs);
}

/** The one member with this name or address: of the team, or otherwise among those who are called. */
async function calledAs(
  turn: Turn,
  group: Group,
  invited: readonly Invited[],
  written: string,
): Promise<PersonId | undefined> {
  const members = invited.filter((i) => i.role === "member").map((i) => i.person);
  const [found] = (await peopleIn(turn, group, written)).found;
  if (found && members.includes(found)) return found;
  const people = await Promise.all(members.map((id) => readPerson(turn.ports.store, id)));
  const wanted = sameEmail(written);
  const same = people.filter((p) => p && (sameEmail(p.name) === wanted || sameEmail(p.email ?? "") === wanted));
  return same.length === 1 ? same[0]?.id : undefined;
}
