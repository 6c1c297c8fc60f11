import { stands } from "../../bot/domain/candidate.ts";
import type { CallId, CandidateId, NominationId, PersonId } from "../../bot/domain/ids.ts";
import { nominationIdOf } from "../../bot/domain/nominate.ts";
import { counts, type Nomination } from "../../bot/domain/nomination.ts";
import { wallOf } from "../../bot/domain/time.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { factsOf, type RoundFact, readCall } from "../../bot/usecases/round.ts";
import type { Card } from "../../cards/kit.ts";
import { fi } from "../../cards/text/fi.ts";
import { ZONE } from "../support/builders.ts";
import { type Account, findIn } from "../support/teams.ts";
import { at, one } from "./chance.ts";
import { type Ledger, markOf } from "./ledger.ts";
import type { Action } from "./plan.ts";
import { pollDoings } from "./poll-actions.ts";
import { says } from "./replies.ts";
import { CALLS, chair, nominees, outsiders, type People, proposers } from "./scene.ts";

/** Where the actions happen: an instance answers, or the press throws. */
export interface World {
  seed: number;
  store: Store;
  people: People;
  ledger: Ledger;
  /** The proposals sent so far, as they were sent. */
  sent: Map<NominationId, { from: Account; data: Record<string, unknown> }>;
  now(): number;
  /** Throws NoAnswer when the instance is killed before it answers, or says that something went wrong. */
  press(bot: 0 | 1, from: Account, verb: string, data?: Record<string, unknown>): Promise<Card | string>;
}

/** The person was told nothing: what they did may have been done or not. */
export class NoAnswer extends Error {}

type Doing = (world: World, action: Action, call: CallId) => Promise<unknown>;

/** Does one action through the door, as a client would, and writes down what the person was told. */
export async function act(world: World, action: Action): Promise<void> {
  try {
    await doings[action.kind](world, action, CALLS[action.call]);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
  }
}

const doings: Record<Action["kind"], Doing> = {
  ...pollDoings,
  nominate: (world, action, call) => {
    const known = nominees[at(action.what, nominees.length)] as Account;
    const outsider = outsiders[at(action.how, outsiders.length)] as (typeof outsiders)[number];
    const whom = action.how < 0.8 ? { name: known.name, person: world.people.get(known) } : outsider;
    return nominate(world, action, call, one(proposers, action.who), whom);
  },
  nominateSelf: (world, action, call) => {
    const self = one(nominees, action.who);
    return nominate(world, action, call, self, { name: self.name, own: true });
  },
  edit: (world, action, call) =>
    onOwn(world, action, call, async (nomination, from, data) => {
      const card = await world.press(action.bot, from, "nomination.editForm", data);
      const reason = mark(world, action);
      await world.ledger.enter({ kind: "edited", call, id: nomination.id, reason }, async () => {
        const written = { ...WRITTEN, reason, seatGroup: `t${1 + at(action.how, 3)}` };
        const pressed = { ...data, rev: findIn(card, "rev"), nonce: findIn(card, "nonce") };
        const reply = await world.press(action.bot, from, "nomination.edit", { ...written, ...pressed });
        return says(reply, fi.nomination.receipt.saved) ? "yes" : "no";
      });
    }),
  withdraw: (world, action, call) =>
    onOwn(world, action, call, async (nomination, from, data) => {
      const card = await world.press(action.bot, from, "nomination.withdrawAsk", data);
      const pressed = { ...data, rev: findIn(card, "rev"), nonce: findIn(card, "nonce") };
      if (pressed.nonce === undefined) return;
      await world.ledger.enter({ kind: "withdrawn", call, id: nomination.id }, async () => {
        const reply = await world.press(action.bot, from, "nomination.withdraw", pressed);
        return says(reply, fi.nomination.receipt.withdrawnRest) ? "yes" : "no";
      });
    }),
  consent: async (world, action, call) => {
    const mine = (await all(world, call, "candidate")).filter((c) => stands(c) && accountOf(world, c.person));
    const candidate = mine[at(action.what, mine.length)];
    const from = candidate && accountOf(world, candidate.person);
    if (!candidate || !from) return;
    await world.ledger.alone(candidate.id, () => answer(world, action, from, { call, candidate: candidate.id }));
  },
  extend: (world, action, call) =>
    world.ledger.alone(call, async () => {
      const card = await world.press(action.bot, chair, "call.extendForm", { call });
      const reason = mark(world, action);
      const deadline = (await readCall(world.store, call))?.deadline?.at ?? 0;
      const later = call === CALLS.long ? deadline + 3_600_000 : Math.max(deadline, world.now()) + 120_000;
      const [date, time] = wallOf(later, ZONE).split("T");
      const typed = { seatGroup: "whole", deadlineDate: date, deadlineTime: time, decisionDate: "2027-05-20", reason };
      const drawn = { drawn: findIn(card, "drawn"), nonce: findIn(card, "nonce") };
      if (drawn.nonce === undefined) return;
      await world.ledger.enter({ kind: "extended", call, reason }, async () =>
        saved(await world.press(action.bot, chair, "call.extend", { call, ...typed, ...drawn }), "call.extend"),
      );
    }),
  correct: (world, action, call) =>
    world.ledger.alone(call, async () => {
      const card = await world.press(action.bot, chair, "call.step", { call, step: "texts" });
      const drawn = { lang: "fi", stamp: findIn(card, "stamp"), nonce: findIn(card, "nonce"), next: "back" };
      const now = await readCall(world.store, call);
      const note = mark(world, action);
      const typed = { title: now?.title.fi, mandate: now?.mandate.fi, lookingFor: note, noteFi: note };
      if (drawn.nonce === undefined) return;
      await world.ledger.enter({ kind: "corrected", call, note }, async () =>
        saved(await world.press(action.bot, chair, "call.saveTexts", { call, ...typed, ...drawn }), "call.saveTexts"),
      );
    }),
  merge: async (world, action, call) => {
    const standing = (await all(world, call, "candidate")).filter(stands);
    const candidate = standing[at(action.what, standing.length)];
    const other = standing[at(action.how, standing.length)];
    if (!candidate || !other || candidate === other) return;
    await world.ledger.alone(candidate.id, () =>
      world.ledger.alone(other.id, () => merge(world, action, { call, candidate: candidate.id }, other.id)),
    );
  },
  remind: (world, action, call) => world.press(action.bot, chair, "consent.remind", { call }),
  redeliver: async (world, action, call) => {
    const done = world.ledger.entries.filter(({ deed }) => deed.kind === "nominated" && deed.call === call);
    const { deed } = done[at(action.what, done.length)] ?? {};
    if (deed?.kind !== "nominated") return;
    const again = world.sent.get(deed.id);
    if (again) await world.press(action.bot, again.from, "nomination.submit", again.data);
  },
};

const WRITTEN = { "org1-name": "Kaislan Omaiset ry", role: "member", "reason-c1": "Kahdeksan vuotta." };

const mark = ({ seed }: World, { number }: Action) => markOf(seed, number);

async function nominate(world: World, action: Action, call: CallId, from: Account, whom: Record<string, unknown>) {
  const nonce = `torture-${world.seed}-${action.number}`;
  const id = nominationIdOf(call, nonce, world.people.get(from) as PersonId);
  const data = {
    call,
    nonce,
    ...WRITTEN,
    ...whom,
    seatGroup: `t${1 + at(action.how, 3)}`,
    reason: mark(world, action),
  };
  world.sent.set(id, { from, data });
  await world.ledger.enter({ kind: "nominated", call, id }, async () => {
    const reply = await world.press(action.bot, from, "nomination.submit", data);
    if (says(reply, fi.nomination.late.heading)) return "late";
    return JSON.stringify(reply).includes(`"${id}"`) ? "yes" : "no";
  });
}

/** Something that a proposer does to a proposal of their own that stands. */
async function onOwn(
  world: World,
  action: Action,
  call: CallId,
  work: (nomination: Nomination, from: Account, data: { call: CallId; nomination: NominationId }) => Promise<void>,
) {
  const own = (await all(world, call, "nomination")).filter(counts);
  const nomination = own[at(action.what, own.length)];
  const from = nomination && accountOf(world, nomination.by);
  if (!nomination || !from) return;
  await world.ledger.alone(nomination.id, () => work(nomination, from, { call, nomination: nomination.id }));
}

/** The candidate consents or declines, with two presses, and may so change an earlier answer. */
async function answer(world: World, action: Action, from: Account, ids: { call: CallId; candidate: CandidateId }) {
  const shown = await world.press(action.bot, from, "consent.show", ids);
  const rev =
    findIn(shown, "rev") ?? (await world.store.get(ids.call, ids.candidate).then((doc) => findIn(doc, "rev")));
  const gives = action.how < 0.65;
  const [ask, confirm] = gives
    ? ["consent.give", "consent.confirmGive"]
    : ["consent.decline", "consent.confirmDecline"];
  const nonce = findIn(await world.press(action.bot, from, ask as string, { ...ids, rev }), "nonce");
  if (nonce === undefined) return;
  const text = mark(world, action);
  await world.ledger.enter({ kind: "answered", ...ids, state: gives ? "given" : "declined", mark: text }, async () => {
    const written = gives ? { limitText: text } : { reason: text };
    const reply = await world.press(action.bot, from, confirm as string, { ...ids, rev, nonce, ...written });
    const { given, declined } = fi.consent.state;
    return says(reply, gives ? given : declined) && !isWarned(reply) ? "yes" : "no";
  });
}

async function merge(world: World, action: Action, ids: { call: CallId; candidate: CandidateId }, other: CandidateId) {
  const card = await world.press(action.bot, chair, "candidate.mergeForm", { ...ids, other });
  const drawn = { rev: findIn(card, "rev"), otherRev: findIn(card, "otherRev"), nonce: findIn(card, "nonce") };
  if (drawn.otherRev === undefined) return;
  await world.ledger.enter({ kind: "merged", ...ids, other }, async () => {
    const reply = await world.press(action.bot, chair, "candidate.merge", { ...ids, other, ...drawn });
    const { stale, notStanding, conflict } = fi.board.refused;
    return typeof reply === "string" || [stale, notStanding, conflict].some((no) => says(reply, no)) ? "no" : "yes";
  });
}

/** A form that is refused comes back with its own button; saved, the officers' card comes instead. */
const saved = (reply: Card | string, verb: string) =>
  typeof reply === "string" || findIn(reply, "verb", (v) => v === verb) ? "no" : "yes";

const isWarned = (reply: Card | string) => typeof reply !== "string" && reply.body[1]?.style === "warning";

const accountOf = ({ people }: World, person: PersonId | undefined) =>
  person && [...people].find(([, id]) => id === person)?.[0];

async function all<K extends RoundFact>({ store }: World, call: CallId, kind: K) {
  const found = [];
  for await (const fact of factsOf(store, call, kind)) found.push(fact);
  return found;
}
