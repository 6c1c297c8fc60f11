import { postedThemes } from "../bot/domain/board.ts";
import type { Call } from "../bot/domain/call.ts";
import type { Candidate } from "../bot/domain/candidate.ts";
import type { Group } from "../bot/domain/group.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import { press } from "./actions.ts";
import { seatName } from "./board-rows.ts";
import { fewNames, titled } from "./candidacy.ts";
import { type Card, card, type Element, heading, row, small, strip, subheading } from "./kit.ts";
import { clip, literal } from "./literal.ts";
import type { Reader } from "./reader.ts";

export interface PostView {
  group: Group;
  call: Call;
  candidates: readonly Candidate[];
  nominations: readonly Nomination[];
}

const counted = ({ call, candidates }: PostView) => {
  const themes = postedThemes(call, candidates);
  return {
    given: themes.reduce((sum, t) => sum + t.consented.length, 0),
    all: themes.reduce((sum, t) => sum + t.candidates, 0),
  };
};

/** The state of a call's candidates as members may see it, in the channel. */
export function boardPostCard(view: PostView, reader: Reader): Card {
  const { posted } = reader.text.board;
  const title = titled(posted.heading, view, reader);
  const { given, all } = counted(view);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${posted.strip(given, all)}`,
    body: [
      heading(title),
      strip("accent", given > 0 ? posted.strip(given, all) : posted.none),
      ...postedBody(view, reader),
      small(posted.note),
    ],
  });
}

/** The same before it is posted, in the channel's language, so that nothing reaches the channel unseen. */
export function postPreview(view: PostView, nonce: string, reader: Reader, channel: Reader): Card {
  const { board, common } = reader.text;
  const { posted } = board;
  const shown = boardPostCard(view, channel);
  const [first, ...rest] = shown.body;
  return card({
    lang: reader.lang,
    fallbackText: posted.previewStrip,
    body: [first, strip("warning", posted.previewStrip, posted.previewRest), ...rest],
    actions: [
      press(posted.confirm, "board.confirmPost", { call: view.call.id, nonce }, { style: "positive" }),
      press(common.back, "board.show", { call: view.call.id }, { inputs: false }),
    ],
  });
}

/** Names in the channel are bounded; how many more there are is always told. */
const MOST_POSTED = 40;

/** What the channel sees of the board: by theme, those who consented with their organisations. Nothing else. */
function postedBody(view: PostView, reader: Reader): Element[] {
  const { posted, nobody } = reader.text.board;
  const themes = postedThemes(view.call, view.candidates);
  const each = Math.max(2, Math.floor(MOST_POSTED / Math.max(1, themes.length)));
  return themes.flatMap(({ seats, candidates, consented }) => [
    subheading(
      seatName(seats, view, reader),
      literal(candidates === 0 ? nobody : posted.theme(consented.length, candidates), { size: "Small", subtle: true }),
    ),
    ...consented.slice(0, each).map((c) =>
      row({
        title: clip(c.name, 70),
        sub: fewNames(organisationsOf(c, view.nominations), reader, 2) || reader.text.board.own,
      }),
    ),
    ...(consented.length > each ? [small(reader.text.consent.andMore(consented.length - each))] : []),
  ]);
}

const organisationsOf = (candidate: Candidate, nominations: readonly Nomination[]): string[] => [
  ...new Set(
    nominations.filter((n) => candidate.nominations.includes(n.id)).flatMap((n) => n.organisations.map((o) => o.name)),
  ),
];
