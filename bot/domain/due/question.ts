import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";
import type { Question } from "../question.ts";

/** A question goes to the officers; its answer into the thread for all, and to the one who asked. */
export function dueOfQuestion({ id, at, by, answer }: Question, { group }: Around): Due[] {
  return [
    { key: "question", at, to: toOfficers(officers(group)), saying: { kind: "question", question: id } },
    ...(answer
      ? ([
          { key: "answer", at: answer.at, to: [{ to: "thread" }], saying: { kind: "answer", question: id } },
          {
            key: "questionAnswered",
            at: answer.at,
            to: [{ to: "person", person: by }],
            saying: { kind: "questionAnswered", question: id },
          },
        ] satisfies Due[])
      : []),
  ];
}
