import { copyable } from "./inputs.ts";
import { type Card, card, heading, line, strip } from "./kit.ts";
import type { Reader } from "./reader.ts";

/** A fresh card with a sentence under its heading that says why it is shown. */
export const withNotice = (fresh: Card, notice: string): Card => {
  const [first, ...rest] = fresh.body;
  return { ...fresh, body: [...(first ? [first] : []), strip("warning", notice), ...rest] };
};

/** Something went wrong or wasn't understood: the sentence, and what the person had typed, to copy. */
export function problemCard(sentence: string, typed: Record<string, unknown>, { lang, text }: Reader): Card {
  const written = Object.values(typed).filter(
    (v): v is string => typeof v === "string" && v.trim().length > 12 && !isId(v),
  );
  return card({
    lang,
    fallbackText: sentence,
    body: [
      heading(text.common.notDone),
      strip("warning", sentence),
      written.length > 0 && copyable({ id: "copy", label: text.common.your, value: written.join("\n") }),
      written.length === 0 && line(text.common.openAgain),
    ],
  });
}

const isId = (value: string) =>
  /^(call|nom|cand|group|q|person):[0-9a-z-]+$/.test(value) || /^[0-9a-f-]{16,64}$/.test(value);
