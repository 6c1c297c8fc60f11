import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { hostConfig } from "./host-config.ts";

const here = createRequire(import.meta.url);

const look = (dark: boolean) => `
  body { margin: 0; background: ${dark ? "#292929" : "#fff"}; }
  .ac-textBlock p { margin: 0; }
  .ac-pushButton { font: 600 14px sans-serif; padding: 6px 12px; border-radius: 4px; border: 1px solid ${dark ? "#666" : "#d1d1d1"};
    background: transparent; color: ${dark ? "#fff" : "#242424"}; }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
  .ac-pushButton.style-destructive { color: ${dark ? "#f1707b" : "#c4314b"}; }
  .ac-input.ac-textInput, .ac-multichoiceInput, .ac-dateInput, .ac-timeInput { font: 14px sans-serif; padding: 6px 8px; box-sizing: border-box;
    border: 1px solid ${dark ? "#666" : "#d1d1d1"}; border-radius: 4px; background: transparent; color: inherit; color-scheme: ${dark ? "dark" : "light"}; }
  textarea.ac-input { min-height: 90px; }
  .ac-linkButton, .ac-selectable { cursor: pointer; }`;

/** A page in which the official renderer has drawn the card, with Markdown as Teams has it. Close its browser after use. */
export async function showCard(browser: Browser, card: unknown, { width = 446, dark = false } = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 200 } });
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${look(dark)}</style><div id="card" style="width:${width}px"></div>`,
  );
  await page.addStyleTag({ path: here.resolve("adaptivecards/dist/adaptivecards.css") });
  await page.addStyleTag({ content: look(dark) });
  await page.addScriptTag({ path: here.resolve("adaptivecards/dist/adaptivecards.js") });
  await page.addScriptTag({ path: here.resolve("markdown-it/browser") });
  await page.evaluate(
    `((card, config) => {
      const markdown = window.markdownit();
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        result.outputHtml = markdown.render(text);
        result.didProcess = true;
      };
      AdaptiveCards.GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
      const drawn = new AdaptiveCards.AdaptiveCard();
      drawn.hostConfig = new AdaptiveCards.HostConfig(config);
      drawn.parse(card);
      document.getElementById("card").append(drawn.render());
    })(${JSON.stringify(card)}, ${JSON.stringify(hostConfig({ dark, width }))})`,
  );
  return page;
}

/** Draws a card into a PNG file, with folds closed as the reader first sees them. */
export async function draw(card: unknown, file: string, options: { width?: number; dark?: boolean } = {}) {
  const browser = await launchBrowser();
  try {
    const page = await showCard(browser, card, options);
    await page.screenshot({ path: file, fullPage: true });
  } finally {
    await browser.close();
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { width: { type: "string", default: "446" }, dark: { type: "boolean", default: false } },
  });
  const [source, file] = positionals;
  if (!source || !file) {
    console.error("node tests/support/draw.ts <card.json|-> <out.png> [--width 446] [--dark]");
    process.exitCode = 2;
  } else {
    const card: unknown = JSON.parse(readFileSync(source === "-" ? 0 : source, "utf8"));
    await draw(card, file, { width: Number(values.width), dark: values.dark });
  }
}
