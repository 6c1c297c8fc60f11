import { postedThemes } from "../bot/domain/board.ts";
import type { Call } from "../bot/domain/call.ts";
import type { Candidate } from "../bot/domain/candidate.ts";
import type { Group } from "../bot/domain/group.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import { press } from "./actions.ts";
import { postedBody } from "./board.ts";
import { titled } from "./candidacy.ts";
import { type Card, card, heading, small, strip } from "./kit.ts";
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
