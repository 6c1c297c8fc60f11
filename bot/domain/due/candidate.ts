import type { Candidate } from "../candidate.ts";
import type { Around, Due } from "../due.ts";

export const dueOfCandidate = (_candidate: Candidate, _around: Around): Due[] => [];
