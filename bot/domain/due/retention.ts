import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";
import { type Kept, PURGE_NOTICE, purgeAt } from "../retention.ts";

/** The officers hear a fortnight before that something will be erased; anew when the day moves. */
export function dueOfRetention(kept: Kept, { group }: Pick<Around, "group">): Due[] {
  const at = purgeAt(kept, group);
  if (at === undefined) return [];
  return [
    {
      key: `purge ${at}`,
      at: at - PURGE_NOTICE,
      until: at,
      to: toOfficers(officers(group)),
      saying: { kind: "purgeComing" },
    },
  ];
}
