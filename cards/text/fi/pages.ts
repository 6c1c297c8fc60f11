/** Words of the pages outside Teams. */
export const pages = {
  language: "Suomi",
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
    lines: [
      "Ehdolla on Teams-sovellus, jolla järjestöjen ja hyvinvointialueiden yhteistyöryhmät hakevat jäseniä: se julkaisee haut, ottaa vastaan ehdotukset ja kysyy ehdokkailta suostumuksen.",
      "Rekisterinpitäjä on ryhmän taustaorganisaatio. Rekisterinpitäjä, tietosuojayhteyshenkilö, käsittelyn peruste ja säilytysaika kerrotaan haun kortissa ja jokaisessa suostumuspyynnössä.",
      "Käsiteltäviä tietoja ovat ehdokkaan ja ehdottajan nimi, yhteystiedot ja järjestöt, teema, perustelut, muut luottamustehtävät sekä ehdokkaan vastaus. Tiedot näkevät ryhmän puheenjohtajat ja sihteerit siinä laajuudessa kuin valinnan valmistelu vaatii.",
      "Voit tarkastaa ja oikaista tietosi, vastustaa käsittelyä sekä pyytää niiden rajoittamista tai poistamista. Viranomaisen rekisteröimiä asiakirjoja ei kuitenkaan poisteta. Ota yhteyttä ryhmän tietosuojayhteyshenkilöön. Voit tehdä valituksen tietosuojavaltuutetulle.",
      "Nämä sivut eivät käytä evästeitä.",
    ],
  },
  terms: {
    title: "Käyttöehdot",
    lines: [
      "Ehdollan tarjoaa organisaatio, joka on ottanut sen käyttöön Teamsissa. Käytä sitä ryhmän hakuihin ja valintoihin.",
      "Kirjoita ehdokkaasta vain se, mitä valinnan valmistelu vaatii. Älä kirjoita terveyttä koskevia tai muita arkaluonteisia tietoja.",
      "Ehdotus on perillä, kun olet saanut vastaanottovahvistuksen. Määräajan ratkaisee hetki, jolloin ehdotus saapui palveluun.",
      "Valinnan tekee ryhmä tai se, joka jäsenet nimeää. Ehdolla ei tee valintaa.",
    ],
  },
};
