import { CardFactory, MessageFactory } from "botbuilder-core";
import type { Activity } from "botframework-schema";
import { problemCard } from "../../cards/problem.ts";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import { type Fields, isVerb, type Verb, verbs } from "../../cards/verbs.ts";
import type { PersonId } from "../domain/ids.ts";
import type { Lang } from "../domain/lang.ts";
import type { Person } from "../domain/person.ts";
import type { Instant } from "../domain/time.ts";
import { addGroup } from "../usecases/group.ts";
import { forgetChat, identify } from "../usecases/people.ts";
import type { Ports } from "../usecases/ports.ts";
import type { InvokeAnswer, Say } from "./adapter.ts";
import { answerTo } from "./answer.ts";
import { handleMessage } from "./handlers/message.ts";
import { handlerOf } from "./handlers.ts";
import { type Envelope, type Inbound, readEnvelope } from "./inbound.ts";
import type { Reply, Turn } from "./turn.ts";

/** What this installation allows and what its clients can do. */
export interface Edge {
  ports: Ports;
  tenants: readonly string[];
  client: Reader["client"];
  examples: boolean;
  defaultLang: Lang;
  /** False when this person has pressed more than anybody can in earnest. */
  allows(person: PersonId): Promise<boolean>;
}

/** One turn: who, what and where, then the one handler, then the reply in the envelope that the request came in. */
export async function dispatch(
  edge: Edge,
  activity: Activity,
  say: Say,
  arrivedAt: Instant,
): Promise<InvokeAnswer | undefined> {
  const started = performance.now();
  const envelope = readEnvelope(activity);
  if (!envelope) return { status: 400 };
  if (!edge.tenants.includes(envelope.tenant)) return { status: 403 };
  const { inbound } = envelope;
  if (inbound.kind === "ignored") return { status: 501 };
  const verb = !("verb" in inbound) ? inbound.kind : isVerb(inbound.verb) ? inbound.verb : "unknown";
  const reply = await turnOf(edge, envelope, arrivedAt, verb);
  const ms = Math.round(performance.now() - started);
  edge.ports.log.info({ correlation: activity.id, verb, outcome: outcomeOf(reply), ms }, "turn");
  if (!reply) return undefined;
  if (inbound.kind === "press" || inbound.kind === "command") return answerTo(inbound, reply);
  await say(messageOf(reply));
  return undefined;
}

async function turnOf(edge: Edge, envelope: Envelope, arrivedAt: Instant, verb: string): Promise<Reply | undefined> {
  const { inbound } = envelope;
  const fallback = textFor(envelope.lang ?? edge.defaultLang);
  if (!envelope.oid) return { refuse: fallback.common.unknownSender };
  try {
    const by = await identify(edge.ports, senderOf(envelope, envelope.oid));
    if (!(await edge.allows(by.id))) return { refuse: textFor(by.lang ?? edge.defaultLang).common.tooMany };
    const turn: Turn = {
      ports: edge.ports,
      by,
      arrivedAt,
      reader: readerFor(edge, by, inbound, undefined, envelope.zone),
      where: whereOf(envelope),
      features: { examples: edge.examples },
    };
    return await replyTo(turn, inbound);
  } catch (error) {
    const reference = edge.ports.ids.random().slice(0, 6).toUpperCase();
    edge.ports.log.error({ err: error, reference, verb }, "turn failed");
    return problem(readerFor(edge, undefined, inbound, envelope.lang), inbound, fallback.common.wrongShort(reference));
  }
}

async function replyTo(turn: Turn, inbound: Inbound): Promise<Reply | undefined> {
  switch (inbound.kind) {
    case "press":
    case "posted":
      return pressed(turn, inbound);
    case "command":
      return (await import("./handlers/nomination.ts")).nominateEntry(turn);
    case "message":
      return handleMessage(turn, inbound.text);
    case "installed":
      return installed(turn);
    case "removed":
      if (turn.where.personal) await forgetChat(turn.ports, turn.by.id);
      return undefined;
    case "ignored":
      return undefined;
  }
}

/** An unknown verb, a missing field or an over-long one: a clear sentence, what was typed, and nothing written. */
async function pressed(
  turn: Turn,
  inbound: Inbound & { verb: unknown; data: Record<string, unknown> },
): Promise<Reply> {
  const { verb, data } = inbound;
  const { text } = turn.reader;
  if (!isVerb(verb)) return problem(turn.reader, inbound, text.common.badPress);
  const fields = verbs[verb].safeParse(data);
  if (!fields.success) {
    const long = fields.error.issues.find((i) => i.code === "too_big");
    return problem(turn.reader, inbound, long ? text.common.tooLong(Number(long.maximum)) : text.common.badPress);
  }
  return run(turn, verb, fields.data as Fields<typeof verb>);
}

const run = async <V extends Verb>(turn: Turn, verb: V, fields: Fields<V>): Promise<Reply> =>
  (await handlerOf(verb))(turn, fields);

async function installed(turn: Turn): Promise<Reply | undefined> {
  const { where, ports, by } = turn;
  if (where.personal) return handleMessage(turn, "");
  if (where.team)
    await addGroup(ports, {
      tenant: where.tenant,
      team: where.team.id,
      teamName: where.team.name,
      channel: where.team.channel,
      serviceUrl: where.serviceUrl,
      by: by.id,
    });
  return undefined;
}

const senderOf = (e: Envelope, oid: string) => ({
  tenant: e.tenant,
  oid,
  teamsId: e.teamsId,
  name: e.name,
  serviceUrl: e.serviceUrl,
  ...(e.personal ? { conversation: e.conversation } : {}),
  ...(e.lang ? { lang: e.lang } : {}),
});

const whereOf = ({ tenant, serviceUrl, conversation, personal, team }: Envelope): Turn["where"] => ({
  tenant,
  serviceUrl,
  conversation,
  personal,
  ...(team ? { team } : {}),
});

function readerFor(edge: Edge, by: Person | undefined, inbound: Inbound, heard?: Lang, ownZone?: string): Reader {
  const lang = by?.lang ?? heard ?? edge.defaultLang;
  const door =
    inbound.kind === "command" || (inbound.kind === "press" && inbound.door === "dialog") ? "dialog" : "card";
  const { clock, publicUrl: site } = edge.ports;
  const zone = "Europe/Helsinki";
  return { lang, text: textFor(lang), zone, ownZone, now: clock.now(), site, door, client: edge.client };
}

const problem = (reader: Reader, inbound: Inbound, sentence: string): Reply => ({
  show: problemCard(sentence, "data" in inbound ? inbound.data : {}, reader),
});

const messageOf = (reply: Reply) => {
  if ("show" in reply) return MessageFactory.attachment(CardFactory.adaptiveCard(reply.show));
  if ("say" in reply) return MessageFactory.text(reply.say);
  return reply.fresh
    ? MessageFactory.attachment(CardFactory.adaptiveCard(reply.fresh), reply.refuse)
    : MessageFactory.text(reply.refuse);
};

const outcomeOf = (reply: Reply | undefined) => (reply ? Object.keys(reply)[0] : "done");
