import type { Call } from "../bot/domain/call.ts";
import type { Group } from "../bot/domain/group.ts";
import { langs } from "../bot/domain/lang.ts";
import { counts, type Nomination } from "../bot/domain/nomination.ts";
import {
  nomineeContact,
  organisationLine,
  reasonTexts,
  type Scene,
  seatText,
  themeOf,
  titleOf,
} from "./nomination-parts.ts";
import type { Reader } from "./reader.ts";
import { dateTime } from "./when.ts";

/** Everything that a proposal holds, a line each, to be read, copied and kept. `group` tells in which order languages go. */
export function nominationText(nomination: Nomination, call: Call, reader: Reader, group?: Group): string {
  const words = reader.text.nomination;
  const scene = { call, group: group ?? named(call) } as Scene;
  const { nominee, organisations, proposer, otherBodies, self } = nomination;
  const parts = { ...scene, nomination };
  const rows: [string, string | undefined][] = [
    [words.labels.call, titleOf(scene, reader)],
    [words.labels.candidate, [nominee.name, nomineeContact(nomination)].filter(Boolean).join(", ")],
    [
      words.labels.proposer,
      self ? words.self : [proposer.name, proposer.email, proposer.phone].filter(Boolean).join(", "),
    ],
    [words.labels.position, proposer.position],
    ...organisations.map((o): [string, string] => [
      words.labels.organisation,
      organisationLine(o, reader, { answered: counts(nomination) }),
    ]),
    [words.labels.theme, seatText(parts, reader)],
    [words.labels.alternative, themeOf(nomination.alternative, scene, reader)],
    ...reasonTexts(parts, reader),
    [words.labels.otherBodiesLong, otherBodies],
  ];
  return rows.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join("\n");
}

/** A receipt in plain text, for a proposer who isn't in Teams. */
export function receiptText(nomination: Nomination, call: Call, reader: Reader, group: Group): string {
  const { receipt, ways, labels } = reader.text.nomination;
  const { arrival, code, status } = nomination;
  const at = receipt.arrived(dateTime(arrival.at, reader, "seconds"), ways[arrival.way]);
  return [
    `${status === "inTime" ? receipt.heading : reader.text.nomination.late.heading}.`,
    `${labels.arrived}: ${at}`,
    `${labels.code}: ${[code, call.caseNumber && reader.text.nomination.caseNumber(call.caseNumber)].filter(Boolean).join(" · ")}`,
    "",
    nominationText(nomination, call, reader, group),
  ].join("\n");
}

const named = (call: Call): Pick<Group, "name" | "languages"> => ({ name: call.title, languages: [...langs] });
