import assert from "node:assert/strict";
import type { Candidate } from "../../bot/domain/candidate.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import { identify } from "../../bot/usecases/people.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { factsOf } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { aCall, aGroup, moment } from "../support/builders.ts";
import { type Kills, kills } from "../support/kills.ts";
import { testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { account, type Client, findIn, TENANT } from "../support/teams.ts";
import { checkMessages, deliveriesIn, isSettled } from "../torture/messages.ts";

/** How often a kill falls in each press, and in what goes on after them. */
const STEPS = [2, 1, 1, 1, 2, 5];
const KILLS = Number(process.env.KILLS ?? 50);
const GROUP = "group:kaislaranta";
const CALL = "call:7f3k";
const chair = account(1, "Helmi Kaislaharju");
/** Several, for one person's messages wait for each other. */
const proposer = (n: number) => account(2 + (n % 10), `Ehdottaja ${n % 10}`);
const nominee = (n: number) => account(100 + n, `Ehdokas ${n}`);

interface Acknowledged {
  nominations: Set<string>;
  consents: Set<number>;
}

describe("kill -9", () => {
  let scene: Kills;

  before(async () => {
    scene = await kills(Number(process.env.SEED ?? Date.now() % 1_000_000), STEPS);
    console.log(`      seed ${scene.seed}, ${KILLS} kills`);
    await prepare();
  });
  after(() => scene.end());

  it("at any moment of a proposal and a consent loses nothing acknowledged, and says what was due once or explains why twice", async () => {
    const acknowledged: Acknowledged = { nominations: new Set(), consents: new Set() };
    await scene.run(KILLS, (client, n, begins) => actions(client, n, acknowledged, begins));
    await scene.settle();
    const store = scene.openStore();
    await check(store, acknowledged);
    await store.close();
  }).timeout(KILLS * 5_000 + 60_000);

  /** One proposal, and the consent of a candidate in Teams, this one or an earlier; whatever answers before the kill is acknowledged. */
  async function actions({ press }: Client, n: number, acknowledged: Acknowledged, begins: (step: number) => void) {
    const step = (at: number, ...pressed: Parameters<Client["press"]>) => {
      begins(at);
      return press(...pressed);
    };
    const name = `Ehdokas ${n}`;
    const fields = {
      name,
      email: `ehdokas.${n}@example.org`,
      "org1-name": "Kaislan Omaiset ry",
      seatGroup: "t1",
      role: "member",
      reason: "Tuntee kentän.",
      "reason-c1": "Kahdeksan vuotta.",
    };
    const person = n % 2 === 0 ? { person: await personOf(n) } : {};
    const receipt = await step(0, proposer(n), "nomination.submit", {
      call: CALL,
      nonce: `kill-${scene.seed}-${n}`.padEnd(12, "0"),
      ...fields,
      ...person,
    });
    if (findIn(receipt, "nomination")) acknowledged.nominations.add(name);
    const k = 2 * Math.floor(scene.chance() * (n / 2 + 1));
    const card = await step(1, nominee(k), "consents.mine", {});
    const candidate = findIn(card, "candidate") as string | undefined;
    if (!candidate) return;
    const shown = await step(2, nominee(k), "consent.show", { call: CALL, candidate });
    const rev = findIn(shown, "rev");
    const asked = await step(3, nominee(k), "consent.give", { call: CALL, candidate, rev });
    const nonce = findIn(asked, "nonce");
    const done = await step(4, nominee(k), "consent.confirmGive", { call: CALL, candidate, rev, nonce });
    if (JSON.stringify(done).includes("Suostuit")) acknowledged.consents.add(k);
  }

  const people = new Map<number, string>();
  const personOf = async (n: number) => people.get(n);

  async function prepare() {
    const ports = testPorts();
    const store = scene.openStore();
    const here = { ...ports, store, clock: { now: Date.now } };
    const known = (a: ReturnType<typeof account>) =>
      identify(here, {
        tenant: TENANT,
        oid: a.aadObjectId,
        teamsId: a.id,
        name: a.name,
        serviceUrl: scene.connector.url,
      });
    const { id } = await known(chair);
    for (let n = 0; n < 10; n++) await known(proposer(n));
    for (let n = 0; n < KILLS; n += 2) people.set(n, (await known(nominee(n))).id);
    const group = aGroup({
      id: GROUP,
      place: { tenant: TENANT, team: "19:general", channel: "19:general", serviceUrl: scene.connector.url },
      chairs: [id],
      secretaries: [],
    });
    const later = (days: number) =>
      moment(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10), "16:15");
    const { viceChair: _, ...rest } = group;
    await stored(
      here,
      rest,
      aCall({
        opens: moment("2026-01-01"),
        deadline: later(8),
        consentBy: later(12),
        decisionMeeting: later(14),
        openedAt: Date.now(),
        said: [],
      }),
    );
    await store.close();
    await ports.dispose();
  }

  async function check(store: Store, acknowledged: Acknowledged) {
    const nominations = new Map<string, Nomination>();
    for await (const n of factsOf(store, CALL, "nomination")) {
      assert(!nominations.has(n.nominee.name), `${n.nominee.name} is there twice`);
      nominations.set(n.nominee.name, n);
    }
    for (const name of acknowledged.nominations) assert(nominations.has(name), `${name} was acknowledged`);
    assert(
      acknowledged.nominations.size > KILLS / 10,
      `only ${acknowledged.nominations.size} were acknowledged: the kills come too early`,
    );
    const candidates = new Map<string, Candidate>();
    for await (const c of factsOf(store, CALL, "candidate")) candidates.set(c.name, c);
    const { size } = acknowledged.consents;
    assert(size >= KILLS / 20, `only ${size} consents were acknowledged: the kills come too early`);
    for (const n of acknowledged.consents) assert.equal(candidates.get(`Ehdokas ${n}`)?.consent, "given");
    const verified = await verifyRound(store, CALL);
    assert.deepEqual(verified?.damage, []);
    const deliveries = await deliveriesIn(store, [GROUP, CALL]);
    assert(deliveries.every(isSettled));
    checkMessages(deliveries, scene.messages());
    for (const kind of ["receipt", "consentRequest"]) {
      const said = deliveries.filter((d) => d.saying.kind === kind && d.status === "sent" && d.to.to === "person");
      assert(said.length >= KILLS / 20, `only ${said.length} messages were a ${kind}: the kills come too early`);
    }
  }
});
