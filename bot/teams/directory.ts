import type { Place } from "../domain/group.ts";
import type { Directory, Log, TeamMember } from "../usecases/ports.ts";
import { type Authentication, ownIdentity } from "./auth.ts";

/** A roster is asked for again after this long. */
const FRESH_FOR = 60_000;
const PAGE = 200;
/** Longer lists don't fit a form; there the people picker is the way. */
const MOST = 500;

/** Who is in a team, asked of Teams and kept for a minute. */
export function teamsDirectory(auth: Authentication, appId: string, log: Log): Directory {
  const kept = new Map<string, { at: number; members: TeamMember[] }>();
  return {
    async members(place) {
      const key = `${place.tenant} ${place.team}`;
      const found = kept.get(key);
      if (found && performance.now() - found.at < FRESH_FOR) return found.members;
      try {
        const members = await ask(auth, appId, place);
        kept.set(key, { at: performance.now(), members });
        return members;
      } catch (error) {
        log.warn({ err: error }, "the team's members could not be read");
        return found?.members ?? [];
      }
    },
  };
}

async function ask(auth: Authentication, appId: string, place: Place): Promise<TeamMember[]> {
  const connector = await auth
    .createConnectorFactory(ownIdentity(appId))
    .create(place.serviceUrl, "https://api.botframework.com");
  const members: TeamMember[] = [];
  let continuationToken = "";
  do {
    // The types ask for both, the service for neither.
    const options = { pageSize: PAGE, ...(continuationToken ? { continuationToken } : {}) } as {
      pageSize: number;
      continuationToken: string;
    };
    const page = await connector.conversations.getConversationPagedMembers(place.team, options);
    for (const { id, name, aadObjectId, ...more } of page.members ?? []) {
      const { email } = more as { email?: string };
      if (aadObjectId) members.push({ oid: aadObjectId, teamsId: id, name, ...(email ? { email } : {}) });
    }
    continuationToken = page.continuationToken ?? "";
  } while (continuationToken && members.length < MOST);
  return members;
}
