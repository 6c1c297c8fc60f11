import type { Instant } from "../domain/time.ts";

/** One stored fact. `version` counts from 1 and rises by one at each replace; `dueAt` (ms) asks the settler to look at it. */
export interface Doc {
  pk: string;
  id: string;
  type: string;
  schema: number;
  version: number;
  dueAt?: Instant;
  body: unknown;
}

/** One step of a batch. A replace carries the new version and fails unless the stored one is exactly one less. */
export type Write = { op: "create" | "replace"; doc: Doc } | { op: "delete"; id: string; version: number };

export interface Page {
  docs: Doc[];
  /** Hand this back as `after` to read on; absent at the end. */
  next?: string;
}

/** Where facts live. Every batch is in one partition, all or nothing, and on disk before it answers. */
export interface Store {
  get(pk: string, id: string): Promise<Doc | undefined>;
  /** Documents of one type in a partition, in order of id. */
  list(pk: string, type: string, page?: { after?: string; limit?: number }): Promise<Page>;
  /** Throws AlreadyExists, StaleVersion or BatchTooLarge (more than 100 writes or 2 MB), and then nothing is written. */
  commit(pk: string, writes: readonly Write[]): Promise<void>;
  /** Documents whose `dueAt` is at or before `now`, the longest due first. */
  due(now: Instant, limit: number): Promise<Doc[]>;
  close(): Promise<void>;
}

export class AlreadyExists extends Error {}
export class StaleVersion extends Error {}
export class BatchTooLarge extends Error {}
/** A document from a newer Ehdolla than this one: never guessed at. */
export class NewerSchema extends Error {}
