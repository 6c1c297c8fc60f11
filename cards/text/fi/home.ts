/** Words of the home card, tasks, open calls and examples. */
export const home = {
  heading: "Mitä haluat tehdä?",
  waiting: (count: number) => (count === 1 ? "1 asia odottaa sinua" : `${count} asiaa odottaa sinua`),
  first: (count: number, by: string) => (count === 1 ? `${by} mennessä.` : `ensimmäinen ${by} mennessä.`),
  nothing: "Mikään ei odota sinua.",
  nothingRest: "Alla on, mitä voit tehdä.",
  showAll: (count: number) => `Näytä kaikki ${count}`,
  everything: "Kaikki toiminnot",
  write: "Voit myös kirjoittaa, mitä haluat tehdä, esimerkiksi: haut, omat asiat tai apua.",
  didYouMean: (command: string) => `Tarkoititko: ${command}?`,
  otherLanguages: "Svenska · English",
  shared: "Avoimet haut ja ryhmän asetukset voi avata tästä. Omat asiasi näet, kun kirjoitat Ehdollalle kahden kesken.",
  private: "Tämän näet, kun kirjoitat Ehdollalle kahden kesken.",
  home: "Alkuun",
  more: "Näytä lisää",
  kinds: {
    consent: "Vastaa suostumuspyyntöön",
    move: "Vastaa teeman vaihtoon",
    confirm: "Vahvista yhteinen ehdotus",
    address: "Korjaa ehdokkaan yhteystieto",
    draft: "Viimeistele haku",
    decide: "Käsittele ehdokkaat",
    notReached: (count: number) => (count === 1 ? "1 ehdokasta ei tavoitettu" : `${count} ehdokasta ei tavoitettu`),
    late: (count: number) =>
      count === 1
        ? "1 myöhässä saapunut ehdotus ei ole käsittelyssä"
        : `${count} myöhässä saapunutta ehdotusta ei ole käsittelyssä`,
    question: "Vastaa kysymykseen",
    setUp: "Ota ryhmä käyttöön",
    complete: "Täydennä ryhmän tiedot",
  },
  buttons: {
    openCalls: "Avoimet haut",
    myTasks: "Omat asiat",
    myProposals: "Omat ehdotukset",
    newCall: "Uusi haku",
    board: "Ehdokkaat",
    calls: "Ryhmien haut",
    group: "Ryhmän asetukset",
    practice: "Harjoittele",
    examples: "Esimerkkihaut",
  },
  openCalls: {
    heading: "Avoimet haut",
    count: (n: number) => (n === 1 ? "1 haku on auki." : `${n} hakua on auki.`),
    none: "Yhtään hakua ei ole auki.",
    noneRest: "Kun haku aukeaa, se julkaistaan ryhmän kanavassa ja näkyy myös tässä.",
    left: (time: string) => `aikaa on ${time}`,
    nominate: "Tee ehdotus",
    self: "Ilmoittaudu itse",
    read: "Lue koko ilmoitus",
  },
  tasks: {
    heading: "Omat asiat",
    none: "Mikään ei odota sinua.",
    noneRest: "Kun sinulta odotetaan jotakin, saat siitä viestin ja se näkyy tässä.",
    proposals: "Tekemäsi ehdotukset ovat kohdassa Omat ehdotukset.",
  },
  calls: {
    heading: "Ryhmien haut",
    none: "Hakuja ei ole vielä.",
    noneRest: "Aloita valmistelemalla uusi haku.",
    states: {
      draft: "luonnos",
      publishing: "julkaistaan pian",
      open: "auki",
      closed: "päättynyt",
      selected: "valinta tehty",
      cancelled: "peruttu",
    },
  },
  practice: {
    heading: "Harjoittele haun avulla",
    line: "Harjoitus toimii kuin oikea haku, mutta se ei lähetä mitään ryhmän ulkopuolelle ja poistetaan viikon kuluttua.",
    lineRest: "Jokaisessa kortissa lukee HARJOITUS.",
    examplesHeading: "Esimerkkihaut",
    examplesLine: "Valitse esimerkki. Siitä tulee luonnos, jonka voit tarkistaa ja julkaista.",
    start: "Luo luonnos",
    officersOnly: "Harjoituksen aloittaa ryhmän puheenjohtaja tai sihteeri.",
    notReady: "Ota ryhmä ensin käyttöön, niin voit kokeilla hakua.",
    examples: {
      council: {
        title: "Asiantuntijaryhmä",
        sub: "Kymmenen paikkaa tästä hausta, neljä täytetään muualla. Määräaika kellonaikoineen, päätös seuraavana päivänä.",
      },
      project: {
        title: "Projektiryhmän täydennys",
        sub: "Muutama paikka, johon jokainen ilmoittautuu itse. Toivotut kriteerit.",
      },
      table: {
        title: "Perustettava kumppanuuspöytä",
        sub: "Kuusi teemaa, noin kaksi kuhunkin. Määräpäivä ilman kellonaikaa, suomeksi ja ruotsiksi.",
      },
      quick: {
        title: "Kolmen minuutin haku",
        sub: "Sulkeutuu kolmen minuutin kuluttua, joten myöhästyneen ehdotuksen voi kokeilla heti.",
      },
    },
  },
  /** In chats of several people. */
  chat: {
    poll: "Kokousaikakysely",
    meeting: "Uusi kokous",
    one: (name: string) =>
      `Ryhmälle: ${name}. Lomakkeen voi täyttää ryhmän puheenjohtaja, varapuheenjohtaja tai sihteeri. Valmis kysely tai kutsu julkaistaan ryhmän kanavassa.`,
    several: "Valitse, mille ryhmälle. Valmis kysely tai kutsu julkaistaan ryhmän kanavassa.",
    startPoll: "Aloita kysely",
    startMeeting: "Kutsu kokous",
    notLeading:
      "Kokousaikakyselyn tai kokouksen voi aloittaa ryhmän puheenjohtaja, varapuheenjohtaja tai sihteeri. Et ole näissä tehtävissä missään ryhmässä, joka on otettu käyttöön. Pyydä ryhmäsi puheenjohtajaa aloittamaan.",
  },
};
