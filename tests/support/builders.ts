import type { Call } from "../../bot/domain/call.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import type { Group } from "../../bot/domain/group.ts";
import type { Lang } from "../../bot/domain/lang.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import type { Moment } from "../../bot/domain/time.ts";
import { momentAt } from "../../bot/domain/time.ts";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import { TODAY } from "./ports.ts";

export const ZONE = "Europe/Helsinki";

/** A moment in Helsinki, as written: `moment("2027-05-14", "16:15")`. */
export function moment(date: string, time?: string, zone = ZONE): Moment {
  const parsed = momentAt(date, time, zone);
  if (!parsed.ok) throw new Error(`${date} ${time}: ${parsed.refusal.kind}`);
  return parsed.state;
}

export const aGroup = (own: Partial<Group> = {}): Group => ({
  kind: "group",
  id: "group:kaislaranta",
  rev: 1,
  said: ["introduction"],
  place: { tenant: "tenant-1", team: "team-1", channel: "team-1", serviceUrl: "https://teams.example.org" },
  ready: true,
  name: { fi: "Kaislarannan kumppanuuspöytä", sv: "Vassrandens partnerskapsbord" },
  languages: ["fi"],
  body: "authority",
  controller: { fi: "Kaislarannan hyvinvointialue", sv: "Vassrandens välfärdsområde" },
  privacyContact: "tietosuoja@example.org",
  legalBasis: { fi: "yleistä etua koskeva tehtävä", sv: "uppgift av allmänt intresse" },
  zone: ZONE,
  chairs: ["person:chair"],
  viceChair: "person:vice",
  secretaries: ["person:secretary"],
  members: { kind: "team" },
  substitutes: "none",
  quorum: { kind: "majority" },
  secretByDefault: false,
  genderBalance: "off",
  retentionMonths: 6,
  nonces: [],
  ...own,
});

/** An open call of three themes with two seats each, until Friday 14.5.2027 at 16.15. */
export const aCall = (own: Partial<Call> = {}): Call => ({
  kind: "call",
  id: "call:7f3k",
  rev: 1,
  said: ["announcement"],
  group: "group:kaislaranta",
  publicId: "k7q2m9x4p1wz",
  onWeb: false,
  code: "7F3K",
  status: "open",
  practice: false,
  by: "person:chair",
  createdAt: TODAY - 3_600_000,
  title: { fi: "Kaislarannan kumppanuuspöytä" },
  mandate: { fi: "Järjestöjen edustaja hyvinvointialueen ja järjestöjen yhteisessä pöydässä" },
  lookingFor: {},
  caseNumber: "KRHVA/214/2027",
  seatGroups: [
    { id: "t1", name: { fi: "Omaiset ja läheiset" }, min: 2, max: 2, substitutes: true },
    { id: "t2", name: { fi: "Mielenterveys ja päihteet" }, min: 2, max: 2, substitutes: true },
    { id: "t3", name: { fi: "Lapset ja nuoret" }, min: 2, max: 2, substitutes: true },
    {
      id: "t4",
      name: { fi: "Pelastusalan järjestöt" },
      min: 2,
      max: 2,
      substitutes: false,
      filledElsewhere: { fi: "pelastusalan järjestöt" },
    },
  ],
  criteria: [
    {
      id: "c1",
      text: { fi: "Kokemusta teeman palveluista, vertaistuesta tai järjestötyöstä" },
      level: "required",
      asksReason: true,
    },
    { id: "c2", text: { fi: "Pääsee kokouksiin arkipäivisin" }, level: "preferred", asksReason: false },
  ],
  nominators: { organisations: true, joint: true, self: true },
  opens: moment("2027-05-06", "08:00"),
  deadline: moment("2027-05-14", "16:15"),
  consentBy: moment("2027-05-18", "16:15"),
  decisionMeeting: moment("2027-05-20"),
  term: { from: "2027-08-01", to: "2029-07-31" },
  rhythm: { fi: "Noin kerran kuukaudessa, Teams" },
  fee: {},
  appoints: { fi: "aluehallitus" },
  contacts: [{ name: "Tiina Saraluoto", phone: "0100 123 456", email: "tiina.saraluoto@example.org" }],
  links: [],
  tellEarlier: false,
  openedAt: TODAY - 1_800_000,
  corrections: [],
  extensions: [],
  numbered: 0,
  received: {},
  candidates: 0,
  late: 0,
  nonces: [],
  ...own,
});

export const aNomination = (own: Partial<Nomination> = {}): Nomination => ({
  kind: "nomination",
  id: "nom:01",
  rev: 1,
  said: [],
  call: "call:7f3k",
  code: "E7F3K01",
  status: "inTime",
  nominee: { name: "Sanna Kaislamo", person: "person:sanna", email: "sanna.kaislamo@example.org" },
  candidate: "cand:01",
  self: false,
  by: "person:oskari",
  proposer: { name: "Oskari Haavisalo", email: "oskari.haavisalo@example.org" },
  organisations: [
    { name: "Kaislan Omaiset ry", reach: "local", locality: "Kaislaranta", confirmation: "own" },
    {
      name: "Toivon Polku ry",
      contact: { name: "Petra Lounasvuo", email: "petra.lounasvuo@example.org" },
      confirmation: "notConfirmed",
    },
  ],
  seatGroup: "t1",
  role: "member",
  reason: "Tuntee omaisten arjen ja järjestökentän.",
  reasons: { c1: "Kahdeksan vuotta omaishoitajien vertaisryhmien ohjaajana." },
  redacted: {},
  arrival: { way: "teams", at: TODAY },
  nonces: [],
  ...own,
});

export const aCandidate = (own: Partial<Candidate> = {}): Candidate => ({
  kind: "candidate",
  id: "cand:01",
  rev: 1,
  said: [],
  call: "call:7f3k",
  name: "Sanna Kaislamo",
  person: "person:sanna",
  email: "sanna.kaislamo@example.org",
  seatGroup: "t1",
  role: "member",
  nominations: ["nom:01"],
  proposers: ["person:oskari"],
  consent: "asked",
  answers: [],
  asked: 1,
  askedAt: TODAY,
  conflicts: [],
  reminded: 0,
  nonces: [],
  ...own,
});

/** A reader of cards in the Playground's way: forms come in the card's place. */
export const aReader = (lang: Lang = "fi", own: Partial<Reader> = {}): Reader => ({
  lang,
  text: textFor(lang),
  zone: ZONE,
  now: TODAY,
  door: "card",
  client: { dialogs: false, picker: false },
  ...own,
});
