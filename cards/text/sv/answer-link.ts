import type { answerLink as fi } from "../fi/answer-link.ts";

/** Words of the links with which somebody outside Teams answers, as officers pass them on by hand and end them. */
export const answerLink: typeof fi = {
  take: {
    open: "Ge en svarslänk",
    openSub: "När personen inte får e-post eller meddelandet har försvunnit",
    heading: (name) => `Svarslänk: ${name}`,
    strip: "Med länken svarar man i personens namn.",
    rest: "Ge den bara till personen själv.",
    line: "Länken visas en gång. Att den har tagits antecknas i händelseuppgifterna.",
    send: "Visa länken",
  },
  hand: {
    strip: "Länken visas bara nu.",
    rest: "Kopiera den och skicka den bara till den här personen.",
    label: "Länk",
    until: (day) => `Länken gäller till ${day}.`,
  },
  end: {
    open: "Avsluta personens länkar",
    openSub: "När en länk har hamnat hos fel person",
    heading: (name) => `Avsluta länkarna: ${name}`,
    strip: "Ingen av de tidigare länkarna fungerar längre.",
    line: "Ett svar som har getts finns kvar. Om personen får ett nytt meddelande finns det en ny länk i det. Avslutandet antecknas i händelseuppgifterna.",
    send: "Avsluta länkarna",
    done: (name) => `Länkarna har avslutats: ${name}.`,
  },
  refused: {
    inTeams: "Personen svarar i Teams, så ingen länk behövs. Du kan anteckna det svar som personen har gett.",
    notAsked: "Den här personen tillfrågas eller kallas inte.",
    shown: "Länken har redan visats. Om den inte sparades kan du ta en ny länk.",
    over: "Det går inte längre att svara, så ingen länk ges.",
    alone: "Länken visas bara i en enskild chatt. Öppna det här där.",
  },
};
