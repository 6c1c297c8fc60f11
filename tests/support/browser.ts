import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** A headless Chromium: CHROMIUM_PATH, one that is installed, or the one in the npm package on Linux x64. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  const found = named ?? usual.find((path) => existsSync(path));
  const args = ["--no-sandbox", "--disable-dev-shm-usage"];
  if (found) return chromium.launch({ executablePath: found, args });
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No Chromium was found: set CHROMIUM_PATH to the path of Chromium, Chrome or Edge.");
  }
  const { default: packed } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await packed.executablePath(), args: packed.args });
}

/** A page in a browser context of its own, as somebody in Finland opens it. */
export async function openPage(
  browser: Browser,
  url: string,
  { scripts = false, width = 900, height = 900, dark = false } = {},
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    locale: "fi-FI",
    colorScheme: dark ? "dark" : "light",
    viewport: { width, height },
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Sends a form as a page without scripts does, and doesn't follow where it leads. */
export const postForm = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", body: new URLSearchParams(form), headers, redirect: "manual" });
