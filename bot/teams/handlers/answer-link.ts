import { endLinksForm, handedCard, type LinkedTo, linkForm } from "../../../cards/answer-link.ts";
import { explainLink } from "../../../cards/explain/answer-link.ts";
import type { Reader } from "../../../cards/reader.ts";
import { concerns } from "../../domain/answer-hand.ts";
import type { PersonId } from "../../domain/ids.ts";
import type { Meeting } from "../../domain/meeting.ts";
import type { Poll } from "../../domain/poll.ts";
import { endAnswerLinks, handAnswerLink } from "../../usecases/answer-link.ts";
import { readPerson } from "../../usecases/people.ts";
import type { Reply, Turn } from "../turn.ts";

interface About {
  to: LinkedTo;
  about: Poll | Meeting;
  person: PersonId;
  reader: Reader;
}

/** In a channel everybody would see the link that answers in somebody's name. */
const isSeenByAll = ({ where, reader }: Turn) => !where.personal && reader.door === "card";

/** A person id in a press may be anybody's, whose name is nobody's business here. */
const isNobodyHere = ({ about, person }: About): boolean => !concerns(about, person);

const notAsked = ({ reader }: About): Reply => ({ refuse: explainLink({ kind: "notAsked" }, reader) });

async function linkedOf({ ports }: Turn, { to, about, person }: About) {
  const name = (await readPerson(ports.store, person))?.name ?? "";
  return { to, data: { [to]: about.id, for: person }, name, nonce: ports.ids.random() };
}

/** Asks once more before a link is shown. */
export async function askForLink(turn: Turn, whose: About): Promise<Reply> {
  if (isSeenByAll(turn)) return { refuse: explainLink({ kind: "alone" }, whose.reader) };
  if (isNobodyHere(whose)) return notAsked(whose);
  return { show: linkForm(await linkedOf(turn, whose), whose.reader) };
}

/** The link, once. */
export async function showLink(turn: Turn, whose: About, nonce: string): Promise<Reply> {
  const { ports, by, where } = turn;
  const { reader, about, person } = whose;
  if (isSeenByAll(turn)) return { refuse: explainLink({ kind: "alone" }, reader) };
  if (isNobodyHere(whose)) return notAsked(whose);
  const taken = await handAnswerLink(ports, { round: about.id, person, by: by.id, tenant: where.tenant, nonce });
  const linked = await linkedOf(turn, whose);
  if (taken.ok) return { show: handedCard({ ...linked, ...taken.state }, reader) };
  return { show: linkForm({ ...linked, problem: explainLink(taken.refusal, reader) }, reader) };
}

/** Asks once more before somebody's links are ended. */
export const askToEnd = async (turn: Turn, whose: About): Promise<Reply> =>
  isNobodyHere(whose) ? notAsked(whose) : { show: endLinksForm(await linkedOf(turn, whose), whose.reader) };

/** Ends somebody's links; then what officers see about that person. */
export async function end(
  turn: Turn,
  { about, person, reader }: About,
  nonce: string,
  after: (notice: { style: "good" | "warning"; bold: string }) => Promise<Reply>,
): Promise<Reply> {
  const { ports, by, where } = turn;
  const ended = await endAnswerLinks(ports, { round: about.id, person, by: by.id, tenant: where.tenant, nonce });
  const name = (await readPerson(ports.store, person))?.name ?? "";
  return after(
    ended.ok
      ? { style: "good", bold: reader.text.answerLink.end.done(name) }
      : { style: "warning", bold: explainLink(ended.refusal, reader) },
  );
}
