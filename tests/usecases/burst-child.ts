import { createInterface } from "node:readline";
import { createBursts } from "../../bot/usecases/burst.ts";
import { answerAll, burstPorts, ROUND } from "../support/answers.ts";
import { openTarget } from "../support/target.ts";

/** A process that takes in the answers of the voters named on its input, "from to", and tells each one's fate. */
const [target = "", me = ""] = process.argv.slice(2);
const store = await openTarget(target);
const bursts = createBursts(burstPorts(store), me);
process.stdout.write("ready\n");
for await (const line of createInterface(process.stdin)) {
  const [from = 0, to = 0] = line.split(" ").map(Number);
  await answerAll(
    (one) => bursts.put(ROUND, one),
    [from, to],
    (told) => process.stdout.write(`${JSON.stringify(told)}\n`),
  );
}
await store.close();
