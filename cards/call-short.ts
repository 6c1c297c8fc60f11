import type { Call } from "../bot/domain/call.ts";
import type { LocalText } from "../bot/domain/lang.ts";
import { clip } from "./literal.ts";

/** The call with every text cut to so many characters. Only for cards that would otherwise be too large. */
export function shortCall(call: Call, most: number): Call {
  const text = (words: LocalText): LocalText =>
    Object.fromEntries(Object.entries(words).map(([lang, one]) => [lang, short(one, most)]));
  return {
    ...call,
    title: text(call.title),
    mandate: text(call.mandate),
    lookingFor: text(call.lookingFor),
    rhythm: text(call.rhythm),
    fee: text(call.fee),
    appoints: text(call.appoints),
    seatGroups: call.seatGroups.map((s) => ({
      ...s,
      name: text(s.name),
      ...(s.filledElsewhere ? { filledElsewhere: text(s.filledElsewhere) } : {}),
    })),
    criteria: call.criteria.map((c) => ({ ...c, text: text(c.text) })),
    contacts: call.contacts.map((c) => ({ ...c, name: short(c.name, most) })),
    corrections: call.corrections.map((c) => ({ ...c, note: text(c.note) })),
    extensions: call.extensions.map((e) => ({ ...e, reason: short(e.reason, most) })),
    ...(call.cancelled ? { cancelled: { ...call.cancelled, reason: short(call.cancelled.reason, most) } } : {}),
  };
}

/** Pictures made of many signs count as one to a reader and as many to a limit in bytes. */
function short(text: string, most: number): string {
  let cut = clip(text, most);
  for (let n = most >> 1; n > 1 && new TextEncoder().encode(cut).length > 3 * most; n >>= 1) cut = clip(text, n);
  return cut;
}
