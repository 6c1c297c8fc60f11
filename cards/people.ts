import type { PersonId } from "../bot/domain/ids.ts";
import { choice, peoplePicker, textInput } from "./inputs.ts";
import type { Element } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";

/** Someone whom a form can name; `oid` is what a people picker knows them by. */
export interface Choosable {
  id: PersonId;
  name: string;
  email?: string;
  oid?: string;
}

/** More than these don't fit in lists; then people are written by name or address. */
const MOST_LISTED = 15;
const MOST_TICKED = 10;
const NAME_SHOWN = 48;

interface Parts {
  id: string;
  label: string;
  required?: string | undefined;
  /** What was typed before, or the chosen people's ids with commas between. */
  value: string | undefined;
  multi?: boolean;
  people: readonly Choosable[];
  maxLength: number;
  /** What to write, where people are written. */
  placeholder: string;
  /** Offered first in a list of one: nobody. */
  nobody?: string;
}

/** Whether people are written by name in this field, because there are too many for a list. */
export const isWritten = (people: readonly Choosable[], multi: boolean): boolean =>
  people.length > (multi ? MOST_TICKED : MOST_LISTED);

/** A field that names people: a people picker, a list of the team, or, where the team is large, their names in writing. */
export function personInput(parts: Parts, { client }: Reader): Element {
  const { id, label, required, people, multi = false } = parts;
  const chosen = people.filter((p) => parts.value?.split(",").includes(p.id));
  const typed = parts.value && !/person:|^none$/.test(parts.value) ? parts.value : undefined;
  if (client.picker) {
    const value = typed ?? (chosen.flatMap((p) => p.oid ?? []).join(",") || undefined);
    return peoplePicker({ id, label, required, multi, value });
  }
  if (isWritten(people, multi)) {
    const value =
      typed ?? (chosen.map((p) => (isUnique(p, people) ? p.name : p.email || p.name)).join(", ") || undefined);
    const { maxLength, placeholder } = parts;
    return textInput({ id, label, required, value, maxLength, placeholder });
  }
  const choices = people.map((p) => ({ title: titleOf(p, people), value: p.id }));
  const nobody = parts.nobody && !multi ? [{ title: parts.nobody, value: "none" }] : [];
  const value = multi ? chosen.map((p) => p.id) : (chosen[0]?.id ?? (nobody.length ? "none" : undefined));
  return choice({ id, label, required, multi, expanded: multi, value, choices: [...nobody, ...choices] });
}

const isUnique = (person: Choosable, people: readonly Choosable[]) =>
  people.filter((p) => p.name === person.name).length === 1;

/** Two of the same name are told apart by their addresses. */
const titleOf = (person: Choosable, people: readonly Choosable[]): string =>
  clip(isUnique(person, people) ? person.name : `${person.name} (${person.email ?? ""})`, NAME_SHOWN);
