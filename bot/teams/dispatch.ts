import { CardFactory, MessageFactory } from "botbuilder-core";
import type { Activity } from "botframework-schema";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import { isVerb } from "../../cards/verbs.ts";
import type { PersonId } from "../domain/ids.ts";
import type { Lang } from "../domain/lang.ts";
import type { Person } from "../domain/person.ts";
import type { Instant } from "../domain/time.ts";
import { identify } from "../usecases/people.ts";
import type { Ports } from "../usecases/ports.ts";
import { act, type Done, done, type Outcome, problem } from "./act.ts";
import type { InvokeAnswer, Say } from "./adapter.ts";
import { answerTo } from "./answer.ts";
import { type Envelope, type Inbound, readEnvelope } from "./inbound.ts";
import { correlationOf } from "./log.ts";
import type { Pace } from "./rate.ts";
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
  /** When a reply that isn't in the response itself may go. */
  pace: Pace;
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
  const verb = envelope && verbOf(envelope.inbound);
  const log: TurnLog = { correlation: correlationOf(activity), verb };
  const { outcome, answer } = envelope
    ? await taken(edge, envelope, say, arrivedAt, log)
    : { outcome: "invalid", answer: { status: 400 } };
  const ms = Math.round(performance.now() - started);
  edge.ports.log.info({ ...log, outcome, ms }, "turn");
  return answer;
}

/** What the lines about one turn have in common. */
interface TurnLog {
  correlation: string | undefined;
  verb: string | undefined;
}

async function taken(
  edge: Edge,
  envelope: Envelope,
  say: Say,
  arrivedAt: Instant,
  log: TurnLog,
): Promise<{ outcome: Outcome; answer?: InvokeAnswer }> {
  const { inbound } = envelope;
  if (!edge.tenants.includes(envelope.tenant)) return { outcome: "forbidden", answer: { status: 403 } };
  if (inbound.kind === "ignored") return { outcome: "ignored", answer: { status: 501 } };
  const { outcome, reply, by } = await turnOf(edge, envelope, arrivedAt, log);
  if (!reply) return { outcome };
  if (inbound.kind === "press" || inbound.kind === "command") return { outcome, answer: answerTo(inbound, reply) };
  try {
    const thread = (envelope.personal && by) || envelope.conversation;
    await edge.pace(envelope.tenant, thread, () => say(messageOf(reply)));
    return { outcome };
  } catch (error) {
    edge.ports.log.error({ err: error, ...log }, "reply failed");
    return { outcome: "failed", answer: { status: 500 } };
  }
}

async function turnOf(
  edge: Edge,
  envelope: Envelope,
  arrivedAt: Instant,
  log: TurnLog,
): Promise<Done & { by?: PersonId }> {
  const { inbound } = envelope;
  const fallback = textFor(envelope.lang ?? edge.defaultLang);
  if (!envelope.oid) return done({ refuse: fallback.common.unknownSender });
  try {
    const by = await identify(edge.ports, senderOf(envelope, envelope.oid));
    if (!(await edge.allows(by.id))) return done({ refuse: textFor(by.lang ?? edge.defaultLang).common.tooMany });
    const turn: Turn = {
      ports: edge.ports,
      by,
      arrivedAt,
      reader: readerFor(edge, by, inbound),
      where: whereOf(envelope),
      features: { examples: edge.examples },
    };
    return { ...(await act(turn, inbound)), by: by.id };
  } catch (error) {
    const reference = edge.ports.ids.random().slice(0, 6).toUpperCase();
    edge.ports.log.error({ err: error, reference, ...log }, "turn failed");
    const reader = readerFor(edge, undefined, inbound, envelope.lang);
    return { outcome: "failed", reply: problem(reader, inbound, fallback.common.wrongShort(reference)) };
  }
}

/** A verb that we don't know may be anything, and isn't repeated. */
const verbOf = (inbound: Inbound): string =>
  !("verb" in inbound) ? inbound.kind : isVerb(inbound.verb) ? inbound.verb : "unknown";

const senderOf = (e: Envelope, oid: string) => ({
  tenant: e.tenant,
  oid,
  teamsId: e.teamsId,
  name: e.name,
  serviceUrl: e.serviceUrl,
  ...(e.personal ? { conversation: e.conversation } : {}),
  ...(e.lang ? { lang: e.lang } : {}),
  ...(e.zone ? { zone: e.zone } : {}),
});

const whereOf = ({ tenant, serviceUrl, conversation, personal, chat, team }: Envelope): Turn["where"] => ({
  tenant,
  serviceUrl,
  conversation,
  personal,
  ...(chat ? { chat } : {}),
  ...(team ? { team } : {}),
});

function readerFor(edge: Edge, by: Person | undefined, inbound: Inbound, heard?: Lang): Reader {
  const lang = by?.lang ?? heard ?? edge.defaultLang;
  const door =
    inbound.kind === "command" || (inbound.kind === "press" && inbound.door === "dialog") ? "dialog" : "card";
  const { clock, publicUrl: site } = edge.ports;
  const zone = "Europe/Helsinki";
  return { lang, text: textFor(lang), zone, ownZone: by?.zone, now: clock.now(), site, door, client: edge.client };
}

const messageOf = (reply: Reply) => {
  if ("show" in reply) return MessageFactory.attachment(CardFactory.adaptiveCard(reply.show));
  if ("say" in reply) return MessageFactory.text(reply.say);
  return reply.fresh
    ? MessageFactory.attachment(CardFactory.adaptiveCard(reply.fresh), reply.refuse)
    : MessageFactory.text(reply.refuse);
};
