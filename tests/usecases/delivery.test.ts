import assert from "node:assert/strict";
import type { Delivery } from "../../bot/domain/delivery.ts";
import type { Outcome } from "../../bot/domain/delivery-steps.ts";
import type { DeliveriesView } from "../../bot/domain/delivery-view.ts";
import type { Fact } from "../../bot/domain/facts.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { DAY, HOUR } from "../../bot/domain/time.ts";
import { change } from "../../bot/usecases/change.ts";
import { handleDelivery, repostLost, retryDelivery } from "../../bot/usecases/delivery.ts";
import { LOST_ON_PAGE, loadDeliveries, loadDelivery } from "../../bot/usecases/delivery-reading.ts";
import type { Message } from "../../bot/usecases/ports.ts";
import { docsOf, factsOf, readCall } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";

const CALL = "call:7f3k";

describe("what a call says", () => {
  let ports: TestPorts;
  let chair: PersonId;
  let sanna: PersonId;
  let oskari: PersonId;
  beforeEach(async () => {
    ports = testPorts();
    chair = (await aPerson(ports, "Helmi Kaislaharju")).id;
    sanna = (await aPerson(ports, "Sanna Kaislamo")).id;
    oskari = (await aPerson(ports, "Oskari Haavisalo")).id;
  });
  afterEach(() => ports.dispose());

  const proposal = (own = {}) =>
    aNomination({
      by: oskari,
      nominee: { name: "Sanna Kaislamo", person: sanna, phone: "0100 200 300" },
      proposer: { name: "Oskari Haavisalo", phone: "0100 700 800" },
      organisations: [],
      ...own,
    });
  const asked = (own = {}) => aCandidate({ person: sanna, proposers: [oskari], ...own });
  const begun = (facts: Fact[] = [proposal(), asked()], call = aCall({ said: [] })) =>
    stored(ports, aGroup({ chairs: [chair], viceChair: sanna, secretaries: [] }), call, facts);
  const ref = (by = chair) => ({ tenant: "tenant-1", round: CALL, by }) as const;
  const view = async (page = 0): Promise<DeliveriesView> => {
    const found = await loadDeliveries(ports, ref(), page);
    return found.ok ? found.state : assert.fail(found.refusal.kind);
  };
  /** The outside world answers messages of a kind so, until it is told otherwise. */
  const answering = (matches: (message: Message) => boolean, outcome: Outcome) => {
    ports.answers.unshift((message) => (matches(message) ? outcome : undefined));
    return () => void ports.answers.shift();
  };
  const says =
    (kind: Delivery["saying"]["kind"]) =>
    ({ showing }: Message) =>
      showing.delivery.saying.kind === kind;
  const sentOf = (kind: Delivery["saying"]["kind"]) => ports.sent.filter(says(kind));
  const deliveries = async (kind: Delivery["saying"]["kind"]) => {
    const found: Delivery[] = [];
    for await (const d of factsOf(ports.store, CALL, "delivery")) if (d.saying.kind === kind) found.push(d);
    return found;
  };
  const touch = () =>
    change(ports, CALL, chair, ({ call }) => ({
      ok: true,
      state: {
        facts: call ? [{ ...call, rev: call.rev + 1, numbered: call.numbered + 1 }] : [],
        events: ["callWritten"],
      },
    }));
  const later = (ms: number) => ports.at(ports.clock.now() + ms);
  const eventsOf = async () => {
    const events: string[] = [];
    for await (const doc of docsOf(ports.store, CALL, "entry"))
      events.push(...(doc.body as { events: string[] }).events);
    return events;
  };

  it("lists a candidate without the app with the reason and the phone number, until a retry arrives", async () => {
    const back = answering(says("consentRequest"), { kind: "failed", reason: "noApp" });
    await begun();
    await ports.settled();
    const [row] = (await view()).rows;
    assert.deepEqual([row?.name, row?.why, row?.phone], ["Sanna Kaislamo", "noApp", "0100 200 300"]);
    const request = row?.delivery ?? assert.fail();
    back();
    assert((await retryDelivery(ports, ref(), request.id, "nonce-0001")).ok);
    await ports.settled();
    assert.equal(sentOf("consentRequest").length, 1);
    assert.deepEqual((await view()).rows, []);
    assert((await eventsOf()).includes("candidateReached"));
    assert.deepEqual((await verifyRound(ports.store, CALL))?.damage, []);
  });

  it("sends once for a press that is delivered twice, and for two officers at the same moment", async () => {
    const back = answering(says("receipt"), { kind: "failed", reason: "blocked" });
    await begun();
    await ports.settled();
    back();
    const [receipt = assert.fail()] = await deliveries("receipt");
    const presses = [
      retryDelivery(ports, ref(), receipt.id, "nonce-0001"),
      retryDelivery(ports, ref(), receipt.id, "nonce-0001"),
      retryDelivery(ports, ref(sanna), receipt.id, "nonce-0002"),
    ];
    const done = await Promise.all(presses);
    assert.deepEqual(
      done.map((d) => (d.ok ? "ok" : d.refusal.kind)),
      ["ok", "ok", "notFailed"],
    );
    await ports.settled();
    assert.equal(sentOf("receipt").length, 1);
  });

  it("lists who has no address in Teams as one that no retry helps, and as handled once somebody phoned", async () => {
    const contact = { name: "Petra Lounasvuo", email: "petra.lounasvuo@example.org" };
    answering(({ to }) => to.kind === "address", { kind: "failed", reason: "notInTeams" });
    await begun([
      proposal({ organisations: [{ name: "Toivon Polku ry", contact, confirmation: "notConfirmed" }] }),
      asked(),
    ]);
    await ports.settled();
    const [row] = (await view()).rows;
    assert.deepEqual([row?.name, row?.why, row?.handled], ["Petra Lounasvuo", "notInTeams", false]);
    const { id } = row?.delivery ?? assert.fail();
    const refused = await retryDelivery(ports, ref(), id, "nonce-0001");
    assert.equal(refused.ok ? "" : refused.refusal.kind, "noHelp");
    assert((await handleDelivery(ports, ref(), id, "nonce-0001")).ok);
    const after = await view();
    assert.deepEqual([after.open, after.handled, after.reasons], [0, 1, []]);
    const one = await loadDelivery(ports, ref(), id);
    assert(one.ok && one.state.handled);
  });

  it("gives the number that a proposal gave for its sender", async () => {
    answering(says("receipt"), { kind: "failed", reason: "blocked" });
    await begun();
    await ports.settled();
    assert.deepEqual(
      (await view()).rows.map(({ name, phone }) => [name, phone]),
      [["Oskari Haavisalo", "0100 700 800"]],
    );
  });

  it("shows a message that was cut off twice as uncertain, and one sent again as repeated", async () => {
    const back = answering(says("receipt"), { kind: "unknown" });
    await begun();
    await ports.settled();
    await later(3_000);
    const [receipt = assert.fail()] = await deliveries("receipt");
    assert.equal(receipt.status, "unknown");
    assert.deepEqual((await view()).reasons, [{ why: "unsure", count: 1 }]);
    back();
    await retryDelivery(ports, ref(), receipt.id, "nonce-0001");
    await ports.settled();
    const [after] = await deliveries("receipt");
    assert.deepEqual([after?.status, after?.repeated], ["sent", true]);
  });

  it("hides a number from an officer with a conflict of interest", async () => {
    answering(says("consentRequest"), { kind: "failed", reason: "noApp" });
    await begun([proposal({ by: chair }), asked({ proposers: [chair] })]);
    await ports.settled();
    const [row] = (await view()).rows;
    assert.deepEqual([row?.name, row?.phone], ["Sanna Kaislamo", undefined]);
  });

  it("is given up after a day of asking to wait, and the candidate then counts as not reached", async () => {
    answering(says("consentRequest"), { kind: "later", after: HOUR });
    await begun();
    for (let hours = 0; hours <= 25; hours++) await later(HOUR);
    const [request] = await deliveries("consentRequest");
    assert.deepEqual([request?.status, request?.failure?.reason], ["failed", "gaveUp"]);
    assert.equal((await view()).open, 1);
  });

  it("keeps drawing a card anew that is days old when Teams asks to wait for a moment", async () => {
    await begun();
    await ports.settled();
    await later(3 * DAY);
    let busy = true;
    answering(({ replaces }) => busy && replaces !== undefined, { kind: "later", after: 2_000 });
    await touch();
    await later(5_000);
    busy = false;
    await later(5_000);
    const [post] = await deliveries("announcement");
    assert.deepEqual([post?.status, post?.stale, post?.failure], ["sent", undefined, undefined]);
    assert(sentOf("announcement").length >= 2);
  });

  describe("when the announcement's post is gone", () => {
    const gone = () =>
      answering(({ replaces, to }) => to.kind === "channel" && replaces !== undefined, {
        kind: "failed",
        reason: "gone",
      });
    const lose = async () => {
      await begun();
      await ports.settled();
      const back = gone();
      await touch();
      await later(5_000);
      return back;
    };

    it("tells each officer once, and the record, however often the call changes after that", async () => {
      await lose();
      for (let n = 0; n < 3; n++) {
        await touch();
        await later(5_000);
      }
      assert.deepEqual(
        sentOf("announcementLost")
          .map(({ to }) => to.kind === "person" && to.person.id)
          .sort(),
        [chair, sanna].sort(),
      );
      assert.deepEqual(
        (await eventsOf()).filter((e) => e.startsWith("announcement")),
        ["announcementLost"],
      );
    });

    it("posts it anew once for two officers, and what is said in the thread stands under the new post", async () => {
      const back = await lose();
      back();
      const before = sentOf("announcement").length;
      const presses = [
        repostLost(ports, ref(), "nonce-0001"),
        repostLost(ports, ref(), "nonce-0001"),
        repostLost(ports, ref(sanna), "nonce-0002"),
      ];
      const done = await Promise.all(presses);
      assert.deepEqual(
        done.map((d) => (d.ok ? "ok" : d.refusal.kind)),
        ["ok", "ok", "notLost"],
      );
      await ports.settled();
      assert.equal(sentOf("announcement").length, before + 1);
      assert.equal(sentOf("announcement").at(-1)?.replaces, undefined);
      const posted = (await deliveries("announcement"))[0]?.posted;
      await change(ports, CALL, chair, ({ call }) => ({
        ok: true,
        state: {
          facts: call
            ? [{ ...call, corrections: [{ at: ports.clock.now(), by: chair, note: { fi: "Oikaistu." } }] }]
            : [],
          events: ["callCorrected"],
        },
      }));
      await ports.settled();
      const [correction] = sentOf("correction");
      assert.deepEqual(correction?.to.kind === "channel" ? correction.to.under : undefined, posted);
      assert.deepEqual((await verifyRound(ports.store, CALL))?.damage, []);
    });

    it("tells them again when the new post is lost too", async () => {
      const back = await lose();
      back();
      await repostLost(ports, ref(), "nonce-0001");
      await ports.settled();
      gone();
      await touch();
      await later(5_000);
      assert.equal(sentOf("announcementLost").length, 4);
    });

    it("goes by what comes last when it is posted anew while an update of the old post is still on its way", async () => {
      await begun();
      await ports.settled();
      await change(ports, CALL, "ehdolla", ({ call }) => ({
        ok: true,
        state: {
          facts: call ? [{ ...call, announcementLost: { at: 1, reason: "gone" } }] : [],
          events: ["announcementLost"],
        },
      }));
      let reposted: Promise<unknown> | undefined;
      ports.answers.unshift(({ replaces, to }) => {
        if (to.kind !== "channel" || !replaces) return undefined;
        reposted ??= repostLost(ports, ref(), "nonce-0001");
        return { kind: "failed", reason: "gone" };
      });
      await later(5_000);
      await reposted;
      await later(5_000);
      const [post] = await deliveries("announcement");
      assert.deepEqual([post?.status, post?.failure], ["sent", undefined]);
      assert.notEqual((await readCall(ports.store, CALL))?.announcementLost?.reposted, undefined);
    });
  });

  it("notices an announcement that could not be posted at all, and posts it once that is mended", async () => {
    const back = answering(says("announcement"), { kind: "failed", reason: "noApp" });
    await begun();
    await ports.settled();
    assert.equal(sentOf("announcementLost").length, 2);
    back();
    assert((await repostLost(ports, ref(), "nonce-0001")).ok);
    await ports.settled();
    assert.equal(sentOf("announcement").length, 1);
  });

  it("tells how far a mailing is", async () => {
    const many = Array.from({ length: 45 }, (_, i) => i);
    const people = await Promise.all(many.map((i) => aPerson(ports, `Ehdottaja ${i}`)));
    await stored(
      ports,
      aGroup({ chairs: [chair], viceChair: sanna, secretaries: [] }),
      aCall({ id: "call:old", said: [], status: "closed", numbered: 45 }),
    );
    for (let from = 0; from < 45; from += 15)
      await change(ports, "call:old", chair, () => ({
        ok: true,
        state: {
          facts: people
            .slice(from, from + 15)
            .map(({ id }, i) =>
              proposal({ id: `nom:${from + i}`, call: "call:old", by: id, nominee: { name: "X" }, said: ["receipt"] }),
            ),
          events: [],
        },
      }));
    answering(says("newCall"), { kind: "later", after: DAY });
    const call = aCall({ said: [], basedOn: "call:old", tellEarlier: true, status: "draft" });
    const { openedAt: _, ...draft } = call;
    const { begin } = await import("../../bot/usecases/begin.ts");
    const group = aGroup({ chairs: [chair], viceChair: sanna, secretaries: [] });
    await begin(
      ports,
      { ...draft, publishing: { by: chair, pressedAt: 0, at: ports.clock.now() } },
      group,
      chair,
      "callDrafted",
    );
    await ports.settled();
    const [progress] = (await view()).mailings;
    assert.deepEqual(progress, { what: "newCall", sent: 0, lost: 0, left: 45, time: 1_000 });
    ports.answers.shift();
    await later(DAY + 1_000);
    assert.deepEqual((await view()).mailings, [{ what: "newCall", sent: 45, lost: 0, left: 0, time: 0 }]);
  });

  it("is gathered in one pass over each kind of fact, and shown a page at a time", async () => {
    const facts: Delivery[] = Array.from({ length: 90 }, (_, i) => ({
      kind: "delivery",
      id: `del:${String(i).padStart(3, "0")}`,
      rev: 1,
      round: CALL,
      saying: { kind: "receipt", nomination: "nom:01" },
      to: { to: "person", person: oskari },
      status: "failed",
      at: 0,
      tries: 1,
      failure: { reason: "blocked", at: 0 },
    }));
    await begun(facts, aCall());
    const listed: string[] = [];
    const counting = {
      ...ports,
      store: {
        ...ports.store,
        list: (...[pk, type, page]: Parameters<typeof ports.store.list>) => {
          if (page?.after === undefined) listed.push(type);
          return ports.store.list(pk, type, page);
        },
      },
    };
    const found = await loadDeliveries(counting, ref(), 3);
    assert(found.ok);
    assert.equal(new Set(listed).size, listed.length, `${listed}`);
    assert.deepEqual(
      [found.state.rows.length, found.state.page, found.state.pages],
      [LOST_ON_PAGE, 3, Math.ceil(90 / LOST_ON_PAGE)],
    );
    assert.equal((await view(99)).page, Math.ceil(90 / LOST_ON_PAGE) - 1);
  });

  it("is shown to officers of the call's own tenant only", async () => {
    await begun();
    const shown = async (by: PersonId, tenant = "tenant-1") => {
      const found = await loadDeliveries(ports, { ...ref(by), tenant }, 0);
      return found.ok ? "shown" : found.refusal.kind;
    };
    assert.deepEqual(
      [await shown(chair), await shown(oskari), await shown(chair, "tenant-2")],
      ["shown", "notAllowed", "noSuchRound"],
    );
  });
});
