import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { settings } from "../../bot/config.ts";
import { sampleEnv } from "../../manifest/settings.ts";

const read = (name: string) => readFile(new URL(`../../infra/${name}`, import.meta.url), "utf8");
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found ?? "").sort();

/** Names that App Service itself reads. */
const platform = /^(SCM|WEBSITE|WEBSITES)_/;

/** The settings that the template gives the app. */
const settingsGiven = async () => {
  const block = /'appsettings'\n {2}properties: \{\n([\s\S]*?)\n {2}\}/.exec(await read("main.bicep"))?.[1] ?? "";
  return matches(block, /^ {4}(\w+): /gm);
};

/** The settings that the README explains, and whether it says that the template gives them. */
const settingsExplained = async () => {
  const section = (await read("README.md")).split("## ").find((part) => part.startsWith("The app's settings")) ?? "";
  return [...section.matchAll(/^\| `(\w+)` +\|.*\| (yes|no) +\|$/gm)].map(([, name, given]) => ({ name, given }));
};

describe("the infrastructure", () => {
  it("gives the app exactly the settings that the README says it does", async () => {
    const given = (await settingsGiven()).filter((name) => !platform.test(name));
    const said = (await settingsExplained()).filter((row) => row.given === "yes").map(({ name }) => name);
    assert.ok(given.length > 0);
    assert.deepEqual(given, said.sort());
  });

  it("gives the app no setting that it doesn't read, and explains every one that it does", async () => {
    const known: readonly string[] = settings;
    const given = (await settingsGiven()).filter((name) => !platform.test(name));
    assert.deepEqual(
      given.filter((name) => !known.includes(name)),
      [],
    );
    assert.deepEqual((await settingsExplained()).map(({ name }) => name).sort(), settings.toSorted());
  });

  it("hands no password or key to the app, and allows none to open its data", async () => {
    for (const name of await settingsGiven()) assert.doesNotMatch(name, /PASSWORD|KEY|SECRET/);
    const [main, data] = [await read("main.bicep"), await read("data.bicep")];
    assert.match(data, /disableLocalAuth: true/);
    assert.doesNotMatch(main + data, /listKeys|@secure/);
  });

  it("keeps facts under Strong consistency, in the partitions and with the indexes that the store asks for", async () => {
    const data = await read("data.bicep");
    assert.match(data, /defaultConsistencyLevel: 'Strong'/);
    assert.deepEqual(matches(data, /paths: \['(.+)'\]/g), ["/pk"]);
    assert.deepEqual(matches(data, /path: '(.+)'/g), ["/*", "/dueAt/?", "/pk/?", "/type/?"]);
  });

  it("is asked for in the sample with parameters that the template has, and with every one that it needs", async () => {
    const main = await read("main.bicep");
    const set = matches(await read("sample.bicepparam"), /^param (\w+) = /gm);
    const known = matches(main, /^param (\w+) /gm);
    const needed = matches(main, /^param (\w+) [\w[\]]+$/gm);
    assert.deepEqual(needed, ["allowedTenants", "name"]);
    for (const name of set) assert.ok(known.includes(name), name);
    for (const name of needed) assert.ok(set.includes(name), name);
  });

  it("passes its data module exactly the parameters that it has", async () => {
    const block = /module data [\s\S]*?params: \{\n([\s\S]*?)\n {2}\}/.exec(await read("main.bicep"))?.[1] ?? "";
    assert.deepEqual(matches(block, /^ {4}(\w+): /gm), matches(await read("data.bicep"), /^param (\w+) /gm));
  });

  it("has brackets that close, each with its own kind", async () => {
    for (const file of ["main.bicep", "data.bicep"]) {
      let signs = (await read(file)).replace(/'(\\.|\$\{[^}]*\}|[^'\\])*'/g, "").replace(/[^()[\]{}]/g, "");
      for (let before = ""; before !== signs; ) {
        before = signs;
        signs = signs.replaceAll(/\(\)|\[\]|\{\}/g, "");
      }
      assert.equal(signs, "", file);
    }
  });

  it("refers only to what it declares", async () => {
    for (const file of ["main.bicep", "data.bicep"]) {
      const text = await read(file);
      const declared = matches(text, /\b(?:param|var|resource|module) (\w+) /g);
      const used = matches(text, /\b(\w+)\.(?:id|name|outputs|properties)\b/g);
      assert.ok(used.length > 0);
      for (const name of used) assert.ok(declared.includes(name), `${name} in ${file}`);
    }
  });

  it("explains every setting of the app package", async () => {
    const readme = await read("README.md");
    for (const name of [...Object.keys(sampleEnv), "APP_VERSION", "DEVELOPER_NAME", "DEVELOPER_TERMS_URL"])
      assert.ok(readme.includes(`\`${name}\``), name);
  });
});
