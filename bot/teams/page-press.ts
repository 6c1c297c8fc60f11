import type { Fields, Verb } from "../../cards/verbs.ts";
import type { Ports } from "../usecases/ports.ts";
import { handlers } from "./handlers.ts";
import type { Handler, Reply, Turn, Where } from "./turn.ts";

/** Who presses on a page outside Teams. */
type OnPage = Pick<Turn, "by" | "reader" | "arrivedAt"> & { tenant: string; way: NonNullable<Where["page"]> };

/** Lets pages press what cards press: the same handler, with a turn that has no chat. */
export const pagePress =
  (ports: Ports) =>
  <V extends Verb>({ tenant, way, ...who }: OnPage, verb: V, fields: Fields<V>): Promise<Reply> => {
    const where = { tenant, serviceUrl: "", conversation: "", personal: true, page: way };
    return (handlers[verb] as Handler<V>)({ ...who, ports, where, features: { examples: false } }, fields);
  };
