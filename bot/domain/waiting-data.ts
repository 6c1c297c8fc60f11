import type { Call } from "./call.ts";
import { answerRequestBy, type DataRequest } from "./data-request.ts";
import type { Group } from "./group.ts";
import { purgeComing } from "./retention.ts";
import type { Instant } from "./time.ts";
import type { Waiting } from "./waiting.ts";

/** What the data of a call asks of those who lead its group, whatever state the call is in. */
export function waitingAboutData(
  { call, group, requests }: { call: Call; group: Group; requests: readonly DataRequest[] },
  now: Instant,
): Waiting[] {
  const about = {
    call: call.id,
    title: Object.values(call.title).some(Boolean) ? call.title : group.name,
    practice: call.practice,
    zone: group.zone,
  };
  const purge = purgeComing(call, group, now);
  return [
    ...requests
      .filter((r) => !r.answer && (r.by !== undefined || r.email !== undefined))
      .map((r): Waiting => ({ kind: "request", request: r.id, by: answerRequestBy(r), ...about })),
    ...(purge === undefined ? [] : [{ kind: "purge" as const, by: purge, ...about }]),
  ];
}
