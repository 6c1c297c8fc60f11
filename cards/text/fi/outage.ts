/** Words about stretches in which nothing was answered. */
export const outage = {
  heading: "Palvelu ei vastannut",
  status: (stretch: string) => `Ehdolla ei vastannut ${stretch}.`,
  meaning:
    "Haku oli silloin auki, joten joku on voinut jäädä ilman vastausta. Voit jatkaa ehdotusaikaa. Katko on kirjattu.",
  extend: "Jatka ehdotusaikaa",
  show: "Näytä haku",
  call: "Haku",
};
