import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Call } from "../../bot/domain/call.ts";
import { langs } from "../../bot/domain/lang.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import { identify } from "../../bot/usecases/people.ts";
import { factsOf } from "../../bot/usecases/round.ts";
import { cardOf } from "../../cards/showing.ts";
import { textFor } from "../../cards/text.ts";
import { axeComplaints, tooWide } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { aReader, moment } from "../support/builders.ts";
import { field, fillIn, openSite, publicCall, type Site } from "./site.ts";

const OID = "00000000-0000-4000-8000-000000000001";
const deadline = moment("2027-05-14", "16:15").at;
const hostile = `</textarea></script><script>alert(1)</script>"'><img src=x onerror=alert(1)> {{DATE(x)}} **b** [l](https://example.org)`;

for (const scripts of [true, false])
  describe(`the nomination form on the web, scripts ${scripts ? "on" : "off"}`, function () {
    this.timeout(120_000);
    let browser: Browser;
    let context: BrowserContext;
    let site: Site;
    let call: Call;
    let page: Page;

    before(async () => {
      browser = await launchBrowser();
    });
    after(() => browser.close());
    beforeEach(async () => {
      site = await openSite();
      call = await publicCall(site.ports);
      context = await browser.newContext({ javaScriptEnabled: scripts, locale: "fi-FI" });
      page = await context.newPage();
    });
    afterEach(async () => {
      await context.close();
      await site.close();
    });

    const open = async (path = "nominate", on = page) => {
      await on.goto(`${site.url}/calls/${call.publicId}/${path}`);
      if (scripts) await on.locator(".ac-adaptiveCard").waitFor();
    };
    const later = () => site.ports.clock.set(site.ports.clock.now() + 10_000);
    const press = (name: string, on = page) => on.getByRole("button", { name }).click();
    const send = async (on = page) => {
      later();
      await press("Lähetä ehdotus", on);
    };
    const told = (text: string | RegExp, on = page) => on.locator("main").getByText(text).first().waitFor();
    const nominations = async (): Promise<Nomination[]> => {
      const found: Nomination[] = [];
      for await (const one of factsOf(site.ports.store, call.id, "nomination")) found.push(one);
      return found;
    };
    const typedIn = (id: string, on = page) => field(on, id).inputValue();

    it("takes a proposal in time, and writes to nobody but its sender's address", async () => {
      await open();
      await fillIn(page);
      await send();
      await told("Vahvista vielä sähköpostiosoitteesi");
      await told("oskari.haavisalo@example.org");
      const [nomination] = await nominations();
      assert.deepEqual([nomination?.status, nomination?.unconfirmed, nomination?.code], ["inTime", true, "E7F3K01"]);
      assert.deepEqual(nomination?.arrival, { way: "web", at: site.ports.clock.now() });
      assert.deepEqual(
        nomination?.organisations.map(({ name }) => name),
        ["Kaislan Omaiset ry"],
      );
      await site.ports.settled();
      assert.deepEqual(
        site.ports.sent.filter(({ to }) => to.kind !== "channel").map(({ to }) => to),
        [{ kind: "address", name: "oskari.haavisalo@example.org", email: "oskari.haavisalo@example.org" }],
      );
      const [mail] = site.ports.sent.filter(({ to }) => to.kind === "address");
      assert.ok(mail);
      for (const lang of langs)
        assert.doesNotMatch(
          JSON.stringify(cardOf(mail.showing, aReader(lang))),
          /Sanna|Oskari|Kaislan Omaiset|Tuntee/,
          "a stranger's text goes to whoever they name",
        );
    });

    it("says of what is missing where it is, sends nothing, and keeps the rest", async () => {
      await open();
      await fillIn(page, { reason: "" });
      await send();
      if (scripts) await told("Kirjoita perustelu. Lyhyt riittää.");
      assert.deepEqual(await nominations(), []);
      assert.equal(await typedIn("name"), "Sanna Kaislamo");
      assert.equal(await typedIn("senderEmail"), "oskari.haavisalo@example.org");
    });

    it("comes back with everything that was typed when the service refuses it", async () => {
      await open();
      await fillIn(page, {
        senderEmail: "ei-osoite@x",
        "org1-name": hostile.slice(0, 78),
        reason: `${hostile}\nToinen rivi`,
      });
      await field(page, "seatGroup").selectOption("t2");
      await send();
      await told(/Tarkista sähköpostiosoitteesi/);
      assert.equal(await typedIn("reason"), `${hostile}\nToinen rivi`);
      assert.equal(await typedIn("org1-name"), hostile.slice(0, 78).trim());
      assert.equal(await typedIn("seatGroup"), "t2");
      assert.equal(await page.locator("main img, main b").count(), 0);
      await field(page, "senderEmail").fill("oskari.haavisalo@example.org");
      await send();
      await told("Vahvista vielä sähköpostiosoitteesi");
      assert.equal((await nominations()).length, 1);
    });

    it("shows hostile text as text in every field, wherever it comes back", async () => {
      const alarms: string[] = [];
      page.on("dialog", (d) => void d.dismiss().then(() => alarms.push("dialog")));
      await open();
      const short = hostile.slice(0, 78);
      await fillIn(page, {
        ...{ name: short, phone: short.slice(0, 30), position: short, "org1-name": hostile.slice(0, 78) },
        ...{ reason: hostile, "reason-c1": hostile, otherBodies: hostile, senderName: short },
      });
      await send();
      await told("Vahvista vielä sähköpostiosoitteesi");
      const [nomination] = await nominations();
      assert.equal(nomination?.reason, hostile);
      const text = await page.locator("#sent").inputValue();
      assert.ok(text.includes("<script>alert(1)</script>"));
      assert.equal(await page.locator("main img, main b, main script:not([type='application/json'])").count(), 0);
      assert.deepEqual(alarms, []);
    });

    it("tells of lateness with both times and hands back the whole text", async () => {
      await open();
      await fillIn(page);
      site.ports.clock.set(deadline + 42_000);
      await press("Lähetä ehdotus");
      await told("Ehdotus saapui määräajan jälkeen");
      const text = (await page.locator("main").textContent()) ?? "";
      assert.match(text, /pe\s14\.5\.2027\sklo\s16\.15\.00[\s\S]*16\.15\.42/);
      assert.match(text, /M7F3K01/);
      assert.match(await page.locator("#late").inputValue(), /Tuntee omaisten arjen\.[\s\S]*Kahdeksan vuotta/);
      const [nomination] = await nominations();
      assert.deepEqual([nomination?.status, nomination?.candidate], ["late", undefined]);
    });

    it("opens no form once the time is over, and says why", async () => {
      site.ports.clock.set(deadline + 1);
      await page.goto(`${site.url}/calls/${call.publicId}/nominate`);
      await told(/Ehdotusaika päättyi/);
      assert.equal(await page.locator("form").count(), 0);
    });

    it("is one proposal when it is sent twice, and none is dropped when it was changed in between", async () => {
      const other = await context.newPage();
      await open();
      const html = await page.content();
      await fillIn(page);
      await send();
      await told("E7F3K01");
      // the same page once more, as a second window or a second press brings it
      await other.route(`**/calls/*/nominate`, (route) =>
        route.request().method() === "GET"
          ? route.fulfill({ body: html, contentType: "text/html; charset=utf-8" })
          : route.fallback(),
      );
      if (!scripts) {
        await other.goto(`${site.url}/calls/${call.publicId}/nominate`);
        await fillIn(other);
        await send(other);
        await told("E7F3K01", other);
        assert.equal((await nominations()).length, 1);
        await other.goto(`${site.url}/calls/${call.publicId}/nominate`);
        await fillIn(other, { name: "Toinen Henkilö", email: "toinen.henkilo@example.org" });
        await send(other);
        await told(/Olet jo lähettänyt tämän lomakkeen, tunnus E7F3K01/, other);
        assert.equal(await typedIn("name", other), "Toinen Henkilö");
        await send(other);
        await told("E7F3K02", other);
      } else {
        await page.goBack();
        await page.locator(".ac-adaptiveCard").waitFor();
        assert.equal(await typedIn("name"), "");
        assert.equal((await nominations()).length, 1);
      }
    });

    it("still holds what was typed when one comes back to it", async () => {
      await open();
      await fillIn(page);
      if (scripts) {
        await page.goto(`${site.url}/calls/${call.publicId}`);
        await page.goBack();
        await page.locator(".ac-adaptiveCard").waitFor();
        await page.waitForFunction(`document.querySelector('[id="name"] input').value === "Sanna Kaislamo"`);
        assert.equal(await typedIn("reason"), "Tuntee omaisten arjen.");
        assert.equal(await typedIn("seatGroup"), "t1");
      } else {
        await send();
        await told("Vahvista vielä sähköpostiosoitteesi");
        await page.goBack();
        assert.equal(await typedIn("name"), "Sanna Kaislamo");
      }
    });

    it("is saved half-finished, and continued by its link on another machine until it is sent", async () => {
      await open();
      await field(page, "name").fill("Sanna Kaislamo");
      await field(page, "reason").fill("Hallitus kokoontuu huomenna.\nSitten valmis.");
      await press("Tallenna ja jatka myöhemmin");
      await told("Lomake on tallennettu");
      const url = await page.locator("#link").inputValue();
      assert.match(url, /\/d\/k7q2m9x4p1wz\/[\w-]{22}$/);
      assert.deepEqual(await nominations(), []);
      const elsewhere = await browser.newContext({ javaScriptEnabled: scripts, locale: "fi-FI" });
      const there = await elsewhere.newPage();
      await there.goto(url);
      await told(/Luonnos, jota ei ole lähetetty/, there);
      assert.equal(await typedIn("reason", there), "Hallitus kokoontuu huomenna.\nSitten valmis.");
      await fillIn(there);
      await press("Tallenna ja jatka myöhemmin", there);
      await told("Lomake on tallennettu", there);
      assert.equal(new URL(await there.locator("#link").inputValue()).pathname, new URL(url).pathname);
      await there.goto(url);
      await send(there);
      await told("Vahvista vielä sähköpostiosoitteesi", there);
      assert.equal((await nominations()).length, 1);
      await there.goto(url);
      await told("Linkki ei avaudu", there);
      await elsewhere.close();
    });

    it("doesn't let two windows with the same draft overwrite each other unseen", async () => {
      await open();
      await press("Tallenna ja jatka myöhemmin");
      await told("Lomake on tallennettu");
      const url = await page.locator("#link").inputValue();
      const other = await context.newPage();
      for (const one of [page, other]) {
        await one.goto(url);
        if (scripts) await one.locator(".ac-adaptiveCard").waitFor();
      }
      await field(other, "name").fill("Toinen ikkuna");
      await press("Tallenna ja jatka myöhemmin", other);
      await told("Lomake on tallennettu", other);
      await field(page, "name").fill("Ensimmäinen ikkuna");
      await press("Tallenna ja jatka myöhemmin");
      await told(/Luonnosta on muutettu muualla/);
      assert.equal(await typedIn("name"), "Ensimmäinen ikkuna");
    });

    it("asks again, without losing a word, when it came faster than anybody types or with its trap filled in", async () => {
      await open();
      await fillIn(page);
      await press("Lähetä ehdotus");
      await told(/Lomake lähetettiin heti avaamisen jälkeen/);
      assert.equal(await typedIn("reason"), "Tuntee omaisten arjen.");
      await send();
      await told("Vahvista vielä sähköpostiosoitteesi");
      if (scripts) return;
      await open();
      await fillIn(page, { name: "Toinen Henkilö", email: "toinen.henkilo@example.org" });
      // out of sight of people, so only a machine gets here
      await page.locator("#website").fill("https://example.org", { force: true });
      await send();
      await told(/täytettynä kohta, jota ei näytetä/);
      assert.equal(await typedIn("name"), "Toinen Henkilö");
      assert.equal(await page.locator("#website").inputValue(), "");
      assert.equal((await nominations()).length, 1);
    });

    it("lets somebody put themselves forward where that is allowed", async () => {
      await open("stand");
      await field(page, "senderName").fill("Sanna Kaislamo");
      await field(page, "senderEmail").fill("sanna.kaislamo@example.org");
      await field(page, "reason").fill("Haluan mukaan.");
      await field(page, "reason-c1").fill("Kahdeksan vuotta vertaisryhmissä.");
      await field(page, "seatGroup").selectOption("t3");
      later();
      await press("Ilmoittaudu");
      await told(/Ilmoittautuminen saapui määräajassa/);
      const [nomination] = await nominations();
      assert.deepEqual([nomination?.self, nomination?.nominee.name], [true, "Sanna Kaislamo"]);
      assert.match(nomination?.agreedTo ?? "", /^fi-/);
    });

    it("gives axe nothing to complain about in any language, empty, with errors or once it has been sent", async () => {
      // axe is a script: the plain form is the one whose own script doesn't come
      const judged = await browser.newContext({ locale: "fi-FI" });
      const its = await judged.newPage();
      if (!scripts) await its.route("**/form-*.js", (route) => route.abort());
      for (const lang of langs)
        for (const path of ["nominate", "stand"]) {
          await its.goto(`${site.url}/calls/${call.publicId}/${path}?lang=${lang}`);
          if (scripts) await its.locator(".ac-adaptiveCard").waitFor();
          assert.deepEqual(await axeComplaints(its), [], `${path} ${lang}`);
          if (!scripts) continue;
          const { form } = textFor(lang).nomination;
          await press(path === "stand" ? form.submitSelf : form.submit, its);
          await told(form.reasonRequired, its);
          assert.deepEqual(await axeComplaints(its), [], `${path} ${lang} with errors`);
        }
      await open("nominate", its);
      await fillIn(its);
      await send(its);
      await told("Vahvista vielä sähköpostiosoitteesi", its);
      assert.deepEqual(await axeComplaints(its), [], "received");
      await judged.close();
    });

    it("fits a window of 320 pixels", async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open();
      assert.deepEqual(await tooWide(page), []);
    });

    if (scripts) {
      it("keeps everything and says so when the connection breaks, and sends it once it is back", async () => {
        await open();
        await fillIn(page);
        await page.route("**/nominate*", (route) =>
          route.request().method() === "POST" ? route.abort() : route.continue(),
        );
        await send();
        await told(/Yhteys katkesi, eikä lomaketta lähetetty/);
        assert.equal(await typedIn("reason"), "Tuntee omaisten arjen.");
        await page.unroute("**/nominate*");
        await send();
        await told("Vahvista vielä sähköpostiosoitteesi");
        assert.equal((await nominations()).length, 1);
      });

      it("brings back after a reload what was typed, says so, and can be emptied", async () => {
        await open();
        await field(page, "reason").fill("Ei vielä lähetetty.");
        await page.reload();
        await told(/Palautimme tekstin/);
        assert.equal(await typedIn("reason"), "Ei vielä lähetetty.");
        await press("Tyhjennä lomake");
        assert.equal(await typedIn("reason"), "");
        await page.reload();
        await page.locator(".ac-adaptiveCard").waitFor();
        assert.equal(await page.getByText(/Palautimme tekstin/).count(), 0);
      });

      it("forgets what was typed once it has been sent", async () => {
        await open();
        await fillIn(page);
        await send();
        await told("Vahvista vielä sähköpostiosoitteesi");
        assert.equal(await page.evaluate("JSON.stringify(sessionStorage)"), "{}");
        assert.deepEqual(await context.cookies(), []);
      });

      it("is filled in and sent by keyboard alone", async () => {
        await open();
        await field(page, "name").focus();
        for (const text of ["Sanna Kaislamo", "sanna.kaislamo@example.org", "", "Kaislan Omaiset ry", ""]) {
          await page.keyboard.type(text);
          await page.keyboard.press("Tab");
        }
        assert.equal(await typedIn("org1-name"), "Kaislan Omaiset ry");
        const fold = page.getByRole("button", { name: /Järjestön tarkemmat tiedot/ });
        await fold.focus();
        assert.equal(await fold.getAttribute("aria-expanded"), "false");
        await page.keyboard.press("Enter");
        assert.equal(await fold.getAttribute("aria-expanded"), "true");
        assert.ok(await field(page, "org1-locality").isVisible());
      });

      it("loads the renderer only here, packed under 60 KB, and runs nothing that isn't ours", async () => {
        const loaded: string[] = [];
        page.on("response", (r) => loaded.push(r.url()));
        const answer = await page.goto(`${site.url}/calls/${call.publicId}/nominate`, { waitUntil: "networkidle" });
        const script = loaded.find((url) => url.endsWith(".js")) ?? "";
        assert.ok(loaded.every((url) => url.startsWith(site.url)));
        const packed = await fetch(script, { headers: { "accept-encoding": "gzip" } });
        assert.ok(Number(packed.headers.get("content-length")) < 60_000);
        const policy = (await answer?.headerValue("content-security-policy")) ?? "";
        assert.match(policy, /default-src 'none'/);
        assert.doesNotMatch(policy, /unsafe/);
      });
    } else {
      it("has room for several organisations without a script", async () => {
        await open();
        const adders = page.getByText("+ Lisää järjestö");
        await adders.first().click();
        await field(page, "org2-name").fill("Toivon Polku ry");
        await field(page, "org2-contactName").fill("Petra Lounasvuo");
        await field(page, "org2-contactEmail").fill("petra.lounasvuo@example.org");
        await fillIn(page);
        await send();
        await told("Vahvista vielä sähköpostiosoitteesi");
        const [nomination] = await nominations();
        assert.deepEqual(
          nomination?.organisations.map(({ name }) => name),
          ["Kaislan Omaiset ry", "Toivon Polku ry"],
        );
      });

      it("takes only so many links to one address, and says what to do", async () => {
        for (let n = 1; n <= 7; n++) {
          await open();
          await fillIn(page, { name: `Henkilö ${"ABCDEFG"[n - 1]}`, email: `henkilo.${n}@example.org` });
          await send();
          await told(n <= 6 ? "Vahvista vielä sähköpostiosoitteesi" : /on jo lähetetty monta linkkiä/);
        }
        assert.equal((await nominations()).length, 6);
        assert.equal(await typedIn("name"), "Henkilö G");
      });

      it("makes one proposal of a form that comes several times at once", async () => {
        await open();
        const button = await page.getByRole("button", { name: "Lähetä ehdotus" }).getAttribute("value");
        later();
        const body = () =>
          new URLSearchParams({
            ...{ press: button ?? "", name: "Sanna Kaislamo", email: "sanna.kaislamo@example.org" },
            ...{ "org1-name": "Kaislan Omaiset ry", seatGroup: "t1", reason: "Syy.", "reason-c1": "Syy." },
            ...{ senderName: "Oskari Haavisalo", senderEmail: "oskari.haavisalo@example.org" },
          });
        const address = `${site.url}/calls/${call.publicId}/nominate?lang=fi`;
        const answers = await Promise.all(
          Array.from({ length: 5 }, () => fetch(address, { method: "POST", body: body() }).then((r) => r.text())),
        );
        for (const answer of answers) assert.match(answer, /E7F3K01/);
        assert.equal((await nominations()).length, 1);
      });

      it("takes only so many forms from one place in a minute, and gives the text back", async () => {
        const address = `${site.url}/calls/${call.publicId}/nominate?lang=fi`;
        const post = (form: Record<string, string>) =>
          fetch(address, { method: "POST", body: new URLSearchParams(form) });
        for (let n = 0; n < 120; n++) await (await post({ press: "{" })).arrayBuffer();
        const press = JSON.stringify({ verb: "nomination.submit", call: call.id, nonce: "nonce-0001" });
        const answer = await post({ press, reason: "Tärkeä teksti" });
        assert.equal(answer.status, 429);
        assert.match(await answer.text(), /Samasta verkosta on tullut paljon lomakkeita[\s\S]*Tärkeä teksti/);
      });

      it("hands back what it can't read, and writes nothing", async () => {
        const post = (form: Record<string, string>) =>
          fetch(`${site.url}/calls/${call.publicId}/nominate?lang=fi`, {
            method: "POST",
            body: new URLSearchParams(form),
          });
        const press = JSON.stringify({ verb: "nomination.submit", call: call.id, nonce: "nonce-0001" });
        const wrong: Record<string, string>[] = [
          { reason: "Tärkeä teksti" },
          { press: "{", reason: "Tärkeä teksti" },
          {
            press: JSON.stringify({ verb: "call.cancel", call: call.id, nonce: "nonce-0001" }),
            reason: "Tärkeä teksti",
          },
          { press, reason: `Tärkeä teksti ${"x".repeat(2_000)}` },
          { press, role: "ylläpitäjä", reason: "Tärkeä teksti" },
        ];
        for (const form of wrong) {
          const answer = await post(form);
          assert.equal(answer.status, 422);
          assert.match(await answer.text(), /Tärkeä teksti/);
        }
        assert.deepEqual(await nominations(), []);
      });

      it("takes no one's word for who they are: people's ids in a form mean nothing", async () => {
        const { id } = await identify(site.ports, { tenant: "tenant-1", oid: OID, name: "Sanna Kaislamo" });
        const press = JSON.stringify({ verb: "nomination.submit", call: call.id, nonce: "nonce-0001", by: id });
        const answer = await fetch(`${site.url}/calls/${call.publicId}/nominate?lang=fi`, {
          method: "POST",
          body: new URLSearchParams({
            ...{ press, person: id, name: "Sanna Kaislamo", email: "sanna.kaislamo@example.org", by: id },
            ...{ "org1-name": "Kaislan Omaiset ry", "org1-contactPerson": id, "org1-contactName": "Petra" },
            ...{ reason: "Syy.", "reason-c1": "Syy.", seatGroup: "t1" },
            ...{ senderName: "Oskari Haavisalo", senderEmail: "oskari.haavisalo@example.org" },
          }),
        });
        assert.equal(answer.status, 200);
        assert.doesNotMatch(JSON.stringify(await nominations()), /person:/);
      });

      it("has as much room for a text of many lines as its fields allow", async () => {
        await open();
        const lines = `${"Rivi on tässä.\n".repeat(66)}Loppu.`;
        const longest = lines.padEnd(1_000, "x");
        await fillIn(page, { reason: longest });
        await send();
        await told("Vahvista vielä sähköpostiosoitteesi");
        assert.equal((await nominations())[0]?.reason, longest);
      });
    }
  });
