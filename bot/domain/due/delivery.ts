import { type Around, type Due, toOfficers } from "../due.ts";
import type { HeaderFact } from "../facts.ts";
import { officers } from "../group.ts";

/**
 * Officers are told once that a round's post isn't in the channel; again only when the next one is lost too. Until a
 * group is set up, whoever added the bot hears it.
 */
export function dueOfLostPost({ announcementLost: lost }: HeaderFact, { group }: Pick<Around, "group">): Due[] {
  if (!lost) return [];
  const known = officers(group);
  const to = known.length > 0 || !group.addedBy ? known : [group.addedBy];
  return [{ key: `announcementLost:${lost.at}`, at: 0, to: toOfficers(to), saying: { kind: "announcementLost" } }];
}
