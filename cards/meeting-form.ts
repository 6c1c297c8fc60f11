import type { Group } from "../bot/domain/group.ts";
import type { Lang } from "../bot/domain/lang.ts";
import type { Meeting } from "../bot/domain/meeting.ts";
import { submit } from "./actions.ts";
import { here } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { groupName } from "./group.ts";
import { choice, dateInput, textInput, timeInput } from "./inputs.ts";
import { type Card, card, type Element, fold, heading, hint, line, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { meetingTitle } from "./meeting-parts.ts";
import { whoInputs } from "./meeting-who.ts";
import type { Choosable } from "./people.ts";
import type { Reader } from "./reader.ts";
import { meetingCaps } from "./verbs/meeting.ts";

/** What stands in a meeting's form, as it was typed or as the meeting has it. */
export type MeetingValues = Partial<
  Record<
    | "date"
    | "time"
    | "length"
    | "mode"
    | "place"
    | "joinUrl"
    | "accessibility"
    | "interpreting"
    | "parking"
    | "quorum"
    | "answerDate"
    | "answerTime"
    | "noticeDate"
    | "members"
    | "substitutes"
    | "personal"
    | "guests"
    | "outside"
    | "outsideAs"
    | `title_${Lang}`
    | `note_${Lang}`,
    string | undefined
  >
>;

interface FormParts {
  group: Group;
  /** Absent: a new meeting. */
  meeting?: Meeting | undefined;
  values: MeetingValues;
  people: readonly Choosable[];
  nonce: string;
  problem?: string | undefined;
  /** Sent as it stands although a language is missing. */
  anyway?: boolean | undefined;
}

/** How a meeting stands in its form. */
export function valuesOf({ title, note, venue, quorum, answerBy, notice }: Meeting): MeetingValues {
  const [answerDate, answerTime] = answerBy?.wall.split("T") ?? [];
  return {
    ...Object.fromEntries(Object.entries(title).map(([lang, words]) => [`title_${lang}`, words])),
    ...Object.fromEntries(Object.entries(note).map(([lang, words]) => [`note_${lang}`, words])),
    ...venue,
    quorum: quorum === undefined ? undefined : String(quorum),
    answerDate,
    answerTime,
    noticeDate: notice?.by?.wall.slice(0, 10),
  };
}

/** The form for a new meeting whose time is known, and for what is changed about one later. */
export function meetingForm(parts: FormParts, reader: Reader): Card {
  const { form, button } = reader.text.meeting;
  const { common } = reader.text;
  const { group, meeting, values, nonce, problem, anyway } = parts;
  const knowingly = anyway ? { anyway: "true" } : {};
  const title = meeting
    ? form.changeHeading(clip(meetingTitle({ meeting, group }, reader), 120))
    : form.heading(clip(groupName(group, reader), 120));
  const opens = { hint: common.fold };
  return fitted(
    0,
    () => 0,
    () =>
      card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          problem !== undefined
            ? strip("warning", problem)
            : meeting
              ? strip("accent", form.changeStrip, form.changeStripRest)
              : strip("accent", form.strip, form.stripRest),
          ...worded("title", parts, reader),
          ...(meeting ? [] : timeInputs(values, reader)),
          choice({
            id: "mode",
            label: form.mode,
            value: values.mode ?? "teams",
            choices: (["teams", "onSite", "hybrid"] as const).map((value) => ({
              title: reader.text.meeting.modes[value],
              value,
            })),
          }),
          textInput({
            id: "joinUrl",
            label: form.joinUrl,
            value: values.joinUrl,
            maxLength: meetingCaps.url,
            style: "Url",
          }),
          hint(form.joinHint),
          textInput({ id: "place", label: form.place, value: values.place, maxLength: meetingCaps.place }),
          fold("practical", form.practical, [...practical(values, reader), ...worded("note", parts, reader)], {
            first: true,
            ...opens,
          }),
          fold("rules", form.rules, rules(values, reader), opens),
          !meeting &&
            fold(
              "who",
              form.who,
              [line(form.whoHint), ...whoInputs({ values, people: parts.people, proposed: group }, reader)],
              opens,
            ),
        ],
        actions: [
          meeting
            ? submit(
                anyway ? button.changeAnyway : button.change,
                "meeting.change",
                { meeting: meeting.id, rev: meeting.rev, nonce, ...knowingly },
                {
                  door: reader.door,
                  style: "positive",
                },
              )
            : submit(
                anyway ? button.callAnyway : button.call,
                "meeting.call",
                { group: group.id, nonce, ...knowingly },
                { door: reader.door, style: "positive" },
              ),
          reader.door === "card" &&
            (meeting
              ? here(reader, common.back, "meeting.manage", { meeting: meeting.id })
              : here(reader, common.back, "meetings.mine", {})),
        ],
      }),
  );
}

/** One field for each of the group's languages. */
function worded(field: "title" | "note", { group, values }: FormParts, reader: Reader): Element[] {
  const { form } = reader.text.meeting;
  const { languages } = reader.text.group;
  return group.languages.map((lang, at) =>
    textInput({
      id: `${field}_${lang}`,
      label: group.languages.length === 1 ? form[field] : form[`${field}In`](languages[lang]),
      value: values[`${field}_${lang}`],
      maxLength: meetingCaps[field],
      multiline: field === "note",
      ...(field === "title" && at === 0 && { required: form.missing }),
    }),
  );
}

function timeInputs(values: MeetingValues, reader: Reader): Element[] {
  const { form } = reader.text.meeting;
  return [
    dateInput({ id: "date", label: form.date, required: form.missing, value: values.date }),
    timeInput({ id: "time", label: form.time, required: form.missing, value: values.time }),
    textInput({
      id: "length",
      label: form.length,
      required: form.missing,
      value: values.length ?? "90",
      maxLength: meetingCaps.number,
    }),
  ];
}

const practical = (values: MeetingValues, { text }: Reader): Element[] =>
  (["accessibility", "interpreting", "parking"] as const).map((id) =>
    textInput({ id, label: text.meeting.form[id], value: values[id], maxLength: meetingCaps.practical }),
  );

function rules(values: MeetingValues, reader: Reader): Element[] {
  const { form } = reader.text.meeting;
  return [
    textInput({ id: "quorum", label: form.quorum, value: values.quorum, maxLength: meetingCaps.number }),
    hint(form.quorumHint),
    dateInput({ id: "answerDate", label: form.answerDate, value: values.answerDate }),
    timeInput({ id: "answerTime", label: form.answerTime, value: values.answerTime }),
    hint(form.answerHint),
    dateInput({ id: "noticeDate", label: form.noticeDate, value: values.noticeDate }),
    hint(form.noticeHint),
  ];
}
