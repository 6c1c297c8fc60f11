import { dateRange, dateTime } from "../../cards/when.ts";
import type { Appendix } from "../domain/appendix-view.ts";
import { momentTold, type Told } from "./appendix-told.ts";
import { plain } from "./plain.ts";

/** What the document says of the call and of itself, as labels and values. */
export interface Info {
  call: [label: string, value: string][];
  /** Totals, each with what it is made up of. */
  counts: { label: string; count: number; parts: [label: string, count: number][] }[];
  about: [label: string, value: string][];
}

export function infoOf(appendix: Appendix, told: Told): Info {
  const { words, place } = told;
  const { doc } = words;
  const { counts } = appendix;
  const call: [string, string][] = [
    [doc.call, appendix.title],
    [doc.caseNumber, appendix.caseNumber ?? ""],
    [doc.group, appendix.group],
    [doc.mandate, appendix.mandate],
    [doc.state, doc.status[appendix.status]],
    [doc.opened, appendix.openedAt === undefined ? "" : dateTime(appendix.openedAt, place)],
    [
      appendix.status === "open" ? doc.deadlineOpen : doc.deadline,
      appendix.deadline ? momentTold(appendix.deadline, told) : "",
    ],
    [doc.consentBy, appendix.consentBy ? momentTold(appendix.consentBy, told) : ""],
    [doc.decision, appendix.decisionMeeting ? momentTold(appendix.decisionMeeting, told) : ""],
    [doc.appoints, appendix.appoints],
    [doc.term, appendix.term ? dateRange(appendix.term.from, appendix.term.to, place) : ""],
  ];
  return {
    call: written(call),
    counts: [
      {
        label: doc.proposals,
        count: counts.proposals,
        parts: [
          [doc.inTime, counts.inTime],
          [doc.acceptedLate, counts.acceptedLate],
          [doc.keptLate, counts.keptLate],
          ...(counts.unconfirmed > 0 ? [[doc.unconfirmed, counts.unconfirmed] as [string, number]] : []),
          [doc.withdrawnCount, counts.withdrawn],
        ],
      },
      {
        label: doc.candidateCount,
        count: counts.candidates,
        parts: [
          [doc.given, counts.given],
          [doc.awaited, counts.awaited],
          [doc.declined, counts.declined],
          [doc.lapsed, counts.lapsed],
          [doc.movedCount, counts.moved],
        ],
      },
    ],
    about: written([
      [doc.made, doc.madeBy(dateTime(appendix.madeAt, place, "seconds"), appendix.madeBy)],
      [doc.controller, appendix.controller],
      [doc.callCode, appendix.code],
      [doc.recordHead, (appendix.head.head.match(/.{1,4}/g) ?? []).join(" ")],
    ]),
  };
}

const written = (rows: [string, string][]) =>
  rows.map(([label, value]): [string, string] => [label, plain(value)]).filter(([, value]) => value !== "");
