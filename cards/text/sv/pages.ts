/** Words of the pages outside Teams. */
export const pages = {
  language: "Svenska",
  layout: {
    skip: "Gå till innehållet",
    languages: "Språk",
    accessibility: "Tillgänglighetsutlåtande",
    privacy: "Dataskydd",
    terms: "Användarvillkor",
  },
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
    intro:
      "Ehdolla är en tjänst med vilken organisationernas och välfärdsområdenas samarbetsgrupper söker medlemmar: den publicerar ansökningar, tar emot förslag och frågar kandidaterna om samtycke. Med den frågar grupper också efter mötestider och kallar till möten.",
    sections: [
      {
        heading: "Vem ansvarar för uppgifterna",
        lines: [
          "Personuppgiftsansvarig är den organisation som gruppen hör till. Den personuppgiftsansvariga, kontaktpersonen för dataskydd, grunden för behandlingen och förvaringstiden anges i annonsen, i varje begäran om samtycke och på sidan med dina uppgifter.",
        ],
      },
      {
        heading: "Vilka uppgifter behandlas och varifrån fås de",
        lines: [
          "Om kandidaten: namn, kontaktuppgifter, organisationer, tema, motiveringar, andra förtroendeuppdrag och kandidatens eget svar. De lämnas av förslagsställaren eller av kandidaten själv.",
          "Om förslagsställaren och kontaktpersonen för en organisation som är med om förslaget: namn, kontaktuppgifter och organisation. De lämnas av förslagsställaren.",
          "Om den som tillfrågas om mötestid eller kallas till ett möte: namn, e-postadress, om svaret är obligatoriskt, vilka tider som passar, om hen kommer till mötet, kommentarer samt assistent, ersättare och den som har svarat för hen. Namn och adress lämnas av gruppens ordförande eller sekreterare eller kommer från Teams, svaren av personen själv eller den som svarar för hen.",
          "Om den som använder Teams: namn, e-postadress, språk, tidszon och Teams beteckningar. De kommer från Teams.",
          "Dessutom lagras vilka meddelanden som har skickats och om de kom fram.",
        ],
      },
      {
        heading: "Vad används uppgifterna till och vem ser dem",
        lines: [
          "Uppgifterna används för ansökan och för beredningen av valet. De ses av gruppens ordförande och sekreterare samt av dem som gör valet, i den omfattning som uppgiften kräver. Förslagsställaren får veta vad kandidaten svarade, och kandidaten ser vem som har föreslagit och med vilka motiveringar.",
          "Svaren på en förfrågan används för att välja mötestid och anmälningarna för att bereda mötet, till exempel för att kalla ersättare. De ses av gruppens ordförande och sekreterare. I förfrågan anges när de andra tillfrågade ser svaren och om det syns i kanalen vem som har svarat vad. I kalenderfilen finns mötet, den som kallar och ditt namn och din adress, inte andra kallade.",
          "Valet görs inte automatiskt. Uppgifterna lämnas inte ut för andra ändamål.",
        ],
      },
      {
        heading: "Hur länge förvaras uppgifterna",
        lines: [
          "Gruppen bestämmer förvaringstiden i månader. Tiden räknas från det att mandatperioden har gått ut eller, om det inte finns någon mandatperiod, från valet eller från det att ansökan avslutades eller återkallades. Därefter raderas ansökan med förslag, kandidater och meddelanden.",
          "För en förfrågan om mötestid räknas tiden från det att mötestiden valdes eller förfrågan avslutades eller återtogs, för ett möte från det att mötet slutade eller ställdes in. Därefter raderas förfrågan med sina svar och mötet med sina anmälningar, meddelanden och länkar.",
          "Av raderingen blir det en anteckning i gruppens händelseuppgifter. I händelseuppgifterna finns inga namn eller texter.",
        ],
      },
      {
        heading: "Så ser, rättar och raderar du dina uppgifter",
        lines: [
          "I Teams: skriv mina uppgifter till Ehdolla på tu man hand. Utanför Teams: öppna sidan med dina uppgifter via länken som Ehdolla skickar till dig per e-post, eller från din egen sida för förfrågan eller mötet.",
          "Du ser allt som har lagrats om dig och kan ladda ner det som en fil. Dina kontaktuppgifter kan du rätta genast. Andra rättelser begär du på samma sida, och begäran går till gruppens ordförande och sekreterare.",
          "I organisationernas egen grupp kan du själv radera dina uppgifter. I en myndighets grupp är förslagen och svaren myndighetens handlingar, som inte raderas på begäran; de raderas när förvaringstiden har gått ut. Du kan ändå invända mot behandlingen och begära att den begränsas.",
          "Om du anser att dina uppgifter behandlas i strid med lag kan du lämna in klagomål till dataombudsmannen.",
        ],
      },
      {
        heading: "Kakor, länkar och loggar",
        lines: [
          "De här sidorna använder varken kakor, spårning eller andras tjänster.",
          "Personliga länkar går ut, och av dem förvaras bara en kontrollsumma. Kalenderlänken fungerar en vecka efter mötet. Den fil som du har sparat i din kalender stannar hos dig, och Ehdolla kan inte radera den. I loggarna antecknas beteckningar och tider, inte namn eller texter.",
        ],
      },
    ],
  },
  terms: {
    title: "Användarvillkor",
    intro:
      "Ehdolla tillhandahålls av den organisation som har tagit den i bruk i Teams. Använd den för gruppens ansökningar och val.",
    sections: [
      {
        heading: "Vad du kan skriva",
        lines: [
          "Skriv om kandidaten bara det som beredningen av valet kräver. Kandidaten ser vad som har skrivits. Skriv inte hälsouppgifter eller andra känsliga uppgifter.",
          "Föreslå bara en person som du har kommit överens med. Ehdolla frågar personen om samtycke.",
        ],
      },
      {
        heading: "Tidsfrister",
        lines: [
          "Förslaget är framme när du har fått en mottagningsbekräftelse. Det är ögonblicket då förslaget kom in till tjänsten som avgör om det kom in inom utsatt tid.",
        ],
      },
      {
        heading: "Personliga länkar",
        lines: [
          "En länk som har skickats till dig är personlig. Den som får länken kan svara i ditt ställe, så skicka den inte vidare.",
        ],
      },
      {
        heading: "Valet",
        lines: ["Valet görs av gruppen eller av den som utser medlemmarna. Ehdolla gör inte valet."],
      },
    ],
  },
  accessibility: {
    title: "Tillgänglighetsutlåtande",
    intro: (address: string) =>
      `Det här utlåtandet gäller Ehdollas webbsidor på adressen ${address}: sidan för en ansökan, förslagsblanketten, samtyckessidan, sidan med dina uppgifter samt sidorna om dataskydd och användarvillkor. Ehdollas kort i Teams visas av Microsoft Teams, vars tillgänglighet Microsoft ansvarar för.`,
    made: (day: string) =>
      `Utlåtandet har gjorts ${day}. Sidorna har utvärderats av oss själva: med automatisk granskning på alla tre språken, med tangentbord, på en skärm som är 320 bildpunkter bred, i mörkt läge och som utskrift.`,
    state: {
      heading: "Tillgänglighetens tillstånd",
      lines: [
        "Lagen om tillhandahållande av digitala tjänster (306/2019) förutsätter att offentliga digitala tjänster är tillgängliga. Sidorna uppfyller lagens krav (WCAG 2.1, nivåerna A och AA) delvis. Bristerna anges nedan.",
      ],
    },
    shortcomings: {
      heading: "Kända brister",
      list: [
        "Annonser, motiveringar och andra texter som människor har skrivit är på det språk som de har skrivits på. Språket är inte alltid angivet för skärmläsare (WCAG 3.1.2).",
        "Word- och Excelfilerna som kan laddas ner har inte granskats med skärmläsare (WCAG 1.3.1, 4.1.2).",
        "Sidorna har ännu inte testats tillsammans med personer som använder hjälpmedel.",
      ],
      instead:
        "Om du inte får något gjort på sidorna, ta kontakt med ansökans kontaktperson. Förslag och svar kan också lämnas per telefon, e-post eller på papper, och de antecknas enligt när de kom in.",
    },
    feedback: {
      heading: "Ge respons",
      lines: ["Märkte du en brist? Berätta om den. Vi svarar inom 14 dagar."],
      address: "Respons om tillgängligheten",
      none: "Respons kan lämnas till ansökans kontaktperson. Kontaktuppgifterna finns i annonsen.",
    },
    supervision: {
      heading: "Tillsynsmyndighet",
      lines: [
        "Ge först respons till oss. Om du inte är nöjd med svaret eller inte får svar inom två veckor kan du göra en anmälan till Transport- och kommunikationsverket Traficom. Verket berättar på sin webbplats hur man gör en anmälan och hur ärendet behandlas.",
      ],
      authority: "Transport- och kommunikationsverket Traficom, enheten för tillsyn över digital tillgänglighet",
      site: "https://www.saavutettavuusvaatimukset.fi/sv/",
      phone: "Telefonväxel 029 534 5000",
    },
  },
};
