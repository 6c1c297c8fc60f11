import type { Group } from "../bot/domain/group.ts";
import { choice, textInput } from "./inputs.ts";
import { type Element, hint } from "./kit.ts";
import type { MeetingValues } from "./meeting-form.ts";
import { type Choosable, personInput } from "./people.ts";
import type { Reader } from "./reader.ts";
import { meetingCaps } from "./verbs/meeting.ts";

/** People to be called, each in a role. A new meeting calls the members anyway, and proposes those who aren't in Teams. */
export function whoInputs(
  { values, people, proposed }: { values: MeetingValues; people: readonly Choosable[]; proposed?: Group | undefined },
  reader: Reader,
): Element[] {
  const { form } = reader.text.meeting;
  const { invite } = reader.text.meetingPeople;
  const named = (id: "members" | "substitutes" | "guests", label: string) =>
    personInput(
      {
        id,
        label,
        value: values[id],
        multi: true,
        people,
        maxLength: meetingCaps.people,
        placeholder: form.peoplePlaceholder,
      },
      reader,
    );
  const known = proposed && values.outside === undefined ? outsideOf(proposed) : "";
  return [
    ...(proposed ? [] : [named("members", invite.members)]),
    named("substitutes", form.substitutes),
    textInput({
      id: "personal",
      label: form.personal,
      value: values.personal,
      maxLength: meetingCaps.personal,
      multiline: true,
    }),
    hint(form.personalHint),
    named("guests", form.guests),
    textInput({
      id: "outside",
      label: invite.outside,
      value: values.outside ?? (known || undefined),
      maxLength: meetingCaps.outside,
      multiline: true,
      placeholder: invite.outsidePlaceholder,
    }),
    hint(invite.outsideHint),
    choice({
      id: "outsideAs",
      label: invite.outsideAs,
      value: values.outsideAs ?? (known ? "member" : "guest"),
      choices: (["member", "substitute", "guest"] as const).map((value) => ({ title: invite.roles[value], value })),
    }),
  ];
}

/** The group's members outside Teams who can be written to. */
const outsideOf = ({ members }: Group): string =>
  members.kind !== "named"
    ? ""
    : (members.outside ?? []).flatMap(({ name, email }) => (email ? [`${name}; ${email}`] : [])).join("\n");
