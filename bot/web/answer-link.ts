import type { Server } from "restify";
import type { Card } from "../../cards/kit.ts";
import { problemCard, withNotice } from "../../cards/problem.ts";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import { type Fields, type Verb, verbs } from "../../cards/verbs.ts";
import { asks } from "../domain/answer-hand.ts";
import type { Group } from "../domain/group.ts";
import { attendanceIdOf } from "../domain/meeting.ts";
import type { Person } from "../domain/person.ts";
import { pollAnswerIdOf } from "../domain/poll-answer.ts";
import { type AnswerLink, openAnswerLink } from "../usecases/answer-link.ts";
import { mintDataLink } from "../usecases/data-link.ts";
import { chooseLanguage, readPerson } from "../usecases/people.ts";
import type { Ports } from "../usecases/ports.ts";
import { openRound, type Round } from "../usecases/round.ts";
import type { Pressed, Pressing } from "./acting.ts";
import { type Answer, htmlAnswer, seeOther } from "./answer.ts";
import { type MayPress, pressIn } from "./card-html.ts";
import { answerPage } from "./pages/answer.ts";
import { linkGonePage, sentencePage } from "./pages/link.ts";
import type { Rates } from "./rate.ts";
import { type Asked, pagesOn } from "./serve.ts";

/** What one who is asked can press on their own page; all else is for cards in Teams, and isn't drawn. */
const PRESSABLE: readonly Verb[] = [
  "poll.show",
  "poll.card",
  "poll.form",
  "poll.answer",
  "poll.noneSuits",
  "meeting.show",
  "meeting.attend",
  "meeting.calendar",
];

interface Door {
  ports: Ports;
  press: Pressing;
  rates: Rates;
}

/** A link that opens, for whom, and with what it was asked for. */
interface Opened {
  asked: Asked;
  path: string;
  link: AnswerLink;
  round: Round;
  person: Person;
  reader: Reader;
}

/** Personal pages of those whom a poll asks or a meeting calls and who aren't in Teams: `/p/…` and `/m/…`. */
export function mountAnswerLinks(server: Server, ports: Ports, press: Pressing, rates: Rates): void {
  const door: Door = { ports, press, rates };
  const { get, post } = pagesOn(server, ports);
  for (const path of ["p", "m"] as const) {
    // showing changes nothing, for scanners open every link in a mail; only a form that is sent does
    get(`${path} answer`, `/${path}/*`, (asked) => opened(door, path, asked, (found) => show(door, found)));
    post(`${path} answer`, `/${path}/*`, (asked) =>
      asked.foreign
        ? sameSite(htmlAnswer(403, sentencePage(textFor(asked.lang).links.page.foreign, asked.lang)))
        : opened(door, path, asked, (found) => commit(door, found)),
    );
  }
}

async function opened(
  { ports, rates }: Door,
  path: "p" | "m",
  asked: Asked,
  answer: (opened: Opened) => Promise<Answer>,
): Promise<Answer> {
  const { lang, address } = asked;
  const { page } = textFor(lang).links;
  const tooMany = () => sameSite(htmlAnswer(429, sentencePage(page.tooMany, lang)));
  if (!(await rates.mayGuess(address))) return tooMany();
  const [id = "", token = "", ...more] = (asked.params["*"] ?? "").split("/");
  const link = more.length === 0 ? await openAnswerLink(ports, path, id, token) : undefined;
  if (link && !(await rates.mayOpen(`${link.round} ${link.person}`))) return tooMany();
  const round = link && (await openRound(ports, link.round));
  const person = link && (await readPerson(ports.store, link.person));
  const about = round?.poll ?? round?.meeting;
  // somebody who isn't asked any more has no page, whatever link they still have
  if (link && round && person && about && asks(about, person.id)) {
    const reader = readerOf(ports, asked, round.group, person);
    return sameSite(await answer({ asked, path: `/${path}/${id}/${token}?lang=${lang}`, link, round, person, reader }));
  }
  await rates.missed(address);
  return sameSite(htmlAnswer(404, linkGonePage(/^[\w-]{4,40}$/.test(id) ? `${path}/${id}` : "unknown", lang)));
}

const readerOf = ({ clock }: Ports, { lang }: Asked, group: Group, { zone }: Person): Reader => ({
  lang,
  text: textFor(lang),
  zone: group.zone,
  ownZone: zone,
  now: clock.now(),
  door: "card",
  client: { dialogs: false, picker: false },
});

/** The form, as long as one can answer and hasn't; otherwise how it stands. */
async function show(door: Door, found: Opened): Promise<Answer> {
  const { round, link } = found;
  const answered = round.poll && (await round.get("pollAnswer", pollAnswerIdOf(link.person)));
  const verb = round.meeting ? "meeting.show" : round.poll?.status === "open" && !answered ? "poll.form" : "poll.show";
  return shown(found, cardAfter(await pressed(door, found, verb, idsOf(found, verb, {})), found));
}

async function commit(door: Door, found: Opened): Promise<Answer> {
  const { asked, reader, round, person } = found;
  if (asked.form.do === "data") return ownData(door, found);
  const sent = pressIn(asked.form);
  const verb = PRESSABLE.find((one) => one === sent?.verb);
  const ids = verb && idsOf(found, verb, sent?.data ?? {});
  const fields = ids && verbs[verb].safeParse({ ...sent?.data, ...ids });
  if (!verb || !fields?.success) {
    const long = fields?.error?.issues.find((issue) => issue.code === "too_big");
    const why = long ? reader.text.common.tooLong(Number(long.maximum)) : reader.text.links.page.badPress;
    const { press: _, ...typed } = asked.form;
    return shown(found, problemCard(why, typed, reader), 422);
  }
  if (!(await door.rates.maySend(asked.address)))
    return htmlAnswer(429, sentencePage(reader.text.links.page.tooMany, asked.lang));
  if (asked.langChosen && person.lang !== asked.lang) await chooseLanguage(door.ports, person.id, asked.lang);
  const reply = await pressed(door, found, verb, fields.data);
  const { nonce, next } = fields.data as { nonce?: string; next?: string };
  // reloading or going back then sends nothing anew
  if (nonce && next !== "on" && "show" in reply && (await isTaken(door, round, nonce, person)))
    return seeOther(found.path);
  return shown(found, cardAfter(reply, found), "refuse" in reply ? 409 : 200);
}

/** A link to what is stored about whoever this page is for, and nobody else's; a form asks for it, as scanners send none. */
async function ownData({ ports, rates }: Door, { link, asked, reader }: Opened): Promise<Answer> {
  if (!(await rates.maySend(asked.address)))
    return htmlAnswer(429, sentencePage(reader.text.links.page.tooMany, asked.lang));
  const { round, person, sentTo, until } = link;
  const { path } = await mintDataLink(ports, { round, owner: sentTo ? { email: sentTo } : { person }, until });
  return seeOther(`${path}?lang=${asked.lang}`);
}

/**
 * Whose answer it is and to what comes from the link, whatever a form says; of a poll's page also one of the meetings that
 * it was decided for. Nothing for whatever the link doesn't lead to.
 */
function idsOf({ round: { poll, meeting } }: Opened, verb: Verb, data: Record<string, unknown>): object | undefined {
  if (verb.startsWith("poll.")) return poll && { poll: poll.id, for: undefined };
  const id = meeting?.id ?? poll?.decided?.meetings.find((one) => one.meeting === data.meeting)?.meeting;
  return id && { meeting: id, for: undefined };
}

const mayPress =
  (found: Opened): MayPress =>
  ({ verb, data }) =>
    PRESSABLE.some((one) => one === verb && idsOf(found, one, data) !== undefined);

/** Whether this press is in the answer that is stored. */
async function isTaken({ ports }: Door, { id, poll }: Round, nonce: string, person: Person): Promise<boolean> {
  const round = await openRound(ports, id);
  const answer = poll
    ? await round?.get("pollAnswer", pollAnswerIdOf(person.id))
    : await round?.get("attendance", attendanceIdOf(person.id));
  return answer?.nonces.includes(nonce) ?? false;
}

const pressed = ({ press }: Door, { asked, round, link, person, reader }: Opened, verb: Verb, fields: unknown) =>
  press(
    {
      by: person,
      reader,
      arrivedAt: asked.arrivedAt,
      tenant: round.group.place.tenant,
      way: link.way === "mail" ? "web" : "link",
    },
    verb,
    fields as Fields<typeof verb>,
  );

function cardAfter(reply: Pressed, { reader }: Opened): Card {
  if ("show" in reply) return reply.show;
  const said = "say" in reply ? reply.say : reply.refuse;
  return "fresh" in reply && reply.fresh ? withNotice(reply.fresh, said) : problemCard(said, {}, reader);
}

const shown = (found: Opened, card: Card, status = 200): Answer => {
  const { reader, person, link } = found;
  return htmlAnswer(status, answerPage(card, reader, { name: person.name, until: link.until, may: mayPress(found) }));
};

/** Other sites are told nothing of the address, and none may list it. */
const sameSite = (answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, "Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex, nofollow" },
});
