/** Words about what is erased when its group's retention ends. */
export const retention = {
  heading: {
    call: (title: string) => `Ansökan raderas: ${title}`,
    poll: (title: string) => `Förfrågan om mötestid raderas: ${title}`,
    meeting: (title: string) => `Mötet raderas: ${title}`,
  },
  strip: (when: string) => `Förvaringstiden går ut ${when}.`,
  line: {
    call: "Då raderas ansökan med förslag, kandidater och meddelanden. I gruppens händelseuppgifter blir det kvar en anteckning om raderingen utan namn.",
    poll: "Då raderas förfrågan med svar och meddelanden. Möten som har bestämts i förfrågan förvaras sin egen tid. I gruppens händelseuppgifter blir det kvar en anteckning om raderingen utan namn.",
    meeting:
      "Då raderas mötet med uppgifter om deltagande och meddelanden. I gruppens händelseuppgifter blir det kvar en anteckning om raderingen utan namn.",
  },
  advice: {
    call: "Skapa bilagan och för handlingarna till ärendehanteringen före det, om de ännu behövs.",
    other: "Ta vara på uppgifterna före det, om de ännu behövs.",
  },
  settings: "Förvaringstiden kan ändras i gruppens inställningar.",
  noted: "Uppgiften är kvitterad.",
  notedRest: (when: string) => `Uppgifterna raderas ${when}.`,
  notComing: "Uppgifterna ska inte raderas.",
  appendix: "Skapa bilagan",
  note: "Kvittera uppgiften",
  show: { poll: "Öppna förfrågan", meeting: "Öppna mötet" },
  waits: {
    call: "Ansökan raderas snart",
    poll: "Förfrågan om mötestid raderas snart",
    meeting: "Mötet raderas snart",
  },
  until: {
    call: (when: string) => `Ansökan raderas helt ${when}.`,
    poll: (when: string) => `Förfrågan raderas helt ${when}.`,
    meeting: (when: string) => `Mötet raderas helt ${when}.`,
  },
  noUntil: {
    call: "Dagen för raderingen räknas ut när ansökan har avslutats.",
    poll: "Dagen för raderingen räknas ut när förfrågan har avslutats.",
    meeting: "Dagen för raderingen räknas ut när mötet har hållits.",
  },
};
