import { explainGroup } from "../../../cards/explain/group.ts";
import { groupCard } from "../../../cards/group.ts";
import { groupForm } from "../../../cards/group-form.ts";
import { type GroupValues, valuesOf } from "../../../cards/group-values.ts";
import type { Card } from "../../../cards/kit.ts";
import { clip } from "../../../cards/literal.ts";
import type { Choosable } from "../../../cards/people.ts";
import type { Reader } from "../../../cards/reader.ts";
import type { groupVerbs } from "../../../cards/verbs/group.ts";
import { seen } from "../../domain/facts.ts";
import { type Group, isOfficer, officers } from "../../domain/group.ts";
import { mayChooseRoles, maySetUp } from "../../domain/group-settings.ts";
import type { GroupId, PersonId } from "../../domain/ids.ts";
import { oidIn } from "../../domain/person.ts";
import { isOnTeam, saveGroup } from "../../usecases/group.ts";
import { readPerson } from "../../usecases/people.ts";
import { rosterOf } from "../../usecases/roster.ts";
import { readGroup } from "../../usecases/round.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { dayListHandlers } from "./day-lists.ts";
import { fromForm } from "./group-fields.ts";

/** Names that weren't found are repeated up to this length. */
const UNKNOWN_SHOWN = 200;

/** Showing, setting up and changing a group. */
export const groupHandlers: Handlers<keyof typeof groupVerbs> = {
  ...dayListHandlers,
  "group.show": async (turn, fields) => {
    const group = await groupFor(turn, fields.group);
    return group ? { show: await settingsCard(turn, group) } : { refuse: turn.reader.text.group.refused.noSuchRound };
  },
  "group.form": async (turn, fields) => {
    const group = await groupFor(turn, fields.group);
    return group ? openForm(turn, group) : { refuse: turn.reader.text.group.refused.noSuchRound };
  },
  "group.save": async (turn, { group: id, nonce, rev, ...values }) => {
    const { ports, by, reader } = turn;
    const { refused } = reader.text.group;
    const group = await groupFor(turn, id);
    if (!group) return { refuse: refused.noSuchRound };
    if (!seen(group, nonce) && !(await may(turn, group)))
      return { refuse: refused.notAllowed, fresh: await settingsCard(turn, group) };
    const again = (problem: string, now = group, stale = false) => formAgain(turn, now, values, problem, stale);
    const read = await fromForm(turn, group, { ...values, nonce }, mayChooseRoles(group, by.id));
    if (!read.ok && read.line !== undefined) return again(refused.outsideLine(clip(read.line, UNKNOWN_SHOWN)));
    if (!read.ok)
      return again(
        read.count ? refused.notACount : refused.unknownPeople(clip(read.unknown.join(", "), UNKNOWN_SHOWN)),
      );
    const { ok: _, ...wanted } = read;
    const decision = await saveGroup(ports, { group: id, by: by.id, ...wanted, nonce, rev });
    if (decision.ok) return { show: await settingsCard(turn, decision.state.group, true) };
    const now = (await readGroup(ports.store, id)) ?? group;
    return again(explainGroup(decision.refusal, reader.text), now, decision.refusal.kind === "stale");
  },
};

/** The group's settings card for whoever asks. */
export async function settingsCard(turn: Turn, group: Group, saved = false): Promise<Card> {
  return groupCard(
    {
      group,
      people: await named(turn, group),
      may: await may(turn, group),
      officer: isOfficer(group, turn.by.id),
      saved,
    },
    readerOf(turn, group),
  );
}

const may = async ({ ports, by }: Turn, group: Group): Promise<boolean> =>
  maySetUp(group, by.id, await isOnTeam(ports, group, by.id));

/** A group of the asker's own tenant. */
async function groupFor({ ports, where }: Turn, id: GroupId): Promise<Group | undefined> {
  const group = await readGroup(ports.store, id);
  return group?.place.tenant === where.tenant ? group : undefined;
}

async function openForm(turn: Turn, group: Group): Promise<Reply> {
  const { by, reader } = turn;
  if (!(await may(turn, group)))
    return { refuse: reader.text.group.refused.notAllowed, fresh: await settingsCard(turn, group) };
  const values = valuesOf(group);
  return { show: await form(turn, group, group.ready ? values : { ...values, chair: by.id }) };
}

/** The same form with what was typed; somebody who may not fill it in gets the settings instead. */
async function formAgain(
  turn: Turn,
  group: Group,
  values: GroupValues,
  problem: string,
  stale: boolean,
): Promise<Reply> {
  if (!(await may(turn, group))) return { refuse: problem, fresh: await settingsCard(turn, group) };
  return { show: await form(turn, group, values, { problem, current: stale }) };
}

async function form(
  turn: Turn,
  group: Group,
  values: GroupValues,
  more: { problem?: string; current?: boolean } = {},
): Promise<Card> {
  const { ports, by, where, reader } = turn;
  const listed = reader.client.picker ? [] : await rosterOf(ports, group);
  const others = (await named(turn, group, by.id)).filter((p) => listed.every((one) => one.id !== p.id));
  return groupForm(
    {
      group,
      values,
      people: [...listed, ...others],
      roles: mayChooseRoles(group, by.id),
      elsewhere: where.team !== undefined && where.team.channel !== group.place.channel,
      nonce: ports.ids.random(),
      ...more,
    },
    readerOf(turn, group),
  );
}

/** Those whom the group's settings name, and perhaps one more. */
async function named({ ports, where }: Turn, group: Group, also?: PersonId): Promise<Choosable[]> {
  const members = group.members.kind === "named" ? group.members.persons : [];
  const ids = new Set([...officers(group), ...members, ...(also ? [also] : [])]);
  const people = await Promise.all([...ids].map((id) => readPerson(ports.store, id)));
  return people.flatMap((person) => {
    if (!person) return [];
    const oid = oidIn(person, where.tenant);
    const { id, name, email } = person;
    return [{ id, name, ...(email ? { email } : {}), ...(oid ? { oid } : {}) }];
  });
}

const readerOf = ({ reader }: Turn, group: Group): Reader => ({ ...reader, zone: group.zone });
