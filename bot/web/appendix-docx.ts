import { Document, Packer, type Paragraph, type Table } from "docx";
import type { Text } from "../../cards/text.ts";
import { dateTime } from "../../cards/when.ts";
import type { Appendix, AppendixTheme } from "../domain/appendix-view.ts";
import type { Lang } from "../domain/lang.ts";
import { shortHead } from "../domain/record.ts";
import { type Info, infoOf } from "./appendix-info.ts";
import {
  consentShort,
  latenessTold,
  momentTold,
  outcomeTold,
  proposersTold,
  seatsTold,
  type Told,
  themeTold,
} from "./appendix-told.ts";
import { candidateParts } from "./docx-candidate.ts";
import {
  bullet,
  heading,
  labelled,
  page,
  pageFooter,
  pageHeader,
  paragraph,
  styles,
  table,
  title,
} from "./docx-parts.ts";

type Part = Paragraph | Table;
const locales: Record<Lang, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

/** The appendix as a Word document that a registry can file: A4, headings and tables marked as such, no author's name. */
export async function appendixDocx(appendix: Appendix, text: Text): Promise<Uint8Array> {
  const told: Told = { words: text.appendix, place: { lang: appendix.lang, zone: appendix.zone } };
  const { doc } = told.words;
  const filed = appendix.caseNumber ? `${doc.label} · ${doc.caseNumber} ${appendix.caseNumber}` : doc.label;
  const document = new Document({
    title: [doc.title, appendix.title, appendix.caseNumber].filter(Boolean).join(" · "),
    creator: "Ehdolla",
    lastModifiedBy: "Ehdolla",
    styles: styles(locales[appendix.lang]),
    sections: [
      {
        properties: { page },
        headers: {
          default: pageHeader(
            appendix.practice ? `${text.common.practice} · ${appendix.group}` : appendix.group,
            filed,
          ),
        },
        footers: {
          default: pageFooter(
            `${doc.record} ${shortHead(appendix.head)} · ${dateTime(appendix.madeAt, told.place)}`,
            doc.page,
          ),
        },
        children: [
          ...opening(appendix, told),
          ...candidates(appendix, told),
          ...late(appendix, told),
          ...withdrawn(appendix, told),
          ...about(appendix, told),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function opening(appendix: Appendix, told: Told): Part[] {
  const { doc } = told.words;
  const info = infoOf(appendix, told);
  return [
    title(doc.title),
    paragraph(appendix.title || appendix.group, "Subtitle"),
    ...(appendix.practice ? [paragraph(doc.practice, "Notice")] : []),
    ...(appendix.status === "closed" ? [] : [paragraph(doc.status[appendix.status], "Notice")]),
    heading(1, `1 ${doc.info}`),
    ...info.call.flatMap(([label, value]) => labelled(label, value, "LongFact")),
    heading(2, doc.summary),
    ...info.counts.map(countLine),
    themesTable(appendix.themes, told),
    ...(appendix.criteria.length ? [heading(2, doc.criteria)] : []),
    ...appendix.criteria.map(({ text, level }) => bullet(`${text} (${doc[level]})`)),
  ];
}

/** "Ehdotuksia 14: määräajassa 11, peruttu 1." Parts that are nought are left out. */
const countLine = ({ label, count, parts }: Info["counts"][number]): Part => {
  const shown = parts.filter(([, part]) => part > 0).map(([name, part]) => `${name} ${part}`);
  return paragraph(shown.length ? `${label} ${count}: ${shown.join(", ")}.` : `${label} ${count}.`);
};

const themesTable = (themes: readonly AppendixTheme[], told: Told): Table => {
  const { doc } = told.words;
  return table(
    [
      { title: doc.theme, share: 52 },
      { title: doc.seats, share: 16 },
      { title: doc.candidateCount, share: 16 },
      { title: doc.consented, share: 16 },
    ],
    themes.map((theme) => [
      [
        themeTold(theme.name, told),
        theme.filledElsewhere === undefined ? "" : doc.elsewhere(theme.filledElsewhere),
        theme.deadline ? doc.ownDeadline(momentTold(theme.deadline, told)) : "",
        theme.seats?.substitutes ? `${doc.substitutes}: ${doc.substitutesToo}` : "",
      ]
        .filter(Boolean)
        .join("\n"),
      theme.seats ? seatsTold(theme.seats) : "",
      String(theme.candidates.length),
      String(theme.candidates.filter((c) => c.consent.state === "given").length),
    ]),
  );
};

function candidates(appendix: Appendix, told: Told): Part[] {
  const { doc } = told.words;
  const themes = appendix.themes.filter((t) => t.filledElsewhere === undefined || t.candidates.length > 0);
  return [
    heading(1, `2 ${doc.candidates}`),
    ...themes.flatMap((theme) => [
      heading(2, themeTold(theme.name, told)),
      ...(theme.candidates.length
        ? [overview(theme, told), ...theme.candidates.flatMap((c) => candidateParts(c, told))]
        : [paragraph(doc.noCandidates)]),
    ]),
  ];
}

const overview = ({ candidates }: AppendixTheme, told: Told): Table => {
  const { doc, roles } = told.words;
  return table(
    [
      { title: doc.candidate, share: 26 },
      { title: doc.organisations, share: 30 },
      { title: doc.role, share: 17 },
      { title: doc.consent, share: 27 },
    ],
    candidates.map((c) => [c.name, proposersTold(c, told), roles[c.role], consentShort(c.consent, told)]),
  );
};

function late(appendix: Appendix, told: Told): Part[] {
  const { doc } = told.words;
  const head = heading(1, `3 ${doc.late}`);
  if (appendix.late.length === 0) return [head, paragraph(doc.noLate)];
  return [
    head,
    ...(appendix.counts.keptLate > 0 ? [paragraph(doc.lateNote)] : []),
    table(
      [
        { title: doc.code, share: 13 },
        { title: doc.proposed, share: 23 },
        { title: doc.arrived, share: 35 },
        { title: doc.outcome, share: 29 },
      ],
      appendix.late.map((l) => [
        l.code,
        [
          l.nominee,
          l.self ? told.words.doc.selfProposed : l.organisations.join(", "),
          `${doc.theme}: ${themeTold(l.theme, told)}`,
        ]
          .filter(Boolean)
          .join("\n"),
        latenessTold(l, told),
        outcomeTold(l, told),
      ]),
    ),
  ];
}

function withdrawn(appendix: Appendix, told: Told): Part[] {
  const { doc } = told.words;
  const head = heading(1, `4 ${doc.withdrawn}`);
  if (appendix.withdrawn.length === 0) return [head, paragraph(doc.noWithdrawn)];
  const columns = [
    { title: doc.code, share: 30 },
    { title: doc.withdrawnAt, share: 70 },
  ];
  return [
    head,
    table(
      columns,
      appendix.withdrawn.map(({ code, at }) => [code, at === undefined ? "" : dateTime(at, told.place)]),
    ),
  ];
}

function about(appendix: Appendix, told: Told): Part[] {
  const { doc } = told.words;
  return [
    heading(1, `5 ${doc.about}`),
    ...infoOf(appendix, told).about.flatMap(([label, value]) => labelled(label, value, "LongFact")),
    paragraph(doc.recordNote(appendix.head.seq)),
    paragraph(doc.clock(appendix.zone)),
    paragraph(doc.privacy),
  ];
}
