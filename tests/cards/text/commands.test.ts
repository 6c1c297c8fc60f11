import assert from "node:assert/strict";
import { type CommandWords, commands, messageCommands, unlistedCommands } from "../../../cards/text/commands.ts";

const words = Object.entries(commands).flatMap(([id, languages]) =>
  Object.values(languages as Record<string, CommandWords>).map((word) => ({ id, ...word })),
);

describe("commands", () => {
  it("are written so that a word means one command, whatever language it is in", () => {
    const meaning = new Map<string, string>();
    for (const { id, title, aliases } of words)
      for (const word of [title, ...aliases]) {
        const other = meaning.get(word) ?? id;
        assert.equal(other, id, `"${word}" means both ${other} and ${id}`);
        meaning.set(word, id);
      }
  });

  it("say each word once in a language and in lower case, as it is looked up", () => {
    for (const { title, aliases } of words)
      for (const [at, word] of [title, ...aliases].entries()) {
        assert.equal(word, word.normalize("NFC").trim().toLocaleLowerCase("fi"));
        assert.equal([title, ...aliases].indexOf(word), at, `"${word}" is there twice`);
      }
  });

  it("fit Teams' menus: ten commands, 32 characters a title, 128 a description", () => {
    assert.ok(Object.keys(commands).length - unlistedCommands.length <= 10);
    const shown = [...words, ...Object.values(messageCommands).flatMap((languages) => Object.values(languages))];
    for (const { title, description } of shown) {
      assert.ok(title.length > 0 && title.length <= 32, title);
      assert.ok(description.length > 0 && description.length <= 128, description);
    }
  });
});
