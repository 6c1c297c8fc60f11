import type { Call } from "../bot/domain/call.ts";
import {
  MOST_CONTACTS,
  MOST_CRITERIA,
  MOST_LINKS,
  MOST_SEAT_GROUPS,
  mainLang,
  type Page,
  type Step,
  type Written,
} from "../bot/domain/call-steps.ts";
import type { Group } from "../bot/domain/group.ts";
import { choice, dateInput, moreRows, textInput, timeInput, toggle } from "./inputs.ts";
import { type Element, hint, subheading } from "./kit.ts";
import type { Reader } from "./reader.ts";
import { callCaps } from "./verbs/call-steps.ts";

/** What a page of a call is drawn from. */
export interface Drawn {
  call: Call;
  group: Group;
  page: Page;
  /** Published already: the words of its rows can be corrected, rows don't come or go. */
  published: boolean;
  reader: Reader;
}

/** The inputs of one page, with what is written in them so far. */
export const inputsOf = <S extends Step>(step: S, written: Written[S], drawn: Drawn): Element[] =>
  (inputs[step] as (written: Written[S], drawn: Drawn) => Element[])(written, drawn);

const inputs: { [S in Step]: (written: Written[S], drawn: Drawn) => Element[] } = {
  texts: ({ title, mandate, lookingFor }, { reader: { text } }) => [
    textInput({ id: "title", label: text.call.step.title, value: title, maxLength: callCaps.title }),
    hint(text.call.step.titleHint),
    textInput({
      id: "mandate",
      label: text.call.step.mandate,
      value: mandate,
      maxLength: callCaps.mandate,
      multiline: true,
    }),
    textInput({
      id: "lookingFor",
      label: text.call.step.lookingFor,
      value: lookingFor,
      maxLength: callCaps.lookingFor,
      multiline: true,
    }),
  ],
  seats: (written, drawn) => (isMain(drawn) ? seatRows(written, drawn) : seatWords(written, drawn)),
  criteria: (written, drawn) => (isMain(drawn) ? criterionRows(written, drawn) : criterionWords(written, drawn)),
  dates: (written, { published, reader: { text } }) => [
    ...(published
      ? []
      : [
          dayAndTime("opens", text.call.step.opens, written.opensDate, written.opensTime, text.call.step.time),
          hint(text.call.step.opensHint),
          dayAndTime(
            "deadline",
            text.call.step.deadline,
            written.deadlineDate,
            written.deadlineTime,
            text.call.step.time,
          ),
          hint(text.call.step.timeHint),
        ]),
    dayAndTime("decision", text.call.step.decision, written.decisionDate, written.decisionTime, text.call.step.time),
    dayAndTime("consent", text.call.step.consentBy, written.consentDate, written.consentTime, text.call.step.time),
    hint(text.call.step.consentHint),
    subheading(text.call.step.term),
    beside(
      dateInput({ id: "termFrom", label: text.call.step.from, value: written.termFrom }),
      dateInput({ id: "termTo", label: text.call.step.to, value: written.termTo }),
    ),
  ],
  practical: (written, drawn) => [
    ...practicalWords(written, drawn),
    ...(isMain(drawn) ? practicalRows(written, drawn) : []),
  ],
};

const isMain = ({ group, page }: Drawn) => page.lang === mainLang(group);

/** Two inputs beside each other; the second is the narrower. */
export const beside = (first: Element, second: Element): Element => ({
  type: "ColumnSet",
  spacing: "Small",
  columns: [
    { type: "Column", width: "stretch", verticalContentAlignment: "Bottom", items: [first] },
    { type: "Column", width: "stretch", verticalContentAlignment: "Bottom", items: [second] },
  ],
});

export const dayAndTime = (
  id: string,
  label: string,
  day: string | undefined,
  time: string | undefined,
  timeLabel: string,
): Element =>
  beside(
    dateInput({ id: `${id}Date`, label, value: day }),
    timeInput({ id: `${id}Time`, label: timeLabel, value: time }),
  );

/** As many rows as are filled stand open, and at least one. */
const filled = (rows: readonly object[]) =>
  Math.max(1, rows.findLastIndex((row) => Object.values(row).some((v) => typeof v === "string" && v !== "")) + 1);

function seatRows({ rows }: Written["seats"], { call, group, published, reader: { text } }: Drawn): Element[] {
  const most = published ? call.seatGroups.length : MOST_SEAT_GROUPS;
  const row = (at: number): Element[] => {
    const one = rows[at] ?? {};
    const n = at + 1;
    const elsewhere = call.seatGroups[at]?.filledElsewhere !== undefined;
    const count = textInput({
      id: `count${n}`,
      label: text.call.step.count,
      value: one.count,
      maxLength: callCaps.count,
    });
    const by = textInput({
      id: `elsewhere${n}`,
      label: text.call.step.elsewhere,
      value: one.elsewhere,
      maxLength: callCaps.elsewhere,
    });
    return [
      textInput({
        id: `name${n}`,
        label: text.call.step.seatName(n),
        value: one.name,
        maxLength: callCaps.seatName,
      }),
      ...(published && !elsewhere ? [count] : [beside(count, by)]),
      ...(published
        ? []
        : [
            toggle({
              id: `substitutes${n}`,
              label: text.call.step.substitutes,
              value: one.substitutes ?? group.substitutes !== "none",
            }),
          ]),
    ];
  };
  return [
    hint(text.call.step.seatHint),
    rowsOf("seats", most, published ? most : filled(rows), row, text.call.step.addSeats),
  ];
}

const rowsOf = (prefix: string, most: number, shown: number, row: (at: number) => Element[], addTitle: string) =>
  moreRows({ prefix, rows: Array.from({ length: most }, (_, at) => row(at)), shown, addTitle });

function seatWords({ rows }: Written["seats"], { call, group, reader: { text } }: Drawn): Element[] {
  const main = mainLang(group);
  if (call.seatGroups.length === 0) return [hint(text.call.step.noWords)];
  return call.seatGroups.flatMap((seats, at) => [
    textInput({
      id: `name${at + 1}`,
      label: text.call.step.original(seats.name[main] ?? text.call.step.seatPart(at + 1)),
      value: rows[at]?.name,
      maxLength: callCaps.seatName,
    }),
    ...(seats.filledElsewhere
      ? [
          textInput({
            id: `elsewhere${at + 1}`,
            label: text.call.step.original(seats.filledElsewhere[main] ?? ""),
            value: rows[at]?.elsewhere,
            maxLength: callCaps.elsewhere,
          }),
        ]
      : []),
  ]);
}

function criterionRows(written: Written["criteria"], { call, published, reader: { text } }: Drawn): Element[] {
  const most = published ? call.criteria.length : MOST_CRITERIA;
  const { rows } = written;
  const row = (at: number): Element[] => {
    const one = rows[at] ?? {};
    const n = at + 1;
    return [
      textInput({
        id: `text${n}`,
        label: text.call.step.criterion(n),
        value: one.text,
        maxLength: callCaps.criterion,
        multiline: true,
      }),
      ...(published
        ? []
        : [
            choice({
              id: `level${n}`,
              label: text.call.step.level,
              value: one.required ? "required" : "preferred",
              choices: [
                { title: text.call.step.isRequired, value: "required" },
                { title: text.call.step.isPreferred, value: "preferred" },
              ],
            }),
            toggle({ id: `asksReason${n}`, label: text.call.step.asksReason, value: one.asksReason ?? false }),
          ]),
    ];
  };
  if (published)
    return most === 0
      ? [hint(text.call.step.noWords)]
      : [rowsOf("criteria", most, most, row, text.call.step.addCriterion)];
  const { organisations = true, joint = true, self = false } = written;
  return [
    rowsOf("criteria", most, filled(rows), row, text.call.step.addCriterion),
    subheading(text.call.step.nominators),
    toggle({ id: "organisations", label: text.call.step.organisations, value: organisations }),
    toggle({ id: "joint", label: text.call.step.joint, value: joint }),
    toggle({ id: "self", label: text.call.step.self, value: self }),
  ];
}

function criterionWords({ rows }: Written["criteria"], { call, group, reader: { text } }: Drawn): Element[] {
  const main = mainLang(group);
  if (call.criteria.length === 0) return [hint(text.call.step.noWords)];
  return call.criteria.map((criterion, at) =>
    textInput({
      id: `text${at + 1}`,
      label: text.call.step.original(criterion.text[main] ?? ""),
      value: rows[at]?.text,
      maxLength: callCaps.criterion,
      multiline: true,
    }),
  );
}

const practicalWords = (written: Written["practical"], { reader: { text } }: Drawn): Element[] => [
  textInput({ id: "rhythm", label: text.call.step.rhythm, value: written.rhythm, maxLength: callCaps.rhythm }),
  hint(text.call.step.rhythmHint),
  textInput({ id: "fee", label: text.call.step.fee, value: written.fee, maxLength: callCaps.fee }),
  textInput({ id: "appoints", label: text.call.step.appoints, value: written.appoints, maxLength: callCaps.appoints }),
];

function practicalRows(written: Written["practical"], { call, reader: { text } }: Drawn): Element[] {
  const { step } = text.call;
  const contact = (at: number): Element[] => {
    const one = written.contacts[at] ?? {};
    const n = at + 1;
    return [
      textInput({ id: `name${n}`, label: step.contact(n), value: one.name, maxLength: callCaps.contactName }),
      beside(
        textInput({ id: `phone${n}`, label: step.phone, value: one.phone, maxLength: callCaps.phone, style: "Tel" }),
        textInput({ id: `email${n}`, label: step.email, value: one.email, maxLength: callCaps.email, style: "Email" }),
      ),
      beside(
        dateInput({ id: `from${n}`, label: step.from, value: one.from }),
        dateInput({ id: `to${n}`, label: step.to, value: one.to }),
      ),
    ];
  };
  const link = (at: number): Element[] => {
    const one = written.links[at] ?? {};
    return [
      textInput({ id: `title${at + 1}`, label: step.linkTitle, value: one.title, maxLength: callCaps.linkTitle }),
      textInput({ id: `url${at + 1}`, label: step.linkUrl, value: one.url, maxLength: callCaps.url, style: "Url" }),
    ];
  };
  return [
    textInput({ id: "caseNumber", label: step.caseNumber, value: written.caseNumber, maxLength: callCaps.caseNumber }),
    subheading(text.call.contacts),
    hint(step.contactHint),
    rowsOf("contacts", MOST_CONTACTS, filled(written.contacts), contact, step.addContact),
    subheading(text.call.links),
    rowsOf("links", MOST_LINKS, filled(written.links), link, step.addLink),
    ...(call.basedOn && !call.practice
      ? [toggle({ id: "tellEarlier", label: step.tellEarlier, value: written.tellEarlier ?? false })]
      : []),
  ];
}
