import type { dayLists as fi } from "../fi/day-lists.ts";

/** Words of the lists of days on which a group doesn't meet. */
export const dayLists: typeof fi = {
  heading: "Dagar utan möten",
  intro: "En mötesförfrågan kan utelämna dessa dagar bland de föreslagna tiderna.",
  none: "Det finns inga listor ännu.",
  noneRest: "Lägg till exempelvis skolloven, juli eller välfärdsområdesstyrelsens mötesdagar.",
  fresh: "Ny lista",
  newHeading: "Ny lista över dagar",
  name: "Listans namn",
  namePlaceholder: "till exempel skolloven",
  days: "Dagar",
  daysHint: "En dag eller period per rad, till exempel 6.12.2027 eller 22.2.2027–28.2.2027.",
  delete: "Ta bort listan",
  saved: "Listan har sparats.",
  deleted: "Listan har tagits bort.",
  deletedRest: "Tider som redan finns i förfrågningar ändras inte.",
  inStep: "Ny lista över dagar",
  inStepHint:
    "Listan sparas i gruppens inställningar, där den kan ändras. Dess dagar utelämnas redan bland dessa tider.",
  stretches: (n) => (n === 1 ? "1 period" : `${n} perioder`),
  refused: {
    nameMissing: "Ge listan ett namn.",
    daysMissing: "Skriv listans dagar.",
    tooMany: "Det finns för många listor eller dagar. Högst 20 listor med högst 60 perioder i varje.",
    gone: "Listan har redan tagits bort.",
  },
};
