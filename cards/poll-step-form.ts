import type { Choosable } from "./people.ts";
import type { PollAt } from "./poll-parts.ts";
import type { PollStep } from "./verbs/poll.ts";

/** What was typed on a page, when it comes back refused; the names are those of the inputs. */
export type TypedPage = Record<string, string | undefined>;

/** One page of a poll as a form. */
export interface PollForm extends PollAt {
  step: PollStep;
  nonce: string;
  typed?: TypedPage | undefined;
  problem?: string | undefined;
  notice?: string | undefined;
  people: readonly Choosable[];
  /** Those outside Teams who are named, as lines to write on. */
  outside: string;
  /** Those of them without whom a time is no good. */
  outsideRequired: string;
  /** Whether anybody has answered: then answers can't be shown to more people any more. */
  answered: boolean;
}
