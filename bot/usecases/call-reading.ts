import type { Call } from "../domain/call.ts";
import { type Group, isOfficer } from "../domain/group.ts";
import type { CallId, PersonId } from "../domain/ids.ts";
import type { Question } from "../domain/question.ts";
import { isInGroup } from "./membership.ts";
import type { Ports } from "./ports.ts";
import { factsOf, readCall, readGroup } from "./round.ts";

export interface CallInGroup {
  call: Call;
  group: Group;
}

/** A call of the asker's own tenant that the asker may see: a draft is for officers, a practice call for the group. */
export async function callFor(
  ports: Ports,
  id: CallId,
  { person, tenant }: { person: PersonId; tenant: string },
): Promise<CallInGroup | undefined> {
  const call = await readCall(ports.store, id);
  const group = call && (await readGroup(ports.store, call.group));
  if (!group || group.place.tenant !== tenant) return undefined;
  if (isOfficer(group, person)) return { call, group };
  if (call.status === "draft") return undefined;
  return !call.practice || (await isInGroup(ports, group, person)) ? { call, group } : undefined;
}

/** The questions of a call, in order of id. */
export async function questionsOf({ store }: Pick<Ports, "store">, call: CallId): Promise<Question[]> {
  const questions: Question[] = [];
  for await (const question of factsOf(store, call, "question")) questions.push(question);
  return questions;
}
