import { readFile } from "node:fs/promises";
import JSZip from "jszip";
import type { PackageSettings } from "./settings.ts";
import { additionalLanguages, localisation, manifest } from "./template.ts";

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const icon = (name: string) => readFile(new URL(`icons/${name}`, import.meta.url));

/** The app package, ready to be uploaded to Teams. The same settings give the same bytes, whenever it is built. */
export async function appPackage(settings: PackageSettings): Promise<Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    "manifest.json": json(manifest(settings)),
    "color.png": await icon("color.png"),
    "outline.png": await icon("outline.png"),
    ...Object.fromEntries(additionalLanguages.map((language) => [`${language}.json`, json(localisation(language))])),
  };
  const zip = new JSZip();
  const date = new Date("2000-01-01T00:00:00Z");
  for (const [name, content] of Object.entries(files)) zip.file(name, content, { date });
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}
