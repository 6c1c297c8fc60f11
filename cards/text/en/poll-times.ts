import type { pollTimes as fi } from "../fi/poll-times.ts";

/** Words of how a poll's times are grouped. */
export const pollTimes: typeof fi = {
  eveningTime: "Evening time",
  eveningTimes: "Evening times",
  allEvenings: "All evening times",
  /** As the client last told it; at most 12 characters, as labels are. */
  clientZone: "Time zone",
};
