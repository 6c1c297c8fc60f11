import type { Call } from "../call.ts";
import type { Around, Due } from "../due.ts";

export const dueOfCall = (_call: Call, _around: Around): Due[] => [];
