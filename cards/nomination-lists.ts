import { lastDeadline } from "../bot/domain/call.ts";
import type { Candidate } from "../bot/domain/candidate.ts";
import { type Card, card, heading, row, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import {
  go,
  inZone,
  type NominationParts,
  open,
  type Scene,
  seatText,
  titleOf,
  untilText,
} from "./nomination-parts.ts";
import { pageOf } from "./paged.ts";
import type { Reader } from "./reader.ts";

const PAGE = 12;

/** What the reader has proposed, the newest first, with each candidate's answer. */
export function proposalsCard(
  { proposals, page }: { proposals: readonly NominationParts[]; page: number },
  reader: Reader,
): Card {
  const { mine, late } = reader.text.nomination;
  const { shown, next } = pageOf(proposals, page, PAGE);
  return card({
    lang: reader.lang,
    fallbackText: mine.heading,
    body: [
      heading(mine.heading),
      proposals.length > 0 ? strip("accent", mine.count(proposals.length)) : strip("emphasis", mine.none),
      ...shown.map((parts, at) => proposalRow(parts, at > 0, reader)),
    ],
    actions: [
      next === undefined
        ? open(mine.propose, "nomination.choose", {}, reader)
        : go(late.next, "proposals.mine", { page: next }, reader),
      page > 0 && go(late.previous, "proposals.mine", { page: page - 1 }, reader),
      go(mine.home, "home.show", {}, reader),
    ],
  });
}

function proposalRow(parts: NominationParts, separator: boolean, asRead: Reader) {
  const { call, nomination } = parts;
  const reader = inZone(asRead, parts.group);
  const state = stateOf(parts);
  const { short } = reader.text.nomination;
  return row({
    title: nomination.nominee.name,
    sub: clip([titleOf(parts, reader), seatText(parts, reader)].filter(Boolean).join(" · "), 160),
    right: short[state],
    attention: state === "notReached",
    rightSub: nomination.code,
    press: go(
      `${nomination.nominee.name} ${nomination.code}`,
      "nomination.show",
      {
        call: call.id,
        nomination: nomination.id,
      },
      reader,
    ),
    separator,
  });
}

function stateOf({ nomination, candidate }: NominationParts): keyof Reader["text"]["nomination"]["short"] {
  if (nomination.status === "withdrawn" || nomination.status === "late") return nomination.status;
  if (!candidate) return "asked";
  return unreached(candidate) ? "notReached" : candidate.consent;
}

const unreached = ({ notReached, consent }: Candidate) => notReached !== undefined && consent === "asked";

/** Several calls are open: in which one is the proposal made? */
export function chooseCallCard({ calls, page }: { calls: readonly Scene[]; page: number }, reader: Reader): Card {
  const { choose, late } = reader.text.nomination;
  const { shown, next } = pageOf(calls, page, PAGE);
  return card({
    lang: reader.lang,
    fallbackText: choose.heading,
    body: [
      heading(choose.heading),
      strip("accent", choose.strip),
      ...shown.map(({ group, call }, at) => {
        const deadline = lastDeadline(call);
        const title = titleOf({ group, call }, reader);
        return row({
          ...{ title, link: true, separator: at > 0 },
          sub: deadline && choose.until(untilText(deadline, inZone(reader, group))),
          press: go(title, "nomination.form", { call: call.id }, reader),
        });
      }),
    ],
    actions: [
      next !== undefined && go(late.next, "nomination.choose", { page: next }, reader),
      page > 0 && go(late.previous, "nomination.choose", { page: page - 1 }, reader),
    ],
  });
}
