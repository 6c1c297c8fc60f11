import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

interface Result {
  violations: { id: string; help: string; nodes: { html: string }[] }[];
}

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on a page: each rule of WCAG 2.1 A and AA, and of good practice, with the markup that breaks it. */
export async function axeComplaints(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as Result;
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** What is wider than the window, so that one would have to scroll sideways; empty for a good page. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(
    `[...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
      .map((e) => e.outerHTML.slice(0, 120))`,
  );
