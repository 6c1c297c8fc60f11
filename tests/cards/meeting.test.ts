import assert from "node:assert/strict";
import type { Delivery, Recipient, Saying } from "../../bot/domain/delivery.ts";
import type { Group } from "../../bot/domain/group.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { type Lang, langs } from "../../bot/domain/lang.ts";
import { type Attendance, attendanceIdOf, type Coming, type Invited, type Meeting } from "../../bot/domain/meeting.ts";
import { meetingViewOf } from "../../bot/domain/meeting-view.ts";
import { DAY } from "../../bot/domain/time.ts";
import { endLinksForm, handedCard, linkForm } from "../../cards/answer-link.ts";
import type { Card } from "../../cards/kit.ts";
import { meetingCard, meetingPage } from "../../cards/meeting.ts";
import { meetingForm, valuesOf } from "../../cards/meeting-form.ts";
import { inviteForm, uninviteForm } from "../../cards/meeting-invite.ts";
import { meetingsCard } from "../../cards/meeting-list.ts";
import { calendarCard, meetingCopyCard, meetingManageCard } from "../../cards/meeting-manage.ts";
import { type MeetingSeen, ownAnswer } from "../../cards/meeting-parts.ts";
import { peopleCard } from "../../cards/meeting-people.ts";
import { attendForForm } from "../../cards/meeting-person.ts";
import { cancelForm, moveForm, noticeForm } from "../../cards/meeting-steps.ts";
import { cardOf } from "../../cards/showing.ts";
import { meetingCaps } from "../../cards/verbs/meeting.ts";
import { aGroup, aReader, moment } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { aMeeting } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";
import { badPresses } from "../support/presses.ts";
import { pressData, wordsOn } from "../support/pressing.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const people: Record<string, string> = {
  "person:chair": "Tiina Saraluoto",
  "person:sanna": "Sanna Kaislamo",
  "person:oskari": "Oskari Haavisalo",
  "person:petra": "Petra Lounasvuo",
  "person:aino": "Aino Rantakoski",
};

const attendance = (person: PersonId, coming: Coming, own: Partial<Attendance> = {}): Attendance => ({
  kind: "attendance",
  id: attendanceIdOf(person),
  rev: 1,
  meeting: "meeting:june",
  person,
  coming,
  sequence: 0,
  by: person,
  as: "self",
  arrivedAt: TODAY,
  nonces: [],
  ...own,
});

const invited: Invited[] = [
  { person: "person:chair", role: "member" },
  { person: "person:sanna", role: "member", standIns: [{ person: "person:petra", as: "substitute" }] },
  { person: "person:oskari", role: "member" },
  { person: "person:aino", role: "guest" },
  { person: "person:petra", role: "substitute", substituteOf: "person:sanna" },
];
const answers = [attendance("person:chair", "yes"), attendance("person:aino", "no", { comment: "Loma" })];
const usual = (own: Partial<Meeting> = {}) =>
  aMeeting({
    invited,
    venue: { ...aMeeting().venue, accessibility: "Esteetön sisäänkäynti", parking: "Pihassa" },
    ...own,
  });

const seenOf = (
  meeting = usual(),
  attendances: readonly Attendance[] = answers,
  group: Group = aGroup(),
  names: MeetingSeen["names"] = people,
): MeetingSeen => ({ ...meetingViewOf(meeting, group, attendances), group, names });

const said = (saying: Saying, to: Recipient, own: Partial<MeetingSeen> = {}, attended?: Attendance) => {
  const seen = { ...seenOf(), ...own };
  return (lang: Lang): Card =>
    cardOf(
      {
        delivery: { id: "del:0123456789abcdef", saying, to } as unknown as Delivery,
        group: seen.group,
        nominations: [],
        meeting: seen.meeting,
        meetingView: seen,
        names: seen.names,
        head: { count: 0, hash: "" } as never,
        ...(attended && { attendance: attended }),
        ...(to.to === "person" && {
          calendar: [{ meeting: seen.meeting.id, url: "https://ehdolla.example.org/calendar/abc" }],
        }),
      },
      aReader(lang),
    );
};

const channel: Recipient = { to: "channel" };
const toSanna: Recipient = { to: "person", person: "person:sanna" };
const toChair: Recipient = { to: "person", person: "person:chair" };
const toPetra: Recipient = { to: "person", person: "person:petra" };
const moved = usual({
  sequence: 1,
  moves: [
    {
      at: TODAY,
      by: "person:chair",
      from: { start: moment("2027-06-10", "13:00"), end: moment("2027-06-10", "14:30") },
      sequence: 1,
    },
  ],
});
const cancelled = usual({
  status: "cancelled",
  cancelled: { at: TODAY, by: "person:chair", reason: "Esittelijä on sairastunut." },
});
const called = usual({ calledIn: [{ person: "person:petra", for: "person:sanna", at: TODAY }] });
const released = usual({
  calledIn: [{ person: "person:petra", for: "person:sanna", at: TODAY, released: TODAY + 1 }],
});
const { start, end } = usual();
/** Sanna was called once, and then the meeting went on without her. */
const without = usual({
  invited: invited.filter((i) => i.person !== "person:sanna"),
  left: [{ person: "person:sanna", role: "member", at: TODAY, by: "person:chair", sequence: 1, start, end }],
  sequence: 2,
  start: moment("2027-06-21", "09:00"),
  end: moment("2027-06-21", "10:30"),
  venue: { mode: "onSite", place: "Salainen sali" },
  note: { fi: "Salainen asia" },
});
const noticed = usual({
  notice: {
    by: moment("2027-06-07"),
    agendaUrl: "https://example.org/esityslista",
    materialUrl: "https://example.org/aineisto",
    sentAt: TODAY,
  },
});
const toNotice = usual({ notice: { by: moment("2027-06-07") } });

const sayings: Record<string, (lang: Lang) => Card> = {
  channel: said({ kind: "meeting" }, channel),
  channelCancelled: said({ kind: "meeting" }, channel, seenOf(cancelled)),
  invitation: said({ kind: "meetingInvitation" }, toSanna),
  invitationAnswered: said({ kind: "meetingInvitation" }, toChair, {}, answers[0]),
  invitationStandby: said({ kind: "meetingInvitation" }, toPetra),
  reminder: said({ kind: "attendanceReminder" }, toSanna),
  moved: said({ kind: "meetingMoved", index: 0 }, toChair, seenOf(moved), answers[0]),
  movedChannel: said({ kind: "meetingMoved", index: 0 }, channel, seenOf(moved)),
  changed: said({ kind: "meetingChanged", sequence: 1 }, toChair, {}, answers[0]),
  cancelled: said({ kind: "meetingCancelled" }, toSanna, seenOf(cancelled)),
  cancelledChannel: said({ kind: "meetingCancelled" }, channel, seenOf(cancelled)),
  left: said({ kind: "meetingLeft" }, toSanna, seenOf(without)),
  invitationLeft: said({ kind: "meetingInvitation" }, toSanna, seenOf(without)),
  forecast: said({ kind: "forecast" }, toChair),
  calledIn: said({ kind: "calledIn" }, toPetra, seenOf(called)),
  calledInReleased: said({ kind: "calledIn" }, toPetra, seenOf(released)),
  calledInSeat: said(
    { kind: "calledIn" },
    toPetra,
    seenOf(released, [...answers, attendance("person:sanna", "no"), attendance("person:petra", "no")]),
    attendance("person:petra", "no"),
  ),
  notice: said({ kind: "callingNotice" }, toSanna, seenOf(noticed)),
  noticeChannel: said({ kind: "callingNotice" }, channel, seenOf(noticed)),
  noticeDue: said({ kind: "noticeDue" }, toChair, seenOf(toNotice)),
  noticeDueSent: said({ kind: "noticeDue" }, toChair, seenOf(noticed)),
};

const pageOf =
  (person: PersonId, seen = seenOf(), attended?: Attendance) =>
  (lang: Lang) =>
    meetingPage(
      {
        seen,
        own: ownAnswer(seen.meeting, person, attended),
        nonce: "nonce-0001",
        officer: person === "person:chair",
        principals: person === "person:petra" ? [{ person: "person:sanna" }] : [],
      },
      aReader(lang),
    );
const group = aGroup();
const step = { meeting: usual(), group, nonce: "nonce-0001" };

const linked = {
  to: "meeting" as const,
  data: { meeting: "meeting:june", for: "person:aino" as const },
  name: "Aino Rantakoski",
  nonce: "nonce-0001",
};

const pages: Record<string, (lang: Lang) => Card> = {
  inviteForm: (lang) => inviteForm({ ...step, values: {}, people: [] }, aReader(lang)),
  uninviteForm: (lang) => uninviteForm({ seen: seenOf(), person: "person:sanna", nonce: "nonce-0001" }, aReader(lang)),
  attendForOutside: (lang) =>
    attendForForm(
      {
        seen: seenOf(),
        person: "person:aino",
        attendance: answers[1],
        nonce: "nonce-0001",
        officer: true,
        outside: true,
      },
      aReader(lang),
    ),
  linkForm: (lang) => linkForm(linked, aReader(lang)),
  linkHanded: (lang) =>
    handedCard({ ...linked, url: "https://ehdolla.example.org/m/june/abc", until: TODAY + 30 * DAY }, aReader(lang)),
  endLinksForm: (lang) => endLinksForm(linked, aReader(lang)),
  page: pageOf("person:sanna"),
  pageAnswered: pageOf("person:chair", seenOf(), answers[0]),
  pageSubstitute: pageOf("person:petra"),
  manage: (lang) => meetingManageCard({ seen: seenOf(toNotice) }, aReader(lang)),
  manageCancelled: (lang) => meetingManageCard({ seen: seenOf(cancelled), notice: "OK" }, aReader(lang)),
  people: (lang) => peopleCard({ seen: seenOf(called), page: 0 }, aReader(lang)),
  attendFor: (lang) =>
    attendForForm(
      { seen: seenOf(), person: "person:sanna", attendance: undefined, nonce: "nonce-0001", officer: true },
      aReader(lang),
    ),
  form: (lang) => meetingForm({ group, values: {}, people: [], nonce: "nonce-0001" }, aReader(lang)),
  formBilingual: (lang) =>
    meetingForm(
      { group: aGroup({ languages: ["fi", "sv"] }), values: {}, people: [], nonce: "nonce-0001", problem: "OK" },
      aReader(lang),
    ),
  changeForm: (lang) =>
    meetingForm(
      { group, meeting: noticed, values: valuesOf(noticed), people: [], nonce: "nonce-0001" },
      aReader(lang, { door: "dialog" }),
    ),
  move: (lang) => moveForm(step, aReader(lang)),
  cancelForm: (lang) => cancelForm(step, aReader(lang)),
  noticeForm: (lang) => noticeForm({ ...step, meeting: noticed }, aReader(lang)),
  calendar: (lang) =>
    calendarCard({ meeting: usual(), group, url: "https://ehdolla.example.org/calendar/abc" }, aReader(lang)),
  copy: (lang) =>
    meetingCopyCard(
      {
        meeting: usual(),
        group,
        copied: {
          addresses: ["tiina.saraluoto@example.org", "sanna.kaislamo@example.org"],
          without: ["Oskari Haavisalo"],
          subject: "Kesäkuun kokous",
          body: "https://teams.example.org/l/meetup-join/1",
        },
      },
      aReader(lang),
    ),
  list: (lang) =>
    meetingsCard(
      {
        listed: [
          { meeting: usual(), group },
          { meeting: usual({ id: "meeting:july" }), group, attendance: attendance("person:sanna", "yes") },
          { meeting: cancelled, group },
        ],
        person: "person:sanna",
        page: 0,
        led: [group],
      },
      aReader(lang),
    ),
  listEmpty: (lang) => meetingsCard({ listed: [], person: "person:sanna", page: 0, led: [] }, aReader(lang)),
};

const cards = { ...sayings, ...pages };

describe("cards of meetings", () => {
  for (const [name, draw] of Object.entries(cards))
    it(`says the same in three languages, without complaint: ${name}`, () => {
      for (const lang of langs) {
        const card = draw(lang);
        assert.deepEqual(complaints(card), [], lang);
        assert.deepEqual(badPresses(card), [], lang);
        matchesSnapshot(`meeting/${name}-${lang}`, card);
      }
    });

  it("tells whether there will be a quorum: enough, still open, or too few", () => {
    const strip = (own: Partial<Meeting>, attendances: Attendance[]) =>
      wordsOn(meetingCard(seenOf(usual(own), attendances), aReader()));
    assert.match(strip({}, answers), /Päätösvaltaisuus on vielä auki:\n 1 \/ 3 tulossa, tarvitaan 2\./);
    assert.match(strip({ quorum: 1 }, answers), /Päätösvaltainen:\n 1 \/ 3 tulossa, tarvitaan 1\./);
    const absent = ["person:chair", "person:oskari"].map((p) => attendance(p as PersonId, "no"));
    assert.match(strip({}, absent), /Ei päätösvaltainen:\n 0 \/ 3 tulossa, tarvitaan 2\./);
  });

  it("offers the calendar first to whoever comes, after the answers to whoever hasn't said, else in a row, and not to whoever stays away", () => {
    const titles = (card: Card) => (card.actions ?? []).map((a) => a.title);
    assert.equal(titles(sayings.invitationAnswered?.("fi") as Card)[0], "Lisää kalenteriin");
    assert.equal(titles(sayings.calledIn?.("fi") as Card)[2], "Lisää kalenteriin");
    assert.match(JSON.stringify(sayings.calledIn?.("fi")), /Näytä kokous/);
    const three = sayings.invitation?.("fi") as Card;
    const invitationAfter = (coming: Coming) =>
      said({ kind: "meetingInvitation" }, toSanna, {}, attendance("person:sanna", coming));
    assert.equal(titles(three).length, 3);
    assert.match(JSON.stringify(three.body), /"Action.OpenUrl","title":"Lisää kalenteriin"/);
    for (const coming of ["no", "substitute"] as const)
      assert.doesNotMatch(JSON.stringify(invitationAfter(coming)("fi")), /Lisää kalenteriin/);
    assert.doesNotMatch(JSON.stringify(sayings.calledInReleased?.("fi")?.actions ?? []), /kalenteriin/);
  });

  it("tells whoever comes in somebody's place as a substitute", () => {
    const seen = seenOf(called, [attendance("person:sanna", "substitute"), attendance("person:petra", "yes")]);
    assert.match(wordsOn(said({ kind: "forecast" }, toChair, seen)("fi")), /Petra \S+ \(varajäsen\)/);
  });

  it("gives a meeting that is off to be taken out of the calendar", () => {
    const url = "https://ehdolla.example.org/calendar/abc";
    const words = wordsOn(calendarCard({ meeting: cancelled, group, url }, aReader()));
    assert.match(words, /Poista kalenterista/);
    assert.doesNotMatch(words, /tulee kalenteriisi/);
    assert.match(wordsOn(pageOf("person:sanna", seenOf(cancelled))("fi")), /Poista kalenterista/);
  });

  it("offers the substitute only to members who have one, and not again what holds already", () => {
    const invitation = (card: Card) => (card.actions ?? []).map((a) => a.title);
    assert.deepEqual(invitation(pages.page?.("fi") as Card), ["Tulen", "En pääse", "Varajäseneni tulee"]);
    const alone = pageOf("person:sanna", seenOf(usual({ invited: invited.slice(0, 4) })))("fi");
    assert.deepEqual(invitation(alone), ["Tulen", "En pääse"]);
    assert.deepEqual(invitation(sayings.invitationAnswered?.("fi") as Card).slice(1), ["En pääse", "Näytä kokous"]);
    assert.doesNotMatch(JSON.stringify(sayings.invitationStandby?.("fi")), /meeting\.attend/);
    assert.doesNotMatch(JSON.stringify(sayings.calledInReleased?.("fi")), /meeting\.attend/);
  });

  it("asks anew after a move with the revision of the earlier answer, so that the new one isn't taken for stale", () => {
    const card = sayings.moved?.("fi") as Card;
    const { data } = pressData(card, "Tulen");
    assert.deepEqual([data.rev, data.sequence], [1, 1]);
  });

  it("tells a substitute who declined that they can't come, not that they aren't needed", () => {
    const seen = seenOf(released, [attendance("person:petra", "no")]);
    const words = wordsOn(pageOf("person:petra", seen, attendance("person:petra", "no"))("fi"));
    assert.match(words, /Et pääse kokoukseen\./);
    assert.doesNotMatch(words, /ei enää tarvita/);
  });

  it("shows whoever isn't called any more the meeting as it was then, without what came later, and no answer to press", () => {
    for (const name of ["left", "invitationLeft"]) {
      const card = sayings[name]?.("fi") as Card;
      assert.match(wordsOn(card), /Sinua ei enää kutsuta tähän kokoukseen\..*ma 14\.6\.2027/s);
      assert.doesNotMatch(wordsOn(card), /21\.6\.|Salainen/);
      assert.doesNotMatch(JSON.stringify(card), /meeting\.|Lisää kalenteriin/);
    }
    const page = pageOf("person:sanna", seenOf(without))("fi");
    assert.doesNotMatch(wordsOn(page), /21\.6\.|Salainen|Lataa kalenteritiedosto/);
    assert.doesNotMatch(JSON.stringify(page), /meeting\.attend/);
  });

  it("offers a link for whoever isn't in Teams, and to nobody but officers", () => {
    assert.match(JSON.stringify(pages.attendForOutside?.("fi")), /meeting\.linkForm.*meeting\.endLinksForm/);
    assert.doesNotMatch(JSON.stringify(pages.attendFor?.("fi")), /linkForm|endLinksForm/);
    const parts = { seen: seenOf(), person: "person:aino", attendance: undefined, nonce: "nonce-0001" } as const;
    const theirs = attendForForm({ ...parts, officer: false, outside: true }, aReader());
    assert.doesNotMatch(JSON.stringify(theirs), /linkForm|endLinksForm|uninvite/);
  });

  it("leads on from a dialog by presses that a dialog can send", () => {
    const reader = aReader("fi", { door: "dialog", client: { dialogs: true, picker: false } });
    const seen = seenOf(toNotice);
    const own = ownAnswer(seen.meeting, "person:sanna", undefined);
    const listed = [{ meeting: usual(), group }];
    const drawn = [
      meetingPage({ seen, own, nonce: "nonce-0001", officer: true, principals: [{ person: "person:oskari" }] }, reader),
      meetingManageCard({ seen }, reader),
      peopleCard({ seen, page: 0 }, reader),
      meetingForm({ group, meeting: noticed, values: {}, people: [], nonce: "nonce-0001" }, reader),
      moveForm(step, reader),
      inviteForm({ ...step, values: {}, people: [] }, reader),
      uninviteForm({ seen, person: "person:sanna", nonce: "nonce-0001" }, reader),
      attendForForm(
        { seen, person: "person:aino", attendance: undefined, nonce: "nonce-0001", officer: true, outside: true },
        reader,
      ),
      linkForm(linked, reader),
      endLinksForm(linked, reader),
      meetingsCard({ listed, person: "person:sanna", page: 0, led: [group, group] }, reader),
      calendarCard({ meeting: usual(), group, url: "https://ehdolla.example.org/calendar/abc" }, reader),
    ];
    for (const card of drawn) {
      assert.doesNotMatch(JSON.stringify(card), /Action\.Execute|task\/fetch/, card.fallbackText);
      assert.deepEqual(badPresses(card), []);
    }
  });

  it("has no buttons once the meeting has begun", () => {
    const late = aReader("fi", { now: usual().start.at });
    assert.equal(meetingCard(seenOf(), late).actions, undefined);
    assert.doesNotMatch(JSON.stringify(meetingManageCard({ seen: seenOf() }, late)), /moveForm|noticeForm|cancelForm/);
  });

  it("shows the reader's own clock beside the group's where they differ", () => {
    const away = aReader("fi", { ownZone: "America/New_York" });
    assert.match(wordsOn(meetingCard(seenOf(), away)), /sinun aikaasi ma 14\.6\. klo 6\.00/);
    assert.doesNotMatch(wordsOn(meetingCard(seenOf(), aReader("fi", { ownZone: "Europe/Riga" }))), /sinun aikaasi/);
  });

  it("tells in the channel nobody's name but the organiser's", () => {
    for (const name of ["channel", "movedChannel", "noticeChannel", "cancelledChannel"]) {
      const words = wordsOn(sayings[name]?.("fi") as Card);
      for (const who of ["Sanna", "Oskari", "Petra", "Aino", "Loma"]) assert.ok(!words.includes(who), `${name} ${who}`);
    }
  });

  const hostile = '**[paina](https://example.org)** <at>kaikki</at> {{DATE(2027-01-01T00:00:00Z)}} ![](x) "\\';
  const longest = (words: string, max: number) => words.repeat(Math.ceil(max / words.length)).slice(0, max);
  const filled = (words: string): Meeting => {
    const of = (max: number) => longest(words, max);
    const local = (max: number) => ({ fi: of(max), sv: of(max), en: of(max) });
    const crowd = Array.from({ length: 200 }, (_, i): Invited => {
      const role = i < 150 ? "member" : i < 190 ? "substitute" : "guest";
      return { person: `person:${"0123456789abcdef".repeat(2)}-${i}`, role };
    });
    return usual({
      id: "meeting:0123456789abcdef01234567",
      title: local(meetingCaps.title),
      note: local(meetingCaps.note),
      venue: {
        mode: "hybrid",
        place: of(meetingCaps.place),
        joinUrl: `https://example.org/${"ä".repeat(100)}${"a".repeat(meetingCaps.url - 120)}`,
        accessibility: of(meetingCaps.practical),
        interpreting: of(meetingCaps.practical),
        parking: of(meetingCaps.practical),
      },
      organiser: { name: of(120), email: "a@example.org" },
      invited: crowd,
      answerBy: moment("2027-06-10", "12:00"),
      notice: { ...noticed.notice, by: moment("2027-06-10") },
      calledIn: crowd.slice(150, 170).map(({ person }, i) => ({
        person,
        for: `person:${"0123456789abcdef".repeat(2)}-${i}`,
        at: TODAY,
      })),
    });
  };

  for (const [kind, words] of Object.entries({ long: "Hyvinvointialueen äänioikeutettu ", quotes: '"\\', hostile }))
    it(`stays under the limit with 200 people and every field at its cap: ${kind}`, () => {
      const meeting = filled(words);
      const big = aGroup({ languages: ["fi", "sv", "en"], name: { fi: longest(words, 120) } });
      const names = Object.fromEntries(meeting.invited.map((i) => [i.person, longest(words, 120)]));
      const all = meeting.invited.map((i, at) =>
        attendance(i.person, at % 2 ? "no" : "yes", {
          as: "officer",
          comment: longest(words, meetingCaps.comment),
        }),
      );
      for (const attendances of [all, []]) {
        const seen = seenOf(meeting, attendances, big, names);
        const [first] = meeting.invited;
        const person = first?.person ?? "person:chair";
        const own = ownAnswer(meeting, person, attendances[0]);
        const off = {
          ...seen,
          meeting: {
            ...meeting,
            status: "cancelled" as const,
            cancelled: { at: TODAY, by: person, reason: longest(words, meetingCaps.reason) },
          },
        };
        const principals = meeting.invited.map((i) => ({ person: i.person }));
        const at = { meeting, group: big, nonce: "0123456789abcdef0123456789abcdef" };
        const to: Recipient = { to: "person", person };
        const values = Object.fromEntries(
          Object.keys({
            ...valuesOf(meeting),
            members: "",
            substitutes: "",
            personal: "",
            guests: "",
            outside: "",
          }).map((key) => [
            key,
            key === "mode"
              ? "hybrid"
              : key.endsWith("Date") || key.endsWith("Time")
                ? undefined
                : longest(
                    words,
                    key.startsWith("title")
                      ? meetingCaps.title
                      : key.startsWith("note")
                        ? meetingCaps.note
                        : ["members", "substitutes", "guests"].includes(key)
                          ? meetingCaps.people
                          : ((meetingCaps as Record<string, number>)[key] ?? 200),
                  ),
          ]),
        );
        const drawn: Card[] = [
          meetingCard(seen, aReader()),
          meetingPage(
            { seen, own, nonce: at.nonce, officer: true, principals, comment: longest(words, meetingCaps.comment) },
            aReader(),
          ),
          meetingManageCard({ seen, notice: "OK" }, aReader()),
          meetingManageCard({ seen: off }, aReader()),
          ...Array.from({ length: 10 }, (_, page) => peopleCard({ seen, page }, aReader())),
          meetingForm({ group: big, values, people: [], nonce: at.nonce, problem: "OK" }, aReader()),
          moveForm(at, aReader()),
          cancelForm({ ...at, reason: longest(words, meetingCaps.reason) }, aReader()),
          noticeForm(at, aReader()),
          attendForForm(
            { seen, person, attendance: attendances[0], nonce: at.nonce, officer: true, outside: true },
            aReader(),
          ),
          inviteForm({ ...at, values, people: [], problem: "OK" }, aReader()),
          uninviteForm({ seen, person, nonce: at.nonce }, aReader()),
          linkForm({ ...linked, name: longest(words, 200) }, aReader()),
          meetingsCard(
            { listed: Array.from({ length: 50 }, () => ({ meeting, group: big })), person, page: 0, led: [big, big] },
            aReader(),
          ),
          meetingCopyCard(
            {
              ...at,
              copied: {
                addresses: Array.from({ length: 200 }, (_, i) => `${"a".repeat(50)}${i}@example.org`),
                without: Object.values(names),
                subject: longest(words, 120),
                body: longest(words, 1_600),
              },
            },
            aReader(),
          ),
          said({ kind: "meetingInvitation" }, to, seen)("fi"),
          said({ kind: "meetingMoved", index: 0 }, to, { ...seen, meeting: { ...meeting, moves: moved.moves } })("fi"),
          said({ kind: "meetingCancelled" }, to, off)("fi"),
          said({ kind: "forecast" }, toChair, seen)("fi"),
          said({ kind: "callingNotice" }, to, seen)("fi"),
          said({ kind: "noticeDue" }, toChair, seen)("fi"),
        ];
        for (const card of drawn) {
          assert.deepEqual(complaints(card), [], card.fallbackText);
          assert.deepEqual(badPresses(card), [], card.fallbackText);
        }
      }
    });

  it("reminds of an answer by its day, and says only that one is wanted once the day has passed", () => {
    const asked = (now: number) =>
      wordsOn(
        meetingPage(
          {
            seen: seenOf(),
            own: ownAnswer(usual(), "person:sanna", undefined),
            nonce: "nonce-0001",
            officer: false,
            principals: [],
          },
          aReader("fi", { now }),
        ),
      );
    assert.match(asked(TODAY), /Ilmoita viimeistään su 13\.6\.2027 klo 13\.00, tuletko\./);
    assert.match(asked(usual().start.at - DAY + 1), /Ilmoita, tuletko\./);
  });
});
