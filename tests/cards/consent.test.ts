import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { langs } from "../../bot/domain/lang.ts";
import { consentCard } from "../../cards/consent.ts";
import { outcomeCard } from "../../cards/consent-news.ts";
import { consentTextVersion, privacyNotice, versionOf } from "../../cards/notice.ts";
import { reasonPages, reasonsOf } from "../../cards/reasons.ts";
import { CONSENT_CAPS } from "../../cards/verbs/consent.ts";
import { verbs } from "../../cards/verbs.ts";
import { launchBrowser } from "../support/browser.ts";
import { aCall, aCandidate, aGroup, aNomination, aReader, moment } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { showCard } from "../support/draw.ts";
import { TODAY } from "../support/ports.ts";
import { matchesSnapshot } from "../support/snapshots.ts";
import { everyCard, longScene, usualScene } from "./candidacies.ts";

const view = { group: aGroup(), call: aCall(), candidate: aCandidate(), nominations: [aNomination()] };
const words = (card: unknown): string => JSON.stringify(card);

/** What a card draws: without the data that its presses carry. */
const drawn = (card: unknown): string => JSON.stringify(card, (key, value) => (key === "data" ? undefined : value));

describe("the cards about consent, candidates and the board", () => {
  for (const lang of langs) {
    for (const [name, card] of Object.entries(everyCard(usualScene(), lang)))
      it(`${name} is accepted without complaint, and looks in ${lang} as it did`, () => {
        assert.deepEqual(complaints(card), []);
        matchesSnapshot(`consent/${lang}/${name}`, card);
      });

    it(`stay small enough in ${lang} with everything as long as it may be`, () => {
      for (const door of ["card", "dialog"] as const)
        for (const [name, card] of Object.entries(everyCard(longScene(), lang, { door })))
          assert.deepEqual(complaints(card), [], name);
    });
  }

  it("press only what exists, with data that the verb accepts", () => {
    for (const [name, card] of Object.entries(everyCard(usualScene(), "fi"))) {
      const pressed = words(card).match(/"verb":"[^"]+"/g) ?? [];
      for (const one of pressed) assert.ok(one.slice(8, -1) in verbs, `${name}: ${one}`);
      for (const action of card.actions ?? []) {
        if (action.type !== "Action.Execute") continue;
        const verb = action.verb as keyof typeof verbs;
        assert.ok(verbs[verb].safeParse(action.data).success, `${name}: ${verb} ${words(action.data)}`);
      }
    }
  });
});

describe("the consent request", () => {
  it("names everybody who proposed, and every reason, however many there are", () => {
    const scene = longScene("Pitkä");
    const pages = reasonPages(reasonsOf({ ...scene }, aReader()), 11_000);
    assert.deepEqual(
      pages.flat().map((g) => g.nomination.id),
      scene.nominations.map((n) => n.id),
    );
    assert.match(words(consentCard({ ...scene, candidate: scene.candidate }, aReader())), /ja 35 muuta/);
  });

  it("asks for a limit only where there is something to limit", () => {
    const seats = aCall().seatGroups.map((s) => ({ ...s, substitutes: false }));
    const plain = words(consentCard({ ...view, call: aCall({ seatGroups: seats }) }, aReader()));
    assert.doesNotMatch(plain, /"id":"(limit|theme)"/);
    assert.match(plain, /"id":"limitText"/);
    const two = { ...view, nominations: [aNomination({ alternative: "t2" })] };
    assert.match(words(consentCard(two, aReader())), /"id":"theme"/);
  });

  it("keeps what was typed where it can be seen", () => {
    const card = consentCard(view, aReader(), { limit: "substitute", limitText: "Vain Teamsissa" });
    assert.match(words(card), /"value":"Vain Teamsissa"/);
    assert.doesNotMatch(words(card), /"id":"limits"/);
  });

  it("lapses on the card as soon as the time is over, before it is written down", () => {
    const late = aReader("fi", { now: moment("2027-05-18", "16:15").at + 1 });
    assert.match(words(consentCard(view, late)), /Ehdokkuus raukesi/);
    assert.match(words(consentCard(view, aReader("fi", { now: late.now - 1 }))), /consent\.give/);
  });

  it("offers nothing that isn't possible any more", () => {
    const cards = everyCard(usualScene(), "fi");
    for (const name of ["lapsed", "withdrawn", "selected", "cancelled", "wrong-person", "elsewhere"])
      assert.equal(cards[name]?.actions, undefined, name);
  });

  it("shows nothing of the candidate to somebody who said that it isn't them", () => {
    const cards = everyCard(usualScene(), "fi");
    for (const name of ["wrong-person", "elsewhere"]) assert.doesNotMatch(words(cards[name]), /Kaislamo|Omaiset ry/);
  });
});

describe("the privacy notice", () => {
  it("differs for an authority and for the organisations' own body", () => {
    const authority = privacyNotice(view, false, aReader()).join(" ");
    assert.match(authority, /Tietosuojavastaava: tietosuoja@example\.org/);
    assert.match(authority, /viranomaisen rekisteröimiä asiakirjoja ei kuitenkaan poisteta/);
    assert.match(authority, /Säilytysaika: 6 kuukautta toimikauden päättymisestä/);
    const own = privacyNotice({ ...view, group: aGroup({ body: "organisations" }) }, false, aReader()).join(" ");
    assert.doesNotMatch(own, /Tietosuojavastaava|rekisteröimiä|esityslistassa/);
  });

  it("has a version that follows its words and what the candidate commits to, in each language", () => {
    const of = (call = aCall(), lang: (typeof langs)[number] = "fi") =>
      consentTextVersion({ ...view, call }, aReader(lang));
    assert.match(of(), /^fi-[0-9a-f]{16}$/);
    assert.equal(of(), of(aCall({ rev: 7, deadline: moment("2027-05-15") })));
    assert.notEqual(of(), of(aCall({ fee: { fi: "100 euroa" } })));
    assert.notEqual(of(aCall(), "sv").slice(3), of().slice(3));
    assert.equal(versionOf(of(aCall(), "sv"), view, aReader("fi")), of(aCall(), "sv"));
  });
});

describe("what others are told of an answer", () => {
  const answer = {
    state: "declined",
    at: TODAY,
    way: "teams",
    by: "person:sanna",
    text: "x",
    reason: "Sairaus",
  } as const;
  const declined = { ...view, candidate: aCandidate({ consent: "declined", answers: [answer] }) };
  it("is the reason to officers only", () => {
    assert.match(words(outcomeCard(declined, "person:chair", aReader())), /Sairaus/);
    assert.doesNotMatch(words(outcomeCard(declined, "person:oskari", aReader())), /Sairaus|candidate\.show/);
  });
  it("is a limit without its own words to proposers", () => {
    const given = { ...answer, state: "given", limit: { role: "member", text: "omin sanoin" } } as const;
    const consented = { ...view, candidate: aCandidate({ consent: "given", answers: [given] }) };
    assert.match(words(outcomeCard(consented, "person:oskari", aReader())), /vain varsinainen jäsen/);
    assert.doesNotMatch(words(outcomeCard(consented, "person:oskari", aReader())), /omin sanoin/);
  });
});

describe("what is posted in the channel", () => {
  it("names who consented, and nothing of the others, of reasons or of limits", () => {
    const posted = words(everyCard(usualScene(), "fi").posted);
    assert.match(posted, /Sanna Kaislamo/);
    assert.doesNotMatch(posted, /Niemistö|Suovanen|Lehtokari|Niemisalo|Tuntee|example\.org/);
  });
});

describe("hostile text about a candidate", function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  it("is drawn as text in every card: no link, emphasis, image, mention or hidden direction", async () => {
    const hostile =
      "**x** [l](https://example.org) <b>b</b> <img src=x onerror=alert(1)> <at>Sanna</at> \u202Egro {{DATE(2027-05-14T10:00:00Z)}} ";
    const { group, call, candidate, nominations, candidates, typed } = longScene(hostile);
    const few = {
      group,
      call,
      candidate,
      nominations: nominations.slice(0, 2),
      candidates: candidates.slice(0, 3),
      typed,
    };
    const cards = Object.entries(everyCard(few, "fi"));
    for (const [name, card] of cards) assert.doesNotMatch(drawn(card), /\u202E/, name);
    const [[, first] = []] = cards;
    const items = cards.flatMap(([, card]) => [...card.body, { type: "ActionSet", actions: card.actions ?? [] }]);
    const page = await showCard(browser, { ...first, body: items, actions: [] });
    const made = await page.$$eval("#card a, #card em, #card strong, #card b, #card img, #card at", (all) =>
      all.map((one) => one.outerHTML),
    );
    assert.deepEqual(made, []);
    // biome-ignore lint/performance/useDomNodeTextContent: only laid-out text is what people see
    assert.match(await page.innerText("#card"), /<at>Sanna<\/at>/);
    await page.close();
  });
});

describe("what is typed about a consent", () => {
  it("is refused above its cap and taken at it", () => {
    const ids = { call: "call:7f3k", candidate: "cand:01", rev: 1, nonce: "nonce-0001" };
    const give = verbs["consent.confirmGive"];
    assert.ok(give.safeParse({ ...ids, limitText: "ä".repeat(CONSENT_CAPS.limitText) }).success);
    assert.ok(!give.safeParse({ ...ids, limitText: "ä".repeat(CONSENT_CAPS.limitText + 1) }).success);
    for (const bad of [
      { call: "cand:01" },
      { candidate: "__proto__" },
      { rev: -1 },
      { nonce: "<b>" },
      { limit: "both" },
      { theme: "../x" },
    ])
      assert.ok(!give.safeParse({ ...ids, ...bad }).success, words(bad));
  });
});
