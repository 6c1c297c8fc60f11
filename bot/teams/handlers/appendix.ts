import { explainAppendix } from "../../../cards/explain/appendix.ts";
import type { appendixVerbs } from "../../../cards/verbs/appendix.ts";
import { makeAppendix } from "../../usecases/download.ts";
import type { Handlers } from "../turn.ts";

export const appendixHandlers: Handlers<keyof typeof appendixVerbs> = {
  "appendix.make": async ({ ports, by, reader: { text }, where }, { call, nonce }) => {
    const decision = await makeAppendix(ports, { call, by: by.id, nonce });
    if (!decision.ok) return { refuse: explainAppendix(decision.refusal, text) };
    return { say: where.personal ? text.appendix.onItsWayHere : text.appendix.onItsWay };
  },
};
