import type { IncomingMessage, ServerResponse } from "node:http";
import type { ProxyServer } from "httpxy";
import { ask, contentOf, jsonOf, pass } from "./exchange.ts";
import { message } from "./frames.ts";
import { botId, people } from "./people.ts";
import type { Activity } from "./relay.ts";
import type { Seat, Seats } from "./seats.ts";

const cardType = "application/vnd.microsoft.card.adaptive";

type Config = {
  readonly config: {
    readonly currentUser: { readonly id: string };
    readonly users: readonly { readonly id: string }[];
    readonly personalChat: { readonly id: string };
    readonly groupChats: readonly { readonly members: readonly string[] }[];
    readonly teams: readonly { readonly members: readonly string[] }[];
  };
};

type Typed = {
  readonly text: string;
  readonly textFormat?: string;
  readonly mentions?: readonly { readonly mentioned: { readonly id: string } }[];
};

type Entry = { readonly messageId: string; readonly timestamp: number; readonly postConversationId?: string };

/** The client's pages as one person's: their name on them, their doing behind what is typed and pressed. */
export function door(table: {
  seat: Seat;
  seats: Seats;
  playgroundUrl: string;
  proxy: ProxyServer;
  seated(): Promise<void>;
}) {
  const { seat, seats, playgroundUrl, proxy, seated } = table;
  const { person, screen } = seat;
  const me = people[0]?.id;

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url = "" } = request;
    const [path = ""] = url.split("?");
    if (method === "GET" && path === "/_internal/v1/config") return configuration(url, response);
    if (method === "POST") {
      const place = (pattern: RegExp) => decodeURIComponent(pattern.exec(path)?.[1] ?? "");
      const typedIn = place(/^\/_conversation\/v1\/conversations\/([^/]+)\/messages$/);
      if (typedIn) return type(typedIn, url, request, response);
      const installedIn = place(/^\/_debug\/conversation\/([^/]+)\/installation$/);
      if (installedIn) return install(installedIn, url, request, response);
      if (path === "/_conversation/v1/invoke") return press(url, request, response);
      if (path === "/_internal/v1/customActivities") return mock(url, request, response);
    }
    if (method === "GET" && path === "/") {
      screen.load();
      response.setHeader("cache-control", "no-store");
    }
    await proxy.web(request, response);
  };

  async function configuration(url: string, response: ServerResponse) {
    await seated();
    const answer = await ask("GET", playgroundUrl + url, undefined);
    const content = contentOf<Config>(answer);
    if (!content) return pass(answer, response);
    const config = { ...content, config: configFor(content.config, person.id, await seat.home()) };
    pass({ ...answer, body: JSON.stringify(config) }, response);
  }

  async function type(conversation: string, url: string, request: IncomingMessage, response: ServerResponse) {
    const typed = await jsonOf<Typed>(request);
    const heard = typed.mentions?.some(({ mentioned }) => mentioned.id === botId);
    const report = heard && seats.expect({ type: "message", conversation, text: typed.text, person });
    const answer = await ask("POST", playgroundUrl + url, typed);
    const entry = contentOf<Entry>(answer);
    if (!entry && report) report.forget();
    pass(answer, response);
    if (!entry) return;
    const { messageId, timestamp, postConversationId } = entry;
    const plain = typed.text.replace(/<at>(.*?)<\/at>/g, "@$1");
    const post = (text: string) => ({
      action: "createMessage" as const,
      actionConversationId: conversation,
      message: { ...message(messageId, timestamp, person.id, { ...typed, text }), postConversationId },
    });
    screen.remember(post(plain));
    // The client puts the bot's name over what it didn't see typed.
    seats.showOthers(person, post(`${person.name}: ${plain}`));
  }

  /** A card that answered a press stays on a page that is opened anew. */
  async function press(url: string, request: IncomingMessage, response: ServerResponse) {
    const pressed = await jsonOf<{ readonly replyToId?: string }>(request);
    const answer = await ask("POST", playgroundUrl + url, pressed);
    pass(answer, response);
    const shown = contentOf<{ readonly type?: string; readonly value?: unknown }>(answer);
    if (!pressed.replyToId || shown?.type !== cardType) return;
    screen.answered(pressed.replyToId, shown.value);
    const attachments = [{ contentType: cardType, content: shown.value }];
    screen.remember({
      action: "updateMessage",
      actionConversationId: "",
      message: { messageId: pressed.replyToId, attachments },
    });
  }

  /** The page asks for this when it first shows a conversation: by then it has its configuration. */
  async function install(conversation: string, url: string, request: IncomingMessage, response: ServerResponse) {
    const types = ["installationUpdate", "conversationUpdate"];
    const reports = types.map((type) => seats.expect({ type, conversation, text: undefined, person }));
    const answer = await ask("POST", playgroundUrl + url, await jsonOf(request));
    if (answer.status >= 300) for (const report of reports) report.forget();
    pass(answer, response);
    screen.ready();
  }

  async function mock(url: string, request: IncomingMessage, response: ServerResponse) {
    const activity = await jsonOf<Activity>(request);
    const from = activity.from?.id === me ? { ...activity.from, id: person.id, name: person.name } : activity.from;
    pass(await ask("POST", playgroundUrl + url, { ...activity, from }), response);
  }
}

/** The client's configuration with that person in its current user's place, and their own 1:1 with the bot. */
export function configFor(config: Config["config"], personId: string, home: string): Config["config"] {
  const { currentUser, users, groupChats, teams } = config;
  const self = users.find(({ id }) => id === personId) ?? currentUser;
  const swap = (id: string) => (id === self.id ? currentUser.id : id === currentUser.id ? self.id : id);
  const seenBySelf = <G extends { readonly members: readonly string[] }>(group: G) => ({
    ...group,
    members: group.members.map(swap),
  });
  return {
    ...config,
    currentUser: self,
    users: users.map((user) => (user === self ? currentUser : user)),
    personalChat: { ...config.personalChat, id: home },
    groupChats: groupChats.map(seenBySelf),
    teams: teams.map(seenBySelf),
  };
}
