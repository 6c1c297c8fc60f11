import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { botName } from "../../bot/local/people.ts";

const patience = 30_000;
/** Several tabs load at once, nine megabytes of script each. */
const loading = 90_000;
const pictures = fileURLToPath(new URL("../screenshots/", import.meta.url));

/** Opens a person's door in a browser of its own, with the client's log folded away: it repeats every message. */
export async function openTab(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  tab.setDefaultTimeout(patience);
  await tab.route(
    (address) => address.hostname !== "127.0.0.1",
    (route) => route.abort(),
  );
  const installed = tab.waitForResponse((response) => response.url().endsWith("/installation"), { timeout: loading });
  await tab.goto(url, { timeout: loading });
  await installed;
  await composeBox(tab).waitFor();
  await tab.getByText("Log Panel", { exact: true }).locator("xpath=..").getByRole("button").last().click();
  await tab.getByText("Log Panel", { exact: true }).waitFor({ state: "detached" });
  return tab;
}

/** Goes to a chat: "Personal Chat" is the 1:1 with the bot. */
export async function inChat(tab: Page, name = "Personal Chat"): Promise<void> {
  await tab.getByRole("treeitem", { name }).click();
  await tab.getByText("Type a message...").first().waitFor();
  await tab.getByText("Start a new post").waitFor({ state: "detached" });
}

/** Goes to a channel of the team. */
export async function inChannel(tab: Page, name = "General"): Promise<void> {
  await tab.getByRole("treeitem", { name }).click();
  await tab.getByText("Start a new post").waitFor();
}

/** Types and sends a message; in a channel it opens a thread, and the bot hears it only with `mention`. */
export async function type(tab: Page, text: string, { mention = false } = {}): Promise<void> {
  await composeBox(tab).click();
  if (mention) {
    await tab.keyboard.type(`@${botName.slice(0, 3)}`);
    await tab.getByRole("menuitem", { name: botName }).click();
    await composeBox(tab).getByText(botName).waitFor();
    await tab.keyboard.type(" ");
  }
  await tab.keyboard.type(text);
  await composeBox(tab).getByText(text).waitFor();
  const sent = tab.waitForResponse((response) => response.url().endsWith("/messages"));
  const post = tab.getByRole("button", { name: "Post", exact: true });
  await ((await post.count()) > 0 ? post.click() : tab.keyboard.press("Enter"));
  await sent;
}

/** Presses the last such button on a card, in a dialog where one is open, or on the last card that says `within`. */
export async function pressButton(tab: Page, title: string, { within }: { within?: string } = {}): Promise<void> {
  const cards = within === undefined ? place(tab) : cardsOf(tab).filter({ hasText: within }).last();
  await cards.getByRole("button", { name: title, exact: true }).last().click();
}

/** Presses a button until the text shows: the client sometimes loses a click, and a press that comes again has its effect once. */
export async function pressFor(
  tab: Page,
  title: string,
  text: string | RegExp,
  options: { within?: string } = {},
): Promise<void> {
  const shown = tab.getByText(text).last();
  for (let tries = 1; tries <= 3; tries++) {
    await pressButton(tab, title, options);
    const isShown = await shown.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    if (isShown) return;
    if (!(await place(tab).getByRole("button", { name: title, exact: true }).last().isVisible())) break;
  }
  await shown.waitFor();
}

/** The chair opens the form of a new group in the channel and writes what no call may be without. */
export async function beginGroup(chair: Page): Promise<void> {
  await inChannel(chair);
  await pressButton(chair, "Ota ryhmä käyttöön");
  await openFold(chair, "Tietosuoja");
  await fillInput(chair, "Rekisterinpitäjä suomeksi", "Kaislarannan hyvinvointialue");
  await fillInput(chair, "Tietosuojan yhteystieto", "tietosuoja@example.org");
}

/** Types into the last input with that label until it holds the text: the client sometimes loses keys. */
export async function fillInput(tab: Page, label: string, text: string): Promise<void> {
  const input = (await field(tab, label)).locator("input, textarea").last();
  const deadline = Date.now() + patience;
  do {
    await input.fill("");
    await input.pressSequentially(text);
    await input.blur();
  } while ((await input.inputValue()) !== text && Date.now() < deadline);
  if ((await input.inputValue()) !== text) throw new Error(`"${label}" doesn't keep "${text}"`);
}

/** Types a date, given as 2026-12-24; the client reads American dates and shows them in words. */
export async function fillDate(tab: Page, label: string, day: string): Promise<void> {
  const [year, month, date] = day.split("-");
  const input = (await field(tab, label)).locator("input").last();
  await input.fill(`${month}/${date}/${year}`);
  await input.blur();
  const shown = (element: { value?: string }) => /[a-z]/i.test(element.value ?? "");
  await tab.waitForFunction(shown, (await input.elementHandle()) as never);
}

/** Sets a time of day, given as 13:00. */
export async function fillTime(tab: Page, label: string, time: string): Promise<void> {
  const input = (await field(tab, label)).locator("input").last();
  await input.fill(time);
  await input.blur();
}

/** Chooses one choice, in a list that drops down or among buttons, or ticks one of several. */
export async function choose(tab: Page, label: string, title: string): Promise<void> {
  const choices = await field(tab, label);
  const list = choices.getByRole("combobox");
  if ((await list.count()) === 0) return choices.getByText(title, { exact: true }).click();
  await list.click();
  await tab.getByRole("option", { name: title, exact: true }).click();
}

/** Ticks or unticks a toggle, which has its words beside it rather than a label above. */
export async function toggle(tab: Page, title: string): Promise<void> {
  await place(tab).getByText(title, { exact: true }).last().click();
}

/** Waits until the conversation shows the text, anywhere but in the log. */
export async function waitForText(tab: Page, text: string | RegExp): Promise<void> {
  await tab.getByText(text).last().waitFor();
}

export async function textOfLastCard(tab: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is folded away isn't what people see
  return cardsOf(tab).last().innerText();
}

/** Runs a message extension's action command by its id, and waits for the dialog's card. */
export async function runCommand(tab: Page, commandId: string): Promise<void> {
  await tab.getByRole("button", { name: "Trigger Message Extension App" }).first().click();
  await tab.getByRole("menuitem", { name: "Action Command" }).click();
  const id = tab.getByPlaceholder("Input command id or leave blanks");
  await id.fill(commandId);
  await tab.getByRole("button", { name: "Create", exact: true }).click();
  await cardsOf(tab.getByRole("dialog")).waitFor();
}

/** Saves a picture of the tab, or of a whole page, for people to look at. */
export async function screenshot(tab: Page, name: string, { whole = false } = {}): Promise<void> {
  await mkdir(pictures, { recursive: true });
  await tab.screenshot({ path: `${pictures}${name}.png`, fullPage: whole });
}

/** Follows the last link or button with that title to a file, as it is saved. */
export async function download(tab: Page, title: string): Promise<{ name: string; text: string }> {
  const asked = tab.context().waitForEvent("request", (request) => request.url().includes("/calendar/"));
  await cardsOf(tab).getByText(title, { exact: true }).last().click();
  return saved((await asked).url());
}

/** A file as a browser saves it from an address. */
export async function saved(url: string): Promise<{ name: string; text: string }> {
  const answer = await fetch(url);
  const [, name = ""] = /^attachment; filename="([^"]+)"$/.exec(answer.headers.get("Content-Disposition") ?? "") ?? [];
  return { name, text: await answer.text() };
}

const composeBox = (tab: Page): Locator => tab.locator("[data-lexical-editor][role=textbox]").first();
const cardsOf = (place: Page | Locator): Locator => place.locator(".ac-adaptiveCard");

/** The dialog where one is open; it hides everything else. */
const place = (tab: Page): Locator => tab.locator("[role=dialog], body:not(:has([role=dialog]))").last();

async function field(tab: Page, label: string): Promise<Locator> {
  const exact = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}( \\*)?$`);
  const title = cardsOf(place(tab)).locator("label.ac-richTextBlock").filter({ hasText: exact, visible: true }).last();
  await title.waitFor();
  return title.locator("xpath=..");
}

/** Opens a folded part of the last card that has it. */
export async function openFold(tab: Page, title: string): Promise<void> {
  await place(tab).getByText(`▸ ${title}`, { exact: true }).last().click();
}

/** Presses a row of a list: a name or a task, anywhere on the last card that says it. */
export async function pressRow(tab: Page, title: string): Promise<void> {
  await cardsOf(tab).getByText(title, { exact: true }).last().click();
}
