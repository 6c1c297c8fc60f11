import { commandOf } from "../../../cards/commands.ts";
import { type ChatStart, chatStartCard } from "../../../cards/home-chat.ts";
import { chooseGroupCard, ledCallsCard } from "../../../cards/led.ts";
import { withNotice } from "../../../cards/problem.ts";
import { type CommandId, commands } from "../../../cards/text/commands.ts";
import { isVerb, verbs } from "../../../cards/verbs.ts";
import { isOfficer } from "../../domain/group.ts";
import { groupHere } from "../../usecases/group.ts";
import { ledBy } from "../../usecases/home.ts";
import { handlerOf } from "../handlers.ts";
import type { Reply, Turn } from "../turn.ts";
import { home, ledReady } from "./home.ts";

/** What somebody wrote: a command gets what its button would, a mistyped one the nearest, anything else the home card. */
export async function handleMessage(turn: Turn, text: string): Promise<Reply> {
  const command = commandOf(text);
  if (command === undefined || command === "help") return home(turn);
  if (typeof command === "string") return answer(turn, command);
  const { lang } = turn.reader;
  const notice = turn.reader.text.home.didYouMean(commands[command.nearest][lang].title);
  if (command.nearest === "help") return home(turn, notice);
  const reply = await answer(turn, command.nearest);
  return "show" in reply ? { ...reply, show: withNotice(reply.show, notice) } : reply;
}

async function answer(turn: Turn, command: CommandId): Promise<Reply> {
  switch (command) {
    case "help":
      return home(turn);
    case "openCalls":
      return press(turn, "calls.open", {});
    case "myTasks":
      return press(turn, "tasks.mine", {});
    case "myProposals":
      return turn.where.personal ? press(turn, "proposals.mine", {}) : { say: turn.reader.text.home.private };
    case "myData":
      return press(turn, "mydata.show", {});
    case "poll":
      return turn.where.personal ? press(turn, "polls.mine", {}) : forGroup(turn, "poll.new");
    case "meetings":
      return turn.where.personal ? press(turn, "meetings.mine", {}) : forGroup(turn, "meeting.form");
    case "newCall":
      return forGroup(turn, "call.new");
    case "group":
      return forGroup(turn, "group.show");
    case "practice":
      return forGroup(turn, "examples.list");
    case "board":
      return board(turn);
  }
}

/** For the group of this team, for the one that the person leads, or for the one that they choose. */
async function forGroup(
  turn: Turn,
  verb: "call.new" | "group.show" | "examples.list" | "poll.new" | "meeting.form",
): Promise<Reply> {
  const here = await groupHere(turn.ports, turn.where);
  if (here) return press(turn, verb, { group: here.id });
  if (turn.where.chat && (verb === "poll.new" || verb === "meeting.form")) return fromChat(turn, verb);
  if (!turn.where.personal) return { say: turn.reader.text.group.show.none };
  const led = verb === "group.show" ? await ledBy(turn.ports, turn.by.id, turn.where.tenant) : await ledReady(turn);
  const [only] = led;
  if (only && led.length === 1) return press(turn, verb, { group: only.group.id });
  return {
    show: chooseGroupCard(
      led.map(({ group }) => group),
      verb,
      turn.reader,
    ),
  };
}

/**
 * From a chat of several people: for a group that the person leads, in a dialog of their own, since the chat sees the
 * answer; whoever leads none is told who can.
 */
async function fromChat(turn: Turn, next: ChatStart): Promise<Reply> {
  const { by, reader } = turn;
  const led = (await ledReady(turn)).map(({ group }) => group).filter((group) => isOfficer(group, by.id));
  return led.length > 0 ? { show: chatStartCard(led, next, reader) } : { say: reader.text.home.chat.notLeading };
}

/** The candidates of the one call that runs, or the calls to choose from. */
async function board(turn: Turn): Promise<Reply> {
  if (!turn.where.personal) return { say: turn.reader.text.home.private };
  const listed = (await ledReady(turn)).flatMap(({ group, calls }) => calls.map((call) => ({ group, call })));
  const running = listed.filter(({ call }) => call.status === "open" || call.status === "closed");
  const [only] = running;
  if (only && running.length === 1) return press(turn, "board.show", { call: only.call.id });
  return { show: ledCallsCard(listed, 0, turn.reader) };
}

/** As if a button with this verb had been pressed. */
async function press(turn: Turn, verb: string, data: object): Promise<Reply> {
  const fields = isVerb(verb) ? verbs[verb].safeParse(data) : undefined;
  if (!isVerb(verb) || !fields?.success) return { refuse: turn.reader.text.common.badPress };
  return (await handlerOf(verb))(turn, fields.data as never);
}
