/** Words of a call's public page, the nomination form there, and what comes after it. */
export const web = {
  call: {
    description: (who: string, ends: string) => `${who} ${ends}`.trim(),
    printed: (url: string) => `Ilmoitus verkossa: ${url}`,
    how: (url: string) => `Ilmoitus ja ehdotuslomake verkossa: ${url}`,
    propose: "Tee ehdotus",
    self: "Ilmoittaudu itse",
    noAccount: "Lomake ei vaadi tunnuksia eikä kirjautumista. Voit tallentaa sen kesken ja jatkaa myöhemmin.",
    today: "tänään",
    questions: "Kysymyksiä ja vastauksia",
    question: "Kysymys",
    answer: "Vastaus",
    next: "Mitä seuraavaksi tapahtuu",
    decided: "Valinta on tehty. Valituille ja ehdottajille kerrotaan henkilökohtaisesti.",
    gone: {
      title: "Hakua ei löydy",
      text: "Osoite on väärin, tai hakua ei enää näytetä verkossa. Tarkista osoite ilmoituksesta tai kysy sitä ryhmältä.",
    },
    data: "Näin tietoja käsitellään",
  },
  form: {
    back: "Takaisin hakuun",
    toOther: "Ehdotatko toista henkilöä? Siirry ehdotuslomakkeelle",
    toSelf: "Haluatko itse ehdolle? Siirry ilmoittautumaan",
    you: "Lähettäjän tiedot",
    youHint:
      "Lähetämme osoitteeseesi linkin, jolla vahvistat ehdotuksen. Samalla linkillä voit muuttaa sitä tai perua sen.",
    youHintSelf:
      "Lähetämme osoitteeseesi linkin, jolla vahvistat ilmoittautumisen. Samalla linkillä voit muuttaa sitä tai perua sen.",
    name: "Nimesi",
    nameRequired: "Kirjoita nimesi.",
    email: "Sähköpostiosoitteesi",
    emailRequired: "Kirjoita sähköpostiosoitteesi.",
    senderData:
      "Nimesi ja osoitteesi näkevät haun puheenjohtaja, varapuheenjohtaja ja sihteerit. Ehdokas näkee, ketkä häntä ehdottivat ja millä perusteluilla. Osoitettasi käytetään vain tähän ehdotukseen.",
    save: "Tallenna ja jatka myöhemmin",
    trap: "Jätä tämä kenttä tyhjäksi",
    required: "pakollinen",
    requiredNote: "Tähdellä (*) merkityt kohdat ovat pakollisia.",
    show: "Näytä",
    problem: "Lomaketta ei lähetetty",
    keptHere: "Kirjoittamasi teksti on tallella tällä sivulla.",
    restored: "Palautimme tekstin, jonka kirjoitit tällä laitteella aiemmin. Sitä ei ole lähetetty.",
    clear: "Tyhjennä lomake",
    sending: "Lähetetään…",
    offline: "Yhteys katkesi, eikä lomaketta lähetetty. Tekstisi on tallella. Tarkista yhteys ja lähetä uudelleen.",
    checkFields: (n: number) => (n === 1 ? "Tarkista 1 kohta." : `Tarkista ${n} kohtaa.`),
    saved: "Luonnos, jota ei ole lähetetty.",
    savedRest: (until: string) => `Voit jatkaa sitä tällä sivulla ${until} asti.`,
  },
  refused: {
    tooSoon: "Lomake lähetettiin heti avaamisen jälkeen. Tarkista tiedot ja lähetä se uudelleen.",
    trap: "Lomakkeessa oli täytettynä kohta, jota ei näytetä. Tyhjensimme sen. Lähetä lomake uudelleen.",
    tooMany: "Samasta verkosta on tullut paljon lomakkeita lyhyessä ajassa. Odota hetki ja lähetä uudelleen.",
    tooMuchMail: "Tähän osoitteeseen on jo lähetetty monta linkkiä. Avaa jokin niistä tai yritä tunnin kuluttua.",
    sender: "Kirjoita nimesi ja sähköpostiosoitteesi, jotta voit vahvistaa ehdotuksen.",
    notEmail: (written: string) => `Tarkista sähköpostiosoitteesi: ${written}`,
    sameAddress:
      "Ehdokkaalla ja lähettäjällä on sama osoite. Jos ehdotat itseäsi, käytä lomaketta Ilmoittaudu itse. Muuten kirjoita ehdokkaan oma osoite.",
    sentAlready: (code: string) =>
      `Olet jo lähettänyt tämän lomakkeen, tunnus ${code}. Jos haluat muuttaa sitä, käytä sähköpostiisi lähetettyä linkkiä. Jos tämä on uusi ehdotus, lähetä lomake uudelleen.`,
    savedElsewhere:
      "Luonnosta on muutettu muualla sen jälkeen, kun avasit tämän sivun. Tekstisi on alla. Jos tallennat uudelleen, tämä jää voimaan.",
    notOurs: "Pyyntöä ei ymmärretty. Lataa sivu uudelleen.",
    tooLong: "Lomakkeessa on jokin liian pitkä tai väärä kohta. Tarkista tiedot ja lähetä uudelleen.",
    failed: (reference: string) =>
      `Jokin meni vikaan, eikä lomaketta lähetetty. Tekstisi on tallella. Yritä uudelleen tai kerro yhteyshenkilölle tunnus ${reference}.`,
    confirmTooLate: (when: string) =>
      `Osoite piti vahvistaa viimeistään ${when}, jotta ehdokkaalta ehditään kysyä. Ota yhteyttä haun yhteyshenkilöön.`,
    alreadyConfirmed: "Ehdotus on jo vahvistettu. Voit perua sen alta.",
  },
  received: {
    heading: "Vahvista vielä sähköpostiosoitteesi",
    strip: "Ehdotus saapui määräajassa.",
    stripSelf: "Ilmoittautuminen saapui määräajassa.",
    at: (when: string) => `${when}.`,
    sent: (email: string) => `Lähetimme linkin osoitteeseen ${email}.`,
    open: (until: string) => `Avaa linkki ja vahvista viimeistään ${until}.`,
    openSoon: "Avaa linkki ja vahvista mahdollisimman pian.",
    why: "Ehdokkaalta kysytään suostumus vasta, kun olet vahvistanut osoitteesi. Määräajan ratkaisee silti se, milloin lomake saapui.",
    whySelf:
      "Ilmoittautuminen käsitellään, kun olet vahvistanut osoitteesi. Määräajan ratkaisee silti se, milloin lomake saapui.",
    change: (until: string) =>
      `Samalla linkillä näet lähettämäsi tiedot ja voit muuttaa niitä tai perua ne ${until} asti.`,
    notThere: "Eikö viestiä tullut?",
    notThereMore:
      "Viesti tulee yleensä muutamassa minuutissa. Katso myös roskapostikansiosta ja tarkista, että osoite on oikein.",
    askContact: (who: string) => `Jos viestiä ei löydy, ota yhteyttä: ${who}.`,
    mention: (code: string) => `Mainitse tunnus ${code}.`,
    yours: "Lähettämäsi tiedot",
    another: "Tee toinen ehdotus",
  },
  late: {
    copy: "Kirjoittamasi teksti",
  },
  draft: {
    heading: "Lomake on tallennettu",
    strip: "Tallennettu, ei lähetetty.",
    rest: (deadline: string) => `Ehdotusaika päättyy ${deadline}.`,
    link: "Linkki lomakkeeseen",
    keep: "Ota linkki talteen. Sitä ei saa myöhemmin uudelleen.",
    who: (until: string) =>
      `Jokainen, jolla on linkki, voi lukea lomakkeen, muuttaa sitä ja lähettää sen. Linkki toimii ${until} asti, ja sen jälkeen luonnos poistetaan.`,
    mail: "Lähetä linkki omasta sähköpostistasi",
    mailSubject: (call: string) => `Ehdotuksen luonnos: ${call}`,
    mailBody: (url: string, deadline: string) =>
      `Luonnosta voi jatkaa tästä linkistä:\n${url}\n\nEhdotusaika päättyy ${deadline}.`,
    continue: "Jatka lomaketta",
    gone: "Luonnosta ei enää ole. Se on lähetetty tai poistettu.",
  },
  confirm: {
    heading: (call: string) => `Vahvista ehdotus: ${call}`,
    headingSelf: (call: string) => `Vahvista ilmoittautuminen: ${call}`,
    strip: "Odottaa vahvistustasi.",
    rest: (arrived: string) => `Saapui määräajassa ${arrived}.`,
    restLate: (arrived: string) => `Saapui määräajan jälkeen ${arrived}.`,
    until: (when: string) => `Vahvista viimeistään ${when}.`,
    why: "Ehdokkaalta kysytään suostumus vasta, kun olet vahvistanut, että osoite on sinun.",
    whySelf: "Ilmoittautumisesi käsitellään, kun olet vahvistanut, että osoite on sinun.",
    whyLate:
      "Ehdotusta ei oteta käsittelyyn, mutta se on kirjattu. Vahvistus auttaa, jos selvität asiaa yhteyshenkilön kanssa.",
    button: "Vahvista ehdotus",
    buttonSelf: "Vahvista ilmoittautuminen",
    notMine: "En ole lähettänyt tätä",
    notMineText: "Jos et ole lähettänyt tätä, ilmoita siitä. Ehdotus perutaan, eikä ehdokkaaseen oteta yhteyttä.",
    notMineHeading: "Perutaanko ehdotus?",
    gone: "Ehdotus on peruttu.",
    goneRest: "Ehdokkaaseen ei ole otettu yhteyttä.",
    done: "Osoite on vahvistettu.",
    doneRest: "Ehdokkaalta kysytään nyt suostumus.",
    doneSelf: "Ilmoittautumisesi on nyt käsiteltävänä.",
    keep: "Säilytä tämä linkki. Sillä näet ehdokkaan vastauksen.",
  },
  mine: {
    edit: "Muuta ehdotusta",
    editSelf: "Muuta ilmoittautumista",
    withdraw: "Peru ehdotus",
    withdrawSelf: "Peru ilmoittautuminen",
    withdrawn: "Ehdotus on peruttu.",
    back: "Takaisin",
    toCall: "Lue koko ilmoitus",
  },
  board: {
    unconfirmed: (n: number) =>
      n === 1
        ? "1 verkossa lähetetty ehdotus odottaa lähettäjän vahvistusta."
        : `${n} verkossa lähetettyä ehdotusta odottaa lähettäjän vahvistusta.`,
    row: "Vahvistamatta",
    strip: "Lähettäjä ei ole vahvistanut osoitettaan.",
    rest: "Ehdokkaalta ei ole kysytty, eikä ehdotusta lasketa mukaan.",
  },
};
