/** Words about personal links: the pages that they open, the mail that brings them, and how they are passed on. */
export const links = {
  page: {
    forWhom: (name: string) => `Henkilökohtainen sivu: ${name}`,
    until: (day: string) =>
      `Linkki on voimassa ${day} asti. Älä lähetä sitä eteenpäin: joka sen saa, voi vastata puolestasi.`,
    failed: (reference: string) =>
      `Jokin meni vikaan, eikä mitään kirjattu. Yritä hetken kuluttua uudelleen. Jos vika toistuu, kerro ylläpidolle tunnus ${reference}.`,
    badPress: "Lomaketta ei ymmärretty, eikä mitään kirjattu. Tässä on ajantasainen sivu.",
    foreign:
      "Lomake tuli toiselta sivustolta, joten mitään ei kirjattu. Avaa linkki uudelleen ja vastaa tällä sivulla.",
    tooMany: "Pyyntöjä tuli liian monta lyhyessä ajassa. Odota kymmenen minuuttia ja yritä uudelleen.",
    back: "Takaisin sivulle",
  },
  gone: {
    title: "Linkki ei avaudu",
    strip: "Linkki on käytetty, vanhentunut, peruttu tai kirjoitettu väärin.",
    lines: [
      "Avaa uusin saamasi viesti ja sen linkki. Jos kopioit linkin, tarkista, että se on mukana kokonaan.",
      "Jos linkin antoi sinulle ehdottaja tai ryhmän puheenjohtaja, pyydä häneltä uusi. Voit aina vastata myös puhelimitse tai sähköpostilla haun yhteyshenkilölle.",
    ],
    ownLines: [
      "Avaa uusin saamasi viesti ja sen linkki. Jos kopioit linkin, tarkista, että se on mukana kokonaan.",
      "Jos linkin antoi sinulle ryhmän puheenjohtaja tai sihteeri, pyydä häneltä uusi. Voit aina vastata hänelle myös puhelimitse tai sähköpostilla.",
    ],
  },
  again: {
    heading: "En saanut linkkiä",
    text: "Kirjoita sähköpostiosoite, jonka annoit tai joka sinusta on annettu. Jos osoitteelle kuuluu linkki tässä haussa, lähetämme siihen uuden.",
    email: "Sähköpostiosoite",
    send: "Lähetä uusi linkki",
    doneTitle: "Pyyntö on otettu vastaan",
    done: "Jos osoitteelle kuuluu linkki, uusi viesti tulee siihen muutaman minuutin kuluessa. Katso myös roskaposti.",
    doneRest: "Jos viestiä ei tule, ota yhteyttä haun yhteyshenkilöön tai siihen, joka sinua ehdotti.",
    ownHeading: "Katso, mitä sinusta on tallennettu",
    ownText:
      "Kirjoita sähköpostiosoite, johon kutsusi tuli. Jos sillä on tallennettu tietoja, lähetämme siihen linkin, josta näet ne.",
    ownSend: "Lähetä linkki",
    ownRest: "Jos viestiä ei tule, ota yhteyttä siihen, joka kutsui sinut.",
    notEmail: "Tämä ei ole sähköpostiosoite. Tarkista se.",
  },
  hand: {
    press: "Kopioi suostumuslinkki",
    heading: (name: string) => `Suostumuslinkki: ${name}`,
    strip: "Linkki näkyy vain nyt.",
    rest: "Kopioi se ja lähetä vain tälle ehdokkaalle.",
    label: "Linkki",
    text: "Joka linkin saa, voi vastata ehdokkaan puolesta. Linkin ottaminen kirjataan haun tapahtumatietoihin, ja vastauksesta näkyy, että linkki välitettiin käsin.",
    until: (day: string) => `Linkki on voimassa ${day} asti.`,
    inTeams: "Ehdokas saa pyynnön Teamsissa, joten linkkiä ei tarvita. Sen saa, jos häntä ei tavoiteta Teamsissa.",
    notAllowed: "Suostumuslinkin saavat ryhmän puheenjohtajat ja sihteerit sekä ehdokkaan ehdottaja.",
    notNow: "Suostumusta ei enää kysytä tältä ehdokkaalta.",
    cap: "Linkkejä on otettu tälle ehdokkaalle jo monta. Pyydä ehdokasta avaamaan uusin.",
    alone: "Linkki näytetään vain kahdenkeskisessä keskustelussa. Avaa ehdokas siellä.",
  },
  returned: {
    press: "Viesti palautui",
    done: "Merkitty: sähköposti ei mennyt perille.",
    heading: "Sähköposti palautui",
    strip: "Ehdottajalle kerrotaan, ettei ehdokasta tavoitettu.",
    rest: "Merkitse tämä, kun ehdokkaalle lähetetty viesti on palautunut.",
    save: "Merkitse tavoittamattomaksi",
    notMail: "Ehdokkaalle ei ole lähetetty sähköpostia, tai hän on jo vastannut.",
  },
  mail: {
    open: {
      candidate: "Avaa ja vastaa",
      move: "Avaa ja vastaa",
      nomination: "Avaa ehdotus",
      coProposer: "Avaa ja vahvista",
      confirm: "Vahvista sähköpostiosoite",
      person: "Avaa omat tiedot",
      poll: "Avaa kysely",
      meeting: "Avaa kokous",
      call: "Avaa haku",
    },
    also: "Suomeksi alla.",
    personal: (day: string) =>
      `Linkki on henkilökohtainen ja voimassa ${day} asti. Älä lähetä sitä eteenpäin: joka sen saa, voi toimia puolestasi.`,
    detail: "Linkin takana näet perustelut ja sen, mitä tietoja sinusta käsitellään.",
    sender: (group: string) => `Viestin lähetti Ehdolla ryhmän puolesta: ${group}.`,
    reply: (contact: string) => `Voit vastata tähän viestiin. Vastauksen saa ${contact}.`,
    replyOffice: "Voit vastata tähän viestiin. Vastauksen lukee ihminen.",
  },
};
