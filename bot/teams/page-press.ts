import type { Fields, Verb } from "../../cards/verbs.ts";
import type { Ports } from "../usecases/ports.ts";
import { handlerOf } from "./handlers.ts";
import type { Reply, Turn, Where } from "./turn.ts";

/** Who presses on a page outside Teams. */
type OnPage = Pick<Turn, "by" | "reader" | "arrivedAt"> & { tenant: string; way: NonNullable<Where["page"]> };

/** Lets pages press what cards press: the same handler, with a turn that has no chat. */
export const pagePress =
  (ports: Ports) =>
  async <V extends Verb>({ tenant, way, ...who }: OnPage, verb: V, fields: Fields<V>): Promise<Reply> => {
    const where = { tenant, serviceUrl: "", conversation: "", personal: true, page: way };
    const handler = await handlerOf(verb);
    return handler({ ...who, ports, where, features: { examples: false } }, fields);
  };
