import { type AnswerRequestRefusal, type DataRequest, answerRequest as decide } from "../domain/data-request.ts";
import { type Decision, refuse } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import type { Group } from "../domain/group.ts";
import type { KeptId, PersonId, RequestId } from "../domain/ids.ts";
import type { Kept } from "../domain/retention.ts";
import { change, type NoSuchRound } from "./change.ts";
import type { Ports } from "./ports.ts";
import { keptIn, openRound } from "./round.ts";

/** Which request an officer looks at, and in which tenant they stand. */
export interface RequestRef {
  tenant: string;
  round: KeptId;
  request: RequestId;
}

/** A request with the call, poll or meeting that it is about. */
export async function findRequest(
  ports: Pick<Ports, "store">,
  { tenant, round: id, request: wanted }: RequestRef,
): Promise<{ group: Group; kept: Kept; request: DataRequest } | undefined> {
  const round = await openRound(ports, id);
  const request = await round?.get("request", wanted);
  const kept = round && keptIn(round);
  if (!kept || !request || round.group.place.tenant !== tenant) return undefined;
  return { group: round.group, kept, request };
}

/** An officer answers a request. */
export const answerDataRequest = (
  ports: Ports,
  { tenant, round: id, request: wanted }: RequestRef,
  given: { text: string | undefined; by: PersonId; nonce: string; rev: number },
) =>
  change<Change & { request: DataRequest }, AnswerRequestRefusal | NoSuchRound>(
    ports,
    id,
    given.by,
    async (round): Promise<Decision<Change & { request: DataRequest }, AnswerRequestRefusal | NoSuchRound>> => {
      const request = await round.get("request", wanted);
      if (!request || round.group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
      return decide({ group: round.group, request }, { ...given, now: ports.clock.now() });
    },
  );
