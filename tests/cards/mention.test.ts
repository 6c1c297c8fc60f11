import assert from "node:assert/strict";
import { langs } from "../../bot/domain/lang.ts";
import { card } from "../../cards/kit.ts";
import { mentions } from "../../cards/mention.ts";
import { pollMentionCard } from "../../cards/poll-told.ts";
import { aGroup, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { aPoll } from "../support/polls.ts";

const sanna = { name: "Sanna Kaislamo", account: "29:sanna" };

describe("a mention", () => {
  it("is of those whom Teams knows, and the others are only named", () => {
    const { line, entities } = mentions([sanna, { name: "Oili Esimerkki" }], "ja 3 muuta");
    assert.equal(line.text, "<at>Sanna Kaislamo</at>, Oili Esimerkki, ja 3 muuta");
    assert.deepEqual(entities, [
      { type: "mention", text: "<at>Sanna Kaislamo</at>", mentioned: { id: "29:sanna", name: "Sanna Kaislamo" } },
    ]);
  });

  it("can't be ended, added to or formatted by a name", () => {
    const name = "</at><at>kaikki</at> **x** [y](https://example.org) &lt;";
    const { line, entities } = mentions([{ name, account: "29:aku" }, { name }, { name: "<>", account: "29:nimetön" }]);
    const [written = ""] = [String(line.text)];
    assert.deepEqual(written.match(/(?<!\\)<at>/g)?.length, 2);
    assert.deepEqual(
      entities.map(({ text }) => text),
      ["<at>atatkaikkiat x yhttpsexample.org lt</at>", "<at>Teams</at>"],
    );
    assert.ok(!/(?<!\\)(\*|\[|\]\()/.test(written), written);
    assert.deepEqual(entities[0]?.mentioned, { id: "29:aku", name });
  });

  it("tells two people of the same name apart", () => {
    const { line, entities } = mentions([sanna, { ...sanna, account: "29:other" }]);
    assert.equal(line.text, "<at>Sanna Kaislamo</at>, <at>Sanna Kaislamo 2</at>");
    assert.deepEqual(
      entities.map(({ mentioned }) => mentioned),
      [
        { id: "29:sanna", name: "Sanna Kaislamo" },
        { id: "29:other", name: "Sanna Kaislamo" },
      ],
    );
  });

  it("stands on its card beside its width, and on no card without one", () => {
    const parts = { lang: "fi" as const, fallbackText: "x", body: [] };
    const { entities } = mentions([sanna]);
    assert.deepEqual(card({ ...parts, entities, fullWidth: true }).msteams, { width: "Full", entities });
    assert.deepEqual(card({ ...parts, entities: [] }).msteams, undefined);
  });

  it("is accepted for as many as a card names, with the longest names", () => {
    const persons = Array.from({ length: 300 }, (_, i) => `person:${i}` as const);
    const of = <T>(each: (n: number) => T) => Object.fromEntries(persons.map((p, i) => [p, each(i)]));
    const names = of((n) => `${"Ä_*<".repeat(40)} ${n}`);
    for (const lang of langs) {
      const at = { poll: aPoll(), group: aGroup(), persons, names, accounts: of((n) => `29:${"x".repeat(90)}${n}`) };
      const drawn = pollMentionCard(at, aReader(lang));
      assert.deepEqual(complaints(drawn), []);
      assert.equal(drawn.msteams?.entities?.length, 40);
    }
  });
});
