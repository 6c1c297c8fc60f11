import { problemCard } from "../../cards/problem.ts";
import type { Reader } from "../../cards/reader.ts";
import { type Fields, isVerb, type Verb, verbs } from "../../cards/verbs.ts";
import { addGroup } from "../usecases/group.ts";
import { forgetChat } from "../usecases/people.ts";
import { handleMessage } from "./handlers/message.ts";
import { handlerOf } from "./handlers.ts";
import type { Inbound } from "./inbound.ts";
import type { Reply, Turn } from "./turn.ts";

/** How a turn ended, as the log tells it. */
export type Outcome = "show" | "say" | "refuse" | "done" | "invalid" | "failed" | "forbidden" | "ignored";

/** What became of a turn, and what is said of it where anything is. */
export interface Done {
  outcome: Outcome;
  reply?: Reply;
}

/** Does what somebody asked for. */
export async function act(turn: Turn, inbound: Inbound): Promise<Done> {
  switch (inbound.kind) {
    case "press":
    case "posted":
      return pressed(turn, inbound);
    case "command":
      return done(await (await import("./handlers/nomination.ts")).nominateEntry(turn));
    case "message":
      return done(await handleMessage(turn, inbound.text));
    case "installed":
      return installed(turn);
    case "removed":
      if (turn.where.personal) await forgetChat(turn.ports, turn.by.id);
      return { outcome: "done" };
    case "ignored":
      return { outcome: "ignored" };
  }
}

/** An unknown verb, a missing field or an over-long one: a clear sentence, what was typed, and nothing written. */
async function pressed(turn: Turn, inbound: Inbound & { verb: unknown; data: Record<string, unknown> }): Promise<Done> {
  const { verb, data } = inbound;
  const { text } = turn.reader;
  const invalid = (why: string): Done => ({ outcome: "invalid", reply: problem(turn.reader, inbound, why) });
  if (!isVerb(verb)) return invalid(text.common.badPress);
  const fields = verbs[verb].safeParse(data);
  if (!fields.success) {
    const long = fields.error.issues.find((i) => i.code === "too_big");
    return invalid(long ? text.common.tooLong(Number(long.maximum)) : text.common.badPress);
  }
  return done(await run(turn, verb, fields.data as Fields<typeof verb>));
}

const run = async <V extends Verb>(turn: Turn, verb: V, fields: Fields<V>): Promise<Reply> =>
  (await handlerOf(verb))(turn, fields);

async function installed(turn: Turn): Promise<Done> {
  const { where, ports, by } = turn;
  if (where.personal) return done(await handleMessage(turn, ""));
  if (where.team)
    await addGroup(ports, {
      tenant: where.tenant,
      team: where.team.id,
      teamName: where.team.name,
      channel: where.team.channel,
      serviceUrl: where.serviceUrl,
      by: by.id,
    });
  return { outcome: "done" };
}

export const done = (reply: Reply): Done => ({
  outcome: "show" in reply ? "show" : "say" in reply ? "say" : "refuse",
  reply,
});

/** A sentence about what went wrong, with what was typed still there. */
export const problem = (reader: Reader, inbound: Inbound, sentence: string): Reply => ({
  show: problemCard(sentence, "data" in inbound ? inbound.data : {}, reader),
});
