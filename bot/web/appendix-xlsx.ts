import Excel from "exceljs";
import type { Text } from "../../cards/text.ts";
import { dateTime } from "../../cards/when.ts";
import type { Appendix, AppendixCandidate, AppendixProposal } from "../domain/appendix-view.ts";
import { infoOf } from "./appendix-info.ts";
import {
  actorTold,
  conflictsTold,
  groundTold,
  limitTold,
  moveTold,
  organisationTold,
  proposersTold,
  reasonTold,
  revivedTold,
  type Told,
  themeTold,
} from "./appendix-told.ts";
import { addSheet, type Cell, type Column, type Style } from "./xlsx-sheet.ts";

/** The appendix as a workbook to sort and filter: candidates, proposals, those late and withdrawn, and what it is. */
export async function appendixXlsx(appendix: Appendix, text: Text): Promise<Uint8Array> {
  const told: Told = { words: text.appendix, place: { lang: appendix.lang, zone: appendix.zone } };
  const { sheets } = told.words;
  const book = new Excel.Workbook();
  book.creator = "Ehdolla";
  book.lastModifiedBy = "Ehdolla";
  book.title = [told.words.doc.title, appendix.title, appendix.caseNumber].filter(Boolean).join(" · ");
  const style: Style = {
    zone: appendix.zone,
    dateFormat: appendix.lang === "en" ? "d mmm yyyy hh:mm:ss" : "d.m.yyyy h:mm:ss",
    cut: sheets.cut,
  };
  addSheet(book, sheets.candidates, ...candidateSheet(appendix, told), style);
  addSheet(book, sheets.proposals, ...proposalSheet(appendix, told), style);
  addSheet(book, sheets.late, ...lateSheet(appendix, told), style);
  addSheet(book, sheets.info, ...infoSheet(appendix, told), style);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

type Sheet = [columns: Column[], rows: Cell[][]];

/** Columns with what each tells of one row, so that a heading can't stand over another's values. */
const sheetOf = <T>(
  rows: readonly T[],
  columns: readonly [title: string, width: number, tell: (row: T) => Cell][],
): Sheet => [
  columns.map(([title, width]) => ({ title, width })),
  rows.map((row) => columns.map(([, , tell]) => tell(row))),
];

function candidateSheet({ themes }: Appendix, told: Told): Sheet {
  const { doc, sheets, roles, consentStates, ways, notReached } = told.words;
  const rows = themes.flatMap((theme) => theme.candidates.map((c) => ({ theme: theme.name, c })));
  return sheetOf<(typeof rows)[number]>(rows, [
    [doc.theme, 22, ({ theme }) => themeTold(theme, told)],
    [doc.candidate, 22, ({ c }) => c.name],
    [doc.role, 16, ({ c }) => roles[c.role]],
    [doc.proposers, 32, ({ c }) => proposersTold(c, told)],
    [sheets.count, 12, ({ c }) => c.proposals.length],
    [
      doc.consent,
      18,
      ({ c: { consent } }) => (consent.notReached ? notReached[consent.notReached] : consentStates[consent.state]),
    ],
    [sheets.answeredAt, 18, ({ c }) => c.consent.answered && { at: c.consent.answered.at }],
    [sheets.way, 18, ({ c: { consent } }) => consent.answered && wayOf(consent.answered, ways, told)],
    [sheets.limit, 24, ({ c }) => limitTold(c.consent, told)],
    [doc.alternative, 20, ({ c }) => (c.alternative === undefined ? "" : themeTold(c.alternative, told))],
    [doc.move, 30, ({ c }) => moveTold(c, told)],
    [doc.revived, 24, ({ c }) => revivedTold(c, told)],
    [doc.conflict, 24, ({ c }) => conflictsTold(c, told)],
  ]);
}

const wayOf = (
  { way, receivedBy }: NonNullable<AppendixCandidate["consent"]["answered"]>,
  ways: Told["words"]["ways"],
  { words }: Told,
) => [ways[way], receivedBy && words.consent.receivedBy(receivedBy)].filter(Boolean).join(", ");

function proposalSheet({ themes, criteria }: Appendix, told: Told): Sheet {
  const { doc, sheets, ways, entered, confirmation } = told.words;
  const rows = themes.flatMap((theme) =>
    theme.candidates.flatMap((c) => c.proposals.map((p) => ({ theme: theme.name, name: c.name, p }))),
  );
  const used = new Set(rows.flatMap(({ p }) => p.reasons.map((r) => groundTold(r, told))));
  const ordered = [undefined, ...criteria.map(({ text }) => text), ""].map((criterion) =>
    groundTold({ criterion }, told),
  );
  const grounds = [...new Set(ordered)].filter((ground) => used.has(ground));
  const open = ({ organisations }: AppendixProposal) =>
    organisations.filter((o) => o.confirmation === "notConfirmed" || o.confirmation === "objected");
  return sheetOf<(typeof rows)[number]>(rows, [
    [doc.code, 14, ({ p }) => p.code ?? sheets.seeLate],
    [doc.theme, 26, ({ theme }) => themeTold(theme, told)],
    [doc.candidate, 26, ({ name }) => name],
    [
      doc.proposers,
      40,
      ({ p }) =>
        [...(p.self ? [doc.selfProposed] : []), ...p.organisations.map((o) => organisationTold(o, told))].join("\n"),
    ],
    [
      sheets.notConfirmed,
      28,
      ({ p }) =>
        open(p)
          .map((o) => `${o.name}: ${confirmation[o.confirmation]}`)
          .join("\n"),
    ],
    [doc.actedBy, 26, ({ p }) => actorTold(p)],
    [doc.arrived, 18, ({ p }) => ({ at: p.arrival.at })],
    [sheets.way, 18, ({ p }) => ways[p.arrival.way]],
    [
      sheets.entered,
      26,
      ({ p: { arrival } }) => arrival.entered && entered(dateTime(arrival.entered.at, told.place), arrival.entered.by),
    ],
    [doc.edited, 18, ({ p }) => (p.editedAt === undefined ? undefined : { at: p.editedAt })],
    ...grounds.map((ground): [string, number, (row: (typeof rows)[number]) => Cell] => [
      ground,
      48,
      ({ p }) =>
        p.reasons
          .filter((r) => groundTold(r, told) === ground)
          .map((r) => reasonTold(r, told))
          .join("\n"),
    ]),
    [doc.otherBodies, 30, ({ p }) => p.otherBodies ?? ""],
  ]);
}

function lateSheet({ late, withdrawn }: Appendix, told: Told): Sheet {
  const { doc, sheets, ways } = told.words;
  type Row = Partial<Appendix["late"][number]> & { code: string; withdrawnAt?: number; state: string };
  const rows: Row[] = [
    ...late.map((l) => ({ ...l, state: l.accepted ? sheets.acceptedShort : sheets.keptShort })),
    ...withdrawn.map(({ code, at }) => ({
      code,
      state: sheets.withdrawnShort,
      ...(at === undefined ? {} : { withdrawnAt: at }),
    })),
  ];
  const when = ({ accepted, withdrawnAt }: Row) => accepted?.at ?? withdrawnAt;
  return sheetOf<Row>(rows, [
    [doc.code, 14, ({ code }) => code],
    [doc.outcome, 24, ({ state }) => state],
    [doc.theme, 26, ({ theme }) => (theme === undefined ? "" : themeTold(theme, told))],
    [doc.proposed, 26, ({ nominee = "" }) => nominee],
    [doc.proposers, 36, ({ self, organisations = [] }) => (self ? doc.selfProposed : organisations.join("\n"))],
    [doc.arrived, 18, ({ arrival }) => arrival && { at: arrival.at, exact: true }],
    [sheets.way, 18, ({ arrival }) => arrival && ways[arrival.way]],
    [sheets.deadline, 18, ({ deadline }) => deadline && { at: deadline.at, exact: true }],
    [
      sheets.decidedAt,
      18,
      (row) => {
        const at = when(row);
        return at === undefined ? undefined : { at };
      },
    ],
    [sheets.decidedBy, 24, ({ accepted }) => accepted?.by ?? ""],
    [doc.reason, 40, ({ accepted }) => accepted?.reason ?? ""],
  ]);
}

function infoSheet(appendix: Appendix, told: Told): Sheet {
  const { doc, sheets } = told.words;
  const { call, counts, about } = infoOf(appendix, told);
  const rows: [string, Cell][] = [
    ...(appendix.practice ? [[doc.title, doc.practice] as [string, Cell]] : []),
    ...call,
    ...counts.flatMap(({ label, count, parts }): [string, Cell][] => [
      [label, count],
      ...parts.map(([part, n]): [string, Cell] => [`${label}: ${part}`, n]),
    ]),
    ...about,
    [doc.record, doc.recordNote(appendix.head.seq)],
    [sheets.clock, doc.clock(appendix.zone)],
    [sheets.privacy, doc.privacy],
  ];
  return sheetOf<[string, Cell]>(rows, [
    [sheets.item, 34, ([label]) => label],
    [sheets.value, 90, ([, value]) => value],
  ]);
}
