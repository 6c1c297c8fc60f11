import { answerRequestBy, type DataRequest } from "./data-request.ts";
import type { Group } from "./group.ts";
import { isPractice, type Kept, purgeComing } from "./retention.ts";
import type { Instant } from "./time.ts";
import type { Waiting } from "./waiting.ts";

/** What the data of a call, a poll or a meeting asks of those who lead its group, whatever state it is in. */
export function waitingAboutData(
  { kept, group, requests }: { kept: Kept; group: Group; requests: readonly DataRequest[] },
  now: Instant,
): Waiting[] {
  return [
    ...requests
      .filter((r) => !r.answer && (r.by !== undefined || r.email !== undefined))
      .map(
        (r): Waiting => ({
          kind: "request",
          round: kept.id,
          request: r.id,
          by: answerRequestBy(r),
          ...about(kept, group),
        }),
      ),
    ...waitingToBeErased(kept, group, now),
  ];
}

/** The coming erasing of a call, a poll or a meeting, which waits for one of those who lead its group to take note. */
function waitingToBeErased(kept: Kept, group: Group, now: Instant): Waiting[] {
  const by = purgeComing(kept, group, now);
  return by === undefined ? [] : [{ kind: "purge", round: kept.id, by, ...about(kept, group) }];
}

const about = (kept: Kept, group: Group) => ({
  title: Object.values(kept.title).some(Boolean) ? kept.title : group.name,
  practice: isPractice(kept),
  zone: group.zone,
});
