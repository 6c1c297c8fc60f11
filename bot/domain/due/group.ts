import type { Due } from "../due.ts";
import type { Group } from "../group.ts";

/** Once added to a team, the bot introduces itself in the channel. */
export const dueOfGroup = (_group: Group): Due[] => [
  { key: "introduction", at: 0, to: [{ to: "channel" }], saying: { kind: "introduction" } },
];
