import type { Candidate } from "../domain/candidate.ts";
import type { Circular } from "../domain/circular.ts";
import type { Saying } from "../domain/delivery.ts";
import {
  circularProgress,
  type Overview,
  type Progress,
  progressOf,
  reminderProgress,
} from "../domain/delivery-tally.ts";
import { due } from "../domain/due.ts";
import type { Instant } from "../domain/time.ts";
import { peopleOf } from "./circular.ts";
import type { Ports } from "./ports.ts";
import { type Round, readCall } from "./round.ts";

type Reads = Pick<Ports, "store" | "clock" | "calendar">;

/**
 * How far the messages to many are: to those of a call's proposals, to its candidates, or to those of a poll or meeting.
 * `candidates` as they were read with the round.
 */
export const mailingsOf = async (
  ports: Reads,
  round: Round,
  overview: Overview,
  candidates: Iterable<Candidate>,
): Promise<Progress[]> => [
  ...(await ofCall(ports, round, overview)),
  ...[reminderProgress(overview, unsaidIn(ports, round, candidates))].filter((one) => one !== undefined),
  ...(await ofPeople(round, overview)),
];

/** When each of those candidates was to be reminded whose turn hasn't come. Only who is due at all is looked at closely. */
function unsaidIn({ clock, calendar }: Reads, round: Round, candidates: Iterable<Candidate>): Instant[] {
  const now = clock.now();
  const around = { group: round.group, call: round.call, calendar };
  return [...candidates].flatMap((candidate) => {
    if ((round.read.get(candidate.id)?.dueAt ?? Infinity) > now) return [];
    const unsaid = due(candidate, around).find(
      ({ key, at, until = Infinity, saying }) =>
        saying.kind === "consentReminder" && at <= now && until > now && !candidate.said.includes(key),
    );
    return unsaid ? [unsaid.at] : [];
  });
}

/** A mailing goes to those of a call's proposals; how many there are its header knows. */
async function ofCall({ store }: Reads, round: Round, { mailings }: Overview): Promise<Progress[]> {
  const found: Progress[] = [];
  for (const mailing of await round.list("mailing")) {
    if (mailing.what === "again") continue;
    const source = mailing.source === round.id ? round.call : await readCall(store, mailing.source);
    found.push(progressOf(mailing, mailings.get(mailing.what), source?.numbered ?? 0));
  }
  return found;
}

/**
 * What goes to all of a poll or meeting, each kind once and the latest first: what is under way or didn't reach
 * everybody, and always the latest.
 */
async function ofPeople(round: Round, { kinds }: Overview): Promise<Progress[]> {
  if (!round.poll && !round.meeting) return [];
  const circulars = (await round.list("circular")).filter((c) => !c.redraw).sort((a, b) => b.at - a.at);
  const unwalked = new Map<Saying["kind"], number>();
  for (const circular of circulars) {
    const { kind } = circular.saying;
    unwalked.set(kind, (unwalked.get(kind) ?? 0) + left(round, circular));
  }
  return [...unwalked]
    .map(([kind, people]) => circularProgress(kind, kinds.get(kind), people))
    .filter(({ left, lost }, at) => at === 0 || left > 0 || lost > 0);
}

/** At most so many people are still to be found. */
function left(round: Round, { done, cursor, only }: Circular): number {
  if (done) return 0;
  const [phase, after = ""] = (cursor ?? "asked ").split(" ");
  return phase === "asked" ? (only ?? peopleOf(round)).filter((person) => person > after).length : 0;
}
