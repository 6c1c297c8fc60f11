import assert from "node:assert/strict";
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

  it("say everything in Finnish, Swedish and English, each marked as such, and run no script", () => {
    for (const page of [privacyPage(), termsPage(), gonePage(), failedPage("7F3A")]) {
      assert.deepEqual(
        [...page.matchAll(/<section lang="(\w\w)">/g)].map(([, lang]) => lang),
        ["fi", "sv", "en"],
      );
      assert.doesNotMatch(page, /<script|https?:/);
    }
  });
});
