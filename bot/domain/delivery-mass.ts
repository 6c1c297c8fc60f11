import type { Saying } from "./delivery.ts";

const TO_MANY: ReadonlySet<Saying["kind"]> = new Set([
  "callCancelled",
  "newCall",
  "consentReminder",
  "pollRequest",
  "pollReminder",
  "pollInvitation",
  "pollCancelled",
  "meetingInvitation",
  "attendanceReminder",
]);

/** What is said to all who are concerned at once: it lets what is said to one person go first. */
export const goesToMany = ({ kind }: Saying): boolean => TO_MANY.has(kind);
