import type { Card } from "../../cards/kit.ts";

export const TENANT = "7dfd3a90-02a1-46d8-8372-f91382fe827c";

/** Somebody in Teams. */
export interface Account {
  id: string;
  aadObjectId: string;
  name: string;
}

/** An invented account; the number makes it somebody else. */
export const account = (number: number, name: string): Account => ({
  id: `29:user-${number}`,
  aadObjectId: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
  name,
});

/** A client that speaks to the bot as Teams does. */
export interface Client {
  post(activity: Record<string, unknown>, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>;
  /** Presses a button on a card; the answer is the card or the sentence that Teams would show. */
  press(
    from: Account,
    verb: string,
    data?: Record<string, unknown>,
    more?: Record<string, unknown>,
  ): Promise<Card | string>;
  /** The bot is added to the team's General channel. */
  addToTeam(from: Account): Promise<void>;
  /** The app is opened in a 1:1 chat. */
  openChat(from: Account): Promise<void>;
}

export function teamsClient({
  botUrl,
  serviceUrl,
  tenant = TENANT,
  locale = "fi-FI",
}: {
  botUrl: string;
  serviceUrl: string;
  tenant?: string;
  locale?: string;
}): Client {
  let ids = 0;
  const common = (from: Account) => ({
    id: `activity-${++ids}`,
    channelId: "msteams",
    serviceUrl,
    recipient: { id: "28:bot", name: "Ehdolla" },
    from,
    locale,
  });
  const personal = (from: Account) => ({
    conversation: { id: `chat-${from.id}`, conversationType: "personal", tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  });
  const team = {
    conversation: { id: "19:general", conversationType: "channel", isGroup: true, tenantId: tenant },
    channelData: {
      tenant: { id: tenant },
      team: { id: "19:general", name: "Kaislarannan kumppanuuspöytä" },
      channel: { id: "19:general" },
    },
  };
  const client: Client = {
    async post(activity, headers = {}) {
      const answer = await fetch(`${botUrl}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(activity),
      });
      const text = await answer.text();
      return {
        status: answer.status,
        body: text && answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text,
      };
    },
    async press(from, verb, data = {}, more = {}) {
      const value = { action: { type: "Action.Execute", verb, data } };
      const { status, body } = await client.post({
        ...common(from),
        ...personal(from),
        type: "invoke",
        name: "adaptiveCard/action",
        value,
        ...more,
      });
      if (status !== 200) throw new Error(`${verb}: ${status} ${JSON.stringify(body)}`);
      return (body as { value: Card | string }).value;
    },
    async addToTeam(from) {
      const added = { membersAdded: [{ id: "28:bot" }], type: "conversationUpdate" };
      await client.post({ ...common(from), ...team, ...added });
    },
    async openChat(from) {
      await client.post({ ...common(from), ...personal(from), type: "installationUpdate", action: "add" });
    },
  };
  return client;
}

/** The first value under a key anywhere in a card: an id in a button's data, say. */
export function findIn(card: unknown, key: string, matches: (value: unknown) => boolean = () => true): unknown {
  if (typeof card !== "object" || card === null) return undefined;
  for (const [k, value] of Object.entries(card)) {
    if (k === key && matches(value)) return value;
    const found = findIn(value, key, matches);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All words of a card in reading order, for looking at what it says. */
export const wordsOf = (card: unknown): string =>
  typeof card !== "object" || card === null
    ? ""
    : Object.entries(card)
        .map(([key, value]) =>
          typeof value === "string" ? (["text", "title", "label"].includes(key) ? value : "") : wordsOf(value),
        )
        .filter(Boolean)
        .join("\n");
