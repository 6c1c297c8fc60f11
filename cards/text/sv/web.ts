/** Words of a call's public page, the nomination form there, and what comes after it. */
export const web = {
  call: {
    description: (who: string, ends: string) => `${who} ${ends}`.trim(),
    printed: (url: string) => `Annonsen på webben: ${url}`,
    how: (url: string) => `Annonsen och förslagsformuläret på webben: ${url}`,
    propose: "Lämna förslag",
    self: "Anmäl dig själv",
    noAccount: "Formuläret kräver varken konto eller inloggning. Du kan spara det halvfärdigt och fortsätta senare.",
    today: "i dag",
    questions: "Frågor och svar",
    question: "Fråga",
    answer: "Svar",
    next: "Vad som händer härnäst",
    decided: "Valet har gjorts. De valda och de som lämnade förslag meddelas personligen.",
    gone: {
      title: "Ansökan hittades inte",
      text: "Adressen är fel, eller så visas ansökan inte längre på webben. Kontrollera adressen i annonsen eller fråga gruppen.",
    },
    data: "Så behandlas uppgifterna",
  },
  form: {
    back: "Tillbaka till ansökan",
    toOther: "Föreslår du någon annan? Gå till förslagsformuläret",
    toSelf: "Vill du själv kandidera? Gå till anmälan",
    you: "Avsändarens uppgifter",
    youHint:
      "Vi skickar en länk till din adress. Med den bekräftar du förslaget och kan senare ändra eller återta det.",
    youHintSelf:
      "Vi skickar en länk till din adress. Med den bekräftar du anmälan och kan senare ändra eller återta den.",
    name: "Ditt namn",
    nameRequired: "Skriv ditt namn.",
    email: "Din e-postadress",
    emailRequired: "Skriv din e-postadress.",
    senderData:
      "Ditt namn och din adress ses av ansökans ordförande, vice ordförande och sekreterare. Kandidaten ser vilka som har föreslagit hen och med vilken motivering. Din adress används bara för det här förslaget.",
    save: "Spara och fortsätt senare",
    trap: "Lämna det här fältet tomt",
    required: "obligatorisk",
    requiredNote: "Punkter med asterisk (*) är obligatoriska.",
    show: "Visa",
    problem: "Formuläret skickades inte",
    keptHere: "Texten du skrev finns kvar på den här sidan.",
    restored: "Vi tog fram texten som du skrev tidigare på den här enheten. Den har inte skickats.",
    clear: "Töm formuläret",
    sending: "Skickas…",
    offline:
      "Förbindelsen bröts och formuläret skickades inte. Din text finns kvar. Kontrollera förbindelsen och skicka på nytt.",
    checkFields: (n: number) => (n === 1 ? "Kontrollera 1 punkt." : `Kontrollera ${n} punkter.`),
    saved: "Ett utkast som inte har skickats.",
    savedRest: (until: string) => `Du kan fortsätta med det på den här sidan till ${until}.`,
  },
  refused: {
    tooSoon: "Formuläret skickades genast efter att det öppnades. Kontrollera uppgifterna och skicka det på nytt.",
    trap: "I formuläret var en punkt ifylld som inte visas. Vi tömde den. Skicka formuläret på nytt.",
    tooMany: "Från samma nät har det kommit många formulär på kort tid. Vänta en stund och skicka på nytt.",
    tooMuchMail: "Till den här adressen har redan skickats många länkar. Öppna någon av dem eller försök om en timme.",
    sender: "Skriv ditt namn och din e-postadress så att du kan bekräfta förslaget.",
    notEmail: (written: string) => `Kontrollera din e-postadress: ${written}`,
    sameAddress:
      "Kandidaten och avsändaren har samma adress. Om du föreslår dig själv, använd formuläret Anmäl dig själv. Skriv annars kandidatens egen adress.",
    sentAlready: (code: string) =>
      `Du har redan skickat det här formuläret, kod ${code}. Vill du ändra det, använd länken som skickades till din e-post. Om det här är ett nytt förslag, skicka formuläret på nytt.`,
    savedElsewhere:
      "Utkastet har ändrats på annat håll efter att du öppnade sidan. Din text finns nedan. Om du sparar på nytt är det den som gäller.",
    notOurs: "Begäran kunde inte förstås. Ladda sidan på nytt.",
    tooLong: "Någon punkt i formuläret är för lång eller fel. Kontrollera uppgifterna och skicka på nytt.",
    failed: (reference: string) =>
      `Något gick fel och formuläret skickades inte. Din text finns kvar. Försök på nytt eller uppge koden ${reference} för kontaktpersonen.`,
    confirmTooLate: (when: string) =>
      `Adressen skulle bekräftas senast ${when} för att kandidaten ska hinna tillfrågas. Kontakta ansökans kontaktperson.`,
    alreadyConfirmed: "Förslaget är redan bekräftat. Du kan återta det nedan.",
  },
  received: {
    heading: "Bekräfta ännu din e-postadress",
    strip: "Förslaget kom in inom utsatt tid.",
    stripSelf: "Anmälan kom in inom utsatt tid.",
    at: (when: string) => `${when}.`,
    sent: (email: string) => `Vi skickade en länk till adressen ${email}.`,
    open: (until: string) => `Öppna länken och bekräfta senast ${until}.`,
    openSoon: "Öppna länken och bekräfta så snart som möjligt.",
    why: "Kandidaten tillfrågas om samtycke först när du har bekräftat din adress. Det är ändå tidpunkten då formuläret kom in som räknas.",
    whySelf:
      "Anmälan behandlas när du har bekräftat din adress. Det är ändå tidpunkten då formuläret kom in som räknas.",
    change: (until: string) => `Med samma länk ser du uppgifterna och kan ändra eller återta dem till ${until}.`,
    notThere: "Kom meddelandet inte fram?",
    notThereMore:
      "Meddelandet kommer vanligtvis inom några minuter. Titta också i skräpposten och kontrollera att adressen är rätt.",
    askContact: (who: string) => `Om du inte hittar meddelandet, ta kontakt: ${who}.`,
    mention: (code: string) => `Uppge koden ${code}.`,
    yours: "Uppgifterna du skickade",
    another: "Lämna ett annat förslag",
  },
  late: {
    copy: "Texten du skrev",
  },
  draft: {
    heading: "Formuläret har sparats",
    strip: "Sparat, inte skickat.",
    rest: (deadline: string) => `Tiden för förslag går ut ${deadline}.`,
    link: "Länk till formuläret",
    keep: "Ta vara på länken. Du kan inte få den på nytt senare.",
    who: (until: string) =>
      `Var och en som har länken kan läsa, ändra och skicka formuläret. Länken gäller till ${until}, och därefter raderas utkastet.`,
    mail: "Skicka länken från din egen e-post",
    mailSubject: (call: string) => `Utkast till förslag: ${call}`,
    mailBody: (url: string, deadline: string) =>
      `Utkastet kan fortsättas via den här länken:\n${url}\n\nTiden för förslag går ut ${deadline}.`,
    continue: "Fortsätt med formuläret",
    gone: "Utkastet finns inte längre. Det har skickats eller raderats.",
  },
  confirm: {
    heading: (call: string) => `Bekräfta förslaget: ${call}`,
    headingSelf: (call: string) => `Bekräfta anmälan: ${call}`,
    strip: "Väntar på din bekräftelse.",
    rest: (arrived: string) => `Kom in inom utsatt tid ${arrived}.`,
    restLate: (arrived: string) => `Kom in efter utsatt tid ${arrived}.`,
    until: (when: string) => `Bekräfta senast ${when}.`,
    why: "Kandidaten tillfrågas om samtycke först när du har bekräftat att adressen är din.",
    whySelf: "Din anmälan behandlas när du har bekräftat att adressen är din.",
    whyLate:
      "Förslaget tas inte upp till behandling, men det har registrerats. Bekräftelsen hjälper om du reder ut saken med kontaktpersonen.",
    button: "Bekräfta förslaget",
    buttonSelf: "Bekräfta anmälan",
    notMine: "Jag har inte skickat det här",
    notMineText: "Om du inte har skickat det här, meddela det. Förslaget återtas och kandidaten kontaktas inte.",
    notMineHeading: "Ska förslaget återtas?",
    gone: "Förslaget har återtagits.",
    goneRest: "Kandidaten har inte kontaktats.",
    done: "Adressen är bekräftad.",
    doneRest: "Kandidaten tillfrågas nu om samtycke.",
    doneSelf: "Din anmälan tas nu upp till behandling.",
    keep: "Spara den här länken. Med den ser du kandidatens svar.",
  },
  mine: {
    edit: "Ändra förslaget",
    editSelf: "Ändra anmälan",
    withdraw: "Återta förslaget",
    withdrawSelf: "Återta anmälan",
    withdrawn: "Förslaget har återtagits.",
    back: "Tillbaka",
    toCall: "Läs hela annonsen",
  },
  board: {
    unconfirmed: (n: number) =>
      n === 1
        ? "1 förslag som skickats på webben väntar på avsändarens bekräftelse."
        : `${n} förslag som skickats på webben väntar på avsändarens bekräftelse.`,
    row: "Inte bekräftat",
    strip: "Avsändaren har inte bekräftat sin adress.",
    rest: "Kandidaten har inte tillfrågats och förslaget räknas inte.",
  },
};
