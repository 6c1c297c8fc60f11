import { createHash, randomBytes } from "node:crypto";
import { LINK_LIFE } from "../domain/download.ts";
import type { CallId, PersonId } from "../domain/ids.ts";
import type { Lang } from "../domain/lang.ts";
import type { Showing } from "../domain/showing.ts";
import type { Instant } from "../domain/time.ts";
import { type Doc, type Ports, StaleVersion } from "./ports.ts";

/** What a link's token opens, and until when. Kept under the token's hash; the token itself is nowhere but in the link. */
export interface Ticket {
  call: CallId;
  lang: Lang;
  format: "docx" | "xlsx";
  by: PersonId;
  expiresAt: Instant;
}

type Links = NonNullable<Showing["links"]>;
const TICKET = "download";
const formats = ["docx", "xlsx"] as const;

const pkOf = (token: string) => `download:${createHash("sha256").update(token).digest("hex")}`;

/** Fresh links for a message that is about to be sent: a file in each of the group's languages and each format. */
export async function mintLinks(ports: Ports, { delivery, group, call }: Showing): Promise<Links> {
  if (delivery.saying.kind !== "appendix" || delivery.to.to !== "person" || !call) return [];
  const { person: by } = delivery.to;
  const expiresAt = ports.clock.now() + LINK_LIFE;
  const wanted = group.languages.flatMap((lang) => formats.map((format) => ({ call: call.id, lang, format, by })));
  return Promise.all(
    wanted.map(async (ticket) => {
      const token = randomBytes(16).toString("base64url");
      await keep(ports, token, { ...ticket, expiresAt });
      return {
        lang: ticket.lang,
        format: ticket.format,
        url: `${ports.publicUrl}/download/${token}`,
        until: expiresAt,
      };
    }),
  );
}

async function keep({ store }: Ports, token: string, body: Ticket): Promise<void> {
  const pk = pkOf(token);
  await store.commit(pk, [
    { op: "create", doc: { pk, id: TICKET, type: TICKET, version: 1, body, dueAt: body.expiresAt } },
  ]);
}

/** What a token opens; nothing when it is unknown, mistyped or over, and nobody can tell which. */
export async function ticketFor({ store, clock }: Ports, token: string): Promise<Ticket | undefined> {
  if (!/^[\w-]{22}$/.test(token)) return undefined;
  const ticket = (await store.get(pkOf(token), TICKET))?.body as Ticket | undefined;
  return ticket && clock.now() < ticket.expiresAt ? ticket : undefined;
}

/** Takes away a ticket whose time is over. */
export async function forgetTicket({ store }: Pick<Ports, "store">, { pk, id, version }: Doc): Promise<void> {
  try {
    await store.commit(pk, [{ op: "delete", id, version }]);
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
  }
}
