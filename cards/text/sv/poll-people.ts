import type { pollPeople as fi } from "../fi/poll-people.ts";

/** Words of who is asked in a poll that is open: more people, fewer, and without whom a time is no good. */
export const pollPeople: typeof fi = {
  open: "Vilka tillfrågas",
  openSub: "Lägg till eller ta bort personer, ändra vilka som måste delta eller ge en svarslänk",
  heading: (title) => `Vilka tillfrågas: ${title}`,
  counts: (answered, asked) => `Har svarat ${answered} / ${asked}.`,
  hint: "Tryck på ett namn för att anteckna ett svar, ta bort personen eller ge en svarslänk.",
  required: "måste delta",
  outside: "utanför Teams",
  person: {
    answered: "Personen har svarat.",
    silent: "Personen har inte svarat.",
    isRequired: "Personen måste delta.",
    phone: "Anteckna personens svar",
    require: "Markera att personen måste delta",
    requireSub: "Tidernas ordning räknas på nytt",
    release: "Personen måste inte längre delta",
    remove: "Ta bort ur förfrågan",
  },
  add: {
    open: "Lägg till personer",
    heading: (title) => `Lägg till personer: ${title}`,
    strip: "De nya personerna får förfrågan genast.",
    rest: "Inget meddelande skickas till de övriga.",
    named: "Personer",
    outside: "Personer utanför Teams",
    required: "De här personerna måste delta",
    send: "Skicka förfrågningarna",
    done: (n) =>
      n === 1
        ? "1 person har lagts till. Förfrågan skickas."
        : `${n} personer har lagts till. Förfrågningarna skickas.`,
  },
  remove: {
    heading: (name) => `Ta bort ur förfrågan: ${name}`,
    strip: "Personen får ett meddelande om att inte längre vara tillfrågad.",
    kept: "Personens svar räknas inte längre. Det finns kvar i händelseuppgifterna utan namn.",
    closes: "Förfrågan avslutas genast om alla andra vars svar inväntas har svarat.",
    send: "Ta bort ur förfrågan",
    done: (name) => `Borttagen ur förfrågan: ${name}.`,
  },
  requiredNow: (name) => `Måste nu delta: ${name}.`,
  requiredNoMore: (name) => `Måste inte längre delta: ${name}.`,
  left: {
    heading: (title) => `Du tillfrågas inte längre: ${title}`,
    strip: "Du har tagits bort ur förfrågan.",
    line: "Du behöver inte göra något. Om du hade svarat räknas ditt svar inte längre.",
  },
  refused: {
    nobodyNew: "Alla de här personerna är redan tillfrågade.",
    tooManyAsked: (most) => `Högst ${most} personer kan vara med i förfrågan.`,
    notAskedNow: "Den här personen är inte tillfrågad.",
    lastAsked: "Minst en person måste bli kvar i förfrågan. Du kan också återta hela förfrågan.",
  },
};
