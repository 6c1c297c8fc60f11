import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import { hashed } from "./hashed.ts";
import type { KeptId, PersonId, RequestId } from "./ids.ts";
import type { Lang } from "./lang.ts";
import type { Kept } from "./retention.ts";
import { DAY, type Instant } from "./time.ts";

/** What can be asked of those who lead a group: what nobody may do to a record alone. */
export const ASKS = ["correct", "erase", "restrict", "object"] as const;
export type Ask = (typeof ASKS)[number];

/** Somebody asks the officers to correct, erase or restrict what is stored about them, or objects to it. */
export interface DataRequest {
  kind: "request";
  id: RequestId;
  rev: number;
  said: string[];
  /** The call, poll or meeting that it is about. */
  round: KeptId;
  /** Absent for somebody of whom only an address is known. */
  by?: PersonId;
  name: string;
  email?: string;
  lang?: Lang;
  ask: Ask;
  text: string;
  at: Instant;
  answer?: { by: PersonId; at: Instant; text: string };
  nonces: string[];
}

export type RequestRefusal = { kind: "nothingHere" } | { kind: "textMissing" } | { kind: "tooMany"; most: number };
export type AnswerRequestRefusal =
  | { kind: "notOfficer" }
  | { kind: "textMissing" }
  | { kind: "alreadyAnswered" }
  | { kind: "stale" };

/** Whoever asks about their data is answered within a month (Article 12): told in days that no month is shorter than. */
export const answerRequestBy = ({ at }: DataRequest): Instant => at + 28 * DAY;

/** More unanswered ones than this one person hardly has. */
export const MOST_REQUESTS = 5;

/** The same form sent twice by the same person is one request. */
export const requestIdOf = (round: KeptId, nonce: string, who: string): RequestId =>
  `req:${hashed([round, nonce, who].join("\n"))}`;

/** A request arrives: it waits on the officers' list until one of them has answered. */
export function askAboutData(
  { id: round }: Kept,
  { existing, open, concerned }: { existing: DataRequest | undefined; open: number; concerned: boolean },
  asked: Pick<DataRequest, "id" | "by" | "name" | "email" | "lang" | "ask" | "text"> & { nonce: string; now: Instant },
): Decision<Change & { request: DataRequest }, RequestRefusal> {
  if (existing) return accept({ facts: [], events: [], request: existing });
  const { nonce, now, ...rest } = asked;
  if (!concerned) return refuse({ kind: "nothingHere" });
  if (!asked.text && asked.ask === "correct") return refuse({ kind: "textMissing" });
  if (open >= MOST_REQUESTS) return refuse({ kind: "tooMany", most: MOST_REQUESTS });
  const request: DataRequest = { kind: "request", rev: 1, said: [], round, ...rest, at: now, nonces: [nonce] };
  return accept({ facts: [request], events: ["dataRequested"], request });
}

/** An officer answers a request; the person is told, and it waits no more. */
export function answerRequest(
  { group, request }: { group: Group; request: DataRequest },
  { text, by, nonce, rev, now }: { text: string | undefined; by: PersonId; nonce: string; rev: number; now: Instant },
): Decision<Change & { request: DataRequest }, AnswerRequestRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(request, nonce)) return accept({ facts: [], events: [], request });
  if (request.answer) return refuse({ kind: "alreadyAnswered" });
  if (rev !== request.rev) return refuse({ kind: "stale" });
  if (!text) return refuse({ kind: "textMissing" });
  const answered: DataRequest = {
    ...request,
    rev: request.rev + 1,
    answer: { by, at: now, text },
    nonces: remember(request, nonce),
  };
  return accept({ facts: [answered], events: ["dataRequestAnswered"], request: answered });
}
