import { hasLapsed } from "../bot/domain/consent.ts";
import { answerBy } from "../bot/domain/passing.ts";
import { press } from "./actions.ts";
import { type CandidacyView, fewNames, proposersOf, themeName, titled } from "./candidacy.ts";
import { idsOf } from "./consent-parts.ts";
import { type Card, card, heading, line, row, small, strip } from "./kit.ts";
import { literal } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { reasonGroup, reasonPages, reasonsOf } from "./reasons.ts";
import { shortDateTime } from "./when.ts";

/** As many candidacies as one card lists; nobody stands in more calls at once. */
const MOST = 15;
const PAGE_BYTES = 11_000;

/** All candidacies of one person, those that wait for an answer first. */
export function myConsentsCard(views: readonly CandidacyView[], reader: Reader): Card {
  const { mine } = reader.text.consent;
  const stateOf = (view: CandidacyView) => (hasLapsed(view, reader.now) ? "lapsed" : view.candidate.consent);
  const waiting = views.filter((v) => stateOf(v) === "asked");
  const others = views.filter((v) => stateOf(v) !== "asked");
  return card({
    lang: reader.lang,
    fallbackText: mine.heading,
    body: [
      heading(mine.heading),
      views.length === 0
        ? strip("emphasis", mine.none)
        : waiting.length > 0
          ? strip("accent", mine.strip(waiting.length))
          : strip("good", mine.noneWaiting),
      ...[...waiting, ...others].slice(0, MOST).map((view) => {
        const state = stateOf(view);
        const deadline = answerBy(view.candidate, view.call);
        const title = titled((group) => group, view, reader);
        return row({
          title,
          sub: [themeName(view.candidate.seatGroup, view, reader), fewNames(proposersOf(view.nominations), reader, 2)]
            .filter(Boolean)
            .join(" · "),
          right: mine[state],
          rightSub: state === "asked" && deadline !== undefined ? shortDateTime(deadline, reader) : undefined,
          attention: state === "asked",
          separator: true,
          press: press(title, "consent.show", idsOf(view)),
        });
      }),
    ],
    actions: [press(mine.home, "home.show", {}, { inputs: false })],
  });
}

/** A page of what proposers wrote, for the candidate themself. */
export function reasonsCard(view: CandidacyView, page: number, reader: Reader): Card {
  const { consent, common } = reader.text;
  const pages = reasonPages(reasonsOf(view, reader), PAGE_BYTES);
  const at = Math.min(page, Math.max(0, pages.length - 1));
  const go = (to: number) => ({ ...idsOf(view), page: to });
  return card({
    lang: reader.lang,
    fallbackText: consent.reasonsHeading,
    body: [
      heading(titled(() => consent.reasonsHeading, view, reader)),
      literal(consent.pageOf(at + 1, Math.max(1, pages.length)), { size: "Small", subtle: true }),
      ...(pages[at] ?? []).flatMap((group) => reasonGroup(group, reader)),
      pages.length === 0 && line("–"),
      pages.length > 1 && small(fewNames(proposersOf(view.nominations), reader)),
    ],
    actions: [
      press(common.back, "consent.show", idsOf(view), { inputs: false }),
      at + 1 < pages.length && press(consent.next, "consent.reasons", go(at + 1), { inputs: false }),
      at > 0 && press(consent.previous, "consent.reasons", go(at - 1), { inputs: false }),
    ],
  });
}
