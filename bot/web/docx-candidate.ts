import type { Paragraph, Table } from "docx";
import { dateTime } from "../../cards/when.ts";
import type { AppendixCandidate, AppendixProposal } from "../domain/appendix-view.ts";
import {
  actorTold,
  arrivalTold,
  conflictsTold,
  consentTold,
  groundTold,
  moveTold,
  organisationTold,
  reasonTold,
  revivedTold,
  type Told,
  themeTold,
} from "./appendix-told.ts";
import { heading, labelled, paragraph, table } from "./docx-parts.ts";

/** One candidate: who, in what role, whether they consented, and each proposal with its reasons. */
export function candidateParts(candidate: AppendixCandidate, told: Told): (Paragraph | Table)[] {
  const { doc, roles } = told.words;
  return [
    heading(3, candidate.name),
    ...labelled(doc.role, roles[candidate.role]),
    ...labelled(doc.consent, consentTold(candidate.consent, told)),
    ...(candidate.alternative === undefined ? [] : labelled(doc.alternative, themeTold(candidate.alternative, told))),
    ...labelled(doc.move, moveTold(candidate, told)),
    ...labelled(doc.revived, revivedTold(candidate, told)),
    ...labelled(doc.conflict, conflictsTold(candidate, told)),
    ...candidate.proposals.flatMap((proposal) => proposalParts(proposal, told)),
  ];
}

function proposalParts(proposal: AppendixProposal, told: Told): (Paragraph | Table)[] {
  const { doc } = told.words;
  const { code, editedAt, organisations, reasons, otherBodies } = proposal;
  const own = proposal.self ? [doc.selfProposed] : [];
  return [
    heading(4, code === undefined ? doc.lateProposal : doc.proposal(code)),
    ...(code === undefined ? [paragraph(doc.seeLate)] : []),
    ...labelled(doc.proposers, [...own, ...organisations.map((o) => organisationTold(o, told))].join("\n")),
    ...labelled(doc.actedBy, actorTold(proposal)),
    ...(code === undefined ? [] : labelled(doc.arrived, arrivalTold(proposal.arrival, told))),
    ...(editedAt === undefined ? [] : labelled(doc.edited, dateTime(editedAt, told.place, "seconds"))),
    ...labelled(doc.otherBodies, otherBodies ?? ""),
    ...(reasons.length
      ? [
          table(
            [
              { title: doc.ground, share: 30 },
              { title: doc.reason, share: 70 },
            ],
            reasons.map((reason) => [groundTold(reason, told), reasonTold(reason, told)]),
          ),
        ]
      : [paragraph(doc.noReasons)]),
  ];
}
