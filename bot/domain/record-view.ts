import type { HeaderFact } from "./facts.ts";
import type { Group } from "./group.ts";
import type { Entry, RecordHead } from "./record.ts";

/** One line of the record for people: with names where they still exist, and without anything that somebody wrote. */
export interface ToldEntry extends Pick<Entry, "seq" | "at" | "events"> {
  /** Ehdolla itself, or a person; one whose data was erased has no name. */
  by: "ehdolla" | { name?: string };
  /** Codes of nominations, and names of candidates and of people whose answer it is. */
  about: string[];
}

/** A page of a round's record, the newest first. */
export interface RecordView {
  group: Group;
  about: HeaderFact;
  head: RecordHead;
  /** Lines in all. */
  count: number;
  page: number;
  pages: number;
  entries: ToldEntry[];
}
