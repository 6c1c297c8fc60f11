import type { Around, Due } from "../due.ts";
import type { Question } from "../question.ts";

export const dueOfQuestion = (_question: Question, _around: Around): Due[] => [];
