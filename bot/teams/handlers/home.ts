import { homeCard, sharedHomeCard } from "../../../cards/home.ts";
import { chooseGroupCard, ledCallsCard } from "../../../cards/led.ts";
import { openCallsCard } from "../../../cards/open-calls.ts";
import { tasksCard } from "../../../cards/tasks.ts";
import { textFor } from "../../../cards/text.ts";
import type { homeVerbs } from "../../../cards/verbs/home.ts";
import { groupHere } from "../../usecases/group.ts";
import { type Led, ledBy, waitingFor } from "../../usecases/home.ts";
import { openCalls } from "../../usecases/listing.ts";
import { chooseLanguage } from "../../usecases/people.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { exampleHandlers } from "./examples.ts";

/** The home card and the lists that it opens. What is personal is shown in the 1:1 chat only. */
export const homeHandlers: Handlers<keyof typeof homeVerbs> = {
  ...exampleHandlers,
  "home.show": (turn) => home(turn),
  "home.language": async (turn, { lang }) => {
    await chooseLanguage(turn.ports, turn.by.id, lang);
    return home({ ...turn, reader: { ...turn.reader, lang, text: textFor(lang) } });
  },
  "tasks.mine": async (turn, { page = 0 }) => {
    const { ports, by, where, reader } = turn;
    if (!where.personal) return { say: reader.text.home.private };
    return { show: tasksCard(await waitingFor(ports, by.id, where.tenant), page, reader) };
  },
  "calls.open": async ({ ports, by, where, reader }, { page = 0 }) => ({
    show: openCallsCard(await openCalls(ports, where.tenant, by.id), page, reader),
  }),
  "calls.mine": async (turn, { page = 0 }) => {
    const { where, reader } = turn;
    if (!where.personal) return { say: reader.text.home.private };
    const led = await ledReady(turn);
    const listed = led.flatMap(({ group, calls }) => calls.map((call) => ({ group, call })));
    const newestFirst = listed.toSorted((a, b) => b.call.createdAt - a.call.createdAt);
    return { show: ledCallsCard(newestFirst, page, reader) };
  },
  "groups.mine": async (turn, { next }) => {
    if (!turn.where.personal) return { say: turn.reader.text.home.private };
    const led = await ledReady(turn);
    return {
      show: chooseGroupCard(
        led.map(({ group }) => group),
        next,
        turn.reader,
      ),
    };
  },
};

/** The home card; where others see it, without anything personal. */
export async function home(turn: Turn, notice?: string): Promise<Reply> {
  const { ports, by, where, reader, features } = turn;
  if (!where.personal) return { show: sharedHomeCard(await groupHere(ports, where), notice, reader) };
  const led = await ledBy(ports, by.id, where.tenant);
  const waiting = await waitingFor(ports, by.id, where.tenant, led);
  return {
    show: homeCard({ waiting, led: led.filter(isReady), examples: features.examples, notice }, reader),
  };
}

/** The groups that somebody leads and that have been set up. */
export const ledReady = async ({ ports, by, where }: Turn): Promise<Led[]> =>
  (await ledBy(ports, by.id, where.tenant)).filter(isReady);

const isReady = ({ group }: Led) => group.ready;
