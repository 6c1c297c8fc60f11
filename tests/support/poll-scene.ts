import assert from "node:assert/strict";
import type { Group } from "../../bot/domain/group.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import type { Meeting } from "../../bot/domain/meeting.ts";
import type { Person } from "../../bot/domain/person.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import type { PollWritten } from "../../bot/domain/poll-draft.ts";
import { createBursts } from "../../bot/usecases/burst.ts";
import { attend } from "../../bot/usecases/meeting.ts";
import { identifyAsked } from "../../bot/usecases/outsiders.ts";
import { noteRound } from "../../bot/usecases/people.ts";
import { decidePoll, editOptions, nameStandIn, postPoll, savePoll, startPoll } from "../../bot/usecases/poll.ts";
import { answerPoll } from "../../bot/usecases/poll-answer.ts";
import { readMeeting, readPoll } from "../../bot/usecases/round.ts";
import { aGroup, moment } from "./builders.ts";
import { span } from "./polls.ts";
import { type TestPorts, testPorts } from "./ports.ts";
import { remembering } from "./remembering.ts";
import { stored } from "./stored.ts";
import { aPerson } from "./turn.ts";

export const GROUP = "group:kaislaranta";
export const TENANT = "tenant-1";
export const PETRA = "petra.lounasvuo@example.org";

/** A group of three in Teams, Petra outside it, and what stands in the store. */
export interface PollScene {
  ports: TestPorts;
  docs: Map<string, string>;
  chair: Person;
  sanna: Person;
  oskari: Person;
}

export const accepted = <S>(decision: { ok: true; state: S } | { ok: false; refusal: unknown }): S =>
  decision.ok ? decision.state : assert.fail(JSON.stringify(decision.refusal));

export async function pollScene(own: Partial<Group> = {}): Promise<PollScene> {
  const ports = testPorts();
  const docs = new Map<string, string>();
  ports.store = remembering(ports.store, docs);
  ports.bursts = createBursts(ports, "scene");
  const chair = await aPerson(ports, "Kaarina Lehtovaara");
  const sanna = await aPerson(ports, "Sanna Kaislamo");
  const oskari = await aPerson(ports, "Oskari Haavisalo");
  const { viceChair: _, ...group } = aGroup({ body: "organisations", chairs: [chair.id], secretaries: [], ...own });
  await stored(ports, { ...group, members: { kind: "named", persons: [chair.id, sanna.id, oskari.id] } });
  await noteRound(ports, chair.id, GROUP);
  return { ports, docs, chair, sanna, oskari };
}

let presses = 0;
/** A press of the chair's on what stands now. */
export const pressOf = ({ ports, chair }: PollScene, { rev }: { rev: number } = { rev: 0 }) => ({
  rev,
  nonce: `press-${++presses}`,
  by: chair.id,
  now: ports.clock.now(),
});

/** An open poll that asks everybody and Petra; Oskari may answer for Sanna. */
export async function openPoll(scene: PollScene, own: PollWritten = {}): Promise<{ poll: Poll; petra: Person }> {
  const { ports, sanna, oskari } = scene;
  const content = { title: { fi: "Kesäkuun kokous" }, deadline: moment("2027-05-25", "12:00"), ...own };
  const { id } = accepted(await startPoll(ports, { group: GROUP, tenant: TENANT, ...pressOf(scene), content }));
  const at = { poll: id, tenant: TENANT };
  const now = async () => pressOf(scene, (await readPoll(ports.store, id)) ?? assert.fail());
  const petra = await identifyAsked(ports, { round: id, name: "Petra Lounasvuo", email: PETRA });
  const add = [span("2027-06-07", "14:00"), span("2027-06-08", "09:00")];
  accepted(await editOptions(ports, at, { add, remove: [], ...(await now()) }));
  const asked = [{ person: petra.id, required: false }];
  accepted(await savePoll(ports, at, { written: { asked }, ...(await now()) }));
  accepted(await postPoll(ports, at, await now()));
  const standIn = { person: sanna.id, standIn: oskari.id, as: "substitute" as const, by: scene.chair.id };
  accepted(await nameStandIn(ports, at, standIn));
  await ports.settled();
  return { poll: (await readPoll(ports.store, id)) ?? assert.fail(), petra };
}

/** Somebody's answer, given by themselves or by another. */
export const answers = async (
  { ports }: PollScene,
  poll: Poll,
  person: PersonId,
  own: Partial<Parameters<typeof answerPoll>[2]> = {},
) =>
  accepted(
    await answerPoll(ports, ports.bursts, {
      ...{ poll: poll.id, tenant: TENANT, person, choices: { o1: "yes" }, by: person, as: "self", rev: 0 },
      nonce: `press-${++presses}`,
      now: ports.clock.now(),
      ...own,
    }),
  );

/** Decided for its first time: the meeting that was made of it, to which everybody has been called. */
export async function decided(scene: PollScene, poll: Poll): Promise<Meeting> {
  const { ports } = scene;
  const found = (await readPoll(ports.store, poll.id)) ?? assert.fail();
  const press = pressOf(scene, found);
  const decision = accepted(await decidePoll(ports, { poll: poll.id, tenant: TENANT }, { options: ["o1"], ...press }));
  await ports.settled();
  return (await readMeeting(ports.store, decision.poll.decided?.meetings[0]?.meeting ?? "")) ?? assert.fail();
}

/** Whether somebody comes, said by themselves or by another. */
export const attends = async (
  { ports }: PollScene,
  { id, rev: _, sequence }: Meeting,
  person: PersonId,
  own: Partial<Parameters<typeof attend>[2]> = {},
) =>
  accepted(
    await attend(ports, ports.bursts, {
      ...{ meeting: id, tenant: TENANT, person, coming: "yes", by: person, as: "self", rev: 0, sequence },
      nonce: `press-${++presses}`,
      now: ports.clock.now(),
      ...own,
    }),
  );
