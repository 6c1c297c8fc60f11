/** Words about personal links: the pages that they open, the mail that brings them, and how they are passed on. */
export const links = {
  page: {
    forWhom: (name: string) => `Personlig sida: ${name}`,
    until: (day: string) =>
      `Länken gäller till och med ${day}. Skicka den inte vidare: den som får den kan svara i ditt ställe.`,
    failed: (reference: string) =>
      `Något gick fel och ingenting antecknades. Försök på nytt om en stund. Om felet upprepas, uppge koden ${reference} för administratören.`,
    badPress: "Formuläret kunde inte tolkas och ingenting antecknades. Här är den aktuella sidan.",
    foreign:
      "Formuläret kom från en annan webbplats, så ingenting antecknades. Öppna länken på nytt och svara på den här sidan.",
    tooMany: "Det kom för många förfrågningar på kort tid. Vänta tio minuter och försök på nytt.",
    back: "Tillbaka till sidan",
  },
  gone: {
    title: "Länken öppnas inte",
    strip: "Länken har använts, gått ut, återkallats eller skrivits fel.",
    lines: [
      "Öppna det senaste meddelandet du har fått och länken i det. Om du kopierade länken, kontrollera att den är hel.",
      "Om du fick länken av den som föreslog dig eller av gruppens ordförande, be om en ny. Du kan alltid också svara per telefon eller e-post till kontaktpersonen för ansökan.",
    ],
    ownLines: [
      "Öppna det senaste meddelandet som du har fått och länken i det. Om du kopierade länken, kontrollera att hela länken är med.",
      "Om du fick länken av gruppens ordförande eller sekreterare, be om en ny. Du kan alltid också svara per telefon eller e-post.",
    ],
  },
  again: {
    heading: "Jag har inte fått någon länk",
    text: "Skriv den e-postadress som du uppgav eller som har uppgetts om dig. Om en länk i den här ansökan hör till adressen skickar vi en ny dit.",
    email: "E-postadress",
    send: "Skicka en ny länk",
    doneTitle: "Begäran har tagits emot",
    done: "Om en länk hör till adressen kommer ett nytt meddelande dit inom några minuter. Titta också i skräpposten.",
    doneRest: "Om inget meddelande kommer, kontakta kontaktpersonen för ansökan eller den som föreslog dig.",
    ownHeading: "Se vad som har sparats om dig",
    ownText:
      "Skriv den e-postadress som din inbjudan kom till. Om det finns uppgifter med den skickar vi en länk där du ser dem.",
    ownSend: "Skicka länken",
    ownRest: "Om inget meddelande kommer, kontakta den som bjöd in dig.",
    notEmail: "Det här är ingen e-postadress. Kontrollera den.",
  },
  hand: {
    press: "Kopiera samtyckeslänken",
    heading: (name: string) => `Samtyckeslänk: ${name}`,
    strip: "Länken visas bara nu.",
    rest: "Kopiera den och skicka den bara till den här kandidaten.",
    label: "Länk",
    text: "Den som får länken kan svara i kandidatens ställe. Att länken togs antecknas i ansökans händelser, och av svaret framgår att länken förmedlades för hand.",
    until: (day: string) => `Länken gäller till och med ${day}.`,
    inTeams: "Kandidaten får förfrågan i Teams, så ingen länk behövs. Den kan tas om kandidaten inte nås i Teams.",
    notAllowed: "Samtyckeslänken är för gruppens ordförande och sekreterare och för den som föreslog kandidaten.",
    notNow: "Den här kandidaten tillfrågas inte längre om samtycke.",
    cap: "Många länkar har redan tagits för den här kandidaten. Be kandidaten öppna den senaste.",
    alone: "Länken visas bara i en personlig chatt. Öppna kandidaten där.",
  },
  returned: {
    press: "Meddelandet kom tillbaka",
    done: "Antecknat: e-postmeddelandet kom inte fram.",
    heading: "E-postmeddelandet kom tillbaka",
    strip: "Den som föreslog kandidaten får veta att kandidaten inte nåddes.",
    rest: "Anteckna detta när ett meddelande till kandidaten har kommit tillbaka.",
    save: "Anteckna som inte nådd",
    notMail: "Inget e-postmeddelande har skickats till kandidaten, eller kandidaten har redan svarat.",
  },
  mail: {
    open: {
      candidate: "Öppna och svara",
      move: "Öppna och svara",
      nomination: "Öppna förslaget",
      coProposer: "Öppna och bekräfta",
      confirm: "Bekräfta e-postadressen",
      person: "Öppna dina uppgifter",
      poll: "Öppna förfrågan",
      meeting: "Öppna mötet",
      call: "Öppna ansökan",
    },
    also: "På svenska nedan.",
    personal: (day: string) =>
      `Länken är personlig och gäller till och med ${day}. Skicka den inte vidare: den som får den kan handla i ditt ställe.`,
    detail: "Bakom länken ser du motiveringarna och vilka uppgifter om dig som behandlas.",
    sender: (group: string) => `Meddelandet skickades av Ehdolla för gruppen: ${group}.`,
    reply: (contact: string) => `Du kan svara på det här meddelandet. Svaret går till: ${contact}.`,
    replyOffice: "Du kan svara på det här meddelandet. Svaret läses av en människa.",
  },
};
