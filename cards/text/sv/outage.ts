/** Words about stretches in which nothing was answered. */
export const outage = {
  heading: "Tjänsten svarade inte",
  status: (stretch: string) => `Ehdolla svarade inte ${stretch}.`,
  meaning:
    "Ansökan var då öppen, så någon kan ha blivit utan svar. Du kan förlänga tiden för förslag. Avbrottet har registrerats.",
  extend: "Förläng tiden",
  show: "Visa ansökan",
  call: "Ansökan",
};
