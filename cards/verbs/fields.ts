import { z } from "zod";
import type {
  CallId,
  CandidateId,
  DeliveryId,
  GroupId,
  KeptId,
  MeetingId,
  NominationId,
  PersonId,
  PollId,
  QuestionId,
} from "../../bot/domain/ids.ts";

/** Ids as they stand in card data: our own, never trusted to grant anything. */
const id = <T extends string>(prefix: string) =>
  z.custom<T>((v) => typeof v === "string" && new RegExp(`^${prefix}:[0-9a-z-]{1,64}$`).test(v));

export const groupId = id<GroupId>("group");
export const callId = id<CallId>("call");
export const nominationId = id<NominationId>("nom");
export const candidateId = id<CandidateId>("cand");
export const questionId = id<QuestionId>("q");
export const deliveryId = id<DeliveryId>("del");
export const pollId = id<PollId>("poll");
export const meetingId = id<MeetingId>("meeting");
/** A call, a poll or a meeting. */
export const keptId = z.union([callId, pollId, meetingId]) satisfies z.ZodType<KeptId>;
export const personId = id<PersonId>("person");

/** Whatever a round is about. */
export const roundId = z.union([callId, pollId, meetingId, groupId]);

/** Drawn with a form: a second press with the same one has no second effect. */
export const nonce = z.string().regex(/^[0-9a-z-]{8,64}$/);

/** The revision of the one fact that a card changes, as it was drawn. */
export const rev = z.coerce.number().int().min(0).max(1_000_000);

/** A page of a list, counted from 0. */
export const page = z.coerce.number().int().min(0).max(100_000).optional();

/** What a person typed: trimmed, absent when empty, bounded. Cards leave empty inputs out. */
export const typed = (max: number) =>
  z
    .string()
    .max(max)
    .transform((s) => s.trim())
    .optional()
    .transform((s) => s || undefined);

/** A toggle arrives as "true" or "false", and not at all where it wasn't drawn. */
export const ticked = z
  .enum(["true", "false"])
  .optional()
  .transform((v) => v === "true");

export const language = z.enum(["fi", "sv", "en"]);
