/** Words about stretches in which nothing was answered. */
export const outage = {
  heading: "Palvelu ei vastannut",
  status: (stretch: string) => `Ehdolla ei vastannut ${stretch}.`,
  meaning:
    "Haku oli silloin auki, joten joku on voinut jäädä ilman vastausta. Voit jatkaa ehdotusaikaa. Katko on kirjattu.",
  meaningConsents:
    "Ehdokkaat saattoivat silloin vielä vastata suostumuspyyntöihin, joten joku on voinut jäädä ilman vastausta. Voit jatkaa ehdotusaikaa tai palauttaa rauenneen ehdokkuuden. Katko on kirjattu.",
  meaningPoll:
    "Kysely oli silloin auki, joten jonkun vastaus ei ehkä tallentunut. Voit jatkaa vastausaikaa. Katko on kirjattu.",
  extend: "Jatka ehdotusaikaa",
  show: "Näytä haku",
  call: "Haku",
  extendPoll: "Jatka vastausaikaa",
  showPoll: "Näytä kysely",
  poll: "Kysely",
};
