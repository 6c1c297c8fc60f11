import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { dialog, openUrl, press, submit } from "../../cards/actions.ts";
import {
  choice,
  copyable,
  dateInput,
  moreRows,
  peoplePicker,
  textInput,
  timeInput,
  toggle,
} from "../../cards/inputs.ts";
import {
  type Card,
  card,
  type Element,
  facts,
  fold,
  heading,
  hint,
  line,
  link,
  row,
  small,
  strip,
  subheading,
} from "../../cards/kit.ts";
import { bold, paragraphs } from "../../cards/literal.ts";
import { bar, resultRow, table } from "../../cards/table.ts";
import { launchBrowser } from "../support/browser.ts";
import { complaints } from "../support/complaints.ts";
import { showCard } from "../support/draw.ts";

const aCard = (body: Element[], more: Partial<Parameters<typeof card>[0]> = {}): Card =>
  card({ lang: "fi", fallbackText: "Haku", body, ...more });

/** Every part of the kit, holding one and the same text. */
const everything = (text: string): Card =>
  card({
    lang: "fi",
    fallbackText: text,
    body: [
      heading(text),
      strip("accent", text, text),
      line(text, bold(text)),
      subheading(text, small(text)),
      facts([[text, text]]),
      ...paragraphs(text),
      row({ title: text, sub: text, right: text, rightSub: text, press: press(text, "candidate.show", {}) }),
      table({ columns: [{ title: text, width: 1 }], rows: [{ cells: [text], note: text }] }),
      resultRow({ title: text, sub: text, count: text, outcome: text, share: 0.5 }),
      textInput({ id: "name", label: text, value: text, placeholder: text, maxLength: 1000, required: text }),
      choice({ id: "role", label: text, expanded: true, choices: [{ title: text, value: "m" }] }),
      choice({ id: "theme", label: text, placeholder: text, choices: [{ title: text, value: "t" }] }),
      choice({
        id: "many",
        label: text,
        expanded: true,
        multi: true,
        value: ["a"],
        choices: [{ title: text, value: "a" }],
      }),
      toggle({ id: "sure", label: text, value: true }),
      dateInput({ id: "day", label: text }),
      timeInput({ id: "time", label: text }),
      peoplePicker({ id: "person", label: text }),
      copyable({ id: "copy", label: text, value: text }),
      moreRows({
        prefix: "org",
        shown: 1,
        addTitle: text,
        rows: [1, 2, 3].map((n) => [textInput({ id: `org${n}`, label: text, maxLength: 120 })]),
      }),
      hint(text),
      fold("more", text, [line(text)], { first: true, hint: "näytä tai piilota" }),
    ],
    actions: [press(text, "call.show", {}), openUrl(text, "https://example.org/")],
  });

describe("the card kit", () => {
  it("makes cards that the official parser accepts without complaint", () => {
    assert.deepEqual(complaints(everything("Kaislarannan kumppanuuspöytä")), []);
  });

  it("leaves out what a condition took away", () => {
    const one = card({
      lang: "sv",
      fallbackText: "x",
      body: [heading("a"), false, undefined, facts([["b", ""]])],
      actions: [false],
    });
    assert.equal(one.body.length, 1);
    assert.equal("actions" in one, false);
    assert.equal("msteams" in one, false);
  });

  it("leaves out facts without a value", () => {
    const shown = JSON.stringify(
      facts([
        ["Teema", "Lapset"],
        ["Rooli", undefined],
        ["Palkkio", " "],
      ]),
    );
    assert.match(shown, /Lapset/);
    assert.doesNotMatch(shown, /Rooli|Palkkio/);
  });

  it("opens a form in a dialog where there are dialogs, otherwise in place, and never blocked by what is typed", () => {
    const inDialog = dialog("Tee ehdotus", "nomination.form", { call: "7f3k" }, { dialogs: true });
    assert.equal(inDialog.type, "Action.Submit");
    assert.deepEqual(inDialog.data, { call: "7f3k", verb: "nomination.form", msteams: { type: "task/fetch" } });
    const inPlace = dialog("Tee ehdotus", "nomination.form", { call: "7f3k" }, { dialogs: false });
    assert.deepEqual(
      [inPlace.type, inPlace.verb, inPlace.data],
      ["Action.Execute", "nomination.form", { call: "7f3k" }],
    );
    for (const action of [inDialog, inPlace]) assert.equal(action.associatedInputs, "none");
  });

  it("can't have its verb replaced by data", () => {
    const action = submit("Lähetä", "nomination.submit", { verb: "call.cancel" }, { door: "dialog" });
    assert.deepEqual(action.data, { verb: "nomination.submit" });
  });

  it("sends what is typed with a form's button, and not with a way out or a row", () => {
    assert.equal("associatedInputs" in submit("Lähetä", "poll.answer", {}, { door: "card" }), false);
    assert.equal(press("Takaisin", "call.show", {}, { inputs: false }).associatedInputs, "none");
    const pressed = row({ title: "Sanna Kaislamo", press: press("Näytä", "candidate.show", {}) }).selectAction;
    assert.equal((pressed as { associatedInputs?: string }).associatedInputs, "none");
  });

  it("links only to https, and to nowhere that breaks out of the link", () => {
    assert.equal(
      link("Tietosuojaseloste", "https://example.org/a(b)").text,
      "[Tietosuojaseloste](https://example.org/a%28b%29)",
    );
    for (const url of ["javascript:alert(1)", "http://example.org/", "https://"]) {
      assert.equal(link("Tietosuoja", url).type, "RichTextBlock");
    }
  });

  it("draws a bar of the same length whatever the share", () => {
    for (const share of [-1, 0, 0.01, 0.5, 1, 2]) {
      const text = (bar(share).inlines as { text: string }[]).map((run) => run.text).join("");
      assert.equal(text.length, 28);
    }
  });
});

describe("complaints about a card", () => {
  const input = (more: object = {}) => ({ ...textInput({ id: "a", label: "Nimi", maxLength: 9 }), ...more });
  const about = (one: unknown) => complaints(one).join("; ");

  it("name what the parser doesn't know", () => assert.match(about(aCard([{ type: "Foo" }])), /Foo/));
  it("name a part that needs a newer version", () => assert.match(about({ ...aCard([]), version: "1.6" }), /1\.6/));
  it("name a card that is too large", () => assert.match(about(aCard([line("ä".repeat(15_000))])), /bytes/));
  it("count the bytes, not the characters", () => assert.equal(about(aCard([line("a".repeat(15_000))])), ""));
  it("name a required input where it is hidden", () => {
    const hidden = input({ isRequired: true, errorMessage: "Kirjoita." });
    assert.match(about(aCard([fold("f", "Lisää", [hidden], { hint: "näytä" })])), /required where it is hidden/);
  });
  it("name a doubled id", () => assert.match(about(aCard([input(), input()])), /id a twice/));
  it("name an input without a label", () => assert.match(about(aCard([input({ label: undefined })])), /no label/));
  it("name a toggle of something that isn't there", () => {
    const lost = { type: "Action.ToggleVisibility", title: "x", targetElements: ["gone"] } as const;
    assert.match(about(aCard([], { actions: [lost] })), /gone/);
  });
  it("name a fourth action and a second positive one", () => {
    const action = press("Kyllä", "call.show", {}, { style: "positive" });
    const found = about(aCard([], { actions: [action, action, action, action] }));
    assert.match(found, /4 actions/);
    assert.match(found, /two positive/);
  });
});

describe("a card in the official renderer", function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  const hostile =
    "**x** _y_ [l](https://example.org) ![i](https://example.org/i.png) <b>b</b> <img src=x onerror=alert(1)> `c` &amp; {{DATE(2027-05-14T10:00:00Z, SHORT)}} <at>Sanna</at>";

  it("shows what people wrote literally in every part: no link, emphasis, image or date", async () => {
    const page = await showCard(browser, everything(hostile));
    const made = await page.$$eval("#card a, #card em, #card strong, #card b, #card img, #card code, #card at", (all) =>
      all.map((one) => one.outerHTML),
    );
    assert.deepEqual(made, []);
    // biome-ignore lint/performance/useDomNodeTextContent: only laid-out text has a line for each part
    const text = (await page.innerText("#card")).replaceAll("\u2060", "");
    const parts = text.split("\n").filter((part) => part.includes("<at>"));
    assert.ok(parts.length >= 30, `only ${parts.length} parts were drawn`);
    for (const part of parts) assert.ok(part.includes(hostile), part);
    await page.close();
  });

  it("opens a fold and reveals rows one by one, keeping what was typed", async () => {
    const page = await showCard(browser, everything("Lisää"));
    const shown = (id: string) => page.isVisible(`#${id}`);
    for (const id of ["more", "org-row2", "org-add3"]) assert.equal(await shown(id), false, id);
    await page.fill("#org-row1 input", "Toivon Polku ry");
    await page.click("#org-add2 button");
    assert.deepEqual([await shown("org-row2"), await shown("org-row3"), await shown("org-add2")], [true, false, false]);
    await page.click("#org-add3 button");
    assert.deepEqual([await shown("org-row3"), await shown("org-add3")], [true, false]);
    assert.equal(await page.inputValue("#org-row1 input"), "Toivon Polku ry");
    await page.focus("[title='Lisää: näytä tai piilota']");
    await page.keyboard.press("Enter");
    assert.deepEqual([await shown("more"), await shown("more-closed"), await shown("more-open")], [true, false, true]);
    await page.close();
  });
});
