import type { Saying } from "../../bot/domain/delivery.ts";
import { inLang } from "../../bot/domain/lang.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import { type Card, card, heading, line } from "../kit.ts";
import type { Reader } from "../reader.ts";

/** What it is and which poll or meeting it is about. */
function short({ delivery, group, poll, meeting }: Showing, { lang, text }: Reader): Card {
  const title = poll?.title ?? meeting?.title ?? {};
  const name = text.delivery.sayings[delivery.saying.kind];
  return card({
    lang,
    fallbackText: name,
    body: [heading(name), line(inLang(title, lang, group.languages))],
    actions: [],
  });
}

/** Messages about meetings. */
export const meetingSayings = {
  meeting: short,
  meetingInvitation: short,
  attendanceReminder: short,
  meetingMoved: short,
  meetingChanged: short,
  meetingCancelled: short,
  forecast: short,
  calledIn: short,
  callingNotice: short,
  noticeDue: short,
} satisfies { [K in Saying["kind"]]?: typeof short };
