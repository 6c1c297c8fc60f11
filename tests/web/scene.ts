import { type AppendixSource, appendixOf } from "../../bot/domain/appendix.ts";
import type { Appendix } from "../../bot/domain/appendix-view.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import type { Lang } from "../../bot/domain/lang.ts";
import type { Nomination, Organisation } from "../../bot/domain/nomination.ts";
import { DAY, HOUR, MINUTE } from "../../bot/domain/time.ts";
import { aCall, aCandidate, aGroup, aNomination, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const deadline = moment("2027-05-14", "16:15");
const org = (name: string, own: Partial<Organisation> = {}): Organisation => ({ name, confirmation: "own", ...own });

/** The proposals of the scene, one of each fate. */
export const nominations: Nomination[] = [
  aNomination({
    proposer: {
      name: "Oskari Haavisalo",
      email: "oskari.haavisalo@example.org",
      phone: "0100 654 321",
      position: "toiminnanjohtaja",
    },
    organisations: [
      org("Kaislan Omaiset ry", {
        businessId: "1234567-1",
        reach: "local",
        locality: "Kaislaranta",
        funding: "avustukset ja jäsenmaksut",
        targetGroups: "omaishoitajat ja läheiset",
      }),
      org("Toivon Polku ry", {
        confirmation: "notConfirmed",
        contact: { name: "Petra Lounasvuo", email: "petra.lounasvuo@example.org" },
      }),
    ],
    otherBodies: "Kaislarannan vanhusneuvosto, jäsen",
  }),
  aNomination({
    id: "nom:02",
    code: "E7F3K02",
    nominee: { name: "Sanna Kaislamo", email: "sanna.kaislamo@example.org", phone: "0100 111 222" },
    organisations: [org("Rantalan Muistiyhdistys ry", { reach: "regional" })],
    reason: "Vaikuttanut pitkään muistiperheiden tuen puolesta.\n\nTuntee palveluohjauksen.",
    reasons: { c1: "Hänen veljensä sairaudesta kerrotaan tässä liikaa." },
    redacted: { c1: "Omakohtaista kokemusta läheisen hoivasta." },
    arrival: { way: "email", at: TODAY + DAY, enteredBy: "person:secretary", enteredAt: TODAY + DAY + HOUR },
  }),
  aNomination({
    id: "nom:03",
    code: "E7F3K03",
    nominee: { name: "Äijö Öhman", person: "person:aijo" },
    candidate: "cand:02",
    self: true,
    proposer: { name: "Äijö Öhman" },
    organisations: [],
    role: "either",
    reasons: {},
  }),
  aNomination({
    id: "nom:04",
    code: "E7F3K04",
    nominee: { name: "Marja Niemisalo", email: "marja.niemisalo@example.org" },
    candidate: "cand:03",
    seatGroup: "t1",
    organisations: [org("Mielen Majakka ry", { reach: "national", targetGroups: "mielenterveyskuntoutujat" })],
    editedAt: TODAY + 2 * HOUR,
  }),
  aNomination({
    id: "nom:05",
    code: "M7F3K05",
    status: "acceptedLate",
    nominee: { name: "Elias Kuutamo", email: "elias.kuutamo@example.org" },
    candidate: "cand:04",
    seatGroup: "t2",
    role: "substitute",
    organisations: [org("Perhepesä ry"), org("Leikkivä Kylä ry", { confirmation: "objected" })],
    arrival: { way: "teams", at: deadline.at + 42_000 },
    lateAccepted: {
      by: "person:chair",
      at: deadline.at + 30 * MINUTE,
      reason: "Palvelussa oli käyttökatko kello 16.05–16.20.",
    },
  }),
  aNomination({
    id: "nom:06",
    code: "M7F3K06",
    status: "late",
    nominee: { name: "Ritva Aaltola-Koski", email: "ritva@example.org", phone: "0100 333 444" },
    seatGroup: "t2",
    organisations: [org("Kaislan Lapsiperheet ry")],
    reason: "Perustelu, jota ei tarvita, koska ehdotusta ei oteta käsittelyyn.",
    arrival: { way: "teams", at: deadline.at + 1 },
  }),
  aNomination({
    id: "nom:07",
    code: "E7F3K07",
    status: "withdrawn",
    withdrawnAt: TODAY + 3 * HOUR,
    nominee: { name: "Veikko Peruttu" },
  }),
  aNomination({
    id: "nom:08",
    code: "E7F3K08",
    nominee: { name: "Aki Lehtokari", email: "aki@example.org" },
    candidate: "cand:05",
    seatGroup: "t2",
    organisations: [org("Selviydytään Yhdessä ry")],
  }),
].map(({ candidate, ...n }) => (n.status === "late" || !candidate ? n : { ...n, candidate }));

/** Their candidates: one of each state of consent, one moved, one not reached. */
export const candidates: Candidate[] = [
  aCandidate({
    nominations: ["nom:01", "nom:02"],
    consent: "given",
    answers: [
      { state: "declined", at: TODAY + HOUR, way: "teams", by: "person:sanna", text: "1", reason: "Yksityinen syy" },
      {
        state: "given",
        at: TODAY + 2 * HOUR,
        way: "phone",
        by: "person:secretary",
        receivedBy: "Tiina Saraluoto",
        text: "1",
        limit: { role: "member", seatGroup: "t1", text: "paitsi heinäkuussa" },
      },
    ],
  }),
  aCandidate({
    id: "cand:02",
    name: "Äijö Öhman",
    role: "either",
    nominations: ["nom:03"],
    consent: "given",
    answers: [{ state: "given", at: TODAY, way: "own", by: "person:aijo", text: "1" }],
  }),
  aCandidate({
    id: "cand:03",
    name: "Marja Niemisalo",
    seatGroup: "t2",
    nominations: ["nom:04"],
    notReached: { reason: "gone", at: TODAY + HOUR },
    move: {
      to: "t2",
      note: "Kokemus on mielenterveystyöstä.",
      by: "person:chair",
      at: TODAY + HOUR,
      state: "approved",
    },
    conflicts: [{ person: "person:chair", because: "employee", at: TODAY }],
  }),
  aCandidate({
    id: "cand:04",
    name: "Elias Kuutamo",
    seatGroup: "t2",
    role: "substitute",
    nominations: ["nom:05"],
    consent: "declined",
    answers: [{ state: "declined", at: deadline.at + HOUR, way: "teams", by: "person:elias", text: "1" }],
    consentBy: moment("2027-05-19", "12:00"),
  }),
  aCandidate({ id: "cand:05", name: "Aki Lehtokari", seatGroup: "t2", nominations: ["nom:08"], consent: "lapsed" }),
];

const names: Record<string, string> = { "person:chair": "Kaarina Lehtovaara", "person:secretary": "Tiina Saraluoto" };

/** The facts that the scene's appendix is made from; anything can be put in their place. */
export const aSource = (own: Partial<AppendixSource> = {}): AppendixSource => ({
  call: aCall({ status: "closed", closedAt: deadline.at + 5_000 }),
  group: aGroup({ languages: ["fi", "sv", "en"] }),
  nominations,
  candidates,
  head: { seq: 41, head: "3f2a91c01b22".padEnd(64, "a4") },
  now: moment("2027-05-14", "16:16").at,
  by: "person:chair",
  nameOf: (person) => names[person],
  ...own,
});

export const anAppendix = (lang: Lang = "fi", own: Partial<AppendixSource> = {}): Appendix =>
  appendixOf(aSource(own), lang);
