import assert from "node:assert/strict";
import type { Delivery } from "../../bot/domain/delivery.ts";
import { HOUR, MINUTE } from "../../bot/domain/time.ts";
import { cancelCall } from "../../bot/usecases/call-write.ts";
import { change } from "../../bot/usecases/change.ts";
import { identifyAddress } from "../../bot/usecases/outsiders.ts";
import { openLink } from "../../bot/usecases/personal-link.ts";
import { docsOf, openRound, readCall } from "../../bot/usecases/round.ts";
import { textFor } from "../../cards/text.ts";
import { TODAY } from "../support/ports.ts";
import { candidateNow, linkIn, mailPorts, proposed, read, SANNA } from "./scene.ts";

type Scene = Awaited<ReturnType<typeof mailPorts>>;

describe("mail to people outside Teams", function () {
  this.timeout(10_000);
  let scene: Scene | undefined;
  const begin = async (manners: Parameters<typeof mailPorts>[0] = {}): Promise<Scene> => {
    scene = await mailPorts(manners);
    return scene;
  };
  afterEach(() => scene?.dispose());

  const deliveries = async ({ ports }: Scene, kind: Delivery["saying"]["kind"]) => {
    const round = await openRound(ports, "call:7f3k");
    return (await round?.list("delivery"))?.filter((d) => d.saying.kind === kind) ?? [];
  };

  const mailTo = ({ server }: Scene, address = SANNA) =>
    read(server.received.find(({ to }) => to.includes(address))?.raw ?? "");

  it("asks a candidate by mail, as text and HTML, with a link to their own page", async () => {
    const s = await begin();
    await proposed(s.ports);
    await s.ports.settled();
    const { text, html, header } = mailTo(s);
    for (const body of [text, html]) {
      assert.match(body, /Vastaa viimeistään ti\s18\.5\.2027\sklo\s16\.15/);
      assert.match(body, /Kaislan Omaiset\sry/);
      assert.ok(linkIn(body));
    }
    assert.match(header("Subject"), /Sinua on ehdotettu: Kaislarannan kumppanuuspöytä/);
    assert.match(header("To"), /Sanna Kaislamo.*sanna\.kaislamo@example\.org/);
    const [, , , , publicId = "", token = ""] = linkIn(text).split("/");
    const link = await openLink(s.ports, publicId, token);
    assert.deepEqual(link?.subject, { kind: "candidate", candidate: "cand:01" });
    assert.equal((await candidateNow(s.ports)).notReached, undefined);
  });

  it("speaks both national languages to whom it doesn't know, each marked as such", async () => {
    const s = await begin();
    await proposed(s.ports);
    await s.ports.settled();
    const { text, html, header } = mailTo(s);
    assert.match(header("Subject"), /Sinua on ehdotettu: .* \/ Du har föreslagits: /);
    assert.match(text, /^På svenska nedan\.$/m);
    for (const lang of ["fi", "sv"]) assert.match(html, new RegExp(`<div lang="${lang}">`));
    assert.match(text, /\?lang=fi/);
    assert.match(text, /\?lang=sv/);
    assert.ok(!html.includes('<div lang="en">'));
  });

  it("lets a reply reach the contact of the day, and what comes back a mailbox of our own domain", async () => {
    const s = await begin();
    await proposed(s.ports, { call: { contacts: [{ name: "Tiina Saraluoto", email: "tiina@example.com" }] } });
    await s.ports.settled();
    const { header, text } = mailTo(s);
    assert.match(header("Reply-To"), /Tiina Saraluoto.*tiina@example\.com/);
    assert.match(text, /Vastauksen saa Tiina Saraluoto, tiina@example\.com\./);
    assert.equal(
      s.server.received.find(({ to }) => to.includes(SANNA))?.from,
      "kirjaamo@example.org",
      "the contact's domain isn't ours to send for",
    );
    assert.equal(header("Auto-Submitted"), "auto-generated");
  });

  it("holds nothing of what is folded on the card: neither reasons nor what others are told", async () => {
    const s = await begin();
    await proposed(s.ports);
    await s.ports.settled();
    const { text, html } = mailTo(s);
    for (const body of [text, html]) assert.doesNotMatch(body, /vertaisryhmien|Tuntee omaisten arjen/);
  });

  it("tells the proposer and the chair when the server refuses the address, and why", async () => {
    const s = await begin({ recipient: (to) => (to === SANNA ? { code: 550, says: "no such mailbox" } : undefined) });
    const { oskari, chair } = await proposed(s.ports);
    await s.ports.settled();
    const candidate = await candidateNow(s.ports);
    assert.equal(candidate.notReached?.reason, "noMailbox");
    const [request] = await deliveries(s, "consentRequest");
    assert.deepEqual([request?.status, request?.failure?.reason], ["failed", "noMailbox"]);
    const told = s.ports.sent.filter(({ showing }) => showing.delivery.saying.kind === "notReached");
    assert.deepEqual(told.map(({ to }) => to.kind === "person" && to.person.id).sort(), [oskari.id, chair.id].sort());
    assert.match(textFor("fi").consent.unreached.reasons.noMailbox, /ei ota viestejä vastaan/);
  });

  it("waits for a server that wants it back later, and is then sent once", async () => {
    let turnedAway = 0;
    const s = await begin({
      recipient: (to) => (to === SANNA && turnedAway++ < 2 ? { code: 451, says: "greylisted" } : undefined),
    });
    await proposed(s.ports);
    await s.ports.settled();
    assert.equal((await deliveries(s, "consentRequest"))[0]?.status, "pending");
    assert.equal((await candidateNow(s.ports)).notReached, undefined);
    await s.ports.at(TODAY + MINUTE);
    assert.equal(turnedAway, 1, "not before the server is likely to take it");
    await s.ports.at(TODAY + 5 * MINUTE);
    await s.ports.at(TODAY + 10 * MINUTE);
    const [request] = await deliveries(s, "consentRequest");
    assert.deepEqual([request?.status, request?.tries, request?.repeated], ["sent", 1, undefined]);
    assert.equal(s.server.received.filter(({ to }) => to.includes(SANNA)).length, 1);
  });

  it("gives up on a server that keeps it waiting for more than a day", async () => {
    const s = await begin({ recipient: () => ({ code: 451, says: "greylisted" }) });
    await proposed(s.ports);
    for (const hours of [0, 12, 24, 25]) await s.ports.at(TODAY + hours * HOUR);
    const [request] = await deliveries(s, "consentRequest");
    assert.deepEqual([request?.status, request?.failure?.reason], ["failed", "gaveUp"]);
    assert.equal((await candidateNow(s.ports)).notReached?.reason, "unknown");
  });

  it("repeats at most once what was cut off after the mail went over, with the same message id, and says so", async () => {
    const s = await begin({ mail: () => "reset" });
    await proposed(s.ports, { nomination: { organisations: [{ name: "Kaislan Omaiset ry", confirmation: "own" }] } });
    await s.ports.settled();
    for (let at = TODAY; at < TODAY + 3 * HOUR; at += 5 * MINUTE) await s.ports.at(at);
    const [request] = await deliveries(s, "consentRequest");
    assert.deepEqual([request?.status, request?.repeated], ["unknown", true]);
    const toSanna = s.server.received.filter(({ to }) => to.includes(SANNA));
    assert.equal(toSanna.length, 2);
    assert.equal(new Set(toSanna.map(({ raw }) => read(raw).header("Message-ID"))).size, 1);
  });

  it("takes a refusal of the whole mail for one that no better address helps", async () => {
    const s = await begin({ mail: () => ({ code: 554, says: "looks like spam" }) });
    await proposed(s.ports);
    await s.ports.settled();
    const [request] = await deliveries(s, "consentRequest");
    assert.deepEqual([request?.status, request?.failure?.reason], ["failed", "refused"]);
  });

  it("keeps the token out of the store, the record and the log", async () => {
    const s = await begin();
    const logged: string[] = [];
    const keep = (fields: Record<string, unknown>, message: string) =>
      void logged.push(JSON.stringify([fields, message]));
    Object.assign(s.ports.log, { info: keep, warn: keep });
    await proposed(s.ports);
    await s.ports.settled();
    const token = linkIn(mailTo(s).text).split("/").at(-1) ?? "";
    assert.match(token, /^[\w-]{22}$/);
    const kept = [...logged];
    for (const type of ["call", "entry", "delivery", "nomination", "candidate", "link"])
      for await (const doc of docsOf(s.ports.store, "call:7f3k", type)) kept.push(JSON.stringify(doc));
    assert.ok(kept.length > 5);
    assert.deepEqual(
      kept.filter((line) => line.includes(token)),
      [],
    );
    assert.deepEqual(
      logged.filter((line) => line.includes("kaislamo")),
      [],
    );
  });

  it("reminds by mail, and no more once the candidate has answered", async () => {
    const s = await begin();
    await proposed(s.ports);
    for (let at = TODAY; at < TODAY + 12 * 24 * HOUR; at += 12 * HOUR) await s.ports.at(at);
    const subjects = s.server.received
      .filter(({ to }) => to.includes(SANNA))
      .map(({ raw }) => read(raw).header("Subject"));
    assert.equal(subjects.length, 3);
    assert.match(subjects[1] ?? "", /Vastaustasi odotetaan/);
  });

  it("doesn't draw a mail anew when what it told of changes", async () => {
    const s = await begin();
    await proposed(s.ports);
    await s.ports.settled();
    const before = s.server.received.length;
    await change(s.ports, "call:7f3k", "ehdolla", async (round) => {
      const candidate = await round.get("candidate", "cand:01");
      if (!candidate) throw new Error("no candidate");
      return { ok: true, state: { facts: [{ ...candidate, rev: 2, role: "either" }], events: ["consentRecorded"] } };
    });
    await s.ports.at(TODAY + HOUR);
    assert.equal(s.server.received.length, before);
    assert.equal((await deliveries(s, "consentRequest"))[0]?.status, "sent");
  });

  it("never leaves the group in practice", async () => {
    const s = await begin();
    await proposed(s.ports, { call: { practice: true } });
    await s.ports.settled();
    assert.equal(s.server.asked(), 0);
    assert.equal((await candidateNow(s.ports)).notReached?.reason, "notInTeams");
  });

  it("tells those outside Teams that a call was cancelled, each once", async () => {
    const s = await begin();
    const { chair } = await proposed(s.ports);
    await s.ports.settled();
    const before = s.server.received.length;
    const call = await readCall(s.ports.store, "call:7f3k");
    const press = { by: chair.id, nonce: "nonce-cancel", rev: call?.rev ?? 0, arrivedAt: TODAY, now: TODAY };
    const at = { tenant: "tenant-1", call: "call:7f3k", id: "call:7f3k" } as const;
    const decision = await cancelCall(s.ports, at, { ...press, reason: "Rahoitus peruuntui." });
    assert.ok(decision.ok);
    await s.ports.settled();
    const told = s.server.received.slice(before);
    assert.deepEqual(told.flatMap(({ to }) => to).sort(), ["petra.lounasvuo@example.org", SANNA]);
    for (const { raw } of told) assert.match(read(raw).text, /Rahoitus peruuntui/);
  });

  it("writes in the one language that the recipient has chosen", async () => {
    const s = await begin();
    const sanna = await identifyAddress(s.ports, { email: SANNA, name: "Sanna Kaislamo", lang: "sv" });
    await proposed(s.ports, { candidate: { outside: true } });
    await change(s.ports, "call:7f3k", "ehdolla", async (round) => {
      const candidate = await round.get("candidate", "cand:01");
      if (!candidate) throw new Error("no candidate");
      const facts = [{ ...candidate, person: sanna.id, outside: true }];
      return { ok: true, state: { facts, events: ["candidateIdentified"] } };
    });
    await s.ports.settled();
    const { header, html } = mailTo(s);
    assert.equal(header("Subject"), "Du har föreslagits: Vassrandens partnerskapsbord");
    assert.ok(!html.includes('<div lang="fi">'));
  });

  it("shows hostile names and reasons as text: no header, link or mark-up comes of them", async () => {
    const s = await begin();
    const evil =
      'Aku" <b>x</b>\r\nBcc: kaikki@example.org\r\n\r\n[klik](https://paha.example.org) www.paha.example.org';
    await proposed(s.ports, {
      candidate: { name: evil },
      nomination: { organisations: [{ name: evil, confirmation: "own" }] },
      call: { mandate: { fi: evil } },
    });
    await s.ports.settled();
    assert.deepEqual([...new Set(s.server.received.flatMap(({ to }) => to))], [SANNA]);
    const { text, html, header } = mailTo(s);
    assert.equal(header("Bcc"), "");
    assert.doesNotMatch(html, /<b>x<\/b>|href="https:\/\/paha/);
    for (const body of [text, html]) assert.doesNotMatch(body, /https:\/\/paha|www\.paha/);
  });
});
