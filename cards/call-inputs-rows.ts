import { MOST_CRITERIA, MOST_SEAT_GROUPS, mainLang, type Written } from "../bot/domain/call-steps.ts";
import { beside, type Drawn, filled, rowsOf } from "./call-inputs-parts.ts";
import { choice, textInput, toggle } from "./inputs.ts";
import { type Element, hint, subheading } from "./kit.ts";
import { callCaps } from "./verbs/call-steps.ts";

/** The seats: a theme or description, how many, who else fills them, and whether substitutes are sought. */
export function seatRows({ rows }: Written["seats"], { call, group, published, reader: { text } }: Drawn): Element[] {
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

/** The names of the seats in another language, each under its original. */
export function seatWords({ rows }: Written["seats"], { call, group, reader: { text } }: Drawn): Element[] {
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

/** The criteria, and who may nominate; of a published call only the words. */
export function criterionRows(written: Written["criteria"], { call, published, reader: { text } }: Drawn): Element[] {
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

/** The criteria in another language, each under its original. */
export function criterionWords({ rows }: Written["criteria"], { call, group, reader: { text } }: Drawn): Element[] {
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
