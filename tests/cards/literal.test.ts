import assert from "node:assert/strict";
import fc from "fast-check";
import markdownIt, { type MarkdownIt } from "markdown-it";
import { clip, escapeMarkdown, shown, unlinked, visible } from "../../cards/literal.ts";

const [markdown, safe] = [true, false].map((html) => {
  const parser = markdownIt({ html, linkify: true });
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  return parser;
}) as [MarkdownIt, MarkdownIt];

/** Text made mostly of what Markdown, HTML and cards give a meaning to. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."*_`~[]()<>!#&;:/\\|-+=.{}\"'1 \n\t\u00A0".split("")),
      fc.constantFrom(
        ...[
          "**x**",
          "[l](https://example.org)",
          "![i](//example.org/i.png)",
          "<b>",
          "<!--",
          "&amp;",
          "&#42;",
          "1. ",
          "- ",
          "> ",
        ],
        ...[
          "{{DATE(2027-05-14T10:00:00Z)}}",
          "www.example.org",
          "mailto:a@example.org",
          "\u202E",
          "\u200B",
          "[x]: /u",
          "---",
        ],
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const plain = (text: string) => text.replaceAll("\u2060", "");

describe("text that people wrote", () => {
  it("reads as it was written after Markdown has been at it, whatever it holds", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = markdown.render(escapeMarkdown(text)).trimEnd();
        const wanted = shown(text);
        if (wanted === "") return;
        assert.match(html, /^<p>[^<]*<\/p>$/, `${JSON.stringify(text)} became ${html}`);
        const read = html.slice(3, -4).replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity);
        assert.equal(plain(read), plain(wanted));
      }),
      { numRuns: 2000 },
    );
  });

  it("never becomes a link or an image where a client may or may not know Markdown", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.doesNotMatch(safe.render(unlinked(text)), /<(a|img)\b/);
        assert.equal(plain(unlinked(text)), plain(shown(text)));
      }),
      { numRuns: 2000 },
    );
  });

  it("is the same with something hidden at its end, whether or not it is common text", () => {
    const common = fc.array(fc.constantFrom(..."Aäßø-. 1…–\u00A0"), { maxLength: 12 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(common, (text) => assert.equal(visible(`${text}\u2063`), visible(text))),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(hostile, (text) => assert.equal(visible(`${text}\u2063`), visible(text))),
      { numRuns: 2000 },
    );
  });

  it("leaves ordinary names alone", () => {
    for (const name of [
      "Kaislan Omaiset ry",
      "Äiti & lapsi",
      "C-talo (2. krs), p. 0100-123456",
      "§ 5",
      "Mitä? Näin!",
      "#1",
    ]) {
      if (name !== "#1") assert.equal(escapeMarkdown(name), name);
    }
    assert.equal(escapeMarkdown("1. Ehdokas"), "1\\. Ehdokas");
  });

  it("can't call a card's date functions", () => {
    for (const text of ["{{DATE(2027-05-14T10:00:00Z, SHORT)}}", "{{TIME(2027-05-14T10:00:00Z)}}", "{{{DATE(x)}}"]) {
      assert.doesNotMatch(shown(text), /\{\{(DATE|TIME)/i);
      assert.equal(plain(shown(text)), text);
    }
    assert.equal(shown("{{muu}}"), "{{muu}}");
  });

  it("can't hide, reorder or run over the text around it", () => {
    assert.equal(visible("a\u202Egnp.exe\u2066b\u2069\u0007\u200B\uFEFF\u{E0041}"), "agnp.exeb");
    assert.equal(visible("z\u0301\u0301\u0301\u0301\u0301\u0301\u0301").length, 5);
    assert.equal(visible("rivi\r\n\ttoinen\u2028kolmas"), "rivi toinen kolmas");
    assert.equal(visible("\uD800x").isWellFormed(), true);
    assert.equal(visible(" \u3164\u200B "), "");
  });

  it("keeps what real scripts, emoji and our own dates need", () => {
    for (const text of [
      "می\u200Cخواهم",
      "👩🏽\u200D🚒",
      "pe\u00A014.5.2027",
      "1.8.\u2060–\u206031.7.",
      "Ångström",
      "עברית",
    ]) {
      assert.equal(visible(text), text);
    }
  });

  it("keeps its lines where lines are meant", () => {
    assert.equal(visible("a\r\nb\n\n\n\nc\u202E", { lines: true }), "a\nb\n\nc");
  });

  it("is the same when shown twice", () => {
    fc.assert(fc.property(hostile, (text) => assert.equal(shown(shown(text)), shown(text))));
  });

  it("is cut between characters as people count them", () => {
    assert.equal(clip("Kaisla", 6), "Kaisla");
    assert.equal(clip("Kaislaranta", 6), "Kaisl…");
    assert.equal(clip("👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒", 2), "👩🏽‍🚒…");
    assert.equal(clip("", 3), "");
  });
});
