import assert from "node:assert/strict";
import { langs } from "../../bot/domain/lang.ts";
import { Html, html } from "../../bot/web/html.ts";
import { failedPage, gonePage, privacyPage, termsPage } from "../../bot/web/pages.ts";

describe("the pages outside Teams", () => {
  it("show whatever is put into them as text", () => {
    const name = `<img src=x onerror="alert('1')"> & co`;
    assert.equal(
      html`<p title="${name}">${name}</p>`.markup,
      `<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co</p>`,
    );
    assert.equal(
      html`<ul>${["a", "<b>"].map((one) => html`<li>${one}</li>`)}</ul>`.markup,
      "<ul><li>a</li><li>&lt;b&gt;</li></ul>",
    );
    assert.equal(html`${new Html("<hr>")}`.markup, "<hr>");
    assert.doesNotMatch(failedPage("<script>"), /<script>/);
  });

  it("say in Finnish, Swedish and English at once what concerns whoever comes, each marked as such", () => {
    for (const page of [gonePage(), failedPage("7F3A")]) {
      assert.deepEqual(
        [...page.matchAll(/<section lang="(\w\w)">/g)].map(([, lang]) => lang),
        ["fi", "sv", "en"],
      );
      assert.doesNotMatch(page, /<script|https?:/);
    }
  });

  it("say the rest in the reader's language, with a way to the other two", () => {
    for (const lang of langs)
      for (const page of [privacyPage(lang), termsPage(lang)]) {
        assert.match(page, new RegExp(`<html lang="${lang}">`));
        for (const other of langs) assert.equal(page.includes(`<a href="?lang=${other}"`), other !== lang);
        assert.doesNotMatch(page, /<script|https?:/);
      }
  });

  it("tell in the privacy notice of polls, attendance and calendar files: what is stored, who sees it, and for how long", () => {
    const told = {
      fi: [
        /Kokousaikakyselyyn tai kokoukseen kutsutusta: nimi/,
        /Kokousaikakyselyn säilytysaika/,
        /Kalenterilinkki toimii/,
      ],
      sv: [
        /tillfrågas om mötestid eller kallas till ett möte: namn/,
        /För en förfrågan om mötestid räknas/,
        /Kalenderlänken/,
      ],
      en: [
        /a meeting poll asks or who is called to a meeting: name/,
        /For a meeting poll the period/,
        /A calendar link works/,
      ],
    };
    const seen = {
      fi: /Ne näkevät ryhmän puheenjohtajat/,
      sv: /De ses av gruppens ordförande/,
      en: /They are seen by the group/,
    };
    for (const lang of langs) for (const words of [...told[lang], seen[lang]]) assert.match(privacyPage(lang), words);
  });
});
