import type { Call } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import type { Delivery } from "./delivery.ts";
import type { Group } from "./group.ts";
import type { Lang } from "./lang.ts";
import type { Nomination } from "./nomination.ts";
import type { Question } from "./question.ts";
import type { RecordHead } from "./record.ts";
import type { Instant } from "./time.ts";

/** A delivery together with the facts that its words are made from, as they stand now. */
export interface Showing {
  delivery: Delivery;
  group: Group;
  call?: Call;
  nomination?: Nomination;
  candidate?: Candidate;
  /** The nominations behind a candidate. */
  nominations: Nomination[];
  /** All candidates of the call, where a message is about all of them. */
  candidates?: Candidate[];
  question?: Question;
  /** The record's head when it was loaded. */
  head: RecordHead;
  /** Download links minted for this message (appendix), and until when they work. */
  links?: { lang: Lang; format: "docx" | "xlsx"; url: string; until: Instant }[];
}
