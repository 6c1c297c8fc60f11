import { AuthenticationError } from "botframework-connector";
import type { Activity } from "botframework-schema";
import type { Next, Request, Response, Server } from "restify";
import type { Instant } from "../domain/time.ts";
import type { Adapter } from "./adapter.ts";
import { dispatch, type Edge } from "./dispatch.ts";
import { correlationOf } from "./log.ts";

const json = { "Content-Type": "application/json" };

/** The one address that Teams talks to. */
export const MESSAGES = "/api/messages";

/** Mounts it. */
export function mountMessages(server: Server, adapter: Adapter, edge: Edge): void {
  server.post(MESSAGES, (req: Request & { arrivedAt?: Instant }, res: Response, next: Next) => {
    const arrivedAt = req.arrivedAt ?? edge.ports.clock.now();
    answer(req, adapter, edge, arrivedAt)
      .then(({ status, body }) =>
        body === undefined ? res.send(status) : res.sendRaw(status, JSON.stringify(body), json),
      )
      .catch((error: unknown) => {
        edge.ports.log.error({ err: error, correlation: correlationOf(req.body) }, "request failed");
        res.send(500);
      })
      .then(() => next(false));
  });
}

async function answer(req: Request, adapter: Adapter, edge: Edge, arrivedAt: Instant) {
  const activity: unknown = req.body;
  const correlation = correlationOf(activity);
  if (!isActivity(activity)) {
    edge.ports.log.info({ correlation, outcome: "invalid" }, "turn");
    return { status: 400 };
  }
  try {
    return (await adapter.take(req, activity, (sent, say) => dispatch(edge, sent, say, arrivedAt))) ?? { status: 200 };
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    edge.ports.log.warn({ correlation, reason: error.message }, "request without valid authentication");
    return { status: error.statusCode ?? 401 };
  }
}

const isActivity = (body: unknown): body is Activity =>
  typeof body === "object" && body !== null && typeof (body as Activity).type === "string";
