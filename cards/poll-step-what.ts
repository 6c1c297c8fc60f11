import type { Group } from "../bot/domain/group.ts";
import type { Lang } from "../bot/domain/lang.ts";
import { liveOptions } from "../bot/domain/poll.ts";
import { choice, textInput } from "./inputs.ts";
import { type Element, fold, hint, type Maybe } from "./kit.ts";
import type { PollForm } from "./poll-step-form.ts";
import type { Reader } from "./reader.ts";
import { pollCaps } from "./verbs/poll.ts";

const LENGTHS = [15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 240, 300, 360, 480];

const inLanguages = ({ group }: { group: Group }, one: (lang: Lang, only: boolean) => Element): Element[] =>
  group.languages.map((lang) => one(lang, group.languages.length === 1));

/** What it is about, how long, and where. */
export function whatInputs({ poll, group, typed }: PollForm, reader: Reader): Maybe<Element>[] {
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
