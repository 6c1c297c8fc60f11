import type { Group } from "../../bot/domain/group.ts";
import type { PersonId, PollId } from "../../bot/domain/ids.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { listPoll, meetingsOf } from "../../bot/usecases/listing.ts";
import { postPoll } from "../../bot/usecases/poll.ts";
import type { Ports, Store } from "../../bot/usecases/ports.ts";
import { moment } from "../support/builders.ts";
import { aPoll, option } from "../support/polls.ts";
import { TENANT } from "../support/teams.ts";

/** Polls that are open from the beginning; their meetings come about when they are decided. */
export const POLLS: readonly PollId[] = Array.from({ length: 8 }, (_, n): PollId => `poll:torture-${n}`);

/** Each asks the same people about two times. */
export async function preparePolls(
  ports: Ports,
  group: Group,
  { chair, asked }: { chair: PersonId; asked: readonly PersonId[] },
): Promise<void> {
  for (const id of POLLS) {
    const { openedAt: _, ...poll } = aPoll({ id, status: "draft", by: chair, said: [], members: false });
    await listPoll(ports, group.id, id);
    const options = [option(1, "2027-06-07"), option(2, "2027-06-08", "09:00")];
    const people = asked.map((person) => ({ person, required: false }));
    const draft = { ...poll, options, numbered: 2, asked: people, deadline: moment("2027-05-25", "12:00") };
    await begin(ports, draft, group, chair, "pollDrafted");
    const press = { rev: draft.rev, nonce: `post-${id.slice(5)}`, by: chair, now: ports.clock.now() };
    const posted = await postPoll(ports, { poll: id, tenant: TENANT }, press);
    if (!posted.ok) throw new Error(`${id}: ${JSON.stringify(posted.refusal)}`);
  }
}

export const meetingIds = async (store: Store, group: Group["id"]) =>
  (await meetingsOf({ store }, group)).map(({ id }) => id);
