import assert from "node:assert/strict";
import type { Activity } from "botbuilder";
import { PortBusy } from "../../bot/local/busy.ts";
import { openDoors } from "../../bot/local/doors.ts";
import { people } from "../../bot/local/people.ts";
import { startPlayground } from "../../bot/local/playground.ts";
import {
  choose,
  fillDate,
  fillInput,
  inChannel,
  pressButton,
  runCommand,
  screenshot,
  textOfLastCard,
  toggle,
  type,
  waitForText,
} from "./client.ts";
import { startEchoBot } from "./echo-bot.ts";
import { openTable } from "./table.ts";

describe("the doors to one table", function () {
  // On a loaded machine the client itself sometimes misses a click; each test opens tabs of its own.
  this.retries(2);
  this.timeout(60_000);
  let bot: Awaited<ReturnType<typeof startEchoBot>>;
  let table: Awaited<ReturnType<typeof openTable>>;

  before(async () => {
    bot = await startEchoBot();
    table = await openTable(bot.url);
  });
  after(async () => {
    await table.close();
    await bot.stop();
  });
  beforeEach(() => {
    bot.heard.length = 0;
  });

  const heard = (what: (activity: Activity) => boolean) => bot.heard.filter(what);
  const doers = (what: (activity: Activity) => boolean) =>
    heard(what)
      .map(({ from }) => from.id)
      .sort();

  it("makes what is typed and pressed in three tabs at once each person's own", async () => {
    const numbers = [0, 2, 4];
    const tabs = await Promise.all(numbers.map(table.tab));
    await Promise.all(tabs.map((tab) => type(tab, "a card")));
    await Promise.all(
      tabs.map(async (tab, index) => {
        await waitForText(tab, `Card for user-id-${numbers[index]}`);
        await fillInput(tab, "Reason", `from ${numbers[index]}`);
        await pressButton(tab, "Press");
        await waitForText(tab, `Pressed by user-id-${numbers[index]}`);
      }),
    );
    for (const tab of tabs) await tab.context().close();

    const ids = numbers.map((number) => `user-id-${number}`);
    assert.deepEqual(
      doers(({ text }) => text === "a card"),
      ids,
    );
    const presses = heard(({ name }) => name === "adaptiveCard/action");
    assert.deepEqual(
      presses.map(({ from, value }) => [from.id, from.aadObjectId, value.action.data.reason]).sort(),
      numbers.map((number) => [`user-id-${number}`, people[number]?.aadObjectId, `from ${number}`]),
    );
  });

  it("brings each person's installation, in their name and language", async () => {
    const tab = await table.tab(3);
    await tab.context().close();

    const [installed] = heard((activity) => activity.type === "installationUpdate");
    assert.deepEqual([installed?.from.id, installed?.locale], ["user-id-3", "sv-SE"]);
    const [added] = heard((activity) => activity.type === "conversationUpdate");
    assert.deepEqual(
      added?.membersAdded?.map(({ id }) => id),
      ["user-id-3", "bot-id"],
    );
  });

  it("shows a post in the channel to everyone, and its answer, whoever comes when", async () => {
    const [speaker, listener] = await Promise.all([table.tab(3), table.tab(1)]);
    await Promise.all([inChannel(speaker), inChannel(listener)]);
    await type(speaker, "hej", { mention: true });
    await waitForText(speaker, "user-id-3 said");
    await waitForText(listener, "Göran Strandkvist: @Ehdolla hej");
    await waitForText(listener, "user-id-3 said");
    const late = await table.tab(5);
    await inChannel(late);
    await waitForText(late, "user-id-3 said");
    for (const tab of [speaker, listener, late]) await tab.context().close();

    const [message] = heard(({ text }) => text?.includes("hej") ?? false);
    assert.deepEqual([message?.from.name, message?.locale], ["Göran Strandkvist", "sv-SE"]);
    assert.match(message?.conversation.id ?? "", /^team-id;messageid=\d+$/);
  });

  it("shows what the bot says to one person on their page only, even if it is opened later", async () => {
    const other = await table.tab(0);
    const serviceUrl = bot.heard[0]?.serviceUrl ?? "";
    await bot.tell(serviceUrl, "user-id-1", "the secretary's own");
    const own = await table.tab(1);
    await waitForText(own, "the secretary's own");
    await type(other, "anything");
    await waitForText(other, "user-id-0 said anything");
    assert.equal(await other.getByText("the secretary's own").count(), 0);
    for (const tab of [own, other]) await tab.context().close();
  });

  it("tells a page that is reloaded what was said, with a pressed card as it became", async () => {
    const tab = await table.tab(4);
    await type(tab, "another card");
    await waitForText(tab, "another card");
    await waitForText(tab, "Card for user-id-4");
    await fillInput(tab, "Reason", "reloaded");
    await pressButton(tab, "Press");
    await waitForText(tab, "Pressed by user-id-4");
    await tab.reload();
    await waitForText(tab, "another card");
    assert.match(await textOfLastCard(tab), /Pressed by user-id-4/);
    await tab.context().close();
  });

  it("runs a command in a dialog, with every kind of input, as that person", async () => {
    const tab = await table.tab(2);
    await runCommand(tab, "nominate");
    await pressButton(tab, "Send");
    await waitForText(tab, "A reason is needed");
    await fillInput(tab, "Reason", "knows the field");
    await fillDate(tab, "Day", "2026-12-24");
    await toggle(tab, "Sure");
    await choose(tab, "Theme", "Housing");
    await choose(tab, "Seat", "Substitute");
    await screenshot(tab, "dialog");
    const answered = tab.waitForResponse((response) => response.url().endsWith("/invoke"));
    await pressButton(tab, "Send");
    await answered;
    await tab.context().close();

    const [submitted] = heard(({ name }) => name === "composeExtension/submitAction");
    assert.equal(submitted?.from.id, "user-id-2");
    assert.deepEqual(submitted?.value.data, {
      ...{ card: 1, reason: "knows the field", day: "2026-12-24", sure: "true", theme: "housing", seat: "substitute" },
    });
  });

  it("says that a port is taken, rather than taking another", async () => {
    const { port: busy } = table;
    const taken = (error: unknown) => error instanceof PortBusy && error.port === busy;
    await assert.rejects(startPlayground({ botUrl: bot.url, port: busy, folder: "unused", log: () => {} }), taken);
    await assert.rejects(openDoors({ botUrl: bot.url, playgroundPort: busy, people, firstPort: busy }), taken);
  });
});
