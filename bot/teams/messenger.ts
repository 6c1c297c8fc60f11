import type { ConnectorClient } from "botframework-connector";
import type { Activity, ConversationParameters } from "botframework-schema";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import type { Outcome } from "../domain/delivery-steps.ts";
import type { PersonId } from "../domain/ids.ts";
import type { Lang } from "../domain/lang.ts";
import type { Instant } from "../domain/time.ts";
import type { Log, Message, Messenger } from "../usecases/ports.ts";
import { attached } from "./answer.ts";
import { type Authentication, ownIdentity, TIMEOUT } from "./auth.ts";
import { before, notBegun, outcomeBefore, outcomeOf, Unsaid } from "./failures.ts";

interface Settings {
  auth: Authentication;
  appId: string;
  client: Reader["client"];
  defaultLang: Lang;
  now(): Instant;
  timeout?: number;
  /** Where our pages are reached. */
  site?: string;
  log: Pick<Log, "error">;
  /** Keeps the 1:1 chat that a first message to a person made. */
  keepChat(person: PersonId, conversation: string): Promise<void>;
  /** Forgets a chat that is gone. */
  forgetChat(person: PersonId): Promise<void>;
}

/** Sends and updates cards in Teams. Only service addresses that an authenticated request has given are used. */
export function teamsMessenger(settings: Settings): Messenger {
  const { auth, appId, log, timeout = TIMEOUT } = settings;
  const connect = async (serviceUrl: string) => {
    const factory = auth.createConnectorFactory(ownIdentity(appId));
    const connector = await factory.create(serviceUrl, "https://api.botframework.com");
    await auth.ready(connector, timeout);
    return connector;
  };
  return {
    async deliver(message) {
      const serviceUrl = serviceOf(message);
      if (serviceUrl === undefined) return { kind: "failed", reason: "notInTeams" };
      try {
        const activity = await before(activityOf(message, settings));
        const connector = await before(connect(serviceUrl));
        return await post({ connector, serviceUrl, activity, within: { timeout } }, message, settings);
      } catch (error) {
        if (!(error instanceof Unsaid)) return outcomeOf(error);
        if (error.outcome === notBegun)
          log.error({ err: error.cause, delivery: message.showing.delivery.id }, "nothing could be sent");
        return error.outcome;
      }
    },
  };
}

function serviceOf({ to, replaces }: Message): string | undefined {
  if (to.kind === "channel") return (replaces ?? to.place).serviceUrl;
  const known = to.kind === "person" ? to.person.teams : undefined;
  return known && (replaces ?? known).serviceUrl;
}

/** What is said of everything that can be said isn't needed before something is. */
const wording = () => import("../../cards/showing.ts");

async function activityOf(
  { showing, to }: Message,
  { client, defaultLang, now, site }: Settings,
): Promise<Partial<Activity>> {
  const { cardOf } = await wording();
  const shared = to.kind === "channel";
  const lang = (shared ? showing.group.languages[0] : to.kind === "person" ? to.person.lang : undefined) ?? defaultLang;
  const { zone } = showing.group;
  const ownZone = to.kind === "person" ? to.person.zone : undefined;
  const reader: Reader = { lang, text: textFor(lang), zone, ownZone, now: now(), site, door: "card", client };
  const card = cardOf(showing, reader);
  return { type: "message", summary: card.fallbackText, attachments: [attached(card)] };
}

/** What a message is sent with, once it can be. */
interface Sending {
  connector: ConnectorClient;
  serviceUrl: string;
  activity: Partial<Activity>;
  within: { timeout: number };
}

async function post(sending: Sending, { to, replaces }: Message, settings: Settings): Promise<Outcome> {
  const { connector, serviceUrl, activity, within } = sending;
  if (replaces) {
    const { conversation, activity: id } = replaces;
    await connector.conversations.updateActivity(conversation, id, { ...activity, id }, within);
    return { kind: "sent", posted: replaces };
  }
  if (to.kind === "person") return toPerson(sending, to, settings);
  if (to.kind === "address") throw new Error("A message to an address outside Teams reached the connector.");
  if (to.under) return send(sending, to.under.conversation);
  const channelData = { channel: { id: to.place.channel }, tenant: { id: to.place.tenant } };
  const made = await connector.conversations.createConversation(
    { isGroup: true, channelData, tenantId: to.place.tenant, activity } as ConversationParameters,
    within,
  );
  return { kind: "sent", posted: { serviceUrl, conversation: made.id, activity: made.activityId } };
}

async function send({ connector, serviceUrl, activity, within }: Sending, conversation: string): Promise<Outcome> {
  const { id } = await connector.conversations.sendToConversation(conversation, activity, within);
  return { kind: "sent", posted: { serviceUrl, conversation, activity: id } };
}

/** In their chat, or in one that is made first, which by itself says nothing. */
async function toPerson(
  sending: Sending,
  { person, tenant }: Message["to"] & { kind: "person" },
  { keepChat, forgetChat }: Settings,
): Promise<Outcome> {
  const known = person.teams?.conversation;
  if (known) {
    try {
      return await send(sending, known);
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode !== 404) throw error;
      // gone, for example after the app was installed anew: made again in a turn that counts all its requests
      await before(forgetChat(person.id));
      return { kind: "later", after: 0 };
    }
  }
  const members = [{ id: person.teams?.id }];
  const chat = { isGroup: false, tenantId: tenant, channelData: { tenant: { id: tenant } }, members };
  const { conversations } = sending.connector;
  const { id } = await before(
    conversations.createConversation(chat as unknown as ConversationParameters, sending.within),
    outcomeBefore,
  );
  await before(keepChat(person.id, id));
  return send(sending, id);
}
