import assert from "node:assert/strict";
import type { KeptId } from "../../bot/domain/ids.ts";
import type { Meeting } from "../../bot/domain/meeting.ts";
import type { Person } from "../../bot/domain/person.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import { mydataHandlers } from "../../bot/teams/handlers/mydata.ts";
import { openAnswerLink } from "../../bot/usecases/answer-link.ts";
import { openDataLink } from "../../bot/usecases/data-link.ts";
import { answerDataRequest } from "../../bot/usecases/data-request.ts";
import { eraseOwn } from "../../bot/usecases/erase.ts";
import { waitingFor } from "../../bot/usecases/home.ts";
import { askOfficers, ofAddress, ofPerson, ownDataOf, type Whose } from "../../bot/usecases/my-data.ts";
import { openRound } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { verbs } from "../../cards/verbs.ts";
import {
  accepted,
  answers,
  attends,
  decided,
  GROUP,
  openPoll,
  PETRA,
  type PollScene,
  pollScene,
  TENANT,
} from "../support/poll-scene.ts";
import { aTurn } from "../support/turn.ts";

describe("a request about one's own data in a poll or a meeting", () => {
  let scene: PollScene;
  let poll: Poll;
  let meeting: Meeting;
  let petra: Person;

  const begin = async (own: Parameters<typeof pollScene>[0] = {}) => {
    scene = await pollScene(own);
    ({ poll, petra } = await openPoll(scene));
    await answers(scene, poll, petra.id);
    meeting = await decided(scene, poll);
    await attends(scene, meeting, petra.id);
    await scene.ports.settled();
  };
  afterEach(() => scene.ports.dispose());

  const ofPetra = () => ofAddress(scene.ports, PETRA, GROUP);
  const ask = (whose: Whose, round: KeptId, own: object = {}) =>
    askOfficers(scene.ports, whose, {
      ...{ round, nonce: `nonce-${round}`, name: "Petra Lounasvuo", email: PETRA, lang: "fi" },
      ...{ ask: "correct", text: "Vastaukseni kirjattiin väärin." },
      ...own,
    });
  const told = (kind: string) => scene.ports.sent.filter((m) => m.showing.delivery.saying.kind === kind);
  const tasks = async () =>
    (await waitingFor(scene.ports, scene.chair.id, TENANT)).flatMap((w) => (w.kind === "request" ? [w.round] : []));
  const requestsIn = async (round: KeptId) => (await (await openRound(scene.ports, round))?.list("request")) ?? [];

  it("reaches the officers once, as a message and a task, of somebody who is named nowhere else", async () => {
    await begin();
    for (const round of [poll.id, meeting.id])
      for (let times = 0; times < 2; times++) accepted(await ask(await ofPetra(), round));
    await scene.ports.settled();
    assert.deepEqual(
      told("dataRequest").map(({ to }) => to.kind === "person" && to.person.id),
      [scene.chair.id, scene.chair.id],
    );
    assert.deepEqual((await tasks()).sort(), [poll.id, meeting.id].sort());
    const { polls, meetings } = await ownDataOf(scene.ports, await ofPetra());
    for (const own of [...polls, ...meetings])
      assert.deepEqual(
        own.requests.map((r) => r.ask),
        ["correct"],
      );
    for (const id of [poll.id, meeting.id]) assert.deepEqual((await verifyRound(scene.ports.store, id))?.damage, []);
  });

  it("is answered by an officer alone, and the answer goes to the address with a link to one's own data", async () => {
    await begin();
    accepted(await ask(await ofPetra(), poll.id));
    const [request] = await requestsIn(poll.id);
    assert.ok(request);
    const ref = { tenant: TENANT, round: poll.id, request: request.id };
    const given = { text: "Vastauksesi on korjattu.", nonce: "nonce-0002", rev: 1 };
    const stranger = await answerDataRequest(scene.ports, ref, { ...given, by: scene.sanna.id });
    assert.deepEqual(stranger, { ok: false, refusal: { kind: "notOfficer" } });
    const elsewhere = { ...ref, tenant: "tenant-2" };
    assert.ok(!(await answerDataRequest(scene.ports, elsewhere, { ...given, by: scene.chair.id })).ok);
    const turn = aTurn(scene.ports, scene.chair);
    const shown = await mydataHandlers["request.answer"](
      turn,
      verbs["request.answer"].parse({ round: poll.id, request: request.id, ...given }),
    );
    assert.match(JSON.stringify(shown), /Pyyntöön on vastattu.*Kokousaikakysely: Kesäkuun kokous.*Avaa kysely/);
    await scene.ports.settled();
    const [answer] = told("dataRequestAnswered");
    assert.ok(answer?.to.kind === "address" && answer.to.email === PETRA);
    const [, , , my, path, id = "", token = ""] = (answer.showing.page?.url ?? "").split("/");
    assert.deepEqual([my, path], ["my", "p"]);
    assert.deepEqual((await openDataLink(scene.ports, "p", id, token))?.owner, { email: PETRA });
    assert.deepEqual(await tasks(), []);
  });

  it("can be made by the link in a mailed invitation, which notes the address that it was sent to", async () => {
    await begin();
    const invited = scene.ports.sent.filter(({ to }) => to.kind === "person" && to.person.id === petra.id);
    const pages = invited.flatMap((m) => m.showing.page?.url ?? []);
    assert.ok(pages.length > 1);
    for (const url of pages) {
      const [, , , path, id = "", token = ""] = url.split("/");
      assert.equal((await openAnswerLink(scene.ports, path as "p", id, token))?.sentTo, PETRA);
    }
  });

  it("is refused to a stranger, and of a poll of another group or tenant", async () => {
    await begin();
    const { ports } = scene;
    const nothing = { ok: false, refusal: { kind: "nothingHere" } };
    assert.deepEqual(await ask(await ofAddress(ports, "vieras@example.org", GROUP), poll.id), nothing);
    const noRound = { ok: false, refusal: { kind: "noSuchRound" } };
    assert.deepEqual(await ask(await ofAddress(ports, PETRA, "group:other"), poll.id), noRound);
    assert.deepEqual(await ask(ofPerson(scene.sanna, "tenant-2"), poll.id), noRound);
    assert.deepEqual(await requestsIn(poll.id), []);
  });

  it("is erased with whoever made it where the group is the organisations' own, and kept by an authority", async () => {
    for (const body of ["organisations", "authority"] as const) {
      await begin({ body });
      for (const round of [poll.id, meeting.id]) accepted(await ask(await ofPetra(), round));
      await scene.ports.settled();
      await eraseOwn(scene.ports, await ofPetra());
      const [request] = await requestsIn(poll.id);
      const kept = body === "authority";
      assert.deepEqual(
        [request?.name, request?.email, request?.text],
        kept ? ["Petra Lounasvuo", PETRA, "Vastaukseni kirjattiin väärin."] : ["–", undefined, ""],
      );
      const traces = [...scene.docs].filter(
        ([key, text]) => !/ (entry|lines):/.test(key) && (/Lounasvuo|petra\./i.test(text) || text.includes(petra.id)),
      );
      assert.equal(traces.length > 0, kept, JSON.stringify(traces));
      assert.deepEqual((await verifyRound(scene.ports.store, poll.id))?.damage, []);
      if (!kept) await scene.ports.dispose();
    }
  });
});
