import { examplesCard } from "../../../cards/examples.ts";
import type { Verb } from "../../../cards/verbs.ts";
import { type Group, isOfficer } from "../../domain/group.ts";
import type { GroupId } from "../../domain/ids.ts";
import { startCall } from "../../usecases/call.ts";
import { readGroup } from "../../usecases/round.ts";
import { handlerOf } from "../handlers.ts";
import type { Handlers, Turn } from "../turn.ts";

type ExampleVerb = Extract<Verb, `examples.${string}`>;

/** Trying a call out: an example becomes a draft, a practice call wherever examples aren't offered as real ones. */
export const exampleHandlers: Handlers<ExampleVerb> = {
  "examples.list": async (turn, fields) => {
    const group = await ledGroup(turn, fields.group);
    if (typeof group === "string") return { refuse: group };
    const { ports, features, reader } = turn;
    const nonce = ports.ids.random();
    return { show: examplesCard({ group, practice: !features.examples, nonce }, reader) };
  },
  "examples.start": async (turn, { group: id, example, practice, nonce }) => {
    const group = await ledGroup(turn, id);
    if (typeof group === "string") return { refuse: group };
    const { ports, by, features } = turn;
    const { exampleCall } = await import("../../domain/examples.ts");
    const started = await startCall(ports, {
      group: id,
      by: by.id,
      content: exampleCall(example, group, { now: ports.clock.now(), calendar: ports.calendar }),
      practice: practice || !features.examples,
      nonce: `${nonce} ${example}`,
    });
    if (!started.ok) return { refuse: turn.reader.text.home.practice.officersOnly };
    const manage = await handlerOf("call.manage");
    return manage(turn, { call: started.state.id });
  },
};

/** A group that the person leads and that is set up, or the sentence that says why it can't be used. */
async function ledGroup({ ports, by, where, reader }: Turn, id: GroupId): Promise<Group | string> {
  const { text } = reader;
  const group = await readGroup(ports.store, id);
  if (group?.place.tenant !== where.tenant) return text.group.refused.noSuchRound;
  if (!group.ready) return text.home.practice.notReady;
  return isOfficer(group, by.id) ? group : text.home.practice.officersOnly;
}
