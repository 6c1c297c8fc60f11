import assert from "node:assert/strict";
import type { Recipient, Saying } from "../../bot/domain/delivery.ts";
import { langs } from "../../bot/domain/lang.ts";
import { startOfRecord } from "../../bot/domain/record.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import { mailOf, replyTo } from "../../cards/mail.ts";
import { aCall, aCandidate, aGroup, aNomination, aReader, moment } from "../support/builders.ts";
import { aMeeting } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const SANNA: Recipient = { to: "address", name: "Sanna Kaislamo", email: "sanna.kaislamo@example.org" };
const OSKARI: Recipient = { to: "person", person: "person:oskari" };
const page = (path: string) => ({
  url: `https://ehdolla.example.org/${path}/kaisla2027x/${"A".repeat(22)}`,
  until: moment("2027-06-19").at,
});

const showing = (saying: Saying, to: Recipient, own: Partial<Showing> = {}): Showing => ({
  delivery: {
    ...{ kind: "delivery", id: "del:01", rev: 1, round: "call:7f3k", saying, to },
    ...{ status: "claimed", at: TODAY, tries: 1 },
  },
  group: aGroup(),
  call: aCall({ publicId: "kaisla2027x" }),
  candidate: aCandidate({ outside: true }),
  nomination: aNomination(),
  nominations: [aNomination()],
  head: startOfRecord,
  ...own,
});

const candidate = "cand:01" as const;
const nomination = "nom:01" as const;
const said: Record<string, Showing> = {
  request: showing({ kind: "consentRequest", candidate }, SANNA, { page: page("c") }),
  reminder: showing({ kind: "consentReminder", candidate }, SANNA, { page: page("c") }),
  move: showing({ kind: "moveRequest", candidate }, SANNA, {
    page: page("c"),
    candidate: aCandidate({
      outside: true,
      move: { to: "t2", note: "Kokemus on päihdetyöstä.", by: "person:chair", at: TODAY, state: "asked" },
    }),
  }),
  withdrawn: showing({ kind: "nominationsWithdrawn", candidate }, SANNA),
  cancelled: showing({ kind: "callCancelled" }, SANNA, {
    call: aCall({ status: "cancelled", cancelled: { at: TODAY, by: "person:chair", reason: "Rahoitus peruuntui." } }),
  }),
  receipt: showing({ kind: "receipt", nomination }, OSKARI, { page: page("n") }),
  "co-proposer": showing(
    { kind: "coProposer", nomination, organisation: 1 },
    { to: "address", name: "Petra Lounasvuo", email: "petra.lounasvuo@example.org" },
    { page: page("o") },
  ),
  late: showing({ kind: "lateAccepted", nomination }, OSKARI, {
    page: page("n"),
    nomination: aNomination({
      status: "acceptedLate",
      lateAccepted: { by: "person:chair", at: TODAY, reason: "Palvelussa oli häiriö." },
    }),
  }),
  outcome: showing({ kind: "consentOutcome", candidate }, OSKARI, {
    page: page("n"),
    candidate: aCandidate({
      consent: "given",
      answers: [{ state: "given", at: TODAY, way: "web", by: "person:sanna", text: "fi-1" }],
    }),
  }),
};

describe("mail", () => {
  for (const [name, one] of Object.entries(said))
    for (const lang of langs)
      it(`says in ${lang} what the card says, and where to go on: ${name}`, () => {
        const { subject, text, html } = mailOf(one, [aReader(lang)], replyTo(one, TODAY));
        matchesSnapshot(`mail/${name}.${lang}`, { subject, text });
        for (const body of [subject, text, html]) assert.doesNotMatch(body, /undefined|\[object/);
        assert.equal(html.includes("https://ehdolla.example.org/"), one.page !== undefined);
        assert.match(html, /<meta name="color-scheme" content="light dark">/);
        for (const word of text.replace(/https:\S+/g, "").match(/\p{L}{3,}/gu) ?? [])
          assert.ok(html.includes(word), word);
      });

  it("tells a reader of another language at the top that theirs is below", () => {
    const { text, html } = mailOf(said.request as Showing, [aReader("fi"), aReader("sv"), aReader("en")], undefined);
    assert.match(text, /^På svenska nedan\. In English below\.\n/);
    assert.equal(html.match(/<div lang=/g)?.length, 3);
  });

  it("is answered by the contact of the day, else by whom the group names, else by nobody whom we know", () => {
    const { call, group } = said.request as Showing & { call: ReturnType<typeof aCall> };
    assert.equal(replyTo({ call, group }, TODAY)?.email, "tiina.saraluoto@example.org");
    const phoneOnly = { ...call, contacts: [{ name: "Tiina", phone: "0100 123 456" }] };
    assert.deepEqual(replyTo({ call: phoneOnly, group }, TODAY), { email: "tietosuoja@example.org" });
    const calls = (email: string) => aMeeting({ organiser: { name: "Tiina Saraluoto", email } });
    const tiina = { name: "Tiina Saraluoto", email: "tiina.saraluoto@example.org" };
    assert.deepEqual(replyTo({ meeting: calls(tiina.email), group }, TODAY), tiina);
    assert.deepEqual(replyTo({ meetings: [calls(tiina.email)], group }, TODAY), tiina);
    assert.deepEqual(replyTo({ meeting: calls("ehdolla@ehdolla.example.org"), group }, TODAY), {
      email: "tietosuoja@example.org",
    });
    assert.equal(replyTo({ call: phoneOnly, group: { ...group, privacyContact: "puh. 0100 123" } }, TODAY), undefined);
  });
});
