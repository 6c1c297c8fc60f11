import type { Call } from "../call.ts";
import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";

/** Officers are told once that the announcement isn't in the channel; again only when the next one is lost too. */
export const dueOfLostAnnouncement = ({ announcementLost: lost }: Call, { group }: Around): Due[] =>
  lost
    ? [
        {
          key: `announcementLost:${lost.at}`,
          at: 0,
          to: toOfficers(officers(group)),
          saying: { kind: "announcementLost" },
        },
      ]
    : [];
