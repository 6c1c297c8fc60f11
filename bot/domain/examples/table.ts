import type { CallContent } from "../call-draft.ts";
import type { LocalText } from "../lang.ts";
import { on, termOf, type When, workday, workdayAfter } from "./days.ts";

const themes: readonly LocalText[] = [
  {
    fi: "Lapsi- ja perhejärjestöt",
    sv: "Barn- och familjeorganisationer",
    en: "Organisations for children and families",
  },
  { fi: "Ikäihmisten järjestöt", sv: "Äldreorganisationer", en: "Older people's organisations" },
  {
    fi: "Mielenterveys- ja päihdetyön järjestöt",
    sv: "Organisationer inom mentalvårds- och missbrukararbete",
    en: "Organisations for mental health and substance abuse work",
  },
  { fi: "Vammaisjärjestöt", sv: "Handikapporganisationer", en: "Disability organisations" },
  { fi: "Potilas- ja sairausjärjestöt", sv: "Patient- och sjukdomsorganisationer", en: "Patients' organisations" },
  { fi: "Monialajärjestöt", sv: "Branschövergripande organisationer", en: "Organisations of several fields" },
];

/** A partnership table to be founded: six themes with one or two seats each, a last day without a time, two years. */
export function table(when: When): CallContent {
  const deadline = workday(when, 14);
  const meeting = workdayAfter(when, deadline, 7);
  return {
    title: {
      fi: "Jäsenet järjestöjen kumppanuuspöytään",
      sv: "Medlemmar till organisationernas partnerskapsbord",
      en: "Members for the organisations' partnership table",
    },
    mandate: {
      fi: "Kumppanuuspöytä on hyvinvointialueen ja sote-järjestöjen yhteistyökanava, joka edistää myös järjestöjen keskinäistä yhteistyötä. Se käy vuoropuhelua ennen päätösten valmistelua, eikä sillä ole päätösvaltaa. Pöydässä on edustus myös hyvinvointialueelta.",
      sv: "Partnerskapsbordet är en samarbetskanal mellan välfärdsområdet och social- och hälsoorganisationerna och främjar också organisationernas inbördes samarbete. Det för dialog innan beslut bereds och har ingen beslutanderätt. Också välfärdsområdet är representerat.",
      en: "The partnership table is the channel of cooperation between the county and health and social organisations, and furthers cooperation among the organisations. It holds a dialogue before decisions are prepared and has no power to decide. The county is represented too.",
    },
    lookingFor: {
      fi: "Mukaan toivotaan sekä paikallisia että valtakunnallisia järjestöjä. Jäsenet edustavat alueen kaikkia järjestöjä, eivät vain omaansa.",
      sv: "Både lokala och riksomfattande organisationer önskas med. Medlemmarna representerar alla organisationer i området, inte bara sin egen.",
      en: "Both local and national organisations are wanted. Members represent all of the county's organisations, not only their own.",
    },
    seatGroups: themes.map((name, at) => ({ id: `s${at + 1}`, name, min: 1, max: 2, substitutes: false })),
    criteria: [
      {
        id: "c1",
        text: {
          fi: "Laaja ymmärrys sote-järjestöistä",
          sv: "Bred förståelse av social- och hälsoorganisationer",
          en: "A broad understanding of health and social organisations",
        },
        level: "required",
        asksReason: true,
      },
      {
        id: "c2",
        text: {
          fi: "Alueen toimintaympäristön tuntemus",
          sv: "Kännedom om områdets verksamhetsmiljö",
          en: "Knowledge of the county's circumstances",
        },
        level: "required",
        asksReason: true,
      },
      {
        id: "c3",
        text: {
          fi: "Mahdollisuus sitoutua kahden vuoden jäsenyyteen",
          sv: "Möjlighet att förbinda sig till ett medlemskap på två år",
          en: "Able to commit to a membership of two years",
        },
        level: "required",
        asksReason: false,
      },
    ],
    nominators: { organisations: true, joint: true, self: true },
    deadline: on(deadline, undefined, when),
    consentBy: on(workdayAfter(when, deadline, 4), undefined, when),
    decisionMeeting: on(meeting, undefined, when),
    term: termOf(when, 24),
    rhythm: {
      fi: "4–6 kertaa vuodessa, Teams tai hybridi",
      sv: "4–6 gånger om året, Teams eller hybridmöte",
      en: "4 to 6 times a year, Teams or hybrid",
    },
    fee: {},
    appoints: { fi: "hyvinvointialue", sv: "välfärdsområdet", en: "the county" },
    contacts: [{ name: "Tuovi Rantasuo", phone: "0100 123 404", email: "tuovi.rantasuo@example.org" }],
    links: [{ title: "Mikä on kumppanuuspöytä", url: "https://example.org/kumppanuuspoyta" }],
  };
}
