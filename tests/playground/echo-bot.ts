import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import {
  type Activity,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  type Response,
  type TurnContext,
} from "botbuilder";
import { close, portOf } from "../../bot/local/exchange.ts";

/** A bot that keeps what it hears and answers who said it: text with text, "card" with a form, a press with a card. */
export async function startEchoBot() {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const heard: Activity[] = [];
  const server = createServer(async (request, response) => {
    if (request.method !== "POST") return void response.end();
    const answer: Response = {
      socket: response.socket,
      status: (code) => {
        response.statusCode = code;
      },
      header: (name, value) => void response.setHeader(name, String(value)),
      send: (body) => void response.end(JSON.stringify(body)),
      end: () => void response.end(),
    };
    const body = (await json(request)) as Record<string, unknown>;
    heard.push(structuredClone(body) as unknown as Activity);
    await adapter.process({ method: "POST", headers: request.headers, body }, answer, react);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));

  return {
    url: `http://127.0.0.1:${portOf(server)}/api/messages`,
    heard,
    /** Says something out of turn to one person, as after a deadline. */
    tell: (serviceUrl: string, userId: string, text: string) =>
      adapter.createConversationAsync("", "msteams", serviceUrl, "", to(userId), async (turn) => {
        await turn.sendActivity(text);
      }),
    stop: () => close(server),
  };
}

async function react(turn: TurnContext): Promise<void> {
  const { type, text, name, from, value } = turn.activity;
  if (type === "invoke") {
    const body =
      name === "adaptiveCard/action"
        ? { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: form(`Pressed by ${from.id}`) }
        : {
            task: {
              type: "continue",
              value: { title: "Form", card: CardFactory.adaptiveCard(form(`For ${from.id}`)) },
            },
          };
    await turn.sendActivity({ type: "invokeResponse", value: { status: 200, body } });
  } else if (type === "message" && text?.includes("card")) {
    await turn.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(form(`Card for ${from.id}`))));
  } else if (type === "message") {
    await turn.sendActivity(`${from.id} said ${text ?? JSON.stringify(value)}`);
  }
}

const to = (id: string) => ({ isGroup: false, members: [{ id, name: "" }], bot: { id: "bot-id", name: "" } }) as never;

const form = (heading: string) => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [
    { type: "TextBlock", text: heading },
    { type: "Input.Text", id: "reason", label: "Reason", isRequired: true, errorMessage: "A reason is needed" },
    { type: "Input.Date", id: "day", label: "Day" },
    { type: "Input.Toggle", id: "sure", title: "Sure" },
    { type: "Input.ChoiceSet", id: "theme", label: "Theme", choices: choices("Health", "Housing") },
    { type: "Input.ChoiceSet", id: "seat", label: "Seat", style: "expanded", choices: choices("Member", "Substitute") },
  ],
  actions: [
    { type: "Action.Execute", title: "Press", verb: "press", data: { card: 1 } },
    { type: "Action.Submit", title: "Send", data: { card: 1 } },
  ],
});

const choices = (...titles: string[]) => titles.map((title) => ({ title, value: title.toLowerCase() }));
