import { endLinksForm, handedCard, type LinkedTo, linkForm } from "../../../cards/answer-link.ts";
import { explainLink } from "../../../cards/explain/answer-link.ts";
import type { Reader } from "../../../cards/reader.ts";
import type { MeetingId, PersonId, PollId } from "../../domain/ids.ts";
import { endAnswerLinks, handAnswerLink } from "../../usecases/answer-link.ts";
import { readPerson } from "../../usecases/people.ts";
import type { Reply, Turn } from "../turn.ts";

interface About {
  to: LinkedTo;
  round: PollId | MeetingId;
  person: PersonId;
  reader: Reader;
}

/** In a channel everybody would see the link that answers in somebody's name. */
const isSeenByAll = ({ where, reader }: Turn) => !where.personal && reader.door === "card";

async function linkedOf({ ports }: Turn, { to, round, person }: About) {
  const name = (await readPerson(ports.store, person))?.name ?? "";
  return { to, data: { [to]: round, for: person }, name, nonce: ports.ids.random() };
}

/** Asks once more before a link is shown. */
export async function askForLink(turn: Turn, about: About): Promise<Reply> {
  if (isSeenByAll(turn)) return { refuse: explainLink({ kind: "alone" }, about.reader) };
  return { show: linkForm(await linkedOf(turn, about), about.reader) };
}

/** The link, once. */
export async function showLink(turn: Turn, about: About, nonce: string): Promise<Reply> {
  const { ports, by, where } = turn;
  const { reader, round, person } = about;
  if (isSeenByAll(turn)) return { refuse: explainLink({ kind: "alone" }, reader) };
  const taken = await handAnswerLink(ports, { round, person, by: by.id, tenant: where.tenant, nonce });
  const linked = await linkedOf(turn, about);
  if (taken.ok) return { show: handedCard({ ...linked, ...taken.state }, reader) };
  return { show: linkForm({ ...linked, problem: explainLink(taken.refusal, reader) }, reader) };
}

/** Asks once more before somebody's links are ended. */
export const askToEnd = async (turn: Turn, about: About): Promise<Reply> => ({
  show: endLinksForm(await linkedOf(turn, about), about.reader),
});

/** Ends somebody's links; then what officers see about that person. */
export async function end(
  turn: Turn,
  { round, person, reader }: About,
  nonce: string,
  after: (notice: { style: "good" | "warning"; bold: string }) => Promise<Reply>,
): Promise<Reply> {
  const { ports, by, where } = turn;
  const ended = await endAnswerLinks(ports, { round, person, by: by.id, tenant: where.tenant, nonce });
  const name = (await readPerson(ports.store, person))?.name ?? "";
  return after(
    ended.ok
      ? { style: "good", bold: reader.text.answerLink.end.done(name) }
      : { style: "warning", bold: explainLink(ended.refusal, reader) },
  );
}
