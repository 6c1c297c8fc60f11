import type { Call } from "../call.ts";
import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";
import { PURGE_NOTICE, purgeAt } from "../retention.ts";

/** The officers hear a fortnight before that a call will be erased; anew when the day moves. */
export function dueOfRetention(call: Call, { group }: Around): Due[] {
  const at = purgeAt(call, group);
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
