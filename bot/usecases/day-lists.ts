import { type DayList, type DayListsRefusal, saveDayLists as save } from "../domain/day-lists.ts";
import { refuse } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import type { Group } from "../domain/group.ts";
import type { GroupId, PersonId } from "../domain/ids.ts";
import { change, type NoSuchRound } from "./change.ts";
import type { Ports } from "./ports.ts";

type DayListsSaved = Change & { group: Group };

/** Keeps the lists of days on which a group doesn't meet. */
export const saveDayLists = (
  ports: Ports,
  {
    group: id,
    tenant,
    ...wish
  }: { group: GroupId; tenant: string; lists: readonly DayList[]; rev: number; nonce: string; by: PersonId },
) =>
  change<DayListsSaved, DayListsRefusal | NoSuchRound>(ports, id, wish.by, ({ group }) =>
    group.place.tenant === tenant ? save(group, wish) : refuse({ kind: "noSuchRound" }),
  );
