import type { Around, Due } from "../due.ts";
import type { Nomination } from "../nomination.ts";

export const dueOfNomination = (_nomination: Nomination, _around: Around): Due[] => [];
