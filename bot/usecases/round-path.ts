import type { MeetingId, PollId } from "../domain/ids.ts";

const paths = { p: "poll", m: "meeting" } as const;

/** How the address of a poll's or a meeting's page begins. */
export type RoundPath = keyof typeof paths;

/** A poll or a meeting as it stands in addresses: `p/…` or `m/…`. */
export const placeOf = (round: PollId | MeetingId): string => {
  const [kind = "", id = ""] = round.split(":");
  return `${kind === "poll" ? "p" : "m"}/${id}`;
};

/** The poll or meeting that an address means, whether there is one or not. */
export const roundAt = (path: RoundPath, id: string): PollId | MeetingId | undefined =>
  /^[\w-]{4,40}$/.test(id) ? `${paths[path]}:${id}` : undefined;
