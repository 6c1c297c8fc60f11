import assert from "node:assert/strict";
import type { DataRequest } from "../../bot/domain/data-request.ts";
import type { Delivery } from "../../bot/domain/delivery.ts";
import { langs } from "../../bot/domain/lang.ts";
import type { Attendance } from "../../bot/domain/meeting.ts";
import type { OwnData, OwnInCall } from "../../bot/domain/own-data.ts";
import type { OwnInMeeting, OwnInPoll } from "../../bot/domain/own-rounds.ts";
import type { PollAnswer } from "../../bot/domain/poll-answer.ts";
import { COMMENT_CAP } from "../../bot/domain/poll-answering.ts";
import { requestAnsweredCard, requestCard } from "../../cards/data-request.ts";
import { myDataCard, myFileCard } from "../../cards/my-data.ts";
import { askForm, contactForm, eraseCard } from "../../cards/my-data-forms.ts";
import { purgeCard } from "../../cards/retention.ts";
import { MYDATA_CAPS } from "../../cards/verbs/mydata.ts";
import { aCall, aCandidate, aGroup, aNomination, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { aMeeting, anAnswer, aPoll, option } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const request: DataRequest = {
  kind: "request",
  id: "req:01",
  rev: 1,
  said: [],
  round: "call:7f3k",
  by: "person:sanna",
  name: "Sanna Kaislamo",
  ask: "correct",
  text: "Nimeni kirjoitetaan toisin.",
  at: TODAY,
  nonces: [],
};
const group = aGroup({ body: "organisations", languages: ["fi", "sv"] });
const { term: _, ...call } = aCall({ status: "closed", closedAt: TODAY });
const own: OwnInCall = {
  group,
  call,
  candidates: [
    aCandidate({
      consent: "given",
      answers: [
        { state: "given", at: TODAY, way: "teams", by: "person:sanna", text: "fi-1", limit: { role: "member" } },
      ],
    }),
  ],
  nominated: [aNomination({ otherBodies: "Vanhusneuvosto" })],
  proposed: [aNomination({ id: "nom:02", code: "E7F3K02", by: "person:sanna", proposer: { name: "Sanna Kaislamo" } })],
  contactIn: [{ nomination: aNomination(), organisation: 1 }],
  contacts: [],
  questions: [],
  deliveries: [],
  requests: [request],
};
const person = {
  kind: "person",
  id: "person:sanna",
  name: "Sanna Kaislamo",
  email: "sanna.kaislamo@example.org",
  lang: "fi",
  identities: [{ tenant: "tenant-1", oid: "oid-sanna" }],
  teams: { id: "29:sanna", serviceUrl: "https://teams.example.org" },
} as const;
const data: OwnData = {
  person: { ...person, identities: [...person.identities] },
  groups: [],
  calls: [own],
  polls: [],
  meetings: [],
};
const names = { "person:oskari": "Oskari Haavisalo" };
const delivery = (kind: "pollRequest" | "meetingInvitation", round: "poll:june" | "meeting:june"): Delivery => ({
  kind: "delivery",
  id: `del:${kind}`,
  rev: 1,
  round,
  saying: { kind },
  to: { to: "person", person: "person:sanna" },
  status: "sent",
  at: TODAY,
  sentAt: TODAY,
  tries: 1,
});
const inPoll: OwnInPoll = {
  group,
  poll: aPoll({ status: "decided", decided: { at: TODAY, by: "person:chair", meetings: [] } }),
  persons: ["person:sanna"],
  asked: [{ person: "person:sanna", required: true, standIns: [{ person: "person:oskari", as: "substitute" }] }],
  answers: [
    anAnswer(
      "sanna",
      { o1: "yes", o2: "ifNeeded", o3: "no" },
      {
        comment: "Mielellään etänä.",
        by: "person:oskari",
        as: "substitute",
      },
    ),
  ],
  gave: [anAnswer("oskari", { o1: "yes" }, { by: "person:sanna", as: "assistant" })],
  standsIn: [{ for: "person:oskari", as: "assistant" }],
  made: false,
  requests: [{ ...request, round: "poll:june" }],
  deliveries: [delivery("pollRequest", "poll:june")],
  names,
};
const meeting = aMeeting();
const attendance: Attendance = {
  kind: "attendance",
  id: "att:01",
  rev: 1,
  meeting: meeting.id,
  person: "person:sanna",
  coming: "substitute",
  sequence: 0,
  comment: "Matkalla silloin.",
  by: "person:sanna",
  as: "self",
  arrivedAt: TODAY,
  nonces: [],
};
const inMeeting: OwnInMeeting = {
  group,
  meeting,
  persons: ["person:sanna"],
  invited: [{ person: "person:sanna", role: "member" }],
  answers: [attendance],
  gave: [{ ...attendance, person: "person:erik", by: "person:sanna", as: "officer" }],
  standsIn: [],
  calledIn: [{ person: "person:oskari", for: "person:sanna", at: TODAY }],
  made: true,
  requests: [],
  deliveries: [delivery("meetingInvitation", "meeting:june")],
  names,
};
const inRounds: OwnData = { ...data, calls: [], polls: [inPoll], meetings: [inMeeting] };
const nonce = "nonce-0001";

describe("the cards about one's own data", () => {
  for (const lang of langs)
    it(`are good cards in ${lang}`, () => {
      const reader = aReader(lang);
      const cards = {
        "my-data": myDataCard(data, 0, reader),
        "my-data-none": myDataCard({ groups: [], calls: [], polls: [], meetings: [] }, 0, reader),
        "my-data-rounds": myDataCard(inRounds, 0, reader),
        "my-data-erase-rounds": eraseCard({ erasable: [inPoll, inMeeting], kept: [], leads: false }, nonce, reader),
        "my-data-file": myFileCard({ url: "https://ehdolla.example.org/my-file/x", until: TODAY }, reader),
        "my-data-contact": contactForm({ nonce }, reader),
        "my-data-ask": askForm({ data, nonce }, reader),
        "my-data-erase": eraseCard(
          { erasable: [own], kept: [{ ...own, group: aGroup() }], leads: true },
          nonce,
          reader,
        ),
        "my-data-erase-none": eraseCard(
          { erasable: [], kept: [{ ...own, group: aGroup() }], leads: false },
          nonce,
          reader,
        ),
        "data-request": requestCard({ group, kept: call, request }, nonce, reader),
        "data-request-poll": requestCard({ group, kept: aPoll(), request }, nonce, reader),
        "data-request-meeting": requestCard({ group, kept: aMeeting(), request }, nonce, reader),
        "data-request-answered": requestAnsweredCard(
          {
            group,
            kept: call,
            request: { ...request, answer: { by: "person:chair", at: TODAY, text: "Nimi on korjattu." } },
          },
          reader,
        ),
        "purge-coming": purgeCard({ group, kept: call }, nonce, reader),
        "purge-coming-poll": purgeCard({ group, kept: aPoll({ status: "closed", closedAt: TODAY }) }, nonce, reader),
        "purge-coming-meeting": purgeCard({ group, kept: aMeeting() }, nonce, reader),
      };
      for (const [name, card] of Object.entries(cards)) {
        assert.deepEqual(complaints(card), [], name);
        matchesSnapshot(`mydata/${name}.${lang}`, card);
      }
    });

  it("stay small with the longest of everything, and show it literally", () => {
    const long = "<b>[x](https://example.org)</b> ÄÖ".repeat(40).slice(0, 1_000);
    const many = Array.from({ length: 30 }, (_, at) =>
      aNomination({ id: `nom:${at}`, reason: long, reasons: { c1: long, c2: long }, otherBodies: long.slice(0, 250) }),
    );
    const whole = {
      ...own,
      nominated: many,
      proposed: many,
      requests: Array.from({ length: 5 }, () => ({ ...request, text: long })),
    };
    const choices = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`o${at}`, (["yes", "ifNeeded", "no"] as const)[at % 3]]),
    ) as PollAnswer["choices"];
    const longPoll: OwnInPoll = {
      ...inPoll,
      poll: aPoll({
        title: { fi: long.slice(0, 200) },
        options: Array.from({ length: 100 }, (_, at) => option(at, "2027-06-07")),
      }),
      answers: [anAnswer("sanna", {}, { choices, comment: long.slice(0, COMMENT_CAP) })],
      gave: Array.from({ length: 300 }, (_, at) => anAnswer(`p${at}`, {}, { by: "person:sanna", as: "officer" })),
      asked: [
        {
          person: "person:sanna",
          required: false,
          standIns: Array.from({ length: 20 }, () => ({ person: "person:oskari", as: "assistant" })),
        },
      ],
      names: { "person:oskari": long.slice(0, 200) },
    };
    const many100 = Array.from({ length: 4 }, () => longPoll);
    const longMeeting: OwnInMeeting = {
      ...inMeeting,
      meeting: aMeeting({ title: { fi: long.slice(0, 200) } }),
      answers: [{ ...attendance, comment: long.slice(0, COMMENT_CAP) }],
      gave: Array.from({ length: 300 }, () => inMeeting.gave[0] ?? attendance),
    };
    const reader = aReader("fi");
    for (const card of [
      myDataCard({ ...data, calls: Array.from({ length: 30 }, () => whole) }, 3, reader),
      askForm({ data: { ...data, calls: Array.from({ length: 30 }, () => whole) }, nonce, written: long }, reader),
      ...[0, 1].map((page) =>
        myDataCard({ ...data, calls: [], polls: many100, meetings: [longMeeting] }, page, reader),
      ),
      eraseCard({ erasable: Array.from({ length: 30 }, () => whole), kept: [whole], leads: true }, nonce, reader),
      requestCard({ group, kept: call, request: { ...request, text: long } }, nonce, reader, {
        written: long.slice(0, MYDATA_CAPS.answer),
      }),
    ])
      assert.deepEqual(complaints(card), []);
  });
});
