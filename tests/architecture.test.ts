import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** Who may import from whom; a folder may always import from itself. `*` is anybody outside the tree. */
const allowed: Record<string, readonly string[]> = {
  "bot/domain": [],
  cards: ["bot/domain"],
  "bot/usecases": ["bot/domain"],
  "bot/storage": ["bot/domain", "bot/usecases", "bot/config"],
  "bot/scheduler": ["bot/domain", "bot/usecases"],
  "bot/teams": ["bot/domain", "bot/usecases", "bot/config", "cards"],
  "bot/web": ["bot/domain", "bot/usecases", "cards"],
  "bot/mail": ["bot/domain", "bot/usecases", "cards"],
  "bot/local": ["bot/domain", "bot/usecases", "bot/config"],
  "bot/config": ["bot/domain"],
  "bot/log": ["bot/config"],
};
/** Composition roots know everything. */
const roots = ["bot/main", "bot/site", "bot/start", "bot/cli"];

/** Packages that only one part of the code may know. */
const packages: Record<string, readonly string[]> = {
  botbuilder: [],
  "botbuilder/lib/cloudAdapter.js": ["bot/teams"],
  "botbuilder-core": ["bot/teams"],
  "botframework-connector": ["bot/teams"],
  "botframework-schema": ["bot/teams"],
  restify: ["bot/web", "bot/teams", "bot/site"],
  "restify/lib/router.js": ["bot/web"],
  "restify/lib/server.js": ["bot/web"],
  "node:sqlite": ["bot/storage"],
  "@azure/cosmos": ["bot/storage"],
  "nodemailer/lib/mail-composer": ["bot/mail"],
  "nodemailer/lib/smtp-connection": ["bot/mail"],
};
/** The pure parts know no world: no files, network, clocks or chance. */
const pure = ["bot/domain", "cards"];
const pureImports = ["node:crypto", "luxon", "zod", "ical-generator"];

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".ts") && !f.endsWith(".d.ts"))
    .map((f) => join(folder, f));

const partOf = (file: string): string =>
  file.startsWith("cards") ? "cards" : file.replace(/\.ts$/, "").split("/").slice(0, 2).join("/");

const importsOf = (file: string): { from: string; typeOnly: boolean }[] =>
  [
    ...readFileSync(file, "utf8").matchAll(
      /(?:^|\n)(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)/g,
    ),
  ].map(([, type, from, dynamic]) => ({ from: from ?? dynamic ?? "", typeOnly: Boolean(type) }));

describe("the architecture", () => {
  const sources = [...files("bot"), ...files("cards")];

  it("lets each part import only what lies below it", () => {
    const wrong = sources.flatMap((file) => {
      const part = partOf(file);
      if (roots.some((root) => part.startsWith(root))) return [];
      return importsOf(file)
        .filter(({ from }) => from.startsWith("."))
        .map(({ from }) => partOf(normalize(join(dirname(file), from))))
        .filter((target) => target !== part && !allowed[part]?.includes(target))
        .map((target) => `${file} imports ${target}`);
    });
    assert.deepEqual(wrong, []);
  });

  it("keeps a package that will be replaced some day in the one folder that is rewritten then", () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => packages[from] && !packages[from].includes(partOf(file)))
        .map(({ from }) => `${file} imports ${from}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("gives rules and cards no world: no files, network, clock or chance", () => {
    const wrong = sources
      .filter((file) => pure.includes(partOf(file)))
      .flatMap((file) => [
        ...importsOf(file)
          .filter(({ from, typeOnly }) => !from.startsWith(".") && !typeOnly && !pureImports.includes(from))
          .map(({ from }) => `${file} imports ${from}`),
        ...(/Date\.now|new Date\(\)|Math\.random|DateTime\.(now|local|utc)\(\)|process\.env|\bfetch\(/.test(
          readFileSync(file, "utf8"),
        )
          ? [`${file} asks the world`]
          : []),
      ]);
    assert.deepEqual(wrong, []);
  });

  it("reads the environment in one place", () => {
    const readers = sources.filter((file) => /process\.env/.test(readFileSync(file, "utf8")));
    assert.deepEqual(
      readers.filter((f) => !["bot/main.ts", "bot/cli/open.ts", "bot/local/playground.ts"].includes(f)),
      [],
    );
  });
});
