import { dayListForm, dayListsCard, type TypedList } from "../../../cards/day-lists.ts";
import { explainDayLists } from "../../../cards/explain/day-lists.ts";
import type { dayListVerbs } from "../../../cards/verbs/day-lists.ts";
import { listFrom, withList, withoutList } from "../../domain/day-lists.ts";
import { type Group, isOfficer } from "../../domain/group.ts";
import type { GroupId } from "../../domain/ids.ts";
import { saveDayLists } from "../../usecases/day-lists.ts";
import { readGroup } from "../../usecases/round.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";

/** The days on which a group doesn't meet, which its officers keep. */
export const dayListHandlers: Handlers<keyof typeof dayListVerbs> = {
  "group.days": (turn, fields) =>
    asOfficer(turn, fields.group, (group) => ({ show: dayListsCard({ group }, turn.reader) })),
  "group.dayForm": (turn, { group: id, list }) => asOfficer(turn, id, (group) => form(turn, group, list)),
  "group.saveDays": (turn, { group: id, list, rev, nonce, ...typed }) =>
    asOfficer(turn, id, async (group) => {
      const read = listFrom(typed);
      const lists = read.ok ? withList(group.dayLists, read.state, list) : read;
      const decision = lists.ok ? await save(turn, id, { lists: lists.state, rev, nonce }) : lists;
      if (decision.ok) return listed(turn, id, { bold: turn.reader.text.dayLists.saved });
      const problem = explainDayLists(decision.refusal, turn.reader.text);
      return asOfficer(turn, id, (now) => form(turn, now, list, { typed, problem }));
    }),
  "group.deleteDays": (turn, { group: id, list, rev, nonce }) =>
    asOfficer(turn, id, async (group) => {
      const lists = withoutList(group.dayLists, list);
      const decision = await save(turn, id, { lists, rev, nonce });
      const { deleted, deletedRest } = turn.reader.text.dayLists;
      if (decision.ok) return listed(turn, id, { bold: deleted, rest: deletedRest });
      const problem = explainDayLists(decision.refusal, turn.reader.text);
      return asOfficer(turn, id, (now) => form(turn, now, list, { problem }));
    }),
};

const save = (
  { ports, by, where }: Turn,
  group: GroupId,
  wish: Pick<Parameters<typeof saveDayLists>[1], "lists" | "rev" | "nonce">,
) => saveDayLists(ports, { group, tenant: where.tenant, by: by.id, ...wish });

const listed = (turn: Turn, id: GroupId, notice: { bold: string; rest?: string }) =>
  asOfficer(turn, id, (group) => ({ show: dayListsCard({ group, notice }, turn.reader) }));

/** The form of one list; one that is gone is written as a new one, with what was typed. */
function form(
  { ports, reader }: Turn,
  group: Group,
  id: string | undefined,
  more: { typed?: TypedList; problem?: string } = {},
): Reply {
  const list = group.dayLists?.find((one) => one.id === id);
  return { show: dayListForm({ group, list, nonce: ports.ids.random(), ...more }, reader) };
}

/** Answers an officer of a group of the presser's tenant. */
async function asOfficer(turn: Turn, id: GroupId, answer: (group: Group) => Reply | Promise<Reply>): Promise<Reply> {
  const { ports, by, where, reader } = turn;
  const group = await readGroup(ports.store, id);
  if (!group || group.place.tenant !== where.tenant) return { refuse: reader.text.common.notFound };
  return isOfficer(group, by.id) ? answer(group) : { refuse: reader.text.common.notAllowed };
}
