import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { SaxesParser } from "saxes";
import type { Appendix } from "../../bot/domain/appendix-view.ts";
import { type Lang, langs } from "../../bot/domain/lang.ts";
import { fileOf } from "../../bot/web/appendix-file.ts";
import { textFor } from "../../cards/text.ts";
import { aCall, aCandidate, aNomination } from "../support/builders.ts";
import { cellsOf, count, htmlOf, partsOf, rowsOf, wordsOf } from "./parts.ts";
import { anAppendix, nominations } from "./scene.ts";

const docx = async (appendix: Appendix) => (await fileOf({ appendix, format: "docx" })).bytes;
const xlsx = async (appendix: Appendix) => (await fileOf({ appendix, format: "xlsx" })).bytes;

/** What spreadsheets and mark-up would take for something else. */
const hostile = [
  "=1+1",
  "@SUM(A1:A9)",
  "-2+3",
  "+3",
  '\t=HYPERLINK("https://example.org")',
  "\r=cmd|' /C calc'!A0",
  "<script>alert(1)</script> & <w:p/>",
  "_x0041_ ei ole A",
  "\u0000\u0008\u001f\u{FFFE}\uFFFFOhjausmerkit\uD800",
  "Käännetty \u202Eyr neimO",
];
/** As they are shown: nothing that hides or reorders, everything else as it was typed. */
const shown = [
  "=1+1",
  "@SUM(A1:A9)",
  "-2+3",
  "+3",
  '=HYPERLINK("https://example.org")',
  "=cmd|' /C calc'!A0",
  "<script>alert(1)</script> & <w:p/>",
  "_x0041_ ei ole A",
  "Ohjausmerkit\uFFFD",
  "Käännetty yr neimO",
];

/** Every text that people write, hostile. */
const hostileAppendix = (lang: Lang = "fi"): Appendix => {
  const proposals = hostile.map((text, at) =>
    aNomination({
      id: `nom:h${at}`,
      code: `E7F3K${10 + at}`,
      candidate: `cand:h${at}`,
      nominee: { name: text },
      proposer: { name: text, position: text },
      organisations: [{ name: text, locality: text, funding: text, targetGroups: text, confirmation: "objected" }],
      reason: text,
      reasons: { c1: text },
      otherBodies: text,
    }),
  );
  const people = hostile.map((name, at) => aCandidate({ id: `cand:h${at}`, name, nominations: [`nom:h${at}`] }));
  return anAppendix(lang, {
    nominations: proposals,
    candidates: people,
    call: aCall({ status: "closed", title: { fi: "=1+1" }, mandate: { fi: "@x" }, caseNumber: "=1+1" }),
  });
};

describe("the appendix as files", () => {
  for (const lang of langs) {
    describe(`in ${lang}`, () => {
      it("has every proposal once in the document, the late and the withdrawn ones too", async () => {
        const words = await wordsOf(await docx(anAppendix(lang)));
        assert.deepEqual(
          nominations.map(({ code }) => [code, count(words, code)]),
          nominations.map(({ code }) => [code, 1]),
        );
      });

      it("has every proposal once in the workbook, the late and the withdrawn ones too", async () => {
        const codes = cellsOf(await xlsx(anAppendix(lang))).map(({ value }) => value);
        assert.deepEqual(
          nominations.map(({ code }) => [code, codes.filter((value) => value === code).length]),
          nominations.map(({ code }) => [code, 1]),
        );
      });

      it("tells what became of the late ones in the reader's words", async () => {
        const { sheets } = textFor(lang).appendix;
        const late = Object.groupBy(rowsOf(await xlsx(anAppendix(lang)), sheets.late), (row) =>
          String(Object.values(row)[0]),
        );
        const state = (code: string) => Object.values(late[code]?.[0] ?? {})[1];
        assert.equal(state("M7F3K05"), sheets.acceptedShort);
        assert.equal(state("M7F3K06"), sheets.keptShort);
        assert.equal(state("E7F3K07"), sheets.withdrawnShort);
      });

      it("says its language, so that it is read aloud and spelled right", async () => {
        const styles = (await partsOf(await docx(anAppendix(lang)))).get("word/styles.xml") ?? "";
        assert.match(styles, new RegExp(`<w:lang w:val="${{ fi: "fi-FI", sv: "sv-FI", en: "en-GB" }[lang]}"`));
      });
    });
  }

  it("shows hostile names as they were typed and has no formula", async () => {
    const bytes = await xlsx(hostileAppendix());
    const cells = cellsOf(bytes);
    assert.deepEqual(
      cells.filter(({ formula }) => formula !== undefined),
      [],
    );
    assert.deepEqual([...new Set(cells.map(({ type }) => type))].sort(), ["d", "n", "s"]);
    const values = cells.map(({ value }) => value);
    for (const name of shown) assert.ok(values.includes(name), name);
    for (const [path, xml] of await partsOf(bytes)) assert.doesNotMatch(xml, /<f[\s>]|<hyperlink/, path);
    const words = await wordsOf(await docx(hostileAppendix()));
    for (const name of shown) assert.ok(words.includes(name), name);
  });

  it("is well-formed XML whatever people typed", async () => {
    for (const bytes of [await docx(hostileAppendix()), await xlsx(hostileAppendix())])
      for (const [path, xml] of await partsOf(bytes))
        assert.doesNotThrow(() => new SaxesParser().write(xml).close(), path);
  });

  it("gives nobody's phone number or e-mail address, no private reasons, and nothing a chair redacted", async () => {
    for (const text of [
      await wordsOf(await docx(anAppendix())),
      cellsOf(await xlsx(anAppendix()))
        .map((c) => c.value)
        .join("\n"),
    ]) {
      assert.doesNotMatch(text, /@example|0100|Yksityinen|veljensä|jota ei tarvita|Veikko/);
      assert.match(text, /Omakohtaista kokemusta läheisen hoivasta\. \[Tekstiä on peitetty\.\]/);
    }
  });

  it("has headings, table headers that repeat, and rows that stay whole", async () => {
    const bytes = await docx(anAppendix());
    const html = await htmlOf(bytes);
    assert.match(html, /<h1>1 Tiedot hausta<\/h1>/);
    assert.match(html, /<h2>Omaiset ja läheiset<\/h2>/);
    assert.match(html, /<h3>Sanna Kaislamo<\/h3>/);
    const xml = (await partsOf(bytes)).get("word/document.xml") ?? "";
    assert.equal(count(xml, "<w:tblHeader/>"), count(xml, "<w:tbl>"));
    assert.equal(count(xml, "<w:cantSplit/>"), count(xml, "<w:tr>"));
    assert.equal(count(html, "<thead>"), count(xml, "<w:tbl>"));
  });

  it("carries the case number on each page, page numbers, A4, and no author's name", async () => {
    const parts = await partsOf(await docx(anAppendix()));
    const xml = [...parts.values()].join("\n");
    assert.match([...parts].find(([path]) => path.startsWith("word/header"))?.[1] ?? "", /KRHVA\/214\/2027/);
    assert.match([...parts].find(([path]) => path.startsWith("word/footer"))?.[1] ?? "", /NUMPAGES/);
    assert.match(xml, /<w:pgSz w:w="11906" w:h="16838"/);
    const core = parts.get("docProps/core.xml") ?? "";
    assert.match(core, /<dc:creator>Ehdolla<\/dc:creator>/);
    assert.doesNotMatch(core, /Lehtovaara|Un-named/);
    assert.match(core, /<dc:title>[^<]*KRHVA\/214\/2027<\/dc:title>/);
  });

  it("keeps dates as dates on the group's clock, and numbers as numbers", async () => {
    const bytes = await xlsx(anAppendix());
    const [first] = rowsOf(bytes, "Ehdokkaat");
    assert.equal(first?.Ehdotuksia, 2);
    assert.deepEqual(first?.Vastattu, new Date("2027-05-06T16:00:00Z"));
    const late = rowsOf(bytes, "Myöhästyneet ja perutut");
    assert.deepEqual(late[1]?.Saapui, new Date("2027-05-14T16:15:00.001Z"));
    assert.deepEqual(late[1]?.Määräaika, new Date("2027-05-14T16:15:00.000Z"));
  });

  it("tells a late arrival from its deadline to the thousandth where they share a second", async () => {
    const words = (await wordsOf(await docx(anAppendix()))).replaceAll("\u00A0", " ");
    assert.match(words, /pe 14\.5\.2027 klo 16\.15\.00,001 Teamsissa/);
    assert.match(words, /Määräaika: pe 14\.5\.2027 klo 16\.15\.00,000/);
    assert.match(words, /pe 14\.5\.2027 klo 16\.15\.42 Teamsissa/);
  });

  it("keeps header rows in view and filters every column", async () => {
    const parts = await partsOf(await xlsx(anAppendix()));
    for (const n of [1, 2, 3, 4]) {
      const sheet = parts.get(`xl/worksheets/sheet${n}.xml`) ?? "";
      assert.match(sheet, /<pane ySplit="1"[^>]*state="frozen"/);
      assert.match(sheet, /<autoFilter ref="A1:/);
    }
  });

  it("cuts a text that a cell can't hold, says so, and keeps it whole in the document", async () => {
    const reason = `${"Pitkä perustelu. ".repeat(2_500)}Loppu.`;
    const long = anAppendix("fi", { nominations: [aNomination({ reason })], candidates: [aCandidate()] });
    const cell = cellsOf(await xlsx(long)).find(({ value }) => String(value).startsWith("Pitkä perustelu."));
    assert.equal(String(cell?.value).length <= 32_767, true);
    assert.match(String(cell?.value), /Teksti jatkuu Word-tiedostossa\.$/);
    assert.match(await wordsOf(await docx(long)), /perustelu\. Loppu\./);
  });

  it("is marked as practice where it is, on each page and in the workbook", async () => {
    const practice = anAppendix("sv", { call: aCall({ practice: true, status: "closed" }) });
    const parts = await partsOf(await docx(practice));
    assert.match([...parts].find(([path]) => path.startsWith("word/header"))?.[1] ?? "", /ÖVNING/);
    assert.ok(cellsOf(await xlsx(practice)).some(({ value }) => String(value).startsWith("ÖVNING")));
  });

  it("says while the call is open that it isn't final", async () => {
    assert.match(await wordsOf(await docx(anAppendix("fi", { call: aCall() }))), /Haku on vielä auki/);
  });

  it("works for a call without any proposal, and for forty organisations and three hundred candidates", async () => {
    const empty = anAppendix("fi", { nominations: [], candidates: [] });
    assert.match(await wordsOf(await docx(empty)), /Määräajan jälkeen ei saapunut ehdotuksia/);
    assert.ok((await xlsx(empty)).length > 0);
    const organisations = Array.from({ length: 40 }, (_, at) => ({
      name: `Järjestö ${at} ry`,
      confirmation: "confirmed" as const,
    }));
    const many = Array.from({ length: 300 }, (_, at) =>
      aNomination({ id: `nom:${at}`, code: `E7F3K${1000 + at}`, candidate: `cand:${at}`, organisations }),
    );
    const crowd = anAppendix("fi", {
      nominations: many,
      candidates: many.map((n, at) => aCandidate({ id: `cand:${at}`, name: `Ehdokas ${at}`, nominations: [n.id] })),
    });
    const words = await wordsOf(await docx(crowd));
    assert.equal(
      many.every(({ code }) => count(words, code) === 1),
      true,
    );
    const codes = cellsOf(await xlsx(crowd)).filter(({ value }) => /^E7F3K1\d{3}$/.test(String(value)));
    assert.equal(codes.length, 300);
  }).timeout(60_000);

  it("is named so that every file system takes it", async () => {
    const { name } = await fileOf({
      appendix: anAppendix("fi", { call: aCall({ title: { fi: 'a/b\\c:d*?"<>|' }, caseNumber: "K/1/2027" }) }),
      format: "docx",
    });
    assert.equal(name, "Ehdokasehdotukset a-b-c-d------ K-1-2027 fi.docx");
  });

  const soffice = [
    "/usr/bin/soffice",
    "/usr/local/bin/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  ].find((path) => existsSync(path));

  it(`is converted by LibreOffice without complaint${soffice ? "" : " (skipped: LibreOffice is not installed here)"}`, async function () {
    if (!soffice) return this.skip();
    this.timeout(180_000);
    const folder = mkdtempSync(join(tmpdir(), "ehdolla-office-"));
    try {
      for (const [name, appendix] of [
        ["plain", anAppendix()],
        ["hostile", hostileAppendix("sv")],
      ] as const)
        for (const [format, bytes] of [
          ["docx", await docx(appendix)],
          ["xlsx", await xlsx(appendix)],
        ] as const) {
          const file = join(folder, `${name}-${format}.${format}`);
          writeFileSync(file, bytes);
          const args = [
            "--headless",
            `-env:UserInstallation=file://${folder}/profile`,
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            file,
          ];
          const { stdout, stderr } = await promisify(execFile)(soffice, args);
          assert.doesNotMatch(stdout + stderr, /error|could not|corrupt/i);
          assert.match(readFileSync(file.replace(/\.\w+$/, ".pdf"), "latin1"), /^%PDF-/);
        }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
