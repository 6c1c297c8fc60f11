/** Words about what is erased when its group's retention ends. */
export const retention = {
  heading: {
    call: (title: string) => `Haku poistetaan: ${title}`,
    poll: (title: string) => `Kokousaikakysely poistetaan: ${title}`,
    meeting: (title: string) => `Kokous poistetaan: ${title}`,
  },
  strip: (when: string) => `Säilytysaika päättyy ${when}.`,
  line: {
    call: "Silloin haku poistetaan ehdotuksineen, ehdokkaineen ja viesteineen. Ryhmän tapahtumatietoihin jää merkintä poistosta ilman nimiä.",
    poll: "Silloin kysely poistetaan vastauksineen ja viesteineen. Kyselyssä päätetyt kokoukset säilyvät oman aikansa. Ryhmän tapahtumatietoihin jää merkintä poistosta ilman nimiä.",
    meeting:
      "Silloin kokous poistetaan osallistumistietoineen ja viesteineen. Ryhmän tapahtumatietoihin jää merkintä poistosta ilman nimiä.",
  },
  advice: {
    call: "Muodosta liite ja vie asiakirjat asianhallintaan ennen sitä, jos niitä vielä tarvitaan.",
    other: "Ota tiedot talteen ennen sitä, jos niitä vielä tarvitaan.",
  },
  settings: "Säilytysaikaa voi muuttaa ryhmän asetuksissa.",
  noted: "Tieto on kuitattu.",
  notedRest: (when: string) => `Tiedot poistetaan ${when}.`,
  notComing: "Tietoja ei olla poistamassa.",
  appendix: "Muodosta liite",
  note: "Kuittaa tieto",
  show: { poll: "Avaa kysely", meeting: "Avaa kokous" },
  waits: {
    call: "Haku poistetaan pian",
    poll: "Kokousaikakysely poistetaan pian",
    meeting: "Kokous poistetaan pian",
  },
  until: {
    call: (when: string) => `Haku poistetaan kokonaan ${when}.`,
    poll: (when: string) => `Kysely poistetaan kokonaan ${when}.`,
    meeting: (when: string) => `Kokous poistetaan kokonaan ${when}.`,
  },
  noUntil: {
    call: "Poistopäivä lasketaan, kun haku on päättynyt.",
    poll: "Poistopäivä lasketaan, kun kysely on päättynyt.",
    meeting: "Poistopäivä lasketaan, kun kokous on pidetty.",
  },
};
