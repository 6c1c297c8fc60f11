import type { Circular } from "./circular.ts";
import type { Saying } from "./delivery.ts";
import { forgotten, NO_NAME } from "./erase.ts";
import type { Change, Fact } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { Attendance, Meeting } from "./meeting.ts";
import { withSubstitutes } from "./meeting-substitutes.ts";
import type { OwnInMeeting, OwnInPoll } from "./own-rounds.ts";
import { sameEmail } from "./person.ts";
import type { Instant } from "./time.ts";
import { unnamed } from "./unnamed.ts";

/** So many answers fit one batch. */
const AT_ONCE = 40;

type Erasing = Change & { done: boolean };

/**
 * A person taken out of a poll, as far as one batch goes: again until nothing is left to change. Their answer is deleted;
 * those that they gave for others stay, given by nobody. Whoever leads the group stays as who wrote and decided it.
 */
export function eraseInPoll(own: Omit<OwnInPoll, "names">, circulars: readonly Circular[]): Erasing {
  const { poll, group, persons } = own;
  return erasing(own, changed(poll, unnamed(poll, persons, kept(group, persons))), circulars);
}

/** The same in a meeting. Substitutes are called in or released as the answers that are left demand. */
export function eraseInMeeting(
  own: Omit<OwnInMeeting, "names">,
  { circulars, attendances, emails, now }: EraseFrom,
): Erasing {
  const { meeting, group, persons } = own;
  const left = attendances.filter((a) => !persons.includes(a.person));
  const without = withoutOrganiser(unnamed(meeting, persons, kept(group, persons)), group, { persons, emails });
  const next = meeting.status === "called" && meeting.start.at > now ? withSubstitutes(without, left, now) : without;
  return erasing(own, changed(meeting, next), circulars);
}

interface EraseFrom {
  circulars: readonly Circular[];
  attendances: readonly Attendance[];
  emails: readonly string[];
  now: Instant;
}

const kept = (group: Group, persons: readonly PersonId[]) => (persons.some((p) => isOfficer(group, p)) ? ["by"] : []);

const changed = <F extends { rev: number }>(before: F, next: F): F | undefined =>
  JSON.stringify(before) === JSON.stringify(next) ? undefined : { ...next, rev: before.rev + 1 };

function erasing(
  { persons, answers, gave, requests }: Pick<OwnInPoll, "persons" | "requests"> & { answers: Fact[]; gave: Fact[] },
  header: Fact | undefined,
  circulars: readonly Circular[],
): Erasing {
  const batch = gave.slice(0, AT_ONCE);
  const facts = [
    ...(header ? [header] : []),
    ...batch.map((given) => ({ ...unnamed(given, persons), rev: given.rev + 1 })),
    ...requests.map(forgotten),
    ...circulars.flatMap((circular) => withoutThem(circular, persons)),
  ];
  const gone = [...answers, ...circulars.filter((one) => isAbout(one, persons))].map(({ id }) => id);
  const some = facts.length > 0 || gone.length > 0;
  return { facts, gone, events: some ? ["erased"] : [], done: gave.length <= AT_ONCE };
}

/** A circular that tells others of one of them has no point any more. */
const isAbout = ({ id, saying }: Circular, persons: readonly PersonId[]): boolean =>
  tellsOf(saying, persons) || persons.some((person) => id.includes(person));

/** Whether what is said is about one of certain people. */
export const tellsOf = (saying: Saying, persons: readonly PersonId[]): boolean =>
  persons.some((person) => JSON.stringify(saying).includes(`"${person}"`));

/** One that was last at one of them goes on from just before: nobody else is left out, and nobody gets it twice. */
function withoutThem(circular: Circular, persons: readonly PersonId[]): Circular[] {
  if (isAbout(circular, persons)) return [];
  const { cursor, ...rest } = circular;
  const at = persons.some((person) => cursor?.endsWith(person)) ? cursor?.slice(0, -1) : cursor;
  const next = changed(circular, { ...unnamed(rest, persons), ...(at !== undefined && { cursor: at }) });
  return next ? [next] : [];
}

/** Calendars must name somebody who answers for a meeting: the group does, when its caller was erased. */
function withoutOrganiser(
  meeting: Meeting,
  group: Group,
  { persons, emails }: { persons: readonly PersonId[]; emails: readonly string[] },
): Meeting {
  const theirs = emails.includes(sameEmail(meeting.organiser.email)) && !persons.some((p) => isOfficer(group, p));
  if (!theirs) return meeting;
  const email = group.privacyContact?.includes("@") ? group.privacyContact : `ehdolla@${meeting.uid.split("@").at(-1)}`;
  return { ...meeting, organiser: { name: Object.values(group.name).find(Boolean) ?? NO_NAME, email } };
}
