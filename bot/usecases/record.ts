import { accept, type Decision, refuse } from "../domain/decision.ts";
import type { PersonId } from "../domain/ids.ts";
import type { Entry } from "../domain/record.ts";
import type { RecordView, ToldEntry } from "../domain/record-view.ts";
import { boxesOf } from "./box-record.ts";
import { namesOf } from "./candidacy.ts";
import { type DeliveriesRef, type ReadRefusal, roundForOfficer } from "./delivery.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import { docsOf, entryId, type Round } from "./round.ts";

type Reads = Pick<Ports, "store">;

/** How many lines stand on a page. */
export const ENTRIES_ON_PAGE = 10;

/** A round's record for its group's officers, with the lines about answers that boxes keep. */
export async function loadRecord(
  ports: Reads,
  ref: DeliveriesRef,
  wanted: number,
): Promise<Decision<RecordView, ReadRefusal>> {
  const found = await roundForOfficer(ports, ref);
  if (!found.ok) return refuse(found.refusal);
  const round = found.state;
  const { group, about, head } = round;
  const boxes = await boxesOf(ports.store, round.id);
  const count = boxes.reduce((sum, { box }) => sum + box.record.seq, head.seq);
  const pages = Math.max(1, Math.ceil(count / ENTRIES_ON_PAGE));
  const page = Math.min(wanted, pages - 1);
  const entries =
    boxes.length > 0
      ? await mergedEntries(ports, round, boxes, page)
      : await headerEntries(ports, round, head.seq - page * ENTRIES_ON_PAGE);
  const names = await namesOf(
    ports,
    entries.flatMap(({ by }): PersonId[] => (by === "ehdolla" ? [] : [by])),
  );
  return accept({
    group,
    about,
    head,
    count,
    page,
    pages,
    entries: await Promise.all(
      entries.map(async ({ seq, at, events, by, facts }): Promise<ToldEntry> => {
        const name = by === "ehdolla" ? undefined : names.get(by);
        const named = await namedIn(ports, round, facts);
        return { seq, at, events, by: by === "ehdolla" ? by : { ...(name && { name }) }, about: named };
      }),
    ),
  });
}

/** The lines of one page of the header's own chain, however long it is. */
async function headerEntries({ store }: Reads, { id }: Round, newest: number): Promise<Entry[]> {
  const numbers = Array.from({ length: Math.min(ENTRIES_ON_PAGE, newest) }, (_, i) => newest - i);
  const docs = await Promise.all(numbers.map((seq) => store.get(id, entryId(seq))));
  return docs.flatMap((doc) => (doc ? [doc.body as Entry] : []));
}

/** Where answers were taken in, each box has a chain of its own. All by time; a box was opened before it took one in. */
async function mergedEntries(
  { store }: Reads,
  { id }: Round,
  boxes: readonly { entries: Entry[] }[],
  page: number,
): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const doc of docsOf(store, id, "entry")) all.push(doc.body as Entry);
  all.push(...boxes.flatMap(({ entries }) => entries));
  return all
    .reverse()
    .sort((a, b) => b.at - a.at)
    .slice(page * ENTRIES_ON_PAGE, (page + 1) * ENTRIES_ON_PAGE);
}

/** What is gone, or was erased, has no name any more. */
async function namedIn({ store }: Reads, round: Round, facts: Entry["facts"]): Promise<string[]> {
  const whose = async (answer: { person: PersonId } | undefined) =>
    answer && (await readPerson(store, answer.person))?.name;
  const name = async (id: string): Promise<string | undefined> => {
    if (id.startsWith("nom:")) return (await round.get("nomination", id))?.code;
    if (id.startsWith("cand:")) return (await round.get("candidate", id))?.name;
    if (id.startsWith("answer:")) return whose(await round.get("pollAnswer", id));
    return id.startsWith("att:") ? whose(await round.get("attendance", id)) : undefined;
  };
  const found = await Promise.all(facts.map(({ id }) => name(id)));
  return [...new Set(found.filter((one) => one !== undefined))];
}
