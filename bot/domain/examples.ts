import type { CallContent } from "./call-draft.ts";
import { council } from "./examples/council.ts";
import type { When } from "./examples/days.ts";
import { project } from "./examples/project.ts";
import { quick } from "./examples/quick.ts";
import { table } from "./examples/table.ts";
import type { Group } from "./group.ts";
import { type Lang, type LocalText, langs } from "./lang.ts";

const examples = { council, project, table, quick };

/** The calls that can be tried out, after ones that real groups have published. */
export type ExampleName = keyof typeof examples;

/** An example as the content of a draft: in the group's languages, open now, with days still to come. */
export const exampleCall = (
  name: ExampleName,
  group: Pick<Group, "zone" | "languages">,
  when: Omit<When, "zone">,
): CallContent => inLanguages(examples[name]({ ...when, zone: group.zone }), group.languages);

/** Only the languages that the group publishes in. */
function inLanguages<T>(value: T, wanted: readonly Lang[]): T {
  if (Array.isArray(value)) return value.map((one) => inLanguages(one, wanted)) as T;
  if (typeof value !== "object" || value === null) return value;
  if (isLocalText(value)) return Object.fromEntries(wanted.flatMap((l) => (value[l] ? [[l, value[l]]] : []))) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inLanguages(one, wanted)])) as T;
}

const isLocalText = (value: object): value is LocalText => {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => (langs as readonly string[]).includes(key));
};
