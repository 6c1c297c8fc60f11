import type { Calendar } from "../domain/calendar.ts";
import type { Posted } from "../domain/delivery.ts";
import type { Outcome } from "../domain/delivery-steps.ts";
import type { Place } from "../domain/group.ts";
import type { Lang } from "../domain/lang.ts";
import type { Person } from "../domain/person.ts";
import type { Showing } from "../domain/showing.ts";
import type { Instant } from "../domain/time.ts";
import type { Bursts } from "./burst.ts";
import type { CalendarFile } from "./ics.ts";

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

/** A document to be written; the store stamps the schema that it knows for the type. */
export type NewDoc = Omit<Doc, "schema"> & { schema?: number };

/** One step of a batch. A replace carries the new version and fails unless the stored one is exactly one less. */
export type Write = { op: "create" | "replace"; doc: NewDoc } | { op: "delete"; id: string; version: number };

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
  /** Documents whose `dueAt` is at or before `now`, the longest due first; of one type, when one is given. */
  due(now: Instant, limit: number, type?: string): Promise<Doc[]>;
  close(): Promise<void>;
}

export class AlreadyExists extends Error {}
export class StaleVersion extends Error {}
export class BatchTooLarge extends Error {}
/** A document from a newer Ehdolla than this one: never guessed at. */
export class NewerSchema extends Error {}

/** One message on its way: what is shown, to whom, and what it replaces or stands under. */
export interface Message {
  showing: Showing;
  to:
    | { kind: "channel"; place: Place; under?: Posted }
    | { kind: "person"; person: Person; tenant: string }
    | { kind: "address"; name: string; email?: string; lang?: Lang };
  /** Update this earlier message instead of sending a new one. */
  replaces?: Posted;
  /** The reader's own calendar files, which go along where a message leaves Teams. */
  files?: CalendarFile[];
}

export interface Messenger {
  deliver(message: Message): Promise<Outcome>;
}

/** A team's member as Teams knows them. */
export interface TeamMember {
  oid: string;
  teamsId: string;
  name: string;
  email?: string;
}

export interface Directory {
  /** Everybody in a team; empty when Teams can't be asked. */
  members(place: Place): Promise<TeamMember[]>;
}

export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Work on one key runs one after another; different keys run side by side. */
export interface Queue {
  <T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Jobs that come while the key is at work are then run together. `run` answers each of them and doesn't throw. */
  together<J>(key: string, job: J, run: (jobs: J[]) => Promise<void>): void;
}

/** Everything that use cases need of the world. */
export interface Ports {
  store: Store;
  clock: { now(): Instant };
  ids: { random(): string };
  calendar: Calendar;
  messenger: Messenger;
  directory: Directory;
  queue: Queue;
  /** Takes in answers and ballots, thousands at once. */
  bursts: Bursts;
  /** Tells the settler that something may be due. */
  wake(): void;
  log: Log;
  /** Where our own pages and downloads are reached, without a slash at the end. */
  publicUrl: string;
}
