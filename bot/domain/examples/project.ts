import type { CallContent } from "../call-draft.ts";
import { friday, on, termOf, type When, workdayAfter } from "./days.ts";

/** A small working party that looks for a few more people: each states their own willingness, preferred criteria. */
export function project(when: When): CallContent {
  const deadline = friday(when, 5);
  const meeting = workdayAfter(when, deadline, 5);
  return {
    title: {
      fi: "Kokenut järjestöosaaja projektiryhmään",
      sv: "Erfaren organisationskännare till projektgruppen",
      en: "An experienced person from the organisations for the project group",
    },
    mandate: {
      fi: "Pieni työryhmä laajentaa kunnille tehdyn järjestöyhteistyön mallin koko hyvinvointialueelle. Ryhmä kuvaa, miten järjestöystävällisyys näkyy alueen toiminnassa ja voimavaroissa. Kokousten välissä työskennellään yksin tai pareittain: etsitään aineistoja, kirjoitetaan ja kommentoidaan.",
      sv: "En liten arbetsgrupp utvidgar modellen för organisationssamarbete, som gjorts för kommunerna, till hela välfärdsområdet. Gruppen beskriver hur organisationsvänlighet syns i områdets verksamhet och resurser. Mellan mötena arbetar man ensam eller i par: söker material, skriver och kommenterar.",
      en: "A small working party extends the municipalities' model of cooperation with organisations to the whole county. It describes how being friendly to organisations shows in what the county does and pays for. Between meetings people work alone or in pairs: they find material, write and comment.",
    },
    lookingFor: {
      fi: "Etusijalla ovat kriteerit täyttävät, jotka eivät jo edusta järjestöjä muissa työryhmissä ja jotka monipuolistavat ryhmää kohderyhmänsä mukaan.",
      sv: "Företräde har de som uppfyller kriterierna, som inte redan representerar organisationerna i andra arbetsgrupper och som gör gruppen mångsidigare genom sin målgrupp.",
      en: "Preferred are those who meet the criteria, don't already represent organisations in other working groups, and broaden the group by their target group.",
    },
    seatGroups: [
      {
        id: "s1",
        name: {
          fi: "Projektiryhmän uudet jäsenet",
          sv: "Nya medlemmar i projektgruppen",
          en: "New members of the project group",
        },
        min: 2,
        max: 4,
        substitutes: false,
      },
    ],
    criteria: [
      {
        id: "c1",
        text: {
          fi: "Kokemusta maakunnallisesta tai laajemmasta järjestötyöstä",
          sv: "Erfarenhet av organisationsarbete på landskapsnivå eller bredare",
          en: "Experience of work in organisations at the regional level or wider",
        },
        level: "preferred",
        asksReason: true,
      },
      {
        id: "c2",
        text: {
          fi: "Kokemusta yhteistyöstä julkisen sektorin kanssa",
          sv: "Erfarenhet av samarbete med den offentliga sektorn",
          en: "Experience of cooperation with the public sector",
        },
        level: "preferred",
        asksReason: true,
      },
      {
        id: "c3",
        text: {
          fi: "Kohderyhmä: lapset ja nuoret, työikäiset, ikäihmiset, pitkäaikaissairaat ja vammaiset tai yleinen terveys",
          sv: "Målgrupp: barn och unga, personer i arbetsför ålder, äldre, långtidssjuka och personer med funktionsnedsättning eller allmän hälsa",
          en: "Target group: children and young people, people of working age, older people, the long-term ill and disabled, or health in general",
        },
        level: "preferred",
        asksReason: true,
      },
      {
        id: "c4",
        text: {
          fi: "Ei edusta järjestöjä muissa alueen työryhmissä",
          sv: "Representerar inte organisationerna i områdets andra arbetsgrupper",
          en: "Doesn't represent organisations in the county's other working groups",
        },
        level: "preferred",
        asksReason: false,
      },
    ],
    nominators: { organisations: false, joint: false, self: true },
    deadline: on(deadline, "15:00", when),
    consentBy: on(deadline, "15:00", when),
    decisionMeeting: on(meeting, undefined, when),
    term: termOf(when, 6),
    rhythm: {
      fi: "Noin kerran kuukaudessa arkipäivisin päiväsaikaan, Teams",
      sv: "Ungefär en gång i månaden dagtid på vardagar, Teams",
      en: "About once a month in the daytime on weekdays, Teams",
    },
    fee: {},
    appoints: { fi: "työryhmä", sv: "arbetsgruppen", en: "the working group" },
    contacts: [{ name: "Kerttu Lehtosaari", phone: "0100 123 403", email: "kerttu.lehtosaari@example.org" }],
  };
}
