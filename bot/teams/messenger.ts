import type { ConnectorClient } from "botframework-connector";
import type { Activity, ConversationParameters } from "botframework-schema";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import type { Posted } from "../domain/delivery.ts";
import type { Lang } from "../domain/lang.ts";
import type { Instant } from "../domain/time.ts";
import type { Message, Messenger } from "../usecases/ports.ts";
import { attached } from "./answer.ts";
import { type Authentication, ownIdentity } from "./auth.ts";
import { outcomeOf } from "./failures.ts";

/** How long one send may take before it counts as cut off. */
const TIMEOUT = 15_000;

interface Settings {
  auth: Authentication;
  appId: string;
  client: Reader["client"];
  defaultLang: Lang;
  now(): Instant;
  timeout?: number;
  /** Where our pages are reached. */
  site?: string;
  /** Keeps the 1:1 chat that a first message to a person made. */
  keepChat(person: Message["to"] & { kind: "person" }, conversation: string): Promise<void>;
}

/** Sends and updates cards in Teams. Only service addresses that an authenticated request has given are used. */
export function teamsMessenger(settings: Settings): Messenger {
  const connect = (serviceUrl: string) =>
    settings.auth
      .createConnectorFactory(ownIdentity(settings.appId))
      .create(serviceUrl, "https://api.botframework.com");
  return {
    async deliver(message) {
      const { to } = message;
      if (to.kind !== "channel" && !("person" in to && to.person.teams))
        return { kind: "failed", reason: "notInTeams" };
      try {
        const activity = await activityOf(message, settings);
        const { serviceUrl } =
          message.replaces ??
          (to.kind === "channel" ? to.place : ("person" in to && to.person.teams) || { serviceUrl: "" });
        return { kind: "sent", posted: await post(await connect(serviceUrl), serviceUrl, message, activity, settings) };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
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
  const reader: Reader = { lang, text: textFor(lang), zone, now: now(), site, door: "card", client };
  const card = cardOf(showing, reader);
  return { type: "message", summary: card.fallbackText, attachments: [attached(card)] };
}

async function post(
  connector: ConnectorClient,
  serviceUrl: string,
  { to, replaces }: Message,
  activity: Partial<Activity>,
  settings: Settings,
): Promise<Posted> {
  const within = { timeout: settings.timeout ?? TIMEOUT };
  const send = async (conversation: string): Promise<Posted> => {
    const { id } = await connector.conversations.sendToConversation(conversation, activity, within);
    return { serviceUrl, conversation, activity: id };
  };
  if (replaces) {
    await connector.conversations.updateActivity(
      replaces.conversation,
      replaces.activity,
      { ...activity, id: replaces.activity },
      within,
    );
    return replaces;
  }
  if (to.kind === "channel" && to.under) return send(to.under.conversation);
  if (to.kind === "channel") {
    const channelData = { channel: { id: to.place.channel }, tenant: { id: to.place.tenant } };
    const made = await connector.conversations.createConversation(
      { isGroup: true, channelData, tenantId: to.place.tenant, activity } as ConversationParameters,
      within,
    );
    return { serviceUrl, conversation: made.id, activity: made.activityId };
  }
  if (to.kind === "address" || !to.person.teams) throw new Error("A message without an address reached the connector.");
  const chatId = to.person.teams.conversation;
  if (chatId) {
    try {
      return await send(chatId);
    } catch (error) {
      // A chat that is gone, for example after the app was installed anew: make it again.
      if ((error as { statusCode?: number }).statusCode !== 404) throw error;
    }
  }
  const chat = {
    isGroup: false,
    tenantId: to.tenant,
    channelData: { tenant: { id: to.tenant } },
    members: [{ id: to.person.teams.id }],
  };
  const { id } = await connector.conversations.createConversation(chat as unknown as ConversationParameters, within);
  await settings.keepChat(to, id);
  return send(id);
}
