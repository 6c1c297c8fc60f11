import type { Box } from "./box.ts";
import type { Call } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import type { Circular } from "./circular.ts";
import type { DataRequest } from "./data-request.ts";
import type { Delivery, Mailing } from "./delivery.ts";
import type { Group } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { Attendance, Meeting } from "./meeting.ts";
import type { Nomination } from "./nomination.ts";
import type { Poll } from "./poll.ts";
import type { PollAnswer } from "./poll-answer.ts";
import type { Question } from "./question.ts";
import type { Entry, RecordEvent } from "./record.ts";

/** The fact that a round is about: its header. */
export type HeaderFact = Group | Call | Poll | Meeting;

/** A fact of a round that a decision can change. Each is a document of its own. */
export type Fact =
  | HeaderFact
  | Nomination
  | Candidate
  | Question
  | DataRequest
  | PollAnswer
  | Attendance
  | Mailing
  | Circular
  | Delivery;
export type FactOf<K extends Fact["kind"]> = Extract<Fact, { kind: K }>;

const HEADERS: ReadonlySet<Fact["kind"]> = new Set<HeaderFact["kind"]>(["group", "call", "poll", "meeting"]);

export const isHeader = (fact: Fact): fact is HeaderFact => HEADERS.has(fact.kind);

/** What a decision leaves behind: facts new or changed, and the events that the record keeps. */
export interface Change {
  facts: Fact[];
  events: RecordEvent[];
  /** Facts that are deleted, in the same batch; the record tells that each was there. */
  gone?: string[];
  /** Turns the boxes of the round's ballots or answers, in the same batch. */
  boxes?: Box["status"];
  /** What the record's line names besides the changed facts, such as a round that is no more. */
  told?: Entry["facts"];
}

/** Whether a press with this nonce has had its effect already. */
export const seen = (fact: { nonces: string[] }, nonce: string): boolean => fact.nonces.includes(nonce);

/** Remembers a nonce; the last twenty are enough, for Teams redelivers within minutes. */
export const remember = (fact: { nonces: string[] }, nonce: string): string[] => [...fact.nonces, nonce].slice(-20);

/** The record names by id whom a change is about, and nothing else of them. */
export const naming = (persons: readonly PersonId[]): Entry["facts"] =>
  persons.map((id) => ({ id, version: 0, digest: "" }));
