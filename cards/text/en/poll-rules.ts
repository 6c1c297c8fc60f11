import type { pollRules as fi } from "../fi/poll-rules.ts";

/** Words of the rules of a poll that is open: what may still be changed, and who is told. */
export const pollRules: typeof fi = {
  open: "Change the rules",
  openSub: "What shows, how it closes, the contact and how many meetings",
  stricter:
    "Somebody has answered already, so what shows can only be limited. Those who answered are told of the change.",
  looser: "Somebody has answered already. What shows can only be limited, so nothing was saved.",
  told: {
    heading: (title) => `The poll's rules changed: ${title}`,
    visibility: (when) => `Others' answers now show ${when}.`,
    noNames: "The card in the channel no longer shows who answered what.",
    kept: "Your answer holds and you don't need to do anything.",
  },
};
