import { type DayList, saveDayLists as save } from "../domain/day-lists.ts";
import { refuse } from "../domain/decision.ts";
import type { GroupId, PersonId } from "../domain/ids.ts";
import { change, type NoSuchRound } from "./change.ts";
import type { Ports } from "./ports.ts";

/** Keeps the lists of days on which a group doesn't meet. */
export const saveDayLists = (
  ports: Ports,
  {
    group: id,
    tenant,
    ...wish
  }: { group: GroupId; tenant: string; lists: readonly DayList[]; rev: number; nonce: string; by: PersonId },
) =>
  change(ports, id, wish.by, ({ group }) =>
    group.place.tenant === tenant ? save(group, wish) : refuse<NoSuchRound>({ kind: "noSuchRound" }),
  );
