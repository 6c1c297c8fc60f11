import { mkdir, readFile, writeFile } from "node:fs/promises";
import { appPackage } from "./package.ts";
import { readPackageSettings, sampleEnv } from "./settings.ts";

/** `npm run package`: writes dist/ehdolla.zip. With `-- --sample` it needs no settings and its bot answers nowhere. */
const root = new URL("../", import.meta.url);
const { version } = JSON.parse(await readFile(new URL("package.json", root), "utf8")) as { version: string };
const env = process.argv.includes("--sample") ? sampleEnv : process.env;
const reading = readPackageSettings({ APP_VERSION: version, ...env });

if (reading.ok) {
  const folder = new URL("dist/", root);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL("ehdolla.zip", folder), await appPackage(reading.settings));
  console.log(`dist/ehdolla.zip: version ${reading.settings.version} for ${reading.settings.publicUrl}`);
} else {
  console.error(`The app package was not built. Set these in the environment (infra/README.md):`);
  for (const problem of reading.problems) console.error(`- ${problem}`);
  console.error("For a package to look at, without settings: npm run package -- --sample");
  process.exitCode = 1;
}
