import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { type AppManifest, AppManifestUtils } from "@microsoft/app-manifest";
import JSZip from "jszip";
import { langs } from "../../bot/domain/lang.ts";
import { commands, unlistedCommands } from "../../cards/text/commands.ts";
import { appPackage } from "../../manifest/package.ts";
import { readPackageSettings, sampleEnv } from "../../manifest/settings.ts";
import { additionalLanguages, defaultLanguage, localisation, manifest } from "../../manifest/template.ts";
import { alphas, colours, decodePng } from "../support/png.ts";

const reading = readPackageSettings({ ...sampleEnv, APP_VERSION: "1.2.3" });
assert.ok(reading.ok);
const { settings } = reading;
const icon = async (name: string) =>
  decodePng(await readFile(new URL(`../../manifest/icons/${name}`, import.meta.url)));

/** Microsoft's schema for words, without the entries of other kinds of app, some of which the validator can't read. */
async function wordsSchema() {
  const file = `../build/json-schemas/teams/v${manifest(settings).manifestVersion}/MicrosoftTeams.Localization.schema.json`;
  const main = createRequire(import.meta.url).resolve("@microsoft/app-manifest");
  const schema = JSON.parse(await readFile(new URL(file, pathToFileURL(main)), "utf8"));
  const ours = Object.entries(schema.patternProperties).filter(([place]) => /^\^(bots|composeExtensions)/.test(place));
  assert.ok(ours.length > 2 && schema.additionalProperties === false);
  return { ...schema, patternProperties: Object.fromEntries(ours) };
}

/** What stands at a place like `bots[0].commandLists[1].commands[2].title`. */
const at = (place: string, whole: unknown): unknown =>
  place.split(/[.[\]]+/).reduce((part, key) => (part as Record<string, unknown>)[key], whole);

describe("the app's manifest", () => {
  it("is one that Microsoft's schema accepts", async () => {
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest(settings)), []);
  });

  for (const language of langs)
    it(`has words in ${language} that Microsoft's schema accepts`, async () => {
      const words: unknown = localisation(language);
      assert.deepEqual(await AppManifestUtils.validateAgainstSchema(words as AppManifest, await wordsSchema()), []);
    });

  it("holds the default language's words in the very places that the others replace", () => {
    const whole = manifest(settings);
    for (const [place, words] of Object.entries(localisation(defaultLanguage)))
      if (place !== "$schema") assert.equal(at(place, whole), words, place);
  });

  it("leaves no title or description without a translation", () => {
    const translated = Object.keys(localisation(defaultLanguage)).filter((place) =>
      /\.(title|description)$/.test(place),
    );
    const written = JSON.stringify({ ...manifest(settings), description: {} }).match(/"(title|description)":"/g);
    assert.equal(written?.length, translated.length);
    for (const language of additionalLanguages)
      assert.deepEqual(Object.keys(localisation(language)), Object.keys(localisation(defaultLanguage)));
  });

  it("offers every command in the 1:1 chat, and in teams and chats only what everyone may see", () => {
    const [personal, shared] = manifest(settings).bots?.[0]?.commandLists ?? [];
    assert.equal(personal?.commands.length, Object.keys(commands).length - unlistedCommands.length);
    assert.ok(personal && personal.commands.length <= 10);
    const offered = shared?.commands.map(({ title }) => title) ?? [];
    assert.ok(offered.includes("apua"));
    for (const own of [commands.myTasks, commands.myProposals, commands.board])
      assert.ok(!offered.includes(own.fi.title), own.fi.title);
  });

  it("names the bot's own host and no other, and asks for no permission to read", () => {
    const { validDomains, authorization, webApplicationInfo } = manifest(settings);
    assert.deepEqual(validDomains, ["ehdolla.example.org"]);
    assert.equal(authorization, undefined);
    assert.equal(webApplicationInfo, undefined);
  });
});

describe("the app's icons", () => {
  it("are 192 and 32 pixels wide and high", async () => {
    for (const [name, side] of Object.entries({ "color.png": 192, "outline.png": 32 })) {
      const { width, height } = await icon(name);
      assert.deepEqual([width, height], [side, side], name);
    }
  });

  it("have an outline of nothing but white on transparent", async () => {
    const outline = await icon("outline.png");
    assert.deepEqual([...colours(outline)], ["ffffff"]);
    assert.ok(alphas(outline).has(0) && alphas(outline).has(255));
  });

  it("have a colour icon that fills its square", async () => {
    assert.deepEqual([...alphas(await icon("color.png"))], [255]);
  });
});

describe("the app package", () => {
  it("holds the manifest and every file that it names, and nothing else", async () => {
    const zip = await JSZip.loadAsync(await appPackage(settings));
    const read = JSON.parse((await zip.file("manifest.json")?.async("string")) ?? "");
    const { icons, localizationInfo } = manifest(settings);
    const named = [
      icons.color,
      icons.outline,
      ...(localizationInfo?.additionalLanguages ?? []).map(({ file }) => file),
    ];
    assert.deepEqual(read, manifest(settings));
    assert.deepEqual(Object.keys(zip.files).sort(), ["manifest.json", ...named].sort());
    assert.deepEqual(JSON.parse((await zip.file("sv.json")?.async("string")) ?? ""), localisation("sv"));
  });

  it("comes out the same, byte for byte, whenever it is built", async () => {
    assert.deepEqual(await appPackage(settings), await appPackage(settings));
    const zip = await JSZip.loadAsync(await appPackage(settings));
    for (const { name, date } of Object.values(zip.files)) assert.equal(date.getUTCFullYear(), 2000, name);
  });
});
