import type { Showing } from "../../bot/domain/showing.ts";
import { appendixCard } from "../appendix.ts";
import { boardPostCard } from "../board-post.ts";
import type { Card } from "../kit.ts";
import type { Reader } from "../reader.ts";

function boardPost({ group, call, candidates = [], nominations }: Showing, reader: Reader): Card {
  if (!call) throw new Error("A board has lost its call.");
  return boardPostCard({ group, call, candidates, nominations }, reader);
}

/** Messages about board. */
export const boardSayings = {
  boardPost,
  appendix: appendixCard,
};
