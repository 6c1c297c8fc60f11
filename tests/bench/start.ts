import { openConnector } from "../support/connector.ts";
import { account } from "../support/teams.ts";
import { inFolder } from "./folder.ts";
import { load } from "./load.ts";
import { pressBody } from "./presses.ts";
import { type Measured, startBare, startEhdolla } from "./processes.ts";
import { type Row, ratios, row } from "./ratio.ts";
import { openCall, withStore } from "./scene.ts";

/** From the start of the process to its first answer, with a data folder and a compile cache from earlier starts. */
export const starting = (rounds: number): Promise<Row[]> =>
  inFolder(async (folder) => {
    const connector = await openConnector();
    await withStore(folder, (ports) => openCall(ports, connector.url));
    const firstPress = pressBody(account(7, "Sanna Kaislamo"), {
      ...{ id: "press-1", serviceUrl: connector.url, verb: "home.show", data: {} },
    });
    const toAnswer = async (launch: () => Promise<Measured>) => {
      const at = performance.now();
      const bot = await launch();
      const { answers } = await load(bot.port, [firstPress], 1);
      const took = performance.now() - at;
      await bot.stop();
      if (answers[0]?.status !== 200) throw new Error(`The first press was answered with ${answers[0]?.status}.`);
      return took;
    };
    const ours: number[] = [];
    const theirs: number[] = [];
    await toAnswer(() => startEhdolla(folder));
    for (let round = 0; round < rounds * 2; round++) {
      theirs.push(await toAnswer(startBare));
      ours.push(await toAnswer(() => startEhdolla(folder)));
    }
    await connector.close();
    return [row("start to the first answer, to the bare bot's", ratios(ours, theirs), { atMost: 1 })];
  });
