import type { pollRules as fi } from "../fi/poll-rules.ts";

/** Words of the rules of a poll that is open: what may still be changed, and who is told. */
export const pollRules: typeof fi = {
  open: "Ändra reglerna",
  openSub: "Synlighet, avslutning, kontaktperson och antalet möten",
  stricter: "Någon har redan svarat, så svarens synlighet kan bara begränsas. De som har svarat får veta om ändringen.",
  looser: "Någon har redan svarat. Svarens synlighet kan bara begränsas, så ingenting sparades.",
  told: {
    heading: (title) => `Reglerna för förfrågan har ändrats: ${title}`,
    visibility: (when) => `De andras svar visas nu ${when}.`,
    noNames: "Kortet i kanalen visar inte längre vem som svarat vad.",
    kept: "Ditt svar gäller och du behöver inte göra något.",
  },
};
