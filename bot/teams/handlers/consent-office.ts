import { limitFrom } from "../../../cards/consent-parts.ts";
import { recordForm, reviveForm } from "../../../cards/consent-record.ts";
import { consentTextVersion } from "../../../cards/notice.ts";
import type { Reader } from "../../../cards/reader.ts";
import { textFor } from "../../../cards/text.ts";
import { momentAt } from "../../domain/time.ts";
import { loadBoard } from "../../usecases/board.ts";
import { findCandidacy } from "../../usecases/candidacy.ts";
import { recordConsent, remindAll, reviveCandidacy } from "../../usecases/consent.ts";
import type { Handlers, Turn } from "../turn.ts";
import { boardNow, decided, type Ids, officers, pressOf, readerIn, refOf } from "./candidate-page.ts";

type OfficeVerb = "consent.recordForm" | "consent.record" | "consent.reviveForm" | "consent.revive" | "consent.remind";

const nonceIn = ({ ports }: Turn) => ports.ids.random();
const zoneOf = async (turn: Turn, ids: Ids) => (await findCandidacy(turn.ports, refOf(turn, ids)))?.group.zone ?? "UTC";

/** What officers do about consents: record one, revive one, remind of many. */
export const consentOfficeHandlers: Pick<Handlers<OfficeVerb>, OfficeVerb> = {
  "consent.recordForm": (turn, ids) =>
    officers(turn, ids, (view, reader) => recordForm(view, { nonce: nonceIn(turn) }, reader)),

  "consent.record": async (turn, fields) => {
    const { answer, way, receivedBy, receivedDate, receivedTime, limit, theme, limitText, ...ids } = fields;
    const typed = { answer, way, receivedBy, receivedDate, receivedTime, limit, theme, limitText };
    const again = (error: string) =>
      officers(turn, ids, (view, reader) => recordForm(view, { nonce: nonceIn(turn), typed, error }, reader));
    if (!answer || !way || !receivedBy || !receivedDate || !receivedTime)
      return again(turn.reader.text.consent.record.needAll);
    const received = momentAt(receivedDate, receivedTime, await zoneOf(turn, ids));
    if (!received.ok)
      return again(turn.reader.text.common.timeRefused[received.refusal.kind](received.refusal.written));
    const view = await findCandidacy(turn.ports, refOf(turn, ids));
    const meant = limitFrom({ limit, theme, limitText });
    const text = view ? consentTextVersion(view, groupsReader(turn, view)) : "";
    const given = {
      state: answer,
      way,
      receivedBy,
      received: received.state,
      text,
      ...(meant && answer === "given" && { limit: meant }),
    };
    const decision = await recordConsent(turn.ports, refOf(turn, ids), given, pressOf(turn, ids));
    return decided(turn, ids, decision, {
      again: (found, error, reader) => recordForm(found, { nonce: nonceIn(turn), typed, error }, reader),
    });
  },

  "consent.reviveForm": (turn, ids) =>
    officers(turn, ids, (view, reader) => reviveForm(view, { nonce: nonceIn(turn) }, reader)),

  "consent.revive": async (turn, { reason, untilDate, untilTime, ...ids }) => {
    const typed = { reason, untilDate, untilTime };
    const again = (error: string) =>
      officers(turn, ids, (view, reader) => reviveForm(view, { nonce: nonceIn(turn), typed, error }, reader));
    if (!reason || !untilDate || !untilTime) return again(turn.reader.text.consent.revive.needAll);
    const until = momentAt(untilDate, untilTime, await zoneOf(turn, ids));
    if (!until.ok) return again(turn.reader.text.common.timeRefused[until.refusal.kind](until.refusal.written));
    const how = { reason, consentBy: until.state };
    const decision = await reviveCandidacy(turn.ports, refOf(turn, ids), how, pressOf(turn, ids));
    return decided(turn, ids, decision, {
      again: (found, error, reader) => reviveForm(found, { nonce: nonceIn(turn), typed, error }, reader),
    });
  },

  "consent.remind": async (turn, { call, page }) => {
    const { board, consent } = turn.reader.text;
    const ref = { tenant: turn.where.tenant, call, by: turn.by.id };
    const reminded = await remindAll(turn.ports, ref);
    const found = await loadBoard(turn.ports, ref);
    if (!reminded.ok || !found.ok) return { refuse: board.refused.notAllowed };
    const { count } = reminded.state;
    const note = count > 0 ? `${consent.remind.done(count)} ${consent.remind.later}` : consent.remind.none;
    return { show: boardNow(turn, found.state, page, note) };
  },
};

/** What came on paper answered to the text in the group's first language. */
function groupsReader(turn: Turn, { group }: { group: Parameters<typeof readerIn>[1]["group"] }): Reader {
  const lang = group.languages[0] ?? turn.reader.lang;
  return { ...readerIn(turn, { group }), lang, text: textFor(lang) };
}
