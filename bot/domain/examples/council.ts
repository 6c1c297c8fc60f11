import type { CallContent } from "../call-draft.ts";
import { dayOf } from "../time.ts";
import { before, on, termOf, type When, workday, workdayAfter } from "./days.ts";

/**
 * An expert group: ten seats by this call, others filled elsewhere, a deadline to the minute, the decision on the next
 * working day, two contacts by date.
 */
export function council(when: When): CallContent {
  const deadline = workday(when, 4);
  const meeting = workdayAfter(when, deadline, 1);
  return {
    title: {
      fi: "Sote-järjestöjen edustajat asiantuntijaryhmään",
      sv: "Representanter för social- och hälsoorganisationer till expertgruppen",
      en: "Representatives of health and social organisations for the expert group",
    },
    mandate: {
      fi: "Ryhmä tuo järjestöjen näkökulman hyvinvointialueen strategiaan, toimintamalleihin, avustuksiin ja osallisuuden rakenteisiin. Työtä on myös kokousten välillä, ja yhteyttä kumppanuuspöytään pidetään tiiviisti.",
      sv: "Gruppen för in organisationernas perspektiv i välfärdsområdets strategi, verksamhetsmodeller, understöd och strukturer för delaktighet. Det finns arbete också mellan mötena, och kontakten till partnerskapsbordet är tät.",
      en: "The group brings the organisations' view into the county's strategy, ways of working, grants and structures of participation. There is work between meetings too, and close contact with the partnership table.",
    },
    lookingFor: {
      fi: "Kokoonpanosta tehdään monipuolinen: huomioon otetaan toiminnan rahoitus, mittakaava sekä paikallisuus ja alueellisuus.",
      sv: "Sammansättningen ska vara mångsidig: verksamhetens finansiering, omfattning samt lokala och regionala karaktär beaktas.",
      en: "The composition will be diverse: funding, scale, and whether the work is local or regional are considered.",
    },
    seatGroups: [
      {
        id: "s1",
        name: {
          fi: "Sote-järjestöjen edustajat",
          sv: "Representanter för social- och hälsoorganisationer",
          en: "Representatives of health and social organisations",
        },
        min: 10,
        max: 10,
        substitutes: false,
      },
      {
        id: "s2",
        name: { fi: "Pelastusalan järjestöt", sv: "Räddningsorganisationer", en: "Rescue organisations" },
        min: 2,
        max: 2,
        substitutes: false,
        filledElsewhere: {
          fi: "pelastusalan järjestöt valitsevat keskuudestaan",
          sv: "räddningsorganisationerna väljer inom sig",
          en: "the rescue organisations choose among themselves",
        },
      },
      {
        id: "s3",
        name: { fi: "Seurakunnat", sv: "Församlingar", en: "Parishes" },
        min: 2,
        max: 2,
        substitutes: false,
        filledElsewhere: {
          fi: "hyvinvointialue ja seurakunnat yhdessä",
          sv: "välfärdsområdet och församlingarna tillsammans",
          en: "the county and the parishes together",
        },
      },
    ],
    criteria: [
      {
        id: "c1",
        text: {
          fi: "Laaja osaaminen ryhmän tehtävistä",
          sv: "Bred kompetens i gruppens uppgifter",
          en: "Broad competence in the group's tasks",
        },
        level: "required",
        asksReason: true,
      },
      {
        id: "c2",
        text: {
          fi: "Monipuolinen ymmärrys sote-järjestöjen toimialasta",
          sv: "Mångsidig förståelse av social- och hälsoorganisationernas bransch",
          en: "A versatile understanding of the field of health and social organisations",
        },
        level: "required",
        asksReason: true,
      },
      {
        id: "c3",
        text: {
          fi: "Alueen toimintaympäristön tuntemus ja yhteys sen järjestöverkostoihin",
          sv: "Kännedom om områdets verksamhetsmiljö och kontakt med dess organisationsnätverk",
          en: "Knowledge of the region and ties to its networks of organisations",
        },
        level: "required",
        asksReason: true,
      },
      {
        id: "c4",
        text: {
          fi: "Aikaa osallistua ja sitoutua työhön koko toimikauden",
          sv: "Tid att delta och engagera sig under hela mandatperioden",
          en: "Time to take part and commit throughout the term",
        },
        level: "required",
        asksReason: false,
      },
    ],
    nominators: { organisations: true, joint: true, self: false },
    deadline: on(deadline, "16:15", when),
    consentBy: on(deadline, "20:00", when),
    decisionMeeting: on(meeting, undefined, when),
    term: termOf(when, 12),
    rhythm: { fi: "Noin kerran kuukaudessa", sv: "Ungefär en gång i månaden", en: "About once a month" },
    fee: {},
    appoints: { fi: "hyvinvointialuejohtaja", sv: "välfärdsområdesdirektören", en: "the county director" },
    contacts: [
      {
        name: "Eero Kivilampi",
        phone: "0100 123 401",
        email: "eero.kivilampi@example.org",
        from: dayOf(when.now, when.zone),
        to: before(deadline, when),
      },
      {
        name: "Saara Niittyvuori",
        phone: "0100 123 402",
        email: "saara.niittyvuori@example.org",
        from: deadline,
        to: deadline,
      },
    ],
    caseNumber: `ESIM/1/${dayOf(when.now, when.zone).slice(0, 4)}`,
  };
}
