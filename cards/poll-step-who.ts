import type { Group } from "../bot/domain/group.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import type { Poll } from "../bot/domain/poll.ts";
import { textInput, toggle } from "./inputs.ts";
import { type Element, hint, type Maybe } from "./kit.ts";
import { personInput } from "./people.ts";
import type { PollForm } from "./poll-step-form.ts";
import type { Reader } from "./reader.ts";
import { pollCaps } from "./verbs/poll.ts";

/** Who is asked, and without whom a time is no good. */
export function whoInputs(
  { poll, typed, people, outside, outsideRequired, group }: PollForm,
  reader: Reader,
): Maybe<Element>[] {
  const { step } = reader.text.poll;
  const isInside = (person: PersonId) => people.some((p) => p.id === person);
  const named = poll.asked.map((a) => a.person).filter(isInside);
  const required = poll.asked
    .filter((a) => a.required)
    .map((a) => a.person)
    .filter(isInside);
  const value = (id: string, saved: string | undefined) => (typed ? typed[id] : saved);
  const persons = (id: string, label: string, saved: readonly string[]) =>
    personInput(
      {
        id,
        label,
        multi: true,
        value: value(id, saved.join(",") || undefined),
        people,
        maxLength: pollCaps.people,
        placeholder: step.peoplePlaceholder,
      },
      reader,
    );
  return [
    toggle({ id: "members", label: step.members, value: typed ? typed.members === "true" : poll.members }),
    persons("named", step.named, named),
    textInput({
      id: "outside",
      label: step.outside,
      value: value("outside", outside || outsideOf(poll, group) || undefined),
      maxLength: pollCaps.outside,
      multiline: true,
      placeholder: step.outsidePlaceholder,
    }),
    hint(step.outsideHint),
    persons("required", step.required, required),
    textInput({
      id: "outsideRequired",
      label: step.outsideRequired,
      value: value("outsideRequired", outsideRequired || undefined),
      maxLength: pollCaps.outsideRequired,
      multiline: true,
      placeholder: step.outsidePlaceholder,
    }),
    hint(step.requiredHint),
    toggle({ id: "anyone", label: step.anyone, value: typed ? typed.anyone === "true" : poll.anyone }),
  ];
}

/** Members outside Teams are proposed while nobody has been named yet. */
const outsideOf = (poll: Poll, { members }: Group): string =>
  poll.asked.length > 0 || members.kind !== "named"
    ? ""
    : (members.outside ?? []).flatMap(({ name, email }) => (email ? [`${name}; ${email}`] : [])).join("\n");
