import type { IncomingMessage, ServerResponse } from "node:http";
import { ask, contentOf, jsonOf, pass } from "./exchange.ts";
import { message, type Shown, split } from "./frames.ts";
import { botId, type Person, people } from "./people.ts";
import type { Seats } from "./seats.ts";

const languages = { fi: "fi-FI", sv: "sv-SE" } as const;

export type Activity = {
  readonly type: string;
  readonly text?: string;
  readonly locale?: string;
  readonly from?: { readonly id: string; readonly name?: string };
  readonly conversation?: { readonly id: string };
  readonly membersAdded?: readonly { readonly id: string }[];
  readonly entities?: readonly { readonly type?: string }[];
};

/** The activity as it would have come from that person's own client: in their name and language. */
export function inTheNameOf(person: Person, activity: Activity, serviceUrl: string) {
  const account = { id: person.id, aadObjectId: person.aadObjectId };
  const locale = languages[person.locale];
  const me = people[0]?.id;
  return {
    ...activity,
    serviceUrl,
    from: { ...activity.from, ...account, ...(activity.from?.name ? { name: person.name } : {}) },
    ...(activity.locale ? { locale } : {}),
    ...(activity.membersAdded && { membersAdded: activity.membersAdded.map((one) => (one.id === me ? account : one)) }),
    ...(activity.entities && {
      entities: activity.entities.map((one) =>
        one.type === "clientInfo" ? { ...one, locale, country: locale.slice(3) } : one,
      ),
    }),
  };
}

/** From the client to the bot: every activity in the name of the person whose doing it was. */
export async function relayActivity(
  seats: Seats,
  { botUrl, serviceUrl, request, response }: Way & { botUrl: string; serviceUrl: string },
): Promise<void> {
  if (request.method !== "POST") return pass(await ask("GET", botUrl, undefined), response);
  const activity = await jsonOf<Activity>(request);
  const person = seats.doerOf(activity);
  const told = person ? inTheNameOf(person, activity, serviceUrl) : { ...activity, serviceUrl };
  pass(await ask("POST", botUrl, told), response);
}

/** From the bot to the client, which shows nobody but its current user their 1:1: those of the others we show. */
export async function relayCall(seats: Seats, { playgroundUrl, request, response }: Way & { playgroundUrl: string }) {
  const { method = "GET", url = "" } = request;
  const body = method === "GET" || method === "DELETE" ? undefined : await jsonOf<Shown & Opening>(request);
  const [conversation, activityId] = conversationIn(url);
  const seat = conversation === undefined ? undefined : seats.seatOf(conversation);
  const ours = seat && seat.person !== people[0];

  const parts = body && ours && method === "POST" ? split(body) : [body];
  for (const part of parts) {
    const answer = await ask(method, playgroundUrl + url, part);
    const id = contentOf<{ id: string }>(answer)?.id;
    if (id && part && conversation && ours) seat.screen.show(frame(method, conversation, id, part));
    const opened = /\/v3\/conversations\/?$/.test(url) && !body?.isGroup && body?.members?.[0]?.id;
    const host = opened && people.find((one) => one.id === opened);
    if (id && host) seats.own(id, host);
    if (parts.length === 1) return pass(answer, response);
  }
  response.writeHead(202);
  response.end();

  function frame(method: string, conversation: string, id: string, part: Shown) {
    const action = method === "PUT" && activityId ? "updateMessage" : "createMessage";
    return { action, actionConversationId: conversation, message: message(id, Date.now(), botId, part) } as const;
  }
}

type Way = { readonly request: IncomingMessage; readonly response: ServerResponse };
type Opening = { readonly isGroup?: boolean; readonly members?: readonly { readonly id: string }[] };

/** The conversation and the activity that a connector call is about. */
const conversationIn = (url: string): (string | undefined)[] => {
  const found = /\/v3\/conversations\/([^/?]+)\/activities(?:\/([^/?]+))?/.exec(url);
  return (found ?? []).slice(1).map((part) => part && decodeURIComponent(part));
};
