import { z } from "zod";
import type { Failure } from "../domain/delivery.ts";
import type { Outcome } from "../domain/delivery-steps.ts";

const shape = z.object({
  name: z.string().optional(),
  statusCode: z.number().optional(),
  code: z.string().optional(),
  body: z
    .object({ error: z.object({ code: z.string().optional() }).optional() })
    .optional()
    .catch(undefined),
  response: z.object({ headers: z.unknown() }).optional().catch(undefined),
});

/** Errors that no repetition mends, by Teams' own code. */
const final: Readonly<Record<string, Failure>> = {
  BotNotInConversationRoster: "noApp",
  ForbiddenOperationException: "noApp",
  BotDisabledByAdmin: "noApp",
  ConversationBlockedByUser: "blocked",
  MessageWritesBlocked: "blocked",
  ConversationNotFound: "gone",
};

/** The request never left: refused connections and names that don't resolve. */
const NOT_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** What an error of the connector means for a message: failed for good, to be tried later, or perhaps sent. */
export function outcomeOf(error: unknown): Outcome {
  const known = shape.safeParse(error);
  if (!known.success) throw error;
  const { name, statusCode: status, code, body, response } = known.data;
  const teamsCode = body?.error?.code ?? code ?? "";
  const reason = final[teamsCode];
  if (reason) return { kind: "failed", reason };
  if (status === undefined) {
    if (NOT_SENT.has(code ?? "")) return { kind: "later", after: 5_000 };
    if (name === "AbortError") return { kind: "unknown" };
    if (code === undefined) throw error;
    return { kind: "unknown" };
  }
  if (status === 429 || status === 412) return { kind: "later", after: waitFor(response?.headers) };
  if (status === 401) return { kind: "later", after: 60_000 };
  if (status === 403) return { kind: "failed", reason: "noApp" };
  if (status === 404) return { kind: "failed", reason: "gone" };
  return status >= 500 || status === 408 ? { kind: "unknown" } : { kind: "failed", reason: "refused" };
}

/** What `Retry-After` asks for in seconds, within an hour; two seconds and a little chance without it. */
function waitFor(headers: unknown): number {
  const get = (headers as { get?: (name: string) => string | undefined } | undefined)?.get;
  const asked = Number(get?.call(headers, "retry-after"));
  if (Number.isFinite(asked) && asked > 0) return Math.min(asked, 3_600) * 1_000;
  return 2_000 + Math.random() * 2_000;
}
