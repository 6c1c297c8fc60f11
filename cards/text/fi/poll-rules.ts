/** Words of the rules of a poll that is open: what may still be changed, and who is told. */
export const pollRules = {
  open: "Muuta sääntöjä",
  openSub: "Näkyvyys, päättyminen, yhteyshenkilö ja kokousten määrä",
  stricter: "Kyselyyn on jo vastattu, joten vastausten näkyvyyttä voi enää vain rajata. Muutos kerrotaan vastanneille.",
  looser: "Kyselyyn on jo vastattu. Vastausten näkyvyyttä voi enää vain rajata, joten mitään ei tallennettu.",
  told: {
    heading: (title: string) => `Kyselyn säännöt muuttuivat: ${title}`,
    visibility: (when: string) => `Muiden vastaukset näkyvät nyt ${when}.`,
    noNames: "Kanavan kortissa ei enää näy, kuka vastasi mitä.",
    kept: "Vastauksesi on voimassa, eikä sinun tarvitse tehdä mitään.",
  },
};
