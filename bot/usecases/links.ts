import { LINK_LIFE } from "../domain/download.ts";
import type { CallId, PersonId } from "../domain/ids.ts";
import type { Lang } from "../domain/lang.ts";
import type { Showing } from "../domain/showing.ts";
import type { Ports } from "./ports.ts";
import { issue, onItsOwn, opened } from "./secret.ts";

/** What a link to a file of the appendix opens. */
export interface Ticket {
  call: CallId;
  lang: Lang;
  format: "docx" | "xlsx";
  by: PersonId;
}

type Links = NonNullable<Showing["links"]>;
const formats = ["docx", "xlsx"] as const;
const place = onItsOwn("download");

/** Fresh links for a message that is about to be sent: a file in each of the group's languages and each format. */
export async function mintLinks(ports: Ports, { delivery, group, call }: Showing): Promise<Links> {
  if (delivery.saying.kind !== "appendix" || delivery.to.to !== "person" || !call) return [];
  const { person: by } = delivery.to;
  const until = ports.clock.now() + LINK_LIFE;
  const wanted = group.languages.flatMap((lang) => formats.map((format) => ({ lang, format })));
  return Promise.all(
    wanted.map(async ({ lang, format }) => {
      const ticket: Ticket = { call: call.id, lang, format, by };
      const token = await issue(ports, place, ticket, until);
      return { lang, format, url: `${ports.publicUrl}/download/${token}`, until };
    }),
  );
}

/** What a token opens, if it does. */
export const ticketFor = (ports: Ports, token: string): Promise<Ticket | undefined> =>
  opened<Ticket>(ports, place, token);
