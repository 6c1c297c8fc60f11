import type { Call } from "../domain/call.ts";
import { cancel } from "../domain/call-cancel.ts";
import { type Extend, extend } from "../domain/call-extend.ts";
import { publish, skipWait, takeBack } from "../domain/call-publish.ts";
import { confirmText, type Save, savePage } from "../domain/call-save.ts";
import type { Page, Step } from "../domain/call-steps.ts";
import { type Decision, refuse } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import type { Group } from "../domain/group.ts";
import type { CallId, PersonId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { change, type NoSuchRound } from "./change.ts";
import type { Ports } from "./ports.ts";

interface At {
  call: CallId;
  tenant: string;
}
interface Press {
  by: PersonId;
  now: Instant;
}

/** A change of one call of the presser's own tenant; to others it isn't there. */
const changed = <S extends Change, R>(
  ports: Ports,
  { call: id, tenant }: At,
  by: PersonId,
  decide: (call: Call, group: Group) => Decision<S, R>,
): Promise<Decision<S, R | NoSuchRound>> =>
  change<S, R | NoSuchRound>(ports, id, by, ({ call, group }) =>
    call && group.place.tenant === tenant ? decide(call, group) : refuse({ kind: "noSuchRound" }),
  );

/** Keeps one page of a draft, or corrects it in a published call. */
export const saveCallPage = <S extends Step>(ports: Ports, at: At, save: Save<S>) =>
  changed(ports, at, save.by, (call, group) => savePage(call, group, save));

/** An officer has found a text right that a correction in another language had made doubtful. */
export const confirmCallText = (ports: Ports, at: At, page: Page & { by: PersonId; corrections: number }) =>
  changed(ports, at, page.by, (call, group) => confirmText(call, group, page));

/** Publishing begins; it opens by itself when the wait is over. */
export const publishCall = (ports: Ports, at: At, press: Press & { rev: number; nonce: string; anyway: boolean }) =>
  changed(ports, at, press.by, (call, group) => publish(call, group, press));

export const takeCallBack = (ports: Ports, at: At, press: Press & { rev: number }) =>
  changed(ports, at, press.by, (call, group) => takeBack(call, group, press));

export const skipCallWait = (ports: Ports, at: At, press: Press & { rev: number }) =>
  changed(ports, at, press.by, (call, group) => skipWait(call, group, press));

export const extendCall = (ports: Ports, at: At, wish: Extend) =>
  changed(ports, at, wish.by, (call, group) => extend(call, group, wish));

export const cancelCall = (ports: Ports, at: At, press: Press & { reason?: string | undefined; nonce: string }) =>
  changed(ports, at, press.by, (call, group) => cancel(call, group, press));
