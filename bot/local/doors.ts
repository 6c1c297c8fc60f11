import type { Server } from "node:http";
import { createProxyServer } from "httpxy";
import { WebSocketServer } from "ws";
import { door } from "./door.ts";
import { ask, close, contentOf, portOf, serve } from "./exchange.ts";
import type { Frame } from "./frames.ts";
import type { Person } from "./people.ts";
import { relayActivity, relayCall } from "./relay.ts";
import { seats } from "./seats.ts";

const stream = "/_ws_conversation/v1/conversations/stream";

/**
 * The client has one user; this gives each person a door of their own to it, from `firstPort` on, and behind the last
 * door a relay for what passes between the client and the bot. Open the doors first, then start the client on
 * `playgroundPort` with the returned `botUrl`.
 */
export async function openDoors(options: {
  botUrl: string;
  playgroundPort: number;
  people: readonly Person[];
  firstPort: number;
}): Promise<{ doors: { person: Person; url: string }[]; botUrl: string; stop(): Promise<void> }> {
  const { botUrl, playgroundPort, people, firstPort } = options;
  const playgroundUrl = `http://127.0.0.1:${playgroundPort}`;
  const proxy = createProxyServer({ target: playgroundUrl });
  const table = seats(people, (person) => openHome(playgroundUrl, person));
  const upstream = follow(playgroundUrl.replace("http", "ws") + stream, table.show);
  const servers: Server[] = [];
  const sockets = new WebSocketServer({ noServer: true });
  const portAt = (index: number) => (firstPort === 0 ? 0 : firstPort + index);

  const seated = async () => {
    await Promise.all(table.all.map((seat) => seat.home()));
    await upstream.open();
  };
  const stop = async () => {
    upstream.close();
    for (const socket of sockets.clients) socket.terminate();
    await Promise.all(servers.map(close));
  };

  try {
    const doors = [];
    for (const [index, seat] of table.all.entries()) {
      const handle = door({ seat, seats: table, playgroundUrl, proxy, seated });
      const server = await serve(portAt(index), handle);
      server.on("upgrade", (request, socket, head) => {
        if (request.url !== stream)
          return void proxy.ws(request, socket as never, {}, head).catch(() => socket.destroy());
        sockets.handleUpgrade(request, socket, head, (page) => seat.screen.attach(page));
      });
      servers.push(server);
      doors.push({ person: seat.person, url: `http://127.0.0.1:${portOf(server)}/` });
    }
    const relay = await serve(portAt(people.length), async (request, response) => {
      if (request.url?.startsWith("/_connector/")) return relayCall(table, { playgroundUrl, request, response });
      await relayActivity(table, { botUrl, serviceUrl: `${relayUrl}/_connector`, request, response });
    });
    servers.push(relay);
    const relayUrl = `http://127.0.0.1:${portOf(relay)}`;
    return { doors, botUrl: `${relayUrl}/api/messages`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The id of the person's 1:1 conversation with the bot, the same at each call. */
async function openHome(playgroundUrl: string, { id }: Person): Promise<string> {
  const answer = await ask("POST", `${playgroundUrl}/_connector/v3/conversations`, {
    isGroup: false,
    members: [{ id }],
  });
  const conversation = contentOf<{ id: string }>(answer);
  if (!conversation) throw new Error(`The Teams client gave ${id} no conversation: ${answer.status} ${answer.body}`);
  return conversation.id;
}

/** One socket to the client's own server, which keeps what it says until somebody listens. */
function follow(url: string, show: (frame: Frame) => void) {
  let opening: Promise<WebSocket> | undefined;
  return {
    open: () => {
      opening ??= listen(url, show).catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    close: () => void opening?.then((socket) => socket.close()),
  };
}

function listen(url: string, show: (frame: Frame) => void): Promise<WebSocket> {
  const socket = new WebSocket(url);
  socket.addEventListener("message", ({ data }) => show(JSON.parse(String(data)) as Frame));
  return new Promise((resolve, reject) => {
    socket.addEventListener("open", () => resolve(socket));
    socket.addEventListener("error", () => reject(new Error(`No connection to the Teams client at ${url}`)));
  });
}
