import { explainNomination, type NominationRefusal } from "../../../cards/explain/nomination.ts";
import { editForm, enterForm, nominationForm, selfForm } from "../../../cards/nomination-form.ts";
import { inZone, titleOf, untilText } from "../../../cards/nomination-parts.ts";
import { receiptCard } from "../../../cards/nomination-receipt.ts";
import { problemCard } from "../../../cards/problem.ts";
import type { Reader } from "../../../cards/reader.ts";
import { type Call, lastDeadline } from "../../domain/call.ts";
import { type Group, isOfficer } from "../../domain/group.ts";
import type { CallId, NominationId } from "../../domain/ids.ts";
import { isTheirs, notChangeable } from "../../domain/nominate-edit.ts";
import { nothingWritten, type Written, type WrittenArrival, writtenOf } from "../../domain/nominate-written.ts";
import { isEntered } from "../../domain/nomination.ts";
import { inTime } from "../../domain/time.ts";
import { type NominationView, nominationAt, sceneOf } from "../../usecases/nomination-reading.ts";
import { readPerson } from "../../usecases/people.ts";
import type { Reply, Turn } from "../turn.ts";

/** What doesn't fit a form again is handed back to copy. */
export const handedBack = (turn: Turn, written: Written, scene: { group: Group; call: Call }): Reply => {
  const { person: _, seatGroup: _s, alternative: _a, role: _r, organisations, reasons, ...rest } = written;
  const lists = [rest, ...organisations.map(({ contactPerson: _c, ...row }) => row), reasons];
  const typed = lists
    .flatMap((list) => Object.values(list))
    .filter(Boolean)
    .join("\n");
  const sentence = refusal(turn, { kind: "tooMuchText" }, scene);
  return { show: problemCard(sentence, { typed }, turn.reader) };
};

interface Again<W = Written> {
  written: W;
  /** The nonce of the form that was refused: it had no effect, so it stays the same form. */
  nonce: string;
  problem: string;
}

export const atOf = ({ where }: Turn, call: CallId) => ({ call, tenant: where.tenant });
export const goneReply = ({ reader }: Turn): Reply => ({ refuse: reader.text.nomination.refused.gone });
export const refusal = (turn: Turn, no: NominationRefusal, scene: { group: Group; call: Call }): string =>
  explainNomination(no, scene, turn.reader);

/** The form to propose somebody, or oneself where only that is possible. */
export async function proposeForm(turn: Turn, id: CallId, self: boolean, again?: Again): Promise<Reply> {
  const { reader, by } = turn;
  const scene = await sceneOf(turn.ports, atOf(turn, id), turn.by.id, self ? { picker: true } : reader.client);
  if (!scene) return goneReply(turn);
  const no = again ? undefined : closed(turn, scene);
  if (no) return { refuse: no };
  const onlySelf = !scene.call.nominators.organisations && scene.call.nominators.self;
  const own = self || (onlySelf && !again);
  if (own && !scene.call.nominators.self) return { refuse: refusal(turn, { kind: "selfNotAllowed" }, scene) };
  const { written = nothingWritten, nonce = turn.ports.ids.random(), problem } = again ?? {};
  const parts = { ...scene, sender: by, written, nonce, problem };
  return { show: own ? selfForm(parts, reader) : nominationForm(parts, reader), title: titleOf(scene, reader) };
}

/** The form to change a proposal; whoever can't sees it as it stands, and why. */
export async function changeForm(turn: Turn, call: CallId, id: NominationId, again?: Again): Promise<Reply> {
  const { ports, reader } = turn;
  const found = await visible(turn, call, id);
  if ("reply" in found) return found.reply;
  const { view } = found;
  const no = notChangeable(view, { by: turn.by.id, arrivedAt: turn.arrivedAt });
  if (no && !again) return { refuse: refusal(turn, no, view), fresh: await shown(turn, view) };
  const scene = await sceneOf(ports, atOf(turn, call), turn.by.id, reader.client);
  const { written = writtenOf(view.nomination), nonce = ports.ids.random(), problem } = again ?? {};
  return { show: editForm({ ...view, people: scene?.people ?? [], written, nonce, problem }, reader) };
}

/** The form in which an officer enters what came otherwise. */
export async function entryForm(turn: Turn, id: CallId, again?: Again & { arrival: WrittenArrival }): Promise<Reply> {
  const { ports, reader, by } = turn;
  const scene = await sceneOf(ports, atOf(turn, id), turn.by.id, reader.client);
  if (!scene) return goneReply(turn);
  if (!isOfficer(scene.group, by.id)) return { refuse: refusal(turn, { kind: "notOfficer" }, scene) };
  const { status } = scene.call;
  const over = status === "cancelled" || status === "selected" ? status : status === "draft" ? "notOpen" : undefined;
  if (over && !again) return { refuse: refusal(turn, { kind: over }, scene) };
  const { written = nothingWritten, nonce = ports.ids.random(), problem, arrival = { self: false } } = again ?? {};
  return { show: enterForm({ ...scene, written, arrival, nonce, problem }, reader) };
}

/** A proposal for those who may see it: the sender, and the officers. */
export async function visible(
  turn: Turn,
  call: CallId,
  id: NominationId,
): Promise<{ view: NominationView } | { reply: Reply }> {
  const view = await nominationAt(turn.ports, atOf(turn, call), id);
  if (!view) return { reply: goneReply(turn) };
  const may = isTheirs(view.nomination, view.group, turn.by.id) || isOfficer(view.group, turn.by.id);
  return may ? { view } : { reply: { refuse: refusal(turn, { kind: "notVisible" }, view) } };
}

/** A proposal as it stands, with a word on what was just done. */
export async function shown(turn: Turn, view: NominationView, notice?: { style: "good" | "warning"; says: string }) {
  const { arrival } = view.nomination;
  const officer = isEntered(arrival) ? await readPerson(turn.ports.store, arrival.enteredBy) : undefined;
  return receiptCard({ ...view, viewer: turn.by.id, enteredBy: officer?.name, notice }, turn.reader);
}

/** Why no form is opened at all: nothing could come of filling it in. */
function closed(turn: Turn, scene: { group: Group; call: Call }): string | undefined {
  const { call, group } = scene;
  if (call.status === "draft")
    return refusal(turn, { kind: "notOpen", ...(call.opens && { opens: call.opens.at }) }, scene);
  if (call.status === "cancelled" || call.status === "selected") return refusal(turn, { kind: call.status }, scene);
  const deadline = lastDeadline(call);
  if (!deadline || inTime(turn.arrivedAt, deadline)) return undefined;
  const reader: Reader = inZone(turn.reader, group);
  return reader.text.nomination.refused.closed(untilText(deadline, reader));
}
