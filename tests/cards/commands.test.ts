import assert from "node:assert/strict";
import fc from "fast-check";
import { commandOf, distanceBetween, folded } from "../../cards/commands.ts";
import { type CommandWords, commands } from "../../cards/text/commands.ts";

const phrases = Object.entries(commands).flatMap(([id, words]) =>
  Object.values(words as Record<string, CommandWords>).flatMap(({ title, aliases }) =>
    [title, ...aliases].map((phrase) => ({ id, phrase })),
  ),
);

describe("a message", () => {
  it("is a command in any of the three languages, however it is written", () => {
    for (const { id, phrase } of phrases)
      for (const written of [phrase, phrase.toUpperCase(), `  ${phrase}. `, `<at>Ehdolla</at> ${phrase}`])
        assert.equal(commandOf(written), id, written);
  });

  it("means the same without dots and rings, so no two commands may differ by them alone", () => {
    assert.equal(commandOf("ryhma"), "group");
    assert.equal(commandOf("hjalp"), "help");
    const meaning = new Map<string, string>();
    for (const { id, phrase } of phrases) {
      assert.equal(meaning.get(folded(phrase)) ?? id, id, phrase);
      meaning.set(folded(phrase), id);
    }
  });

  it("gets the nearest command when it is mistyped", () => {
    for (const [written, nearest] of [
      ["aupa", "help"],
      ["hautt", "openCalls"],
      ["omta asiat", "myTasks"],
      ["ansökninger", "openCalls"],
      ["helpp", "help"],
      ["uus haku", "newCall"],
      ["ehdokaat", "board"],
    ] as const)
      assert.deepEqual(commandOf(written), { nearest }, written);
  });

  it("gets the command whose words stand in a longer sentence", () => {
    assert.deepEqual(commandOf("Näytä kaikki avoimet haut, kiitos"), { nearest: "openCalls" });
    assert.deepEqual(commandOf("mikä on minun ryhmän asetukset"), { nearest: "group" });
  });

  it("is no command when it resembles none, is empty or is a whole text", () => {
    for (const written of ["", "  ", "<at>Ehdolla</at>", "xyzzyxyzzy", "👍", `haut ${"ja muuta ".repeat(200)}`])
      assert.equal(commandOf(written), undefined, written);
  });

  it("never makes the reading of it fail, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (written) => {
        commandOf(written);
      }),
    );
  });
});

describe("the distance between two words", () => {
  it("counts letters changed, added, left out and swapped", () => {
    for (const [a, b, distance] of [
      ["haku", "haku", 0],
      ["haku", "hako", 1],
      ["haku", "haku1", 1],
      ["haku", "hau", 1],
      ["haku", "hauk", 1],
      ["", "abc", 3],
    ] as const)
      assert.equal(distanceBetween(a, b), distance, `${a} ${b}`);
  });

  it("is the same both ways, and nothing only for the same word", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(distanceBetween(a, b), distanceBetween(b, a));
        assert.equal(distanceBetween(a, b) === 0, a === b);
      }),
    );
  });
});
