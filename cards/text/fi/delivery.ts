import type { Mailing, Saying } from "../../../bot/domain/delivery.ts";
import type { Why } from "../../../bot/domain/delivery-tally.ts";

/** What each message is. */
const sayings: Record<Saying["kind"], string> = {
  introduction: "Ehdollan esittely",
  announcement: "Haun ilmoitus",
  callReminder: "Muistutus hausta",
  correction: "Oikaisu",
  extension: "Tieto jatkoajasta",
  callCancelled: "Tieto haun perumisesta",
  callClosed: "Tieto ehdotusajan päättymisestä",
  announcementLost: "Tieto ilmoituksen katoamisesta",
  thinThemes: "Tieto vajaista teemoista",
  outage: "Tieto katkosta",
  question: "Kysymys hausta",
  answer: "Vastaus kysymykseen kanavassa",
  questionAnswered: "Vastaus kysyjälle",
  newCall: "Tieto uudesta hausta",
  receipt: "Vastaanottovahvistus",
  confirmAddress: "Osoitteen vahvistuspyyntö",
  coProposer: "Tieto yhteisestä ehdotuksesta",
  lateArrived: "Tieto myöhästyneestä ehdotuksesta",
  lateAccepted: "Tieto myöhästyneen käsittelystä",
  consentRequest: "Suostumuspyyntö",
  consentReminder: "Muistutus suostumuspyynnöstä",
  consentOutcome: "Tieto ehdokkaan vastauksesta",
  notReached: "Tieto tavoittamattomasta",
  moveRequest: "Kysymys teeman vaihdosta",
  moveAnswered: "Vastaus teeman vaihtoon",
  nominationsWithdrawn: "Tieto ehdotusten perumisesta",
  boardPost: "Ehdokastilanne kanavassa",
  appendix: "Liite",
};

/** Why somebody wasn't reached. */
const reasons: Record<Why, string> = {
  notInTeams: "Ei ole Teamsissa, eikä sähköpostia voitu lähettää.",
  noApp: "Ehdolla-sovellusta ei ole asennettu.",
  blocked: "Viestit Ehdollalta on estetty.",
  notInTenant: "Ei kuulu tähän organisaatioon Teamsissa.",
  notThisPerson: "Pyyntö meni väärälle henkilölle.",
  gone: "Keskustelua tai käyttäjätiliä ei enää ole.",
  unknown: "Syy ei ole tiedossa.",
  noMailbox: "Sähköpostiosoite ei ota viestejä vastaan.",
  returned: "Sähköposti palautui lähettäjälle.",
  refused: "Palvelu ei hyväksynyt viestiä.",
  gaveUp: "Palvelu ei ottanut viestiä vastaan vuorokauteen.",
  unsure: "Lähetys katkesi kahdesti, viesti on voinut mennä perille.",
};

/** What can be done about it. */
const advice: Record<Why, string> = {
  notInTeams: "Uusi lähetys ei auta. Kerro asia muulla tavalla.",
  noApp: "Kun sovellus on asennettu, voit yrittää uudelleen.",
  blocked: "Kun esto on poistettu, voit yrittää uudelleen.",
  notInTenant: "Uusi lähetys ei auta. Kerro asia muulla tavalla.",
  notThisPerson: "Korjaa ehdokkaan osoite, niin pyyntö lähetetään uudelleen.",
  gone: "Jos keskustelu tai tili on palautettu, voit yrittää uudelleen.",
  unknown: "Voit yrittää uudelleen.",
  noMailbox: "Korjaa osoite tai kerro asia muulla tavalla.",
  returned: "Korjaa osoite tai kerro asia muulla tavalla.",
  refused: "Uusi lähetys ei auta. Kerro asia muulla tavalla ja ylläpidolle, ettei viesti mennyt läpi.",
  gaveUp: "Voit yrittää uudelleen.",
  unsure: "Jos yrität uudelleen, viesti voi tulla kahdesti.",
};

const mailings: Record<Mailing["what"], string> = {
  cancelled: "Haun perumisesta kerrotaan",
  newCall: "Uudesta hausta kerrotaan",
};

/** Words about what was said and what wasn't. */
export const delivery = {
  heading: (group: string) => `Viestit: ${group}`,
  open: (n: number) => `Tavoittamatta ${n}.`,
  onTheWay: (n: number) => (n === 1 ? "1 viesti on lähdössä." : `${n} viestiä on lähdössä.`),
  allSaid: "Kaikki viestit on lähetetty.",
  nothing: "Viestejä ei ole vielä lähetetty.",
  summary: (sent: number, left: number): string =>
    [sent > 0 && `Lähetetty ${sent}`, left > 0 && `lähdössä ${left}`].filter(Boolean).join(", "),
  lost: {
    heading: "Ilmoitus ei ole kanavassa",
    strip: "Haun ilmoitus ei ole kanavassa.",
    why: {
      post: "Viesti tai kanava on poistettu.",
      app: "Ehdolla on poistettu tiimistä tai estetty siinä.",
      other: "Teams ei ottanut ilmoitusta vastaan.",
    },
    next: {
      post: "Haku jatkuu, ja saapuneet ehdotukset ovat tallessa. Voit julkaista ilmoituksen uudelleen. Jos kanava on poistettu, valitse ensin uusi kanava ryhmän asetuksissa.",
      app: "Haku jatkuu, ja saapuneet ehdotukset ovat tallessa. Lisää Ehdolla takaisin tiimiin ja julkaise ilmoitus sitten uudelleen.",
      other: "Haku jatkuu, ja saapuneet ehdotukset ovat tallessa. Voit julkaista ilmoituksen uudelleen.",
    },
    repost: "Julkaise uudelleen",
    show: "Näytä viestit",
    call: "Haku",
    found: "Huomattu",
    done: "Ilmoitus julkaistaan kanavassa uudelleen.",
  },
  adviceChannel: "Kun ilmoitus on taas kanavassa, voit yrittää uudelleen.",
  sayings,
  reasons,
  advice,
  mailings,
  progress: (sent: number, left: number, lost: number): string =>
    `Lähetetty ${sent}, jäljellä ${left}${lost > 0 ? `, ei perillä ${lost}` : ""}.`,
  timeLeft: (time: string) => `Arvioitu lähetysaika: ${time}.`,
  reasonsHeading: "Syyt",
  listHeading: (n: number) => `Ei tavoitettu (${n})`,
  state: { open: "! Ei tavoitettu", handled: "✓ Hoidettu", unsure: "? Epävarma" },
  channel: "Ryhmän kanava",
  erased: "Henkilö, jonka tiedot on poistettu",
  consentTo: (name: string) => `Ehdokas ${name}`,
  saidFold: "Mitä on lähetetty",
  tally: (sent: number) => `lähetetty ${sent}`,
  tallyRest: (waiting: number, lost: number, over: number): string =>
    [waiting > 0 && `lähdössä ${waiting}`, lost > 0 && `ei perillä ${lost}`, over > 0 && `aiheeton ${over}`]
      .filter(Boolean)
      .join(", "),
  page: (page: number, pages: number) => `Sivu ${page} / ${pages}`,
  next: "Seuraavat",
  previous: "Edelliset",
  refresh: "Päivitä",
  call: "Hakuun",
  one: {
    heading: (name: string) => `Viesti: ${name}`,
    failed: "Viesti ei mennyt perille.",
    unsure: "Perilletulo on epävarma.",
    handled: "Asia on hoidettu muuten.",
    pending: "Viesti on lähdössä.",
    sent: "Viesti on lähetetty.",
    over: "Viestiä ei lähetetty, koska sille ei ollut enää syytä.",
    labels: {
      message: "Viesti",
      to: "Kenelle",
      phone: "Puhelin",
      email: "Sähköposti",
      tried: "Yritetty",
      reason: "Syy",
    },
    noPhone: "ei tiedossa",
    retry: "Yritä uudelleen",
    handle: "Hoidettu puhelimitse",
    candidate: "Avaa ehdokas",
    candidateSub: "Korjaa osoite tai kirjaa saatu vastaus",
    back: "Viesteihin",
    retried: "Viesti lähetetään uudelleen.",
    marked: "Merkitty hoidetuksi.",
  },
  refused: {
    notAllowed: "Viestit näkevät vain ryhmän puheenjohtaja, varapuheenjohtaja ja sihteerit.",
    conflict: "Olet esteellinen tässä asiassa, joten sen hoitavat muut. Mitään ei kirjattu.",
    notFailed: "Viesti on jo lähetetty tai lähdössä. Mitään ei kirjattu.",
    noHelp: "Uusi lähetys ei auttaisi, joten sitä ei tehty. Kerro asia muulla tavalla.",
    noPoint: "Viestille ei ole enää syytä, joten sitä ei lähetetty.",
    notLost: "Ilmoitus on kanavassa tai se on jo julkaistu uudelleen. Mitään ei julkaistu.",
    selected: "Valinta on tehty, joten ilmoitusta ei enää julkaista.",
    cancelled: "Haku on peruttu, joten ilmoitusta ei enää julkaista.",
    noSuchDelivery: "Tätä viestiä ei enää ole.",
  },
  manage: "Viestit",
  manageSub: "Mikä on lähetetty ja mikä ei mennyt perille",
};
