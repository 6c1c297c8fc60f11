import { hashed } from "../domain/hashed.ts";
import type { PersonId, RoundId } from "../domain/ids.ts";
import type { Lang } from "../domain/lang.ts";
import type { Person } from "../domain/person.ts";
import { AlreadyExists, type Doc, type Ports, StaleVersion, type Store } from "./ports.ts";
import { docsOf } from "./round.ts";

/** Who an authenticated sender is, as their message tells. */
export interface Sender {
  tenant: string;
  oid: string;
  teamsId?: string;
  name: string;
  email?: string;
  serviceUrl?: string;
  /** The 1:1 chat with the bot, when the message came from there. */
  conversation?: string;
  lang?: Lang;
  /** IANA name of the client's zone. */
  zone?: string;
}

const SELF = "person";
/** The partition that leads from a Teams identity to its person. */
export const identityPk = (tenant: string, oid: string) => `identity:${hashed(`${tenant}\n${oid}`, 32)}`;

export async function readPerson(store: Store, id: PersonId): Promise<Person | undefined> {
  return (await store.get(id, SELF))?.body as Person | undefined;
}

/** The person behind a Teams identity: found, or made. What the sender newly tells (name, chat, language, zone) is kept. */
export async function identify(ports: Pick<Ports, "store" | "ids">, sender: Sender): Promise<Person> {
  const id = await personIdOf(ports, sender.tenant, sender.oid);
  for (;;) {
    const doc = await ports.store.get(id, SELF);
    const before = doc?.body as Person | undefined;
    const person = known(id, before, sender);
    if (before && JSON.stringify(before) === JSON.stringify(person)) return person;
    if (await saved(ports.store, id, SELF, "person", person, doc)) return person;
  }
}

/** Chooses a language on the home card; it then no longer follows the client. */
export async function chooseLanguage({ store }: Pick<Ports, "store">, id: PersonId, lang: Lang): Promise<void> {
  for (;;) {
    const doc = await store.get(id, SELF);
    if (!doc) return;
    const person = { ...(doc.body as Person), lang, langChosen: true };
    if (await saved(store, id, SELF, "person", person, doc)) return;
  }
}

/** The app was removed for this person: there is no 1:1 chat any more. */
export async function forgetChat({ store }: Pick<Ports, "store">, id: PersonId): Promise<void> {
  for (;;) {
    const doc = await store.get(id, SELF);
    const person = doc?.body as Person | undefined;
    if (!person?.teams?.conversation) return;
    const { conversation: _, ...teams } = person.teams;
    if (await saved(store, id, SELF, "person", { ...person, teams }, doc)) return;
  }
}

/** The 1:1 chat that a first proactive message made. */
export async function keepConversation(
  { store }: Pick<Ports, "store">,
  id: PersonId,
  conversation: string,
): Promise<void> {
  for (;;) {
    const doc = await store.get(id, SELF);
    const person = doc?.body as Person | undefined;
    if (!person?.teams || person.teams.conversation === conversation) return;
    const next = { ...person, teams: { ...person.teams, conversation } };
    if (await saved(store, id, SELF, "person", next, doc)) return;
  }
}

/**
 * Notes in a person's partition that a round concerns them. Written before the round changes, so that nothing is
 * forgotten by a crash in between; a note that leads nowhere is passed over.
 */
export async function noteRound({ store }: Pick<Ports, "store">, person: PersonId, round: RoundId): Promise<void> {
  if (!(await store.get(person, round))) await saved(store, person, round, "ref", { round }, undefined);
}

/** The rounds that concern a person. */
export async function roundsOf(store: Store, person: PersonId): Promise<RoundId[]> {
  const rounds: RoundId[] = [];
  for await (const doc of docsOf(store, person, "ref")) rounds.push((doc.body as { round: RoundId }).round);
  return rounds;
}

async function personIdOf(
  { store, ids }: Pick<Ports, "store" | "ids">,
  tenant: string,
  oid: string,
): Promise<PersonId> {
  const pk = identityPk(tenant, oid);
  for (;;) {
    const doc = await store.get(pk, "identity");
    if (doc) return (doc.body as { person: PersonId }).person;
    const person: PersonId = `person:${ids.random()}`;
    if (await saved(store, pk, "identity", "identity", { person }, undefined)) return person;
  }
}

function known(id: PersonId, before: Person | undefined, sender: Sender): Person {
  const conversation = sender.conversation ?? before?.teams?.conversation;
  const email = sender.email ?? before?.email;
  const lang = before?.langChosen ? before.lang : (sender.lang ?? before?.lang);
  const zone = sender.zone ?? before?.zone;
  const teamsId = sender.teamsId ?? before?.teams?.id;
  const serviceUrl = sender.serviceUrl ?? before?.teams?.serviceUrl;
  return {
    kind: "person",
    id,
    name: sender.name || before?.name || "",
    ...(email ? { email } : {}),
    ...(lang ? { lang } : {}),
    ...(before?.langChosen ? { langChosen: true } : {}),
    ...(zone ? { zone } : {}),
    identities: before?.identities ?? [{ tenant: sender.tenant, oid: sender.oid }],
    ...(teamsId && serviceUrl ? { teams: { id: teamsId, serviceUrl, ...(conversation ? { conversation } : {}) } } : {}),
  };
}

/** Writes one document over what was read of it; false when somebody else wrote first. */
export async function saved(
  store: Store,
  pk: string,
  id: string,
  type: string,
  body: unknown,
  before: Pick<Doc, "version"> | undefined,
): Promise<boolean> {
  const doc = { pk, id, type, version: (before?.version ?? 0) + 1, body };
  try {
    await store.commit(pk, [{ op: before ? "replace" : "create", doc }]);
    return true;
  } catch (error) {
    if (error instanceof AlreadyExists || error instanceof StaleVersion) return false;
    throw error;
  }
}
