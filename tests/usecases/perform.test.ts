import assert from "node:assert/strict";
import { accept } from "../../bot/domain/decision.ts";
import type { Delivery } from "../../bot/domain/delivery.ts";
import { change } from "../../bot/usecases/change.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { factsOf } from "../../bot/usecases/round.ts";
import { createSettler } from "../../bot/usecases/settle.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";

const CALL = "call:7f3k" as const;

describe("a card that follows its facts", () => {
  let ports: TestPorts;
  beforeEach(async () => {
    ports = testPorts();
    const { id } = await aPerson(ports, "Oskari Suvipuro");
    await stored(ports, aGroup(), aCall(), [aNomination({ by: id, organisations: [] })]);
  });
  afterEach(() => ports.dispose());

  const rewrite = (reason: string) =>
    change(ports, CALL, "ehdolla", async (round) => {
      const nomination = await round.get("nomination", "nom:01");
      return accept({ facts: nomination ? [{ ...nomination, reason }] : [], events: ["nominationEdited"] });
    });
  const shown = () => ports.sent.at(-1)?.showing.nomination?.reason;
  const delivery = async (kind: Delivery["saying"]["kind"]): Promise<Delivery | undefined> => {
    for await (const d of factsOf(ports.store, CALL, "delivery")) if (d.saying.kind === kind) return d;
    return undefined;
  };
  const still = { monotonic: () => 0, sleep: async () => {} };
  /** Settles while something happens just before the first message goes. */
  async function settledWith(meanwhile: () => Promise<unknown>, me = "test"): Promise<void> {
    let first = true;
    const take = async () => {
      if (first) await meanwhile();
      first = false;
      return 0;
    };
    const settler = createSettler(ports, me, { take, leave: async () => {} }, still);
    while (await settler.step()) await settler.finish();
  }

  it("shows what was changed while it waited for its turn, whether it is new or drawn anew", async () => {
    await settledWith(() => rewrite("while it waited"));
    assert.equal(shown(), "while it waited");
    await rewrite("afterwards");
    ports.clock.set(TODAY + 10_000);
    await settledWith(() => rewrite("while it was drawn"));
    assert.equal(shown(), "while it was drawn");
  });

  it("is left unsent when it has lost its point while it waited for its turn", async () => {
    const { id } = await aPerson(ports, "Sanna Kaislamo");
    await ports.settled();
    const candidate = aCandidate({ person: id, nominations: ["nom:01"] });
    await change(ports, CALL, "ehdolla", () => accept({ facts: [candidate], events: ["candidateAdded"] }));
    const decline = () =>
      change(ports, CALL, "ehdolla", async (round) => {
        const asked = await round.get("candidate", candidate.id);
        return accept({ facts: asked ? [{ ...asked, consent: "declined" }] : [], events: ["consentDeclined"] });
      });
    await settledWith(decline);
    assert.equal((await delivery("consentRequest"))?.status, "obsolete");
    assert(!ports.sent.some((m) => m.showing.delivery.saying.kind === "consentRequest"));
  });

  /** Settles by and by with one settler, whose store fails at some commits. */
  async function settledThough(fails: (d: Delivery) => boolean): Promise<void> {
    let failures = 0;
    const log = { ...ports.log, error: () => void failures++ };
    const { store } = ports;
    const failing: Store = {
      ...store,
      async commit(pk, writes) {
        for (const write of writes)
          if (
            write.op !== "delete" &&
            write.doc.type === "delivery" &&
            fails((write.doc.body as { fact: Delivery }).fact)
          )
            throw new Error("the store is away");
        await store.commit(pk, writes);
      },
    };
    const limits = { take: async () => 0, leave: async () => {} };
    let passed = 0;
    const timing = { monotonic: () => passed, sleep: async () => {} };
    const settler = createSettler({ ...ports, store: failing, log }, "test", limits, timing);
    for (let n = 0; n < 10; n++) {
      while (await settler.step()) await settler.finish();
      passed += 10_000;
      ports.clock.set(ports.clock.now() + 10_000);
    }
    assert(failures > 0, "nothing failed");
  }
  const times = (n: number) => {
    let left = n;
    return () => left-- > 0;
  };

  it("is said once though the store couldn't take down for a while that it was", async () => {
    const twice = times(2);
    await settledThough((d) => d.status === "sent" && twice());
    assert.equal(ports.sent.filter((m) => m.showing.delivery.saying.kind === "receipt").length, 1);
    const receipt = await delivery("receipt");
    assert.deepEqual([receipt?.status, receipt?.tries, receipt?.repeated], ["sent", 1, undefined]);
  });

  it("hasn't been said where something broke before it left, so that it is said as if nothing had been", async () => {
    const twice = times(2);
    const links = ports.store.get;
    let claimed = false;
    ports.store.get = async (pk, id) => {
      if (claimed && id === "header" && twice()) throw new Error("the store is away");
      return links(pk, id);
    };
    await settledThough((d) => {
      claimed ||= d.status === "claimed";
      return false;
    });
    assert.equal(ports.sent.filter((m) => m.showing.delivery.saying.kind === "receipt").length, 1);
    const receipt = await delivery("receipt");
    assert.deepEqual([receipt?.status, receipt?.tries, receipt?.repeated], ["sent", 1, undefined]);
  });

  it("gets to its last state whatever the service answers meanwhile, slower each time", async () => {
    await ports.settled();
    for (let n = 0; n < 5; n++) {
      await rewrite(`version ${n}`);
      await ports.at(ports.clock.now() + 10_000);
    }
    ports.answers.push((m) => (m.replaces ? { kind: "unknown" } : undefined));
    await rewrite("the last");
    const tried: number[] = [];
    for (let n = 0; n < 10; n++) {
      await ports.at(Math.max(ports.clock.now(), (await delivery("receipt"))?.at ?? 0));
      tried.push(ports.clock.now());
    }
    assert.equal(shown(), "version 4");
    const pauses = tried.slice(1).map((at, n) => at - (tried[n] ?? 0));
    assert.deepEqual(pauses, [2_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000]);
    ports.answers.pop();
    await ports.at(ports.clock.now() + 600_000);
    assert.equal(shown(), "the last");
    assert.equal((await delivery("receipt"))?.repeated, undefined);
  });

  it("is drawn anew after a crash, and isn't said to have been sent twice for that", async () => {
    await ports.settled();
    await rewrite("the last");
    ports.clock.set(TODAY + 10_000);
    ports.answers.push(() => {
      throw new Error("as if killed");
    });
    ports.log.error = () => {};
    await settledWith(async () => {});
    assert.equal((await delivery("receipt"))?.status, "claimed");
    ports.answers.pop();
    await ports.at(TODAY + 20_000);
    assert.equal(shown(), "the last");
    assert.equal((await delivery("receipt"))?.repeated, undefined);
  });

  it("is drawn anew where another settler drew it meanwhile, for the older drawing arrived after the newer one", async () => {
    await ports.settled();
    await rewrite("the first");
    ports.clock.set(TODAY + 10_000);
    const { deliver } = ports.messenger;
    let isHeldUp = true;
    ports.messenger.deliver = async (message) => {
      if (isHeldUp) {
        isHeldUp = false;
        await rewrite("the last");
        await settledWith(async () => {}, "another");
        assert.equal(shown(), "the last");
      }
      return deliver(message);
    };
    await settledWith(async () => {});
    assert.equal(shown(), "the first");
    await ports.at(TODAY + 20_000);
    assert.equal(shown(), "the last");
    assert.equal((await delivery("receipt"))?.stale, undefined);
  });
});

describe("an announcement that was cut off twice", () => {
  let ports: TestPorts;
  beforeEach(() => {
    ports = testPorts();
  });
  afterEach(() => ports.dispose());

  it("isn't waited for by what is said under it; the officers hear that it may not be there", async () => {
    ports.answers.push((m) => (m.showing.delivery.saying.kind === "announcement" ? { kind: "unknown" } : undefined));
    const corrections = [{ at: TODAY, by: "person:chair" as const, note: { fi: "Oikaistu." } }];
    await stored(ports, aGroup(), aCall({ said: [], corrections }));
    const { id } = await aPerson(ports, "Helmi Kaislaharju");
    await change(ports, "group:kaislaranta", "ehdolla", () =>
      accept({ facts: [aGroup({ chairs: [id] })], events: ["rolesChanged"] }),
    );
    for (let at = TODAY; at < TODAY + 20_000; at += 2_000) await ports.at(at);
    const kinds = new Map<string, string>();
    for await (const d of factsOf(ports.store, CALL, "delivery")) kinds.set(d.saying.kind, d.status);
    assert.equal(kinds.get("announcement"), "unknown");
    assert.equal(kinds.get("correction"), "failed");
    assert(ports.sent.some((m) => m.showing.delivery.saying.kind === "announcementLost"));
  });
});
