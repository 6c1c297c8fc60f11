/** Words about stretches in which nothing was answered. */
export const outage = {
  heading: "Tjänsten svarade inte",
  status: (stretch: string) => `Ehdolla svarade inte ${stretch}.`,
  meaning:
    "Ansökan var då öppen, så någon kan ha blivit utan svar. Du kan förlänga tiden för förslag. Avbrottet har registrerats.",
  meaningConsents:
    "Kandidaterna kunde då ännu svara på begäran om samtycke, så någon kan ha blivit utan svar. Du kan förlänga tiden för förslag eller återuppta en kandidatur som har förfallit. Avbrottet har registrerats.",
  meaningPoll:
    "Förfrågan var då öppen, så någons svar kanske inte sparades. Du kan förlänga svarstiden. Avbrottet har registrerats.",
  extend: "Förläng tiden",
  show: "Visa ansökan",
  call: "Ansökan",
  extendPoll: "Förläng svarstiden",
  showPoll: "Visa förfrågan",
  poll: "Förfrågan",
};
