import assert from "node:assert/strict";
import { LINK_LIFE } from "../../bot/domain/download.ts";
import { type Lang, langs } from "../../bot/domain/lang.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import { appendixCard } from "../../cards/appendix.ts";
import { cardOf } from "../../cards/showing.ts";
import { aCall, aGroup, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { TODAY } from "../support/ports.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const linksIn = (languages: readonly Lang[]): NonNullable<Showing["links"]> =>
  languages.flatMap((lang) =>
    (["docx", "xlsx"] as const).map((format) => ({
      lang,
      format,
      url: `https://ehdolla.example.org/download/${lang}-${format}-token-22-chars`,
      until: TODAY + LINK_LIFE,
    })),
  );

const aShowing = (languages: Lang[], own: Partial<Showing> = {}): Showing => ({
  delivery: {
    kind: "delivery",
    id: "del:0123456789abcdef01234567",
    rev: 1,
    round: "call:7f3k",
    saying: { kind: "appendix" },
    to: { to: "person", person: "person:chair" },
    status: "claimed",
    at: TODAY,
    tries: 1,
  },
  group: aGroup({ languages }),
  call: aCall({ status: "closed" }),
  nominations: [],
  head: { seq: 41, head: "3f2a91c01b22".padEnd(64, "a4") },
  links: linksIn(languages),
  ...own,
});

const urlsIn = (value: unknown) => [...JSON.stringify(value).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url);

describe("the card that brings the appendix", () => {
  for (const lang of langs) {
    it(`is drawn in ${lang} as it was agreed, for one language and for three`, () => {
      for (const languages of [[lang], [...langs]] as Lang[][]) {
        const card = cardOf(aShowing(languages), aReader(lang));
        assert.deepEqual(complaints(card), []);
        matchesSnapshot(`appendix-${languages.length === 1 ? "one" : "three"}.${lang}`, card);
      }
    });
  }

  it("leads to each file exactly once, by at most three actions and otherwise by rows", () => {
    const one = appendixCard(aShowing(["fi"]), aReader());
    assert.equal(urlsIn(one.actions).length, 2);
    assert.equal(urlsIn(one.body).length, 0);
    const three = appendixCard(aShowing(["fi", "sv", "en"]), aReader());
    assert.equal(urlsIn(three.actions).length, 0);
    assert.equal(new Set(urlsIn(three.body)).size, 6);
  });

  it("says until when the links work, and once they are over offers only to make new ones", () => {
    assert.match(JSON.stringify(appendixCard(aShowing(["fi"]), aReader())), /Linkit toimivat klo.14\.10 asti/);
    const later = aReader("fi", { now: TODAY + LINK_LIFE });
    for (const languages of [["fi"], ["fi", "sv"]] as Lang[][]) {
      const over = appendixCard(aShowing(languages), later);
      assert.deepEqual(urlsIn(over), []);
      assert.match(JSON.stringify(over.body), /Linkit eivät ole enää voimassa/);
      assert.deepEqual(
        over.actions?.map(({ verb }) => verb),
        ["appendix.make"],
      );
    }
  });

  it("stands with the longest names and shows them as text", () => {
    const title = "**Haku** [linkki](https://example.org) ".repeat(20);
    const group = aGroup({ languages: ["fi", "sv", "en"], name: { fi: title } });
    const card = appendixCard(
      aShowing(["fi", "sv", "en"], { group, call: aCall({ title: { fi: title } }) }),
      aReader(),
    );
    assert.deepEqual(complaints(card), []);
  });
});
