import { type LocalText, langs } from "../../domain/lang.ts";
import { urlTyped, venueTyped } from "../../domain/meeting-typed.ts";
import type { Handlers } from "../turn.ts";
import { saved } from "./poll-pages.ts";

/** What it is about, how long, and where. */
export const saveWhat: Handlers<"poll.saveWhat">["poll.saveWhat"] = (turn, fields) =>
  saved(turn, "what", fields, () => {
    const url = urlTyped(fields.joinUrl);
    if (!url.ok) return url;
    const words = (name: "title" | "note"): LocalText =>
      Object.fromEntries(
        langs.flatMap((lang) => (fields[`${name}_${lang}`] ? [[lang, fields[`${name}_${lang}`]]] : [])),
      );
    const { length } = fields;
    return { ok: true, written: { title: words("title"), note: words("note"), length, venue: venueTyped(fields) } };
  });
