/** Words of the links with which somebody outside Teams answers, as officers pass them on by hand and end them. */
export const answerLink = {
  take: {
    open: "Anna vastauslinkki",
    openSub: "Kun henkilö ei saa sähköpostia tai viesti on kadonnut",
    heading: (name: string) => `Vastauslinkki: ${name}`,
    strip: "Linkillä vastataan tämän henkilön nimissä.",
    rest: "Anna se vain hänelle itselleen.",
    line: "Linkki näytetään yhden kerran. Sen ottaminen kirjataan tapahtumatietoihin.",
    send: "Näytä linkki",
  },
  hand: {
    strip: "Linkki näkyy vain nyt.",
    rest: "Kopioi se ja lähetä vain tälle henkilölle.",
    label: "Linkki",
    until: (day: string) => `Linkki on voimassa ${day} asti.`,
  },
  end: {
    open: "Lopeta henkilön linkit",
    openSub: "Kun linkki on joutunut väärälle henkilölle",
    heading: (name: string) => `Lopeta linkit: ${name}`,
    strip: "Mikään aiemmista linkeistä ei enää toimi.",
    line: "Annettu vastaus säilyy. Jos hänelle lähtee uusi viesti, siinä on uusi linkki. Lopettaminen kirjataan tapahtumatietoihin.",
    send: "Lopeta linkit",
    done: (name: string) => `Linkit on lopetettu: ${name}.`,
  },
  refused: {
    inTeams: "Henkilö vastaa Teamsissa, joten linkkiä ei tarvita. Voit kirjata hänen puolestaan antamansa vastauksen.",
    notAsked: "Tätä henkilöä ei kysytä eikä kutsuta.",
    shown: "Linkki on jo näytetty. Jos se ei tallentunut, ota uusi linkki.",
    over: "Vastaamaan ei enää pääse, joten linkkiä ei anneta.",
    alone: "Linkki näytetään vain kahdenkeskisessä keskustelussa. Avaa tämä siellä.",
  },
};
