/** Our own ids. A round's id is also its partition; a fact's id is unique within its round. */
export type GroupId = `group:${string}`;
export type CallId = `call:${string}`;
export type PersonId = `person:${string}`;
export type NominationId = `nom:${string}`;
export type CandidateId = `cand:${string}`;
export type QuestionId = `q:${string}`;
export type RequestId = `req:${string}`;
export type DeliveryId = `del:${string}`;
export type MailingId = `mail:${string}`;
export type PollId = `poll:${string}`;
export type PollAnswerId = `answer:${string}`;
export type MeetingId = `meeting:${string}`;
export type AttendanceId = `att:${string}`;
/** Rounds that are kept for a time and then erased as a whole. */
export type KeptId = CallId | PollId | MeetingId;
export type RoundId = GroupId | KeptId;
