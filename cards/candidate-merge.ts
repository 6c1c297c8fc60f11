import type { Candidate } from "../bot/domain/candidate.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import { press, submit } from "./actions.ts";
import { type CandidacyView, fewNames, proposersOf, themeName, titled } from "./candidacy.ts";
import { form, pressed } from "./candidate-forms.ts";
import { idsOf } from "./consent-parts.ts";
import { backToCandidate } from "./consent-record.ts";
import { type Card, card, facts, heading, line, row, strip } from "./kit.ts";
import { bold, clip } from "./literal.ts";
import type { Reader } from "./reader.ts";

/** As many as one card lists to choose from; look-alikes come first. */
const MOST_OTHERS = 20;

/** Which other candidate is the same person. */
export function mergeChoice(view: CandidacyView, others: readonly Candidate[], reader: Reader): Card {
  const { merge } = reader.text.board;
  return form(
    view,
    {
      title: merge.heading,
      strip: strip("accent", others.length > 0 ? merge.chooseStrip : merge.nobody),
      body: others.slice(0, MOST_OTHERS).map((other) =>
        row({
          title: clip(other.name, 80),
          sub: [themeName(other.seatGroup, view, reader), other.email && clip(other.email, 60)]
            .filter(Boolean)
            .join(" · "),
          separator: true,
          press: press(reader.text.board.open(clip(other.name, 60)), "candidate.mergeForm", {
            ...idsOf(view),
            other: other.id,
          }),
        }),
      ),
    },
    reader,
  );
}

/** Both candidates beside each other before they become one. */
export function mergeForm(
  view: CandidacyView,
  other: { candidate: Candidate; nominations: readonly Nomination[] },
  nonce: string,
  reader: Reader,
): Card {
  const { merge, candidate: words, standing } = reader.text.board;
  const told = (c: Candidate, nominations: readonly Nomination[]) => [
    line(bold(clip(c.name, 120))),
    facts([
      [words.labels.theme, themeName(c.seatGroup, view, reader)],
      [words.labels.proposers, fewNames(proposersOf(nominations), reader)],
      [words.labels.contact, [c.email, c.phone].filter(Boolean).join(", ")],
      [words.labels.answer, standing[c.consent]],
    ]),
  ];
  return card({
    lang: reader.lang,
    fallbackText: merge.heading,
    body: [
      heading(titled(() => merge.heading, view, reader)),
      strip("warning", merge.strip),
      ...told(view.candidate, view.nominations),
      ...told(other.candidate, other.nominations),
      line(merge.text, " ", merge.reversed(clip(view.candidate.name, 120))),
    ],
    actions: [
      submit(
        merge.save,
        "candidate.merge",
        { ...pressed(view, nonce), other: other.candidate.id, otherRev: other.candidate.rev },
        { style: "positive", door: reader.door },
      ),
      backToCandidate(view, reader),
    ],
  });
}
