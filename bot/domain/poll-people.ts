import { circularOf } from "./circular.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { naming, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { type Asked, askedOf, MOST_ASKED, type Poll, type PollStatus } from "./poll.ts";
import type { PollSaved } from "./poll-draft.ts";
import { askedIn, type PollPress } from "./poll-post.ts";

export type PollPeopleRefusal =
  | { kind: "notOfficer" }
  | { kind: "stale" }
  | { kind: "wrongStatus"; status: PollStatus }
  | { kind: "nobodyNew" }
  | { kind: "tooManyInPoll"; most: number }
  | { kind: "notAskedNow" }
  | { kind: "lastAsked" };

type Changed = Decision<PollSaved, PollPeopleRefusal>;

/**
 * More people are asked while the poll is open: they get the request at once, the others hear nothing. Whoever was
 * removed before and had answered counts again. `members` are the group's, as they are now.
 */
export function addAsked(
  poll: Poll,
  group: Group,
  { people, ...press }: PollPress & { people: readonly Pick<Asked, "person" | "required">[] },
  members: readonly PersonId[],
): Changed {
  const refusal = mayChange(poll, group, press, ["open"]);
  if (refusal) return seenOr(poll, press, refusal);
  const fresh = people.filter(({ person }) => !askedOf(poll, person));
  if (fresh.length === 0) return refuse({ kind: "nobodyNew" });
  if (poll.asked.length + fresh.length > MOST_ASKED) return refuse({ kind: "tooManyInPoll", most: MOST_ASKED });
  const only = fresh.map(({ person }) => person);
  const { left, ...rest } = poll;
  const away = (left ?? []).filter((l) => !only.includes(l.person));
  const next: Poll = {
    ...rest,
    ...pressed(poll, press),
    asked: [...poll.asked, ...askedIn({ asked: [...fresh], members: false }, members)],
    ...(away.length > 0 && { left: away }),
  };
  const asking = { saying: { kind: "pollRequest" }, to: "all", only, at: press.now } as const;
  const until = poll.deadline && { until: poll.deadline.at };
  const request = circularOf(`request-${next.rev}`, { ...asking, only, ...until });
  // the card that somebody had before they were removed asks again too
  const again = circularOf(`redraw-again-${next.rev}`, { ...asking, only, redraw: true });
  return accept({ facts: [next, request, again], events: ["pollPeopleAdded"], told: naming(only), poll: next });
}

/** Somebody isn't asked any more and is told so. Their answer stays, but it isn't counted or shown. */
export function removeAsked(poll: Poll, group: Group, { person, ...press }: PollPress & { person: PersonId }): Changed {
  const refusal = mayChange(poll, group, press, ["open", "closed"]);
  if (refusal) return seenOr(poll, press, refusal);
  if (!askedOf(poll, person)) return refuse({ kind: "notAskedNow" });
  if (poll.asked.length === 1 && !poll.anyone) return refuse({ kind: "lastAsked" });
  const next: Poll = {
    ...poll,
    ...pressed(poll, press),
    asked: poll.asked.filter((a) => a.person !== person),
    left: [...(poll.left ?? []), { person, at: press.now, by: press.by }],
  };
  const only = [person];
  const word = circularOf(`left-${next.rev}`, { saying: { kind: "pollLeft" }, to: "all", only, at: press.now });
  const request = { saying: { kind: "pollRequest" }, to: "all", only, at: press.now, redraw: true } as const;
  return accept({
    facts: [next, word, circularOf(`redraw-left-${next.rev}`, request)],
    events: ["pollPeopleRemoved"],
    told: naming(only),
    poll: next,
  });
}

/** Whether a time is good without somebody. The ranking follows; nobody is told, for nothing was promised about it. */
export function setRequired(
  poll: Poll,
  group: Group,
  { person, required, ...press }: PollPress & { person: PersonId; required: boolean },
): Changed {
  const refusal = mayChange(poll, group, press, ["open", "closed"]);
  if (refusal) return seenOr(poll, press, refusal);
  const before = askedOf(poll, person);
  if (!before) return refuse({ kind: "notAskedNow" });
  if (before.required === required) return accept({ facts: [], events: [], poll });
  const asked = poll.asked.map((a) => (a.person === person ? { ...a, required } : a));
  const next: Poll = { ...poll, ...pressed(poll, press), asked };
  return accept({ facts: [next], events: ["pollRequiredChanged"], told: naming([person]), poll: next });
}

function mayChange(
  poll: Poll,
  group: Group,
  { by, nonce, rev }: PollPress,
  statuses: readonly PollStatus[],
): PollPeopleRefusal | undefined {
  if (!isOfficer(group, by)) return { kind: "notOfficer" };
  if (seen(poll, nonce)) return { kind: "stale" };
  if (!statuses.includes(poll.status)) return { kind: "wrongStatus", status: poll.status };
  return poll.rev === rev ? undefined : { kind: "stale" };
}

/** A press that comes again has had its effect already. */
const seenOr = (poll: Poll, { nonce }: PollPress, refusal: PollPeopleRefusal): Changed =>
  refusal.kind !== "notOfficer" && seen(poll, nonce) ? accept({ facts: [], events: [], poll }) : refuse(refusal);

const pressed = (poll: Poll, { nonce }: PollPress) => ({ rev: poll.rev + 1, nonces: remember(poll, nonce) });
