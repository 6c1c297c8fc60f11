import { readFile, writeFile } from "node:fs/promises";
import chromium from "@sparticuz/chromium";
import { chromium as browsers } from "playwright-core";

/** Draws the icons from their SVG; run it after changing one: `node manifest/icons/draw.ts`. */
const browser = await browsers.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
try {
  for (const [name, side] of [
    ["color", 192],
    ["outline", 32],
  ] as const) {
    const page = await browser.newPage({ viewport: { width: side, height: side }, deviceScaleFactor: 1 });
    const svg = await readFile(new URL(`${name}.svg`, import.meta.url), "utf8");
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    await writeFile(new URL(`${name}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
