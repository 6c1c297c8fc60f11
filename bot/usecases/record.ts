import { accept, type Decision, refuse } from "../domain/decision.ts";
import type { PersonId } from "../domain/ids.ts";
import type { Entry } from "../domain/record.ts";
import type { RecordView, ToldEntry } from "../domain/record-view.ts";
import { namesOf } from "./candidacy.ts";
import { type DeliveriesRef, type ReadRefusal, roundForOfficer } from "./delivery.ts";
import type { Ports } from "./ports.ts";
import { entryId, type Round } from "./round.ts";

/** How many lines stand on a page. */
export const ENTRIES_ON_PAGE = 10;

/** A call's record for its officers. Reads the lines of one page, however long the record is. */
export async function loadRecord(
  ports: Pick<Ports, "store">,
  ref: DeliveriesRef,
  wanted: number,
): Promise<Decision<RecordView, ReadRefusal>> {
  const found = await roundForOfficer(ports, ref);
  if (!found.ok) return refuse(found.refusal);
  const round = found.state;
  const { group, call, head } = round;
  const pages = Math.max(1, Math.ceil(head.seq / ENTRIES_ON_PAGE));
  const page = Math.min(wanted, pages - 1);
  const newest = head.seq - page * ENTRIES_ON_PAGE;
  const numbers = Array.from({ length: Math.min(ENTRIES_ON_PAGE, newest) }, (_, i) => newest - i);
  const docs = await Promise.all(numbers.map((seq) => ports.store.get(round.id, entryId(seq))));
  const entries = docs.flatMap((doc) => (doc ? [doc.body as Entry] : []));
  const names = await namesOf(
    ports,
    entries.flatMap(({ by }): PersonId[] => (by === "ehdolla" ? [] : [by])),
  );
  return accept({
    group,
    call,
    head,
    page,
    pages,
    entries: await Promise.all(
      entries.map(async ({ seq, at, events, by, facts }): Promise<ToldEntry> => {
        const name = by === "ehdolla" ? undefined : names.get(by);
        const about = await aboutOf(round, facts);
        return { seq, at, events, by: by === "ehdolla" ? by : { ...(name && { name }) }, about };
      }),
    ),
  });
}

/** What is gone, or was erased, has no name any more. */
async function aboutOf(round: Round, facts: Entry["facts"]): Promise<string[]> {
  const found = await Promise.all(
    facts.map(async ({ id }) =>
      id.startsWith("nom:")
        ? (await round.get("nomination", id))?.code
        : id.startsWith("cand:")
          ? (await round.get("candidate", id))?.name
          : undefined,
    ),
  );
  return [...new Set(found.filter((one) => one !== undefined))];
}
