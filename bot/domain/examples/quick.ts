import type { CallContent } from "../call-draft.ts";
import { MINUTE } from "../time.ts";
import { on, termOf, type When, workday, workdayAfter } from "./days.ts";

/** Closes three minutes after it has opened, so that closing and a late proposal can be seen at once. */
export function quick(when: When): CallContent {
  const deadline = on(workday(when, 1), "16:15", when);
  const consentBy = workdayAfter(when, deadline.wall.slice(0, 10), 1);
  return {
    title: { fi: "Kolmen minuutin haku", sv: "Ansökan på tre minuter", en: "A call of three minutes" },
    mandate: {
      fi: "Kokeilu, jossa haku sulkeutuu kolmen minuutin kuluttua aukeamisestaan.",
      sv: "Ett försök där ansökan stängs tre minuter efter att den har öppnats.",
      en: "A trial in which the call closes three minutes after it has opened.",
    },
    lookingFor: {},
    seatGroups: [
      {
        id: "s1",
        name: {
          fi: "Järjestöjen edustajat",
          sv: "Representanter för organisationerna",
          en: "Representatives of the organisations",
        },
        min: 2,
        max: 2,
        substitutes: true,
      },
    ],
    criteria: [
      {
        id: "c1",
        text: {
          fi: "Kokemusta järjestötyöstä",
          sv: "Erfarenhet av organisationsarbete",
          en: "Experience of work in organisations",
        },
        level: "preferred",
        asksReason: true,
      },
    ],
    nominators: { organisations: true, joint: true, self: true },
    deadline,
    closesAfter: { opening: 3 * MINUTE, unlessMovedFrom: deadline.at },
    consentBy: on(consentBy, undefined, when),
    decisionMeeting: on(workdayAfter(when, consentBy, 1), undefined, when),
    term: termOf(when, 12),
    rhythm: {
      fi: "Noin kerran kuukaudessa, Teams",
      sv: "Ungefär en gång i månaden, Teams",
      en: "About once a month, Teams",
    },
    fee: {},
    appoints: { fi: "ryhmä", sv: "gruppen", en: "the group" },
    contacts: [{ name: "Iivari Purola", phone: "0100 123 405", email: "iivari.purola@example.org" }],
  };
}
