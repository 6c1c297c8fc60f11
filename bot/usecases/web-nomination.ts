import { type Decision, refuse } from "../domain/decision.ts";
import type { CallId, NominationId, PersonId } from "../domain/ids.ts";
import type { Lang } from "../domain/lang.ts";
import { nominate as decide, type Nominated, type NominateRefusal, nominationIdOf } from "../domain/nominate.ts";
import { isNominee } from "../domain/nominate-join.ts";
import { type AddressRefusal, confirmAddress, disown, saysTheSame } from "../domain/nominate-web.ts";
import type { Written, WrittenRefusal } from "../domain/nominate-written.ts";
import type { Nomination } from "../domain/nomination.ts";
import { looksLikeEmail } from "../domain/organisations.ts";
import { sameEmail } from "../domain/person.ts";
import type { Instant } from "../domain/time.ts";
import { change, type NoSuchRound } from "./change.ts";
import { entryFrom } from "./nomination-entry.ts";
import { identifyAddress } from "./outsiders.ts";
import { noteRound } from "./people.ts";
import type { Ports } from "./ports.ts";
import { membersNamed } from "./roster.ts";
import { openRound, type Round } from "./round.ts";

/** What a form on the web brings: nobody knows who sent it but for the name and address that they wrote. */
export interface WebProposal {
  nonce: string;
  written: Written;
  /** The sender puts themselves forward. */
  own: boolean;
  sender: { name?: string | undefined; email?: string | undefined };
  /** The version of the consent text that one's own proposal agrees to. */
  text: string;
  arrivedAt: Instant;
}

export type WebRefusal =
  | NominateRefusal
  | WrittenRefusal
  | NoSuchRound
  | { kind: "senderMissing" }
  | { kind: "senderNotEmail"; written: string }
  /** Who proposes another writes that person's own address. */
  | { kind: "sameAddress" }
  /** The same form, changed: it isn't dropped, and it doesn't change what was sent. */
  | { kind: "sentAlready"; nomination: Nomination };

/** A proposal from the web: in time or late by when it arrived, and waiting for its sender to confirm their address. */
export async function nominateOnWeb(
  ports: Ports,
  call: CallId,
  { nonce, written, own, sender, text, arrivedAt }: WebProposal,
): Promise<Decision<Nominated, WebRefusal>> {
  const { name, email } = sender;
  if (!name || !email) return refuse({ kind: "senderMissing" });
  if (!looksLikeEmail(email)) return refuse({ kind: "senderNotEmail", written: email });
  if (!own && written.email && sameEmail(written.email) === sameEmail(email)) return refuse({ kind: "sameAddress" });
  const round = await openRound(ports, call);
  if (!round?.call) return refuse({ kind: "noSuchRound" });
  const entry = await entryFrom(
    ports,
    { group: round.group, call: round.call },
    { ...withoutPersons(written), ...(own && { name, email }) },
  );
  if (!entry.ok) return refuse(entry.refusal);
  const { position } = written;
  return change<Nominated, WebRefusal>(ports, call, "ehdolla", async (r) => {
    if (!r.call) return refuse({ kind: "noSuchRound" });
    const existing = await r.get("nomination", nominationIdOf(call, nonce, "web"));
    if (existing && !saysTheSame(existing, entry.state)) return refuse({ kind: "sentAlready", nomination: existing });
    return decide(
      r.call,
      { existing, candidates: [], behind: [] },
      {
        ...{ nonce, entry: entry.state, arrival: { way: "web", at: arrivedAt }, by: "web", self: own, text },
        proposer: { name, email, ...(position && { position }) },
      },
    );
  });
}

/** Whoever came by the link that went to a sender's address confirms it: then their proposal counts. */
export async function confirmNomination(
  ports: Ports,
  call: CallId,
  id: NominationId,
  { at, lang }: { at: Instant; lang: Lang },
): Promise<Decision<Nominated, AddressRefusal | NoSuchRound>> {
  const round = await openRound(ports, call);
  const nomination = await round?.get("nomination", id);
  if (!round || !nomination?.proposer.email) return refuse({ kind: "noSuchRound" });
  const { name, email } = nomination.proposer;
  const [member] = (await membersNamed(ports, round.group, email)).found;
  const by = member ?? (await identifyAddress(ports, { name, email, lang })).id;
  await note(ports, call, [by, nomination.nominee.person, ...nomination.organisations.map((o) => o.contact?.person)]);
  return change<Nominated, AddressRefusal | NoSuchRound>(ports, call, by, async (r) => {
    const found = await r.get("nomination", id);
    if (!r.call || !found) return refuse({ kind: "noSuchRound" });
    return confirmAddress({ call: r.call, nomination: found, ...(await knownOf(r, found, by)) }, { by, at });
  });
}

/** Whoever has a sender's address says that they sent nothing, or takes it back before confirming. */
export const disownNomination = (ports: Ports, call: CallId, id: NominationId, at: Instant) =>
  change<Nominated, { kind: "alreadyConfirmed" } | NoSuchRound>(ports, call, "ehdolla", async (r) => {
    const nomination = await r.get("nomination", id);
    return nomination ? disown(nomination, at) : refuse({ kind: "noSuchRound" });
  });

/** Who is a candidate already; with the proposals of those whom this nominee shows to be one person. */
async function knownOf(round: Round, { nominee, self }: Nomination, by: PersonId) {
  const candidates = await round.list("candidate");
  const same = candidates.filter((c) => isNominee(c, self ? { ...nominee, person: by } : nominee));
  const ids = same.length > 1 ? same.flatMap((c) => c.nominations) : [];
  const behind = await Promise.all(ids.map((id) => round.get("nomination", id)));
  return { candidates, behind: behind.filter((n) => n !== undefined) };
}

async function note(ports: Ports, call: CallId, persons: readonly (PersonId | undefined)[]): Promise<void> {
  for (const person of new Set(persons)) if (person) await noteRound(ports, person, call);
}

/** Who isn't known can't choose among people: they write names and addresses. */
const withoutPersons = ({ person: _, organisations, ...written }: Written): Written => ({
  ...written,
  organisations: organisations.map(({ contactPerson: _p, ...row }) => row),
});
