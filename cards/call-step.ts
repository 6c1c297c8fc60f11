import { mainLang, type Page, pagesOf, type Step, stampOf, type Written, writtenOf } from "../bot/domain/call-steps.ts";
import type { LocalText } from "../bot/domain/lang.ts";
import { submit } from "./actions.ts";
import { inputsOf } from "./call-inputs.ts";
import type { Drawn } from "./call-inputs-parts.ts";
import { marked, titleOf } from "./call-parts.ts";
import { here } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { textInput } from "./inputs.ts";
import { type Card, card, type Element, fold, heading, hint, strip, subheading } from "./kit.ts";
import { clip, literal } from "./literal.ts";
import { callCaps } from "./verbs/call-steps.ts";

export interface StepForm extends Omit<Drawn, "published"> {
  nonce: string;
  /** What was typed, when it comes back refused; otherwise what is saved is shown. */
  written?: Written[Step] | undefined;
  note?: LocalText | undefined;
  problem?: string | undefined;
  /** Somebody else saved the page meanwhile: what is saved now is shown beside what was typed. */
  stale?: boolean | undefined;
}

const verbs: Record<Step, string> = {
  texts: "call.saveTexts",
  seats: "call.saveSeats",
  criteria: "call.saveCriteria",
  dates: "call.saveDates",
  practical: "call.savePractical",
};

/** One page of a call as a form: of a draft, or of a published call that is corrected. */
export const stepCard = (form: StepForm): Card =>
  fitted(
    1_000,
    (_, most) => most,
    (most) => draw(form, most),
  );

function draw({ call, group, page, reader, nonce, written, note, problem, stale }: StepForm, most: number): Card {
  const { text } = reader;
  const published = call.status !== "draft";
  const saved = writtenOf(call, page.lang)[page.step];
  const drawn: Drawn = { call, group, page, published, reader };
  const isMain = page.lang === mainLang(group);
  const name = text.call.step[page.step];
  const title = isMain ? name : text.call.manage.checkText(name, text.call.languages[page.lang]);
  const data = { call: call.id, lang: page.lang, stamp: stampOf(call, page), nonce };
  const { door } = reader;
  return card({
    lang: reader.lang,
    fallbackText: `${title}: ${titleOf(call, group, reader)}`,
    body: [
      heading(marked(call, `${title}: ${titleOf(call, group, reader)}`, reader)),
      problem ? strip("warning", problem) : progress(drawn),
      !isMain && hint(text.call.step.translating(text.call.languages[page.lang])),
      stale && fold("now-saved", text.call.step.nowSaved, savedLines(saved, most), { hint: text.common.fold }),
      ...inputsOf(page.step, written ?? saved, drawn),
      ...(published ? noteInputs(drawn, note) : []),
    ],
    actions: published
      ? [
          submit(text.call.button.correct, verbs[page.step], { ...data, next: "back" }, { door, style: "positive" }),
          here(reader, text.call.button.leave, "call.manage", { call: call.id }),
        ]
      : [
          submit(text.call.button.saveOn, verbs[page.step], { ...data, next: "on" }, { door, style: "positive" }),
          submit(text.call.button.saveBack, verbs[page.step], { ...data, next: "back" }, { door }),
          here(reader, text.call.button.leave, "call.manage", { call: call.id }),
        ],
  });
}

function progress({ group, page, published, reader: { text } }: Drawn): Element {
  if (published) return strip("accent", text.call.step.correcting, text.call.step.correctingMore);
  const pages = pagesOf(group);
  const at = pages.findIndex(({ step, lang }: Page) => step === page.step && lang === page.lang);
  return strip("accent", text.call.step.progress(at + 1, pages.length), text.call.step.draftKept);
}

/** What the correction was about, in each of the group's languages. */
function noteInputs({ group, reader: { text } }: Drawn, note: LocalText = {}): Element[] {
  const names = { fi: "noteFi", sv: "noteSv", en: "noteEn" } as const;
  const only = group.languages.length === 1;
  return [
    subheading(text.call.step.note),
    ...group.languages.map((lang) =>
      textInput({
        id: names[lang],
        label: only ? text.call.step.note : text.call.step.noteIn(text.call.languages[lang]),
        value: note[lang],
        maxLength: callCaps.note,
        ...(lang === mainLang(group) ? { required: text.call.refused.noteMissing } : {}),
      }),
    ),
  ];
}

/** Everything that is saved on a page, a line for each row. */
function savedLines(written: Written[Step], most: number): Element[] {
  const line = (value: unknown): string =>
    typeof value === "string"
      ? value
      : value && typeof value === "object"
        ? Object.values(value)
            .map(line)
            .filter((words) => words)
            .join(" · ")
        : "";
  return Object.values(written)
    .flatMap((value) => (Array.isArray(value) ? value.map(line) : [line(value)]))
    .filter((words) => words)
    .map((words) => literal(clip(words, most), { spacing: "Small" }));
}
