import type { Lang } from "../../bot/domain/lang.ts";

/** What a command is called in a language, what Teams' menu says about it, and what else people write for it. */
export interface CommandWords {
  title: string;
  description: string;
  aliases: readonly string[];
}

/** Everything that can be asked for in writing; the app's menu and the bot's reading of messages share this list. */
export const commands = {
  help: {
    fi: {
      title: "apua",
      description: "Näytä, mikä sinua odottaa ja mitä voit tehdä",
      aliases: ["ohje", "ohjeet", "alku", "moi", "hei", "?"],
    },
    sv: {
      title: "hjälp",
      description: "Visa vad som väntar på dig och vad du kan göra",
      aliases: ["start", "hej"],
    },
    en: {
      title: "help",
      description: "Show what waits for you and what you can do",
      aliases: ["home", "hello", "hi"],
    },
  },
  openCalls: {
    fi: {
      title: "haut",
      description: "Näytä avoimet haut ja niiden määräajat",
      aliases: ["haku", "avoimet haut", "tee ehdotus"],
    },
    sv: {
      title: "ansökningar",
      description: "Visa öppna ansökningar och när tiden går ut",
      aliases: ["ansökan", "öppna ansökningar", "lämna förslag"],
    },
    en: {
      title: "calls",
      description: "Show the open calls and their deadlines",
      aliases: ["call", "open calls", "nominate"],
    },
  },
  myTasks: {
    fi: {
      title: "omat asiat",
      description: "Näytä, mitä sinulta odotetaan ja mihin mennessä",
      aliases: ["omat", "asiat", "tehtävät", "omat tehtävät"],
    },
    sv: {
      title: "mina ärenden",
      description: "Visa vad som väntas av dig och senast när",
      aliases: ["mina", "ärenden", "uppgifter"],
    },
    en: {
      title: "my tasks",
      description: "Show what is expected of you and by when",
      aliases: ["mine", "tasks"],
    },
  },
  myProposals: {
    fi: {
      title: "omat ehdotukset",
      description: "Näytä tekemäsi ehdotukset ja ehdokkaiden vastaukset",
      aliases: ["ehdotukset", "ehdotukseni", "ehdokasehdotukset", "ilmoittautumiset"],
    },
    sv: {
      title: "mina förslag",
      description: "Visa förslagen du har lämnat och kandidaternas svar",
      aliases: ["förslag", "kandidatförslag", "anmälningar"],
    },
    en: {
      title: "my proposals",
      description: "Show the proposals you made and the candidates' answers",
      aliases: ["proposals", "nominations", "my nominations"],
    },
  },
  myData: {
    fi: {
      title: "omat tiedot",
      description: "Näytä, mitä tietoja sinusta on tallennettu",
      aliases: ["tietoni", "tietosuoja", "poista tietoni"],
    },
    sv: {
      title: "mina uppgifter",
      description: "Visa vilka uppgifter om dig som har lagrats",
      aliases: ["uppgifter om mig", "dataskydd", "radera mina uppgifter"],
    },
    en: {
      title: "my data",
      description: "Show what is stored about you",
      aliases: ["data", "privacy", "erase my data"],
    },
  },
  newCall: {
    fi: {
      title: "uusi haku",
      description: "Valmistele uusi haku ryhmän jäsenille",
      aliases: ["luo haku", "avaa haku"],
    },
    sv: {
      title: "ny ansökan",
      description: "Förbered en ny ansökan för medlemmar i gruppen",
      aliases: ["skapa ansökan"],
    },
    en: {
      title: "new call",
      description: "Prepare a new call for members of the group",
      aliases: ["create call", "create a call"],
    },
  },
  board: {
    fi: {
      title: "ehdokkaat",
      description: "Näytä haun ehdokkaat, suostumukset ja puuttuvat paikat",
      aliases: ["ehdokas", "ehdokastilanne", "suostumukset"],
    },
    sv: {
      title: "kandidater",
      description: "Visa kandidaterna, samtyckena och platserna som saknar kandidat",
      aliases: ["kandidat", "kandidatläge", "samtycken"],
    },
    en: {
      title: "candidates",
      description: "Show the candidates, consents and seats that still lack someone",
      aliases: ["candidate", "board", "consents"],
    },
  },
  group: {
    fi: {
      title: "ryhmä",
      description: "Näytä tai muuta ryhmän tietoja ja asetuksia",
      aliases: ["asetukset", "ryhmän asetukset", "ryhmän tiedot"],
    },
    sv: {
      title: "grupp",
      description: "Visa eller ändra gruppens uppgifter och inställningar",
      aliases: ["gruppen", "inställningar", "gruppens inställningar"],
    },
    en: {
      title: "group",
      description: "Show or change the group's details and settings",
      aliases: ["settings", "group settings"],
    },
  },
  poll: {
    fi: {
      title: "kysely",
      description: "Vastaa kokousaikakyselyihin tai kysy, milloin kokous sopii",
      aliases: ["kyselyt", "kokousaika", "kokousaikakysely", "milloin kokous"],
    },
    sv: {
      title: "förfrågan",
      description: "Svara på förfrågningar om mötestider eller fråga när mötet passar",
      aliases: ["förfrågningar", "mötestid", "mötestider"],
    },
    en: {
      title: "poll",
      description: "Answer meeting polls, or ask when a meeting suits",
      aliases: ["polls", "meeting poll", "meeting time"],
    },
  },
  meetings: {
    fi: {
      title: "kokoukset",
      description: "Ilmoita, tuletko kokoukseen, tai kutsu kokous koolle",
      aliases: ["kokous", "omat kokoukset", "uusi kokous", "tulen", "en pääse", "varajäsen"],
    },
    sv: {
      title: "möten",
      description: "Meddela om du kommer till mötet, eller kalla till ett möte",
      aliases: ["möte", "mina möten", "nytt möte", "jag kommer", "jag kan inte komma", "ersättare"],
    },
    en: {
      title: "meetings",
      description: "Say whether you come to a meeting, or call one",
      aliases: ["meeting", "my meetings", "new meeting", "attendance", "substitute"],
    },
  },
  practice: {
    fi: {
      title: "harjoittele",
      description: "Kokeile hakua esimerkillä, josta ei jää mitään voimaan",
      aliases: ["harjoitus", "kokeile", "esimerkki"],
    },
    sv: {
      title: "öva",
      description: "Pröva en ansökan med ett exempel som inte gäller på riktigt",
      aliases: ["övning", "prova", "pröva", "exempel"],
    },
    en: {
      title: "practice",
      description: "Try a call with an example that has no effect",
      aliases: ["practise", "try", "example"],
    },
  },
} as const satisfies Record<string, Record<Lang, CommandWords>>;

export type CommandId = keyof typeof commands;

/** Understood, but not offered: Teams lists ten commands at most, and a row of the home card leads there too. */
export const unlistedCommands = ["meetings"] as const satisfies CommandId[];

/** Commands offered where everyone sees the answer; the 1:1 chat offers all. */
export const sharedCommands = [
  "help",
  "openCalls",
  "newCall",
  "poll",
  "group",
  "practice",
] as const satisfies CommandId[];

/** Commands beside Teams' message box, which open a dialog. */
export const messageCommands = {
  nominate: {
    fi: { title: "Tee ehdotus", description: "Ehdota ehdokasta avoimeen hakuun tai ilmoittaudu itse" },
    sv: { title: "Lämna förslag", description: "Föreslå en kandidat i en öppen ansökan eller anmäl dig själv" },
    en: { title: "Nominate", description: "Propose a candidate in an open call, or yourself" },
  },
} as const satisfies Record<string, Record<Lang, { title: string; description: string }>>;
