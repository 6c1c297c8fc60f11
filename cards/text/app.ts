import type { Lang } from "../../bot/domain/lang.ts";

/** How the app presents itself where Teams lists it, before anyone has opened it. */
export const app = {
  fi: {
    name: "Ehdolla",
    tagline: "Haut, ehdotukset ja suostumukset yhteistyöelimille",
    description: [
      "Ehdolla auttaa kumppanuuspöytiä, asiantuntijaryhmiä ja työryhmiä jäsenten haussa.",
      "Haku julkaistaan ryhmän kanavassa, ja ehdotuksia voi tehdä määräaikaan asti. Jokaiselta ehdokkaalta kysytään suostumus, ja puheenjohtaja näkee, mitkä paikat ovat vielä ilman ehdokasta.",
      "Ehdolla kertoo, mitä sinulta odotetaan ja mihin mennessä. Se puhuu suomea, ruotsia ja englantia.",
      "Aloita kirjoittamalla: apua.",
    ],
  },
  sv: {
    name: "Ehdolla",
    tagline: "Ansökningar, förslag och samtycken för samarbetsorgan",
    description: [
      "Ehdolla hjälper partnerskapsbord, expertgrupper och arbetsgrupper att söka medlemmar.",
      "Ansökan publiceras i gruppens kanal och förslag kan lämnas tills tiden går ut. Varje kandidat tillfrågas om samtycke, och ordföranden ser vilka platser som ännu saknar kandidat.",
      "Ehdolla berättar vad som väntas av dig och senast när. Appen talar finska, svenska och engelska.",
      "Börja med att skriva: hjälp.",
    ],
  },
  en: {
    name: "Ehdolla",
    tagline: "Calls, nominations and consents for cooperation bodies",
    description: [
      "Ehdolla helps partnership tables, expert groups and working groups to find their members.",
      "A call is published in the group's channel, and nominations can be made until the deadline. Every candidate is asked for consent, and the chair sees which seats still lack a candidate.",
      "Ehdolla tells what is expected of you and by when. It speaks Finnish, Swedish and English.",
      "Begin by writing: help.",
    ],
  },
} as const satisfies Record<Lang, { name: string; tagline: string; description: readonly string[] }>;
