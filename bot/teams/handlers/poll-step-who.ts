import type { Handlers } from "../turn.ts";
import { saved } from "./poll-pages.ts";
import { outsidersIn, peopleIn } from "./poll-people.ts";

/** Who is asked, and without whom a time is no good. */
export const saveWho: Handlers<"poll.saveWho">["poll.saveWho"] = (turn, fields) =>
  saved(turn, "who", fields, async ({ seen: { poll, group } }) => {
    const [named, required] = [await peopleIn(turn, group, fields.named), await peopleIn(turn, group, fields.required)];
    const unknown = [...named.unknown, ...required.unknown];
    if (unknown.length > 0) return { ok: false, refusal: { kind: "unknownPeople", names: unknown } };
    const outside = await outsidersIn(turn, poll.id, fields.outside, fields.nonce);
    if ("line" in outside) return { ok: false, refusal: { kind: "outsideLine", line: outside.line } };
    const must = await outsidersIn(turn, poll.id, fields.outsideRequired, fields.nonce);
    if ("line" in must) return { ok: false, refusal: { kind: "outsideLine", line: must.line } };
    const needed = [...required.found, ...must.found];
    const asked = [...new Set([...named.found, ...outside.found, ...needed])].map((person) => ({
      person,
      required: needed.includes(person),
    }));
    return { ok: true, written: { members: fields.members, anyone: fields.anyone, asked } };
  });
