import type { Group } from "../bot/domain/group.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import type { Lang } from "../bot/domain/lang.ts";
import { liveOptions, type Poll } from "../bot/domain/poll.ts";
import { likelyDeadline } from "../bot/domain/poll-typed.ts";
import { submit } from "./actions.ts";
import { beside, dayAndTime } from "./call-inputs-parts.ts";
import { here } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { choice, moreRows, textInput, timeInput, toggle } from "./inputs.ts";
import { type Card, card, type Element, fold, heading, hint, line, type Maybe, strip, subheading } from "./kit.ts";
import { clip } from "./literal.ts";
import { type Choosable, personInput } from "./people.ts";
import { optionText, type PollAt, pollTitle } from "./poll-parts.ts";
import { dayLines } from "./poll-times.ts";
import type { Reader } from "./reader.ts";
import { MOST_ROWS, type PollStep, pollCaps, pollSteps } from "./verbs/poll.ts";

/** What was typed on a page, when it comes back refused; the names are those of the inputs. */
export type TypedPage = Record<string, string | undefined>;

/** One page of a poll as a form. */
export interface PollForm extends PollAt {
  step: PollStep;
  nonce: string;
  typed?: TypedPage | undefined;
  problem?: string | undefined;
  notice?: string | undefined;
  people: readonly Choosable[];
  /** Those outside Teams who are named, as lines to write on. */
  outside: string;
}

const saves: Record<PollStep, string> = {
  what: "poll.saveWhat",
  times: "poll.saveTimes",
  who: "poll.saveWho",
  rules: "poll.saveRules",
};

/** A page of a draft, or of an open poll what can still be changed in it. */
export const pollStepCard = (form: PollForm, reader: Reader): Card =>
  fitted(
    10_000,
    (_, most) => most,
    (most) => drawn(form, reader, most),
  );

function drawn(form: PollForm, reader: Reader, most: number): Card {
  const { text, door } = reader;
  const { poll, step } = form;
  const isDraft = poll.status === "draft";
  const title = `${text.poll.step[step]}: ${clip(pollTitle(form, reader), most)}`;
  const data = { poll: poll.id, rev: poll.rev, nonce: form.nonce };
  const save = (name: string, next: string, style?: "positive") =>
    submit(name, saves[step], { ...data, next }, { door, style });
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      form.problem !== undefined
        ? strip("warning", form.problem)
        : isDraft
          ? strip("accent", text.poll.step.progress(pollSteps.indexOf(step) + 1, pollSteps.length), text.poll.step.kept)
          : strip("accent", text.poll.step.changing, text.poll.step.changingRest),
      form.notice !== undefined && line(form.notice),
      ...inputs(form, reader),
    ],
    actions: [
      step === "times" &&
        save(text.poll.button.addTimes, "stay", liveOptions(poll).length === 0 ? "positive" : undefined),
      isDraft &&
        save(
          step === "times" ? text.poll.button.onward : text.poll.button.saveOn,
          "on",
          step !== "times" || liveOptions(poll).length > 0 ? "positive" : undefined,
        ),
      !isDraft && step !== "times" && save(text.poll.button.saveBack, "back", "positive"),
      here(reader, isDraft && step !== "times" ? text.poll.button.leave : text.common.back, "poll.manage", {
        poll: poll.id,
      }),
    ],
  });
}

function inputs(form: PollForm, reader: Reader): Maybe<Element>[] {
  switch (form.step) {
    case "what":
      return whatInputs(form, reader);
    case "times":
      return timesInputs(form, reader);
    case "who":
      return whoInputs(form, reader);
    case "rules":
      return rulesInputs(form, reader);
  }
}

const LENGTHS = [15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 240, 300, 360, 480];

const inLanguages = ({ group }: { group: Group }, one: (lang: Lang, only: boolean) => Element): Element[] =>
  group.languages.map((lang) => one(lang, group.languages.length === 1));

function whatInputs({ poll, group, typed }: PollForm, reader: Reader): Maybe<Element>[] {
  const { text } = reader;
  const { step } = text.poll;
  const { venue } = poll;
  const value = (id: string, saved: string | undefined) => (typed ? typed[id] : saved);
  const practical = (id: "accessibility" | "interpreting" | "parking") =>
    textInput({ id, label: step[id], value: value(id, venue[id]), maxLength: pollCaps.practical });
  return [
    ...inLanguages({ group }, (lang, only) =>
      textInput({
        id: `title_${lang}`,
        label: only ? step.title : step.titleIn(text.call.languages[lang]),
        value: value(`title_${lang}`, poll.title[lang]),
        maxLength: pollCaps.title,
        required: lang === group.languages[0] ? step.titleMissing : undefined,
      }),
    ),
    choice({
      id: "length",
      label: step.length,
      value: value("length", String(poll.length)),
      choices: [...new Set([...LENGTHS, poll.length])]
        .sort((a, b) => a - b)
        .map((minutes) => ({ title: lengthTitle(minutes, reader), value: String(minutes) })),
    }),
    liveOptions(poll).length > 0 && hint(step.lengthHint),
    choice({
      id: "mode",
      label: step.mode,
      value: value("mode", venue.mode),
      choices: (["teams", "onSite", "hybrid"] as const).map((mode) => ({ title: text.poll.modes[mode], value: mode })),
    }),
    textInput({
      id: "joinUrl",
      label: step.joinUrl,
      value: value("joinUrl", venue.joinUrl),
      maxLength: pollCaps.url,
      style: "Url",
    }),
    hint(step.joinHint),
    textInput({ id: "place", label: step.place, value: value("place", venue.place), maxLength: pollCaps.place }),
    fold("practical", step.practical, [practical("accessibility"), practical("interpreting"), practical("parking")], {
      first: true,
      hint: text.common.fold,
    }),
    ...inLanguages({ group }, (lang, only) =>
      textInput({
        id: `note_${lang}`,
        label: only ? step.note : step.noteIn(text.call.languages[lang]),
        value: value(`note_${lang}`, poll.note[lang]),
        maxLength: pollCaps.note,
        multiline: true,
      }),
    ),
  ];
}

const lengthTitle = (minutes: number, { text }: Reader) =>
  text.poll.length(Math.floor(minutes / 60), minutes % 60).replace(/^\S+ /, "");

function timesInputs({ poll, group, typed = {} }: PollForm, reader: Reader): Maybe<Element>[] {
  const { text } = reader;
  const { step } = text.poll;
  const options = liveOptions(poll);
  const lists = group.dayLists ?? [];
  const filled = Array.from({ length: MOST_ROWS }, (_, i) => typed[`date${i + 1}`]).findLastIndex(Boolean) + 1;
  const hours = (n: 1 | 2) =>
    beside(
      timeInput({
        id: `from${n}`,
        label: n === 1 ? step.from : step.from2,
        value: typed[`from${n}`] ?? (n === 1 ? "09:00" : undefined),
      }),
      timeInput({
        id: `to${n}`,
        label: n === 1 ? step.to : step.to2,
        value: typed[`to${n}`] ?? (n === 1 ? "15:00" : undefined),
      }),
    );
  return [
    options.length > 0 &&
      fold("present", text.poll.times(options.length), dayLines(options, reader), {
        first: false,
        hint: text.common.fold,
      }),
    options.length > 0 &&
      fold(
        "removing",
        step.remove(options.length),
        [
          choice({
            id: "remove",
            label: step.removeLabel,
            multi: true,
            expanded: true,
            value: typed.remove,
            choices: options.map((o) => ({ title: optionText(o, reader), value: o.id })),
          }),
        ],
        { hint: text.common.fold },
      ),
    subheading(step.single),
    hint(step.singleHint),
    moreRows({
      prefix: "single",
      shown: Math.max(1, filled),
      addTitle: step.addRow,
      rows: Array.from({ length: MOST_ROWS }, (_, i) => [dayAndTimeRow(i + 1, typed, reader)]),
    }),
    subheading(step.pattern),
    hint(step.patternHint),
    textInput({
      id: "weeks",
      label: step.weeksLabel,
      value: typed.weeks,
      maxLength: pollCaps.weeks,
      placeholder: step.weeksPlaceholder,
    }),
    choice({
      id: "weekdays",
      label: step.weekdays,
      multi: true,
      expanded: true,
      value: typed.weekdays ?? "1,2,3,4,5",
      choices: step.days.map((title, i) => ({ title, value: String(i + 1) })),
    }),
    hours(1),
    hours(2),
    choice({
      id: "every",
      label: step.every,
      value: typed.every ?? "60",
      choices: [15, 30, 60, 90, 120].map((n) => ({ title: step.everyMinutes(n), value: String(n) })),
    }),
    toggle({ id: "wholeDays", label: step.wholeDays, value: typed.wholeDays === "true" }),
    toggle({ id: "notOnHolidays", label: step.notOnHolidays, value: typed.notOnHolidays !== "false" }),
    textInput({
      id: "notOn",
      label: step.notOn,
      value: typed.notOn,
      maxLength: pollCaps.notOn,
      placeholder: step.notOnPlaceholder,
    }),
    lists.length > 0 &&
      choice({
        id: "lists",
        label: step.lists,
        multi: true,
        expanded: true,
        value: typed.lists,
        choices: lists.map(({ id, name }) => ({ title: name, value: id })),
      }),
  ];
}

const dayAndTimeRow = (n: number, typed: TypedPage, { text }: Reader): Element => {
  const row = dayAndTime("at", text.poll.step.date(n), typed[`date${n}`], typed[`time${n}`], text.poll.step.time);
  const [day, clock] = (row.columns as { items: Element[] }[]).map(({ items }) => items[0]);
  return beside({ ...(day as Element), id: `date${n}` }, { ...(clock as Element), id: `time${n}` });
};

function whoInputs({ poll, typed, people, outside, group }: PollForm, reader: Reader): Maybe<Element>[] {
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
    hint(step.requiredHint),
    toggle({ id: "anyone", label: step.anyone, value: typed ? typed.anyone === "true" : poll.anyone }),
  ];
}

/** Members outside Teams are proposed while nobody has been named yet. */
const outsideOf = (poll: Poll, { members }: Group): string =>
  poll.asked.length > 0 || members.kind !== "named"
    ? ""
    : (members.outside ?? []).flatMap(({ name, email }) => (email ? [`${name}; ${email}`] : [])).join("\n");

function rulesInputs({ poll, typed }: PollForm, reader: Reader): Maybe<Element>[] {
  const { text } = reader;
  const { step } = text.poll;
  const value = (id: string, saved: string | undefined) => (typed ? typed[id] : saved);
  const ticked = (id: string, saved: boolean) => (typed ? typed[id] === "true" : saved);
  const likely = likelyDeadline(poll, reader.now);
  const [date = likely.date, time = likely.time] = poll.deadline?.wall.split("T") ?? [];
  const isDraft = poll.status === "draft";
  const { series } = poll;
  return [
    isDraft &&
      dayAndTime("deadline", step.deadline, value("deadlineDate", date), value("deadlineTime", time), step.time),
    isDraft &&
      choice({
        id: "visibility",
        label: step.visibility,
        value: value("visibility", poll.visibility),
        choices: (["afterOwn", "always", "atEnd"] as const).map((v) => ({ title: step.visibilities[v], value: v })),
      }),
    isDraft &&
      toggle({ id: "namesInChannel", label: step.names, value: ticked("namesInChannel", poll.namesInChannel) }),
    toggle({
      id: "closesWhenAnswered",
      label: step.closes,
      value: ticked("closesWhenAnswered", poll.closesWhenAnswered),
    }),
    beside(
      textInput({
        id: "contactName",
        label: step.contact,
        value: value("contactName", poll.contact?.name),
        maxLength: pollCaps.contactName,
      }),
      textInput({
        id: "phone",
        label: step.phone,
        value: value("phone", poll.contact?.phone),
        maxLength: pollCaps.phone,
        style: "Tel",
      }),
    ),
    fold(
      "series",
      step.series,
      [
        hint(step.seriesHint),
        beside(
          textInput({
            id: "least",
            label: step.least,
            value: value("least", series && String(series.least)),
            maxLength: 3,
          }),
          textInput({
            id: "most",
            label: step.most,
            value: value("most", series && String(series.most)),
            maxLength: 3,
          }),
        ),
        toggle({ id: "perMonth", label: step.perMonth, value: ticked("perMonth", series?.perMonth ?? false) }),
        textInput({
          id: "daysApart",
          label: step.daysApart,
          value: value("daysApart", series?.daysApart === undefined ? undefined : String(series.daysApart)),
          maxLength: 4,
        }),
      ],
      { first: true, hint: text.common.fold },
    ),
  ];
}
