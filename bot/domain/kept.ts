import type { PersonId } from "./ids.ts";
import type { Instant } from "./time.ts";

/** What a call, a poll or a meeting remembers of the day on which it is erased. */
export interface KeptFor {
  /** Not erased before this, since a change of the group's retention would have come without notice. */
  keptUntil?: Instant;
  /** An officer has taken note of the coming erasing, and of which. */
  purgeNoted?: { for: Instant; by: PersonId; at: Instant };
}
