import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Card } from "../../cards/kit.ts";
import { TRACE } from "./traced.ts";

/** One call of the bot to Teams' connector, as it arrived. */
export interface Call {
  method: string;
  path: string;
  /** The activity's card, where it has one. */
  card?: Card;
  /** The activity or the conversation's parameters. */
  body: Record<string, unknown>;
  authorization?: string;
  /** The delivery that it was made for, where the bot says so. */
  delivery?: string;
  /** The new activity's id, where the bot was told one. */
  id?: string;
}

/** How a call is answered: as Teams would, with a status, or by breaking the connection after it arrived. */
export type Fault = { status: number; headers?: Record<string, string>; code?: string } | "reset" | "never";

/** A small stand-in for Teams' connector service: records what the bot says and can be told to fail. */
export interface Connector {
  url: string;
  calls: Call[];
  members: { id: string; aadObjectId: string; name: string; email?: string }[];
  /** Asked for each call, which waits for it; nothing means that all is well. */
  fault: (call: Call) => Fault | undefined | Promise<Fault | undefined>;
  /** Waits until the calls satisfy a condition. */
  until(condition: (calls: readonly Call[]) => boolean): Promise<void>;
  close(): Promise<void>;
}

export async function openConnector(): Promise<Connector> {
  const calls: Call[] = [];
  const waiting = new Set<() => void>();
  let numbered = 0;
  const server = createServer(async (request, response) => {
    const call = await callOf(request);
    const fault = await connector.fault(call);
    calls.push(call);
    for (const check of [...waiting]) check();
    if (fault === "reset") return void request.socket.destroy();
    if (fault === "never") return;
    if (fault)
      return answer(response, fault.status, { error: { code: fault.code ?? "Error", message: "" } }, fault.headers);
    const [status, body] = answerOf(call, connector.members, ++numbered);
    const { activityId, id } = body as { activityId?: string; id?: string };
    if (activityId ?? id) call.id = activityId ?? (id as string);
    answer(response, status, body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const connector: Connector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    members: [],
    fault: () => undefined,
    until: (condition) =>
      new Promise((resolve) => {
        const check = () => {
          if (!condition(calls)) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return connector;
}

async function callOf(request: IncomingMessage): Promise<Call> {
  let text = "";
  for await (const piece of request) text += piece;
  const body = (text ? JSON.parse(text) : {}) as Call["body"];
  const activity = (body.activity ?? body) as { attachments?: { content: Card }[] };
  const card = activity.attachments?.[0]?.content;
  const { authorization, [TRACE]: delivery } = request.headers;
  return {
    method: request.method ?? "",
    path: decodeURIComponent(request.url ?? ""),
    body,
    ...(card ? { card } : {}),
    ...(authorization ? { authorization } : {}),
    ...(typeof delivery === "string" ? { delivery } : {}),
  };
}

function answerOf({ method, path, body }: Call, members: Connector["members"], n: number): [number, unknown] {
  if (path.includes("/pagedmembers")) return [200, { members, totalCount: members.length }];
  if (method === "PUT") return [200, { id: path.split("/").at(-1) }];
  if (path !== "/v3/conversations") return [201, { id: `${n}` }];
  const [member] = (body.members ?? []) as { id: string }[];
  const { channel } = (body.channelData ?? {}) as { channel?: { id: string } };
  return body.isGroup
    ? [201, { id: `${channel?.id};messageid=${n}`, activityId: `${n}` }]
    : [201, { id: `chat-${member?.id}` }];
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** The conversation that a new message stands in; nothing for an update, a new 1:1 chat or a question. */
export function conversationOf({ method, path, body }: Call): string | undefined {
  if (method !== "POST") return undefined;
  if (path === "/v3/conversations") {
    const { channel } = (body.channelData ?? {}) as { channel?: { id: string } };
    return body.isGroup ? channel?.id : undefined;
  }
  return /^\/v3\/conversations\/(.+)\/activities/.exec(path)?.[1];
}
