import assert from "node:assert/strict";
import type { Group } from "../../bot/domain/group.ts";
import type { Person } from "../../bot/domain/person.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import { change } from "../../bot/usecases/change.ts";
import { eraseOwn } from "../../bot/usecases/erase.ts";
import { correctOwnContact, ofAddress, ofPerson, ownDataOf } from "../../bot/usecases/my-data.ts";
import { identifyAsked } from "../../bot/usecases/outsiders.ts";
import { readPerson } from "../../bot/usecases/people.ts";
import { remindPoll } from "../../bot/usecases/poll.ts";
import { readGroup } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import {
  accepted,
  answers,
  decided,
  GROUP,
  openPoll,
  PETRA,
  type PollScene,
  pollScene,
  pressOf,
  TENANT,
} from "../support/poll-scene.ts";

const NEW = "Petra@uusi.example.org";
const OLD = /petra\.lounasvuo@/i;

describe("the address of somebody outside Teams whom a poll asks", () => {
  let scene: PollScene;
  let poll: Poll;
  let petra: Person;
  const begin = async (own: Partial<Group> = {}) => {
    scene = await pollScene(own);
    ({ poll, petra } = await openPoll(scene));
    await scene.ports.settled();
  };
  afterEach(() => scene.ports.dispose());

  const of = (email: string) => ofAddress(scene.ports, email, GROUP);
  const correct = async (email: string, by = PETRA) => correctOwnContact(scene.ports, await of(by), { email });
  const address = async () => (await readPerson(scene.ports.store, petra.id))?.email;
  const mailedTo = () => {
    const [last] = scene.ports.sent.filter(({ to }) => to.kind === "person" && to.person.id === petra.id).slice(-1);
    return last?.to.kind === "person" ? last.to.person.email : undefined;
  };

  for (const body of ["organisations", "authority"] as const)
    it(`is corrected by themselves in the poll and its meetings, and further mail goes there: ${body}`, async () => {
      await begin({ body });
      await answers(scene, poll, petra.id);
      assert.equal(await correct(NEW), 1);
      assert.equal(await address(), NEW);
      await decided(scene, poll);
      assert.equal(mailedTo(), NEW);
      const own = await ownDataOf(scene.ports, await of(NEW));
      assert.deepEqual([own.polls.length, own.meetings.length, own.polls[0]?.answers.length], [1, 1, 1]);
      assert.deepEqual((await ownDataOf(scene.ports, await of(PETRA))).polls, []);
      assert.equal(await correct(NEW, NEW), 0);
      assert.deepEqual(
        [...scene.docs].filter(([, text]) => text.includes('"email"') && OLD.test(text)),
        [],
      );
    });

  it("is that of a reminder to whoever hasn't answered", async () => {
    await begin();
    await correct(NEW);
    const press = pressOf(scene, poll);
    const { at } = accepted(await remindPoll(scene.ports, { poll: poll.id, tenant: TENANT }, press));
    await scene.ports.at(at);
    assert.equal(mailedTo(), NEW);
  });

  it("is nobody else's: one by which the poll knows somebody, or the group's list a member, stays theirs", async () => {
    const outside = [{ id: "out:1" as const, name: "Veikko Varajäsen", email: "veikko@example.org" }];
    await begin();
    const aino = await identifyAsked(scene.ports, { round: poll.id, name: "Aino Muu", email: "aino@example.org" });
    assert.equal(await correct("aino@example.org"), 0);
    assert.deepEqual(
      [await address(), (await readPerson(scene.ports.store, aino.id))?.email],
      [PETRA, "aino@example.org"],
    );
    await scene.ports.dispose();
    scene = await pollScene();
    ({ poll, petra } = await openPoll(scene));
    await named(outside);
    assert.equal(await correct("VEIKKO@example.org"), 0);
    assert.equal(await address(), PETRA);
  });

  it("changes in the group's list of members too, where they stand in it, and the record says that somebody did it", async () => {
    await begin();
    await named([
      { id: "out:1", name: "Petra Lounasvuo", email: PETRA, phone: "050 1" },
      { id: "out:2", name: "Veikko Varajäsen", email: "veikko@example.org" },
    ]);
    assert.equal(await correctOwnContact(scene.ports, await of(PETRA), { email: NEW, phone: "050 2" }), 2);
    const { members } = (await readGroup(scene.ports.store, GROUP)) ?? assert.fail();
    assert.deepEqual(members.kind === "named" && members.outside?.map(({ email, phone }) => [email, phone]), [
      [NEW, "050 2"],
      ["veikko@example.org", undefined],
    ]);
    assert.deepEqual((await verifyRound(scene.ports.store, GROUP))?.damage, []);
  });

  it("of a person in Teams stays as their directory tells it", async () => {
    await begin();
    await correctOwnContact(scene.ports, ofPerson(scene.sanna, TENANT), { email: "sanna@uusi.example.org" });
    assert.equal((await readPerson(scene.ports.store, scene.sanna.id))?.email, scene.sanna.email);
  });

  it("is corrected by the next try where a crash cut it off, and erasing still finds them", async () => {
    await begin();
    const whole = scene.ports.store;
    for (let at = 1; ; at++) {
      let commits = 0;
      scene.ports.store = {
        ...whole,
        commit: async (pk, writes) => {
          if (++commits === at) throw new Error("crash");
          await whole.commit(pk, writes);
        },
      };
      const done = await correct(NEW).then(
        () => true,
        () => false,
      );
      scene.ports.store = whole;
      if (done) break;
    }
    assert.equal(await address(), NEW);
    await eraseOwn(scene.ports, await of(NEW));
    assert.equal(await readPerson(scene.ports.store, petra.id), undefined);
    assert.deepEqual(
      [...scene.docs].filter(([key, text]) => !/ (entry|lines):/.test(key) && text.includes(petra.id)),
      [],
    );
  });

  const named = async (outside: { id: `out:${string}`; name: string; email: string; phone?: string }[]) => {
    await change(scene.ports, GROUP, "ehdolla", ({ group }) => {
      const { members } = group;
      const next = { ...group, rev: group.rev + 1, members: { ...members, outside } as Group["members"] };
      return { ok: true, state: { facts: [next], events: ["groupChanged"] } };
    });
  };
});
