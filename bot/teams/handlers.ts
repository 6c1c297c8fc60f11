import { type Verb, verbTables } from "../../cards/verbs.ts";
import type { Handler, Handlers } from "./turn.ts";

type Tables = typeof verbTables;
type Loaders = { [T in keyof Tables]: () => Promise<Handlers<keyof Tables[T] & Verb>> };

/** A handler for each verb, loaded when one of its table is first pressed; the compiler refuses a missing one. */
const loaders: Loaders = {
  home: once(async () => (await import("./handlers/home.ts")).homeHandlers),
  group: once(async () => (await import("./handlers/group.ts")).groupHandlers),
  call: once(async () => (await import("./handlers/call.ts")).callHandlers),
  nomination: once(async () => (await import("./handlers/nomination.ts")).nominationHandlers),
  consent: once(async () => (await import("./handlers/consent.ts")).consentHandlers),
  board: once(async () => (await import("./handlers/board.ts")).boardHandlers),
  appendix: once(async () => (await import("./handlers/appendix.ts")).appendixHandlers),
  delivery: once(async () => (await import("./handlers/delivery.ts")).deliveryHandlers),
  link: once(async () => (await import("./handlers/candidate-link.ts")).candidateLinkHandlers),
  poll: once(async () => (await import("./handlers/poll.ts")).pollHandlers),
  meeting: once(async () => (await import("./handlers/meeting.ts")).meetingHandlers),
  mydata: once(async () => (await import("./handlers/mydata.ts")).mydataHandlers),
};

/** The one handler of a verb. */
export async function handlerOf<V extends Verb>(verb: V): Promise<Handler<V>> {
  const tables = Object.keys(verbTables) as (keyof Tables)[];
  const table = tables.find((each) => Object.hasOwn(verbTables[each], verb));
  if (!table) throw new Error(`The verb ${verb} stands in no table.`);
  return ((await loaders[table]()) as Handlers<V>)[verb];
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}
