/** Words of the pages outside Teams. */
export const pages = {
  language: "Suomi",
  layout: {
    skip: "Siirry sisältöön",
    languages: "Kieli",
    accessibility: "Saavutettavuusseloste",
    privacy: "Tietosuoja",
    terms: "Käyttöehdot",
  },
  gone: {
    title: "Linkki ei ole voimassa",
    lines: ["Linkki on vanhentunut tai osoite on väärin. Pyydä liite uudelleen Ehdollalta Teamsissa."],
  },
  failed: {
    title: "Jokin meni vikaan",
    lines: (reference: string) => [
      `Yritä hetken kuluttua uudelleen. Jos vika toistuu, kerro ylläpidolle tunnus ${reference}.`,
    ],
  },
  privacy: {
    title: "Tietosuoja",
    intro:
      "Ehdolla on palvelu, jolla järjestöjen ja hyvinvointialueiden yhteistyöryhmät hakevat jäseniä: se julkaisee haut, ottaa vastaan ehdotukset ja kysyy ehdokkailta suostumuksen. Sillä ryhmät myös kysyvät kokousaikoja ja kutsuvat kokouksiin.",
    sections: [
      {
        heading: "Kuka vastaa tiedoista",
        lines: [
          "Rekisterinpitäjä on ryhmän taustaorganisaatio. Rekisterinpitäjä, tietosuojayhteyshenkilö, käsittelyn peruste ja säilytysaika kerrotaan haun ilmoituksessa, jokaisessa suostumuspyynnössä ja omien tietojesi sivulla.",
        ],
      },
      {
        heading: "Mitä tietoja käsitellään ja mistä ne saadaan",
        lines: [
          "Ehdokkaasta: nimi, yhteystiedot, järjestöt, teema, perustelut, muut luottamustehtävät ja ehdokkaan oma vastaus. Ne antaa ehdottaja tai ehdokas itse.",
          "Ehdottajasta ja mukana ehdottavan järjestön yhteyshenkilöstä: nimi, yhteystiedot ja järjestö. Ne antaa ehdottaja.",
          "Kokousaikakyselyyn tai kokoukseen kutsutusta: nimi, sähköpostiosoite, onko hänen vastauksensa pakollinen, mitkä ajat sopivat, tuleeko hän kokoukseen, kommentit sekä avustaja, varajäsen ja se, joka vastasi hänen puolestaan. Nimen ja osoitteen antaa ryhmän puheenjohtaja tai sihteeri taikka Teams, vastaukset kutsuttu itse tai hänen puolestaan vastaava.",
          "Teamsin käyttäjästä: nimi, sähköpostiosoite, kieli, aikavyöhyke ja Teamsin tunnisteet. Ne tulevat Teamsista.",
          "Lisäksi tallennetaan, mitä viestejä on lähetetty ja menivätkö ne perille.",
        ],
      },
      {
        heading: "Mihin tietoja käytetään ja kuka ne näkee",
        lines: [
          "Tietoja käytetään hakuun ja valinnan valmisteluun. Tiedot näkevät ryhmän puheenjohtajat ja sihteerit sekä valinnan tekevät siinä laajuudessa kuin tehtävä vaatii. Ehdottaja saa tiedon ehdokkaan vastauksesta, ja ehdokas näkee, kuka häntä on ehdottanut ja millä perusteluilla.",
          "Kyselyn vastauksia käytetään kokousajan valintaan ja ilmoittautumisia kokouksen valmisteluun, kuten varajäsenten kutsumiseen. Ne näkevät ryhmän puheenjohtajat ja sihteerit. Kyselyssä kerrotaan, milloin toiset kysytyt näkevät vastaukset ja näkyykö kanavalla, kuka vastasi mitä. Kalenteritiedostossa on kokous, kutsuja ja sinun nimesi ja osoitteesi, ei muita kutsuttuja.",
          "Valintaa ei tehdä automaattisesti. Tietoja ei luovuteta muuhun tarkoitukseen.",
        ],
      },
      {
        heading: "Kuinka kauan tiedot säilytetään",
        lines: [
          "Ryhmä päättää säilytysajan kuukausina. Aika lasketaan toimikauden päättymisestä tai, jos toimikautta ei ole, valinnasta, haun päättymisestä tai perumisesta. Sen jälkeen haku poistetaan ehdotuksineen, ehdokkaineen ja viesteineen.",
          "Kokousaikakyselyn säilytysaika lasketaan kokousajan valinnasta tai kyselyn päättymisestä tai perumisesta, kokouksen sen päättymisestä tai perumisesta. Sen jälkeen kysely poistetaan vastauksineen ja kokous ilmoittautumisineen, viesteineen ja linkkeineen.",
          "Poistosta jää merkintä ryhmän tapahtumatietoihin. Tapahtumatiedoissa ei ole nimiä eikä tekstejä.",
        ],
      },
      {
        heading: "Miten näet, oikaiset ja poistat tietosi",
        lines: [
          "Teamsissa: kirjoita Ehdollalle kahden kesken omat tiedot. Teamsin ulkopuolella: avaa omien tietojesi sivu linkistä, jonka Ehdolla lähettää sinulle sähköpostilla, tai kyselyn tai kokouksen omalta sivultasi.",
          "Näet kaiken, mitä sinusta on tallennettu, ja voit ladata sen tiedostona. Yhteystietosi voit korjata heti itse. Muun oikaisun pyydät samalla sivulla, ja pyyntö menee ryhmän puheenjohtajille ja sihteereille.",
          "Järjestöjen omassa ryhmässä voit poistaa tietosi itse. Viranomaisen ryhmässä ehdotukset ja vastaukset ovat viranomaisen asiakirjoja, joita ei poisteta pyynnöstä; ne poistuvat säilytysajan päätyttyä. Voit silti vastustaa käsittelyä ja pyytää sen rajoittamista.",
          "Jos katsot, että tietojasi käsitellään lain vastaisesti, voit tehdä valituksen tietosuojavaltuutetulle.",
        ],
      },
      {
        heading: "Evästeet, linkit ja lokit",
        lines: [
          "Nämä sivut eivät käytä evästeitä, seurantaa eivätkä muiden palveluja.",
          "Henkilökohtaiset linkit vanhenevat, ja niistä säilytetään vain tarkiste. Kalenterilinkki toimii viikon yli kokouksen. Kalenteriisi tallentamasi tiedosto jää sinulle, eikä Ehdolla voi poistaa sitä. Lokeihin kirjataan tunnisteita ja aikoja, ei nimiä eikä tekstejä.",
        ],
      },
    ],
  },
  terms: {
    title: "Käyttöehdot",
    intro:
      "Ehdollan tarjoaa organisaatio, joka on ottanut sen käyttöön Teamsissa. Käytä sitä ryhmän hakuihin ja valintoihin.",
    sections: [
      {
        heading: "Mitä voit kirjoittaa",
        lines: [
          "Kirjoita ehdokkaasta vain se, mitä valinnan valmistelu vaatii. Ehdokas näkee, mitä hänestä on kirjoitettu. Älä kirjoita terveyttä koskevia tai muita arkaluonteisia tietoja.",
          "Ehdota vain henkilöä, jonka kanssa olet sopinut asiasta. Ehdolla kysyy häneltä suostumuksen.",
        ],
      },
      {
        heading: "Määräajat",
        lines: [
          "Ehdotus on perillä, kun olet saanut vastaanottovahvistuksen. Määräajan ratkaisee hetki, jolloin ehdotus saapui palveluun.",
        ],
      },
      {
        heading: "Henkilökohtaiset linkit",
        lines: [
          "Sinulle lähetetty linkki on henkilökohtainen. Joka sen saa, voi vastata puolestasi, joten älä lähetä sitä eteenpäin.",
        ],
      },
      {
        heading: "Valinta",
        lines: ["Valinnan tekee ryhmä tai se, joka jäsenet nimeää. Ehdolla ei tee valintaa."],
      },
    ],
  },
  accessibility: {
    title: "Saavutettavuusseloste",
    intro: (address: string) =>
      `Tämä seloste koskee Ehdollan verkkosivuja osoitteessa ${address}: haun sivua, ehdotuslomaketta, suostumussivua, omien tietojen sivua sekä tietosuoja- ja käyttöehtosivuja. Ehdollan kortit Teamsissa näyttää Microsoft Teams, jonka saavutettavuudesta vastaa Microsoft.`,
    made: (day: string) =>
      `Seloste on laadittu ${day}. Sivut on arvioitu itse: automaattisella tarkastuksella jokaisella kolmella kielellä, näppäimistöllä, 320 kuvapisteen levyisellä näytöllä, tummassa tilassa ja tulosteena.`,
    state: {
      heading: "Saavutettavuuden tila",
      lines: [
        "Digitaalisten palvelujen tarjoamisesta annettu laki (306/2019) edellyttää, että julkiset verkkopalvelut ovat saavutettavia. Sivut täyttävät lain vaatimukset (WCAG 2.1, tasot A ja AA) osittain. Puutteet ovat alla.",
      ],
    },
    shortcomings: {
      heading: "Tunnetut puutteet",
      list: [
        "Ilmoitukset, perustelut ja muut ihmisten kirjoittamat tekstit ovat sillä kielellä, jolla ne on kirjoitettu. Kieltä ei ole aina merkitty ruudunlukijaa varten (WCAG 3.1.2).",
        "Ladattavia Word- ja Excel-tiedostoja ei ole tarkistettu ruudunlukijalla (WCAG 1.3.1, 4.1.2).",
        "Sivuja ei ole vielä testattu yhdessä apuvälineitä käyttävien ihmisten kanssa.",
      ],
      instead:
        "Jos et saa jotakin tehtyä sivuilla, ota yhteyttä haun yhteyshenkilöön. Ehdotuksen ja vastauksen voi antaa myös puhelimitse, sähköpostilla tai paperilla, ja ne kirjataan saapumisajan mukaan.",
    },
    feedback: {
      heading: "Anna palautetta",
      lines: ["Huomasitko puutteen? Kerro siitä. Vastaamme 14 päivän kuluessa."],
      address: "Saavutettavuuspalaute",
      none: "Palautteen voi antaa haun yhteyshenkilölle. Yhteystiedot ovat haun ilmoituksessa.",
    },
    supervision: {
      heading: "Valvontaviranomainen",
      lines: [
        "Anna palaute ensin meille. Jos et ole tyytyväinen vastaukseen tai et saa vastausta kahden viikon kuluessa, voit tehdä ilmoituksen Liikenne- ja viestintävirasto Traficomille. Virasto kertoo sivustollaan, miten valitus tehdään ja miten asia käsitellään.",
      ],
      authority:
        "Liikenne- ja viestintävirasto Traficom, digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö",
      site: "https://www.saavutettavuusvaatimukset.fi/",
      phone: "Puhelinvaihde 029 534 5000",
    },
  },
};
