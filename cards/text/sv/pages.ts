/** Words of the pages outside Teams. */
export const pages = {
  language: "Svenska",
  gone: {
    title: "Länken gäller inte",
    lines: ["Länken har gått ut eller adressen är fel. Be Ehdolla i Teams om bilagan på nytt."],
  },
  failed: {
    title: "Något gick fel",
    lines: (reference: string) => [
      `Försök på nytt om en stund. Om felet upprepas, uppge koden ${reference} för administratören.`,
    ],
  },
  privacy: {
    title: "Dataskydd",
    lines: [
      "Ehdolla är en Teams-app med vilken organisationernas och välfärdsområdenas samarbetsgrupper söker medlemmar: den publicerar ansökningar, tar emot förslag och frågar kandidaterna om samtycke.",
      "Personuppgiftsansvarig är den organisation som gruppen hör till. Den personuppgiftsansvariga, kontaktpersonen för dataskydd, grunden för behandlingen och förvaringstiden anges på ansökans kort och i varje begäran om samtycke.",
      "De uppgifter som behandlas är kandidatens och förslagsställarens namn, kontaktuppgifter och organisationer, tema, motiveringar, andra förtroendeuppdrag samt kandidatens svar. Uppgifterna ses av gruppens ordförande och sekreterare i den omfattning som beredningen av valet kräver.",
      "Du kan kontrollera och rätta dina uppgifter, invända mot behandlingen och begära att den begränsas eller att uppgifterna raderas. Handlingar som en myndighet har registrerat raderas dock inte. Ta kontakt med gruppens kontaktperson för dataskydd. Du kan lämna in klagomål till dataombudsmannen.",
      "De här sidorna använder inte kakor.",
    ],
  },
  terms: {
    title: "Användarvillkor",
    lines: [
      "Ehdolla tillhandahålls av den organisation som har tagit den i bruk i Teams. Använd den för gruppens ansökningar och val.",
      "Skriv om kandidaten bara det som beredningen av valet kräver. Skriv inte hälsouppgifter eller andra känsliga uppgifter.",
      "Förslaget är framme när du har fått en mottagningsbekräftelse. Det är ögonblicket då förslaget kom in till tjänsten som avgör om det kom in inom utsatt tid.",
      "Valet görs av gruppen eller av den som utser medlemmarna. Ehdolla gör inte valet.",
    ],
  },
};
