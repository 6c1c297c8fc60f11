import { hash } from "node:crypto";
import type { PersonId } from "./ids.ts";
import type { Instant } from "./time.ts";

/** Everything that the record tells, in words of the code. Each has its words in every language of the timeline. */
export type RecordEvent =
  | "groupAdded"
  | "groupSetUp"
  | "groupChanged"
  | "rolesChanged"
  | "callDrafted"
  | "callGotAddress"
  | "callWritten"
  | "callTextConfirmed"
  | "callPublished"
  | "callTakenBack"
  | "waitSkipped"
  | "callOpened"
  | "callCorrected"
  | "callExtended"
  | "callReopened"
  | "callClosed"
  | "callCancelled"
  | "questionAsked"
  | "questionAnswered"
  | "nominated"
  | "addressConfirmed"
  | "nominationEdited"
  | "nominationWithdrawn"
  | "nominationLate"
  | "lateAccepted"
  | "nominationConfirmed"
  | "nominationObjected"
  | "confirmationRecorded"
  | "reasonRedacted"
  | "candidateAdded"
  | "candidateJoined"
  | "candidatesMerged"
  | "candidateAddressCorrected"
  | "candidateNotThisPerson"
  | "candidateNotReached"
  | "candidateReached"
  | "candidateIdentified"
  | "candidateMailReturned"
  | "consentLinkTaken"
  | "candidateHandled"
  | "candidateMoveAsked"
  | "candidateMoved"
  | "candidateMoveRefused"
  | "candidateRevived"
  | "conflictMarked"
  | "consentGiven"
  | "consentDeclined"
  | "consentRecorded"
  | "consentLapsed"
  | "consentReminded"
  | "boardPosted"
  | "appendixMade"
  | "announcementLost"
  | "announcementBack"
  | "announcementReposted"
  | "deliveryRetried"
  | "deliveriesRetried"
  | "deliveryHandled"
  | "contactCorrected"
  | "dataRequested"
  | "dataRequestAnswered"
  | "erased"
  | "purgeNoted"
  | "purgeMoved"
  | "callPurged"
  | "pollPurged"
  | "meetingPurged"
  | "outage"
  | "boxOpened"
  | "pollDrafted"
  | "pollWritten"
  | "pollPosted"
  | "pollEdited"
  | "pollExtended"
  | "pollAnswered"
  | "pollAnswerRecorded"
  | "standInNamed"
  | "pollReminded"
  | "askedNotReached"
  | "pollClosed"
  | "pollReopened"
  | "pollDecided"
  | "pollInvited"
  | "pollCancelled"
  | "meetingCalled"
  | "meetingMoved"
  | "meetingChanged"
  | "meetingCancelled"
  | "attendanceAnswered"
  | "attendanceRecorded"
  | "attendanceReminded"
  | "substituteCalledIn"
  | "pollRulesChanged"
  | "pollPeopleAdded"
  | "pollPeopleRemoved"
  | "pollRequiredChanged"
  | "meetingPeopleAdded"
  | "meetingPeopleRemoved"
  | "answerLinkTaken"
  | "answerLinksEnded";

/** One line of the record: who did what when. Ids and salted digests only, so erasing a person leaves it verifiable. */
export interface Entry {
  kind: "entry";
  seq: number;
  at: Instant;
  by: PersonId | "ehdolla";
  events: RecordEvent[];
  /** The facts as this change left them: id, version, and a digest of the content under the fact's own salt. */
  facts: { id: string; version: number; digest: string }[];
  previous: string;
  hash: string;
}

/** The end of the chain; printed on result cards, minutes and exports. */
export interface RecordHead {
  seq: number;
  head: string;
}

export const startOfRecord: RecordHead = { seq: 0, head: "0".repeat(64) };

const sha256 = (text: string) => hash("sha256", text);

/** JSON with sorted keys: the same content gives the same bytes. */
export function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((v) => canonical(v ?? null)).join(",")}]`;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(",")}}`;
}

/** What time or a link leaves on a fact without anything having happened that the record tells. */
const unrecorded = { said: undefined, turnedAt: undefined, publicId: undefined };

/** Stands for the digest of a fact that was deleted. */
export const GONE = "";

/** Digest of a fact's content, but for what has been said about it; without the salt it gives nothing away. */
export const digestOf = (fact: object, salt: string): string =>
  sha256(`${salt}\n${canonical({ ...fact, ...unrecorded })}`);

const hashOf = ({ hash: _, ...entry }: Entry | (Omit<Entry, "hash"> & { hash?: string })): string =>
  sha256(canonical(entry));

/** The next entry of the chain. */
export function chained(head: RecordHead, entry: Pick<Entry, "at" | "by" | "events" | "facts">): Entry {
  const unsealed = { kind: "entry" as const, seq: head.seq + 1, previous: head.head, ...entry };
  return { ...unsealed, hash: hashOf(unsealed) };
}

/** What is wrong with a record: an entry, its end, or a fact that isn't as the record last says, or isn't there. */
export type Damage =
  | { kind: "changed" | "missing" | "outOfOrder" | "cutOff"; seq: number }
  | { kind: "factChanged" | "factMissing"; id: string; seq: number };

/** Where the chain from its start to `head` is broken, or nothing. */
export function damageIn(entries: readonly Entry[], head: RecordHead): Damage | undefined {
  let last = startOfRecord;
  for (const entry of entries) {
    const next = last.seq + 1;
    if (entry.seq !== next)
      return { kind: entry.seq > next && !entries.some((e) => e.seq === next) ? "missing" : "outOfOrder", seq: next };
    if (entry.previous !== last.head || hashOf(entry) !== entry.hash) return { kind: "changed", seq: entry.seq };
    last = { seq: entry.seq, head: entry.hash };
  }
  return last.seq === head.seq && last.head === head.head ? undefined : { kind: "cutOff", seq: last.seq + 1 };
}

/** Facts that stand beside the header and are told of by it alone; a line also names persons, boxes and other rounds. */
const isBeside = (id: string): boolean => /^(nom|cand|q|req):/.test(id);

/** Facts whose content isn't what the record last says of them, and those that are gone though it doesn't say so. */
export function damagedFacts(
  entries: readonly Entry[],
  present: ReadonlyMap<string, { fact: object; salt: string }>,
): Damage[] {
  const last = new Map<string, { digest: string; seq: number }>();
  for (const { seq, facts } of entries) for (const { id, digest } of facts) last.set(id, { digest, seq });
  const changed = [...present].flatMap(([id, { fact, salt }]) => {
    const told = last.get(id);
    return told?.digest === digestOf(fact, salt) ? [] : [{ kind: "factChanged" as const, id, seq: told?.seq ?? 0 }];
  });
  const missing = [...last].filter(([id, { digest }]) => isBeside(id) && digest !== GONE && !present.has(id));
  return [...changed, ...missing.map(([id, { seq }]) => ({ kind: "factMissing" as const, id, seq }))];
}

/** The head as people can compare it: twelve characters in groups of four. */
export const shortHead = ({ head }: RecordHead): string => head.slice(0, 12).replace(/(.{4})(?=.)/g, "$1 ");
