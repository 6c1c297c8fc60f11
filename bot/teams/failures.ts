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

/** The request never left: no connection, a name that doesn't resolve, a certificate that we don't trust. */
const NOT_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** When to try again what couldn't be begun: the token, the store or the card wasn't to be had. */
const AGAIN = 10_000;

/** Nothing has been sent, whatever the error: it broke before. */
export const notBegun: Outcome = { kind: "later", after: AGAIN };

/** What an error of a request of the connector's means that says nothing to anybody: it may be made again. */
export function outcomeBefore(error: unknown): Outcome {
  if (shape.safeParse(error).data?.statusCode === undefined) return notBegun;
  const outcome = outcomeOf(error);
  return outcome.kind === "unknown" ? notBegun : outcome;
}

/** An error before anything was said, and what it means for the message. */
export class Unsaid extends Error {
  readonly outcome: Outcome;
  constructor(cause: unknown, outcome: Outcome) {
    super("nothing was said", { cause });
    this.outcome = outcome;
  }
}

/** Work before anything is said, whose errors mean that nothing was. */
export const before = <T>(work: Promise<T>, meaning: (error: unknown) => Outcome = () => notBegun): Promise<T> =>
  work.catch((error: unknown) => {
    throw new Unsaid(error, meaning(error));
  });

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
  return status >= 500 || status === 408 || status < 300 ? { kind: "unknown" } : { kind: "failed", reason: "refused" };
}

/** What `Retry-After` asks for in seconds, within an hour; two seconds and a little chance without it. */
function waitFor(headers: unknown): number {
  const get = (headers as { get?: (name: string) => string | undefined } | undefined)?.get;
  const asked = Number(get?.call(headers, "retry-after"));
  if (Number.isFinite(asked) && asked > 0) return Math.min(asked, 3_600) * 1_000;
  return 2_000 + Math.random() * 2_000;
}
