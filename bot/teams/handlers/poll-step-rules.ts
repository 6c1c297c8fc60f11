import type { Fields } from "../../../cards/verbs.ts";
import type { Poll } from "../../domain/poll.ts";
import { momentAt } from "../../domain/time.ts";
import type { Handlers } from "../turn.ts";
import { type PageRead, saved } from "./poll-pages.ts";

/** By when, what others see, and how it ends. */
export const saveRules: Handlers<"poll.saveRules">["poll.saveRules"] = (turn, fields) =>
  saved(turn, "rules", fields, ({ seen: { poll } }) => rulesFrom(fields, poll));

function rulesFrom(fields: Fields<"poll.saveRules">, poll: Poll): PageRead {
  const { contactName, phone, least, most, daysApart } = fields;
  const isDraft = poll.status === "draft";
  if (isDraft && (!fields.deadlineDate || !fields.deadlineTime))
    return { ok: false, refusal: { kind: "deadlineMissing" } };
  const deadline = isDraft ? momentAt(fields.deadlineDate ?? "", fields.deadlineTime, poll.zone) : undefined;
  if (deadline && !deadline.ok) return deadline;
  const [low, high] = [Number(least ?? most), Number(most ?? least)];
  const apart = daysApart === undefined ? undefined : Number(daysApart);
  const wantsSeries = least !== undefined || most !== undefined;
  const isGood = (n: number) => Number.isInteger(n) && n > 0 && n <= 100;
  if (
    (wantsSeries && !(isGood(low) && isGood(high) && low <= high)) ||
    (apart !== undefined && !(Number.isInteger(apart) && apart >= 0 && apart <= 366))
  )
    return { ok: false, refusal: { kind: "seriesWrong" } };
  return {
    ok: true,
    written: {
      ...(isDraft && { deadline: deadline?.state }),
      visibility: fields.visibility,
      namesInChannel: fields.namesInChannel,
      closesWhenAnswered: fields.closesWhenAnswered,
      contact: contactName || phone ? { name: contactName ?? "", ...(phone && { phone }) } : undefined,
      series: wantsSeries
        ? {
            least: low,
            most: high,
            ...(fields.perMonth && { perMonth: true as const }),
            ...(apart !== undefined && { daysApart: apart }),
          }
        : undefined,
    },
  };
}
