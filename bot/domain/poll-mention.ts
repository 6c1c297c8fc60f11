import type { PersonId } from "./ids.ts";
import { askedOf, type Poll } from "./poll.ts";
import { type Instant, MINUTE } from "./time.ts";

/** So long those are gathered whom a reminder didn't reach, to be mentioned in one post. */
const GATHER = 10 * MINUTE;

/** Somebody whom no message reached is mentioned in the thread instead. Nothing when they will be already. */
export function withMention(poll: Poll, person: PersonId, now: Instant): Poll | undefined {
  if (poll.status !== "open" || !askedOf(poll, person)) return undefined;
  const last = poll.mentions.at(-1);
  if (!last || last.at <= now)
    return { ...poll, mentions: [...poll.mentions, { at: now + GATHER, persons: [person] }] };
  if (last.persons.includes(person)) return undefined;
  return { ...poll, mentions: [...poll.mentions.slice(0, -1), { ...last, persons: [...last.persons, person] }] };
}
