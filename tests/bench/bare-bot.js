import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  INVOKE_RESPONSE_KEY,
} from "botbuilder";
import restify from "restify";

/** A bot as people write it with botbuilder and restify, which does nothing but answer; and with two savings on request. */
const answer = {
  statusCode: 200,
  type: "application/vnd.microsoft.card.adaptive",
  value: { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: "Kiitos!" }] },
};

class Bot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity("Kiitos!");
      await next();
    });
  }

  async onInvokeActivity({ activity }) {
    return activity.name === "adaptiveCard/action" ? { status: 200, body: answer } : { status: 501 };
  }
}

/** Clients made once instead of at every turn, and a plain function in place of the activity handler. */
async function withSavings() {
  const { Authentication } = await import("../../bot/teams/auth.ts");
  const adapter = new CloudAdapter(new Authentication(undefined));
  return (req, res) =>
    adapter.process(req, res, async (context) => {
      context.turnState.set(INVOKE_RESPONSE_KEY, { type: "invokeResponse", value: { status: 200, body: answer } });
    });
}

function asUsual() {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const bot = new Bot();
  return (req, res) => adapter.process(req, res, (context) => bot.run(context));
}

const handle = process.argv.includes("--savings") ? await withSavings() : asUsual();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post("/api/messages", async (req, res) => {
  await handle(req, res);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`listening ${server.address().port}\n`));
