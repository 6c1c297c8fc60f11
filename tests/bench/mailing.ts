import { setTimeout as sleep } from "node:timers/promises";
import { openConnector } from "../support/connector.ts";
import { account, teamsClient } from "../support/teams.ts";
import { inFolder } from "./folder.ts";
import { type Measured, startEhdolla } from "./processes.ts";
import type { Row } from "./ratio.ts";
import { CALL, cancelledCall, known, openCall, proposerAccount, withStore } from "./scene.ts";
import { PERMITTED, storm } from "./storm.ts";

const RECIPIENTS = 5_300;
/** A consent request is asked for this often while the mailing is under way. */
const EVERY = 5_000;

/** A mailing through the real settler and messenger, in real time, with Teams refusing hundreds of calls. */
export const mailing = (_rounds: number, scale: number): Promise<Row[]> =>
  inFolder(async (folder) => {
    const recipients = Math.round(RECIPIENTS * scale);
    const teams = storm();
    const connector = await openConnector();
    connector.fault = teams.fault;
    const nominees = Array.from({ length: 40 }, (_, n) => account(500_000 + n, `Ehdokas ${n}`));
    const persons = await withStore(folder, async (ports) => {
      await openCall(ports, connector.url);
      await cancelledCall(ports, connector.url, recipients);
      return known(ports, connector.url, nominees);
    });
    const chats = Array.from({ length: recipients }, (_, n) => `chat-${proposerAccount(n).id}`);
    const bot = await startEhdolla(folder);
    const asked: { chat: string; at: number }[] = [];
    const reached = () => chats.filter((chat) => teams.chats.get(chat)?.accepted).length;
    for (let last = performance.now(); reached() < recipients && performance.now() - last < 60_000; ) {
      const before = reached();
      const n = asked.length;
      if (n < nominees.length && before > 0) {
        await propose(bot, connector.url, n, persons[n] as string);
        asked.push({ chat: `chat-${nominees[n]?.id}`, at: performance.now() });
      }
      await sleep(EVERY);
      if (reached() > before) last = performance.now();
    }
    await sleep(3_000);
    await bot.stop();
    await connector.close();
    const got = chats.map((chat) => teams.chats.get(chat)?.accepted ?? 0);
    const seconds = (Math.max(...chats.map((c) => teams.chats.get(c)?.at ?? 0)) - (teams.times[0] ?? 0)) / 1_000;
    const rate = teams.times.filter((t) => t - (teams.times[0] ?? 0) <= seconds * 1_000).length / seconds;
    const lost = got.filter((count) => count === 0).length;
    const twice = got.filter((count) => count > 1).length;
    const waits = asked.map(({ chat, at }) => (teams.chats.get(chat)?.left ?? Number.POSITIVE_INFINITY) - at);
    const part = rate / PERMITTED;
    return [
      {
        what: `messages lost of ${recipients}, ${teams.refused} calls refused`,
        value: String(lost),
        target: "0",
        ok: !lost,
      },
      { what: "messages said twice", value: String(twice), target: "0", ok: twice === 0 },
      {
        what: "calls beyond fifty in a second, of all",
        value: (teams.beyond / teams.times.length).toFixed(4),
        target: "≤ 0.01",
        ok: teams.beyond <= teams.times.length / 100,
      },
      { what: "calls a second, to the permitted fifty", value: part.toFixed(3), target: "≥ 0.95", ok: part >= 0.95 },
      {
        what: `slowest of ${asked.length} consent requests meanwhile, in seconds`,
        value: (Math.max(...waits) / 1_000).toFixed(2),
        target: "≤ 2",
        ok: Math.max(...waits) <= 2_000,
      },
    ];
  });

/** Somebody proposes a person, who is then asked. */
async function propose({ port }: Measured, serviceUrl: string, n: number, person: string): Promise<void> {
  const client = teamsClient({ botUrl: `http://127.0.0.1:${port}`, serviceUrl });
  await client.press(account(600_000 + n, `Ehdottaja ${n}`), "nomination.submit", {
    ...{ call: CALL, nonce: `nonce-${n}-0000`, person, name: `Ehdokas ${n}`, "org1-name": "Kaislan Omaiset ry" },
    ...{ email: `ehdokas.${n}@example.org`, seatGroup: "t1", role: "member", reason: "Tuntee kentän." },
    "reason-c1": "Kahdeksan vuotta.",
  });
}
