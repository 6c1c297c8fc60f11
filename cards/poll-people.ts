import type { PersonId } from "../bot/domain/ids.ts";
import { askedOf } from "../bot/domain/poll.ts";
import { linkRows } from "./answer-link.ts";
import { here, lead } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { type Card, card, type Element, heading, hint, type Maybe, row, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { pageOf } from "./paged.ts";
import { nameOf, type PollSeen, pollTitle } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";

const PAGE = 20;

interface Notice {
  style: "good" | "warning";
  bold: string;
}

const answeredIn = ({ rows }: PollSeen): ReadonlySet<PersonId> =>
  new Set(rows?.flatMap((r) => (r.answer ? [r.person] : [])));

/** Everybody who is asked, those who haven't answered first: pressing a name opens what officers can do about that person. */
export const pollPeopleCard = (
  { seen, page, notice }: { seen: PollSeen; page: number; notice?: Notice | undefined },
  reader: Reader,
): Card =>
  fitted(
    120,
    (_, most) => most,
    (most) => {
      const { text } = reader;
      const words = text.pollPeople;
      const { poll, names } = seen;
      const title = words.heading(clip(pollTitle(seen, reader), 200));
      const answered = answeredIn(seen);
      const byName = poll.asked
        .map((asked) => ({ ...asked, name: clip(nameOf(names, asked.person, reader), most) }))
        .toSorted(
          (a, b) =>
            Number(answered.has(a.person)) - Number(answered.has(b.person)) ||
            a.name.localeCompare(b.name, reader.lang),
        );
      const { shown, next } = pageOf(byName, page, PAGE);
      const data = { poll: poll.id };
      return card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          notice && strip(notice.style, notice.bold),
          strip("accent", words.counts(seen.answered, seen.asked)),
          hint(words.hint),
          ...shown.map(({ person, name, required }) =>
            row({
              title: name,
              sub: required ? words.required : undefined,
              right: answered.has(person) ? text.poll.asked.answered : text.poll.asked.silent,
              separator: true,
              press: here(reader, name, "poll.person", { ...data, for: person }),
            }),
          ),
        ],
        actions: [
          next !== undefined && here(reader, text.poll.button.next, "poll.people", { ...data, page: next }),
          poll.status === "open" && lead(reader, words.add.open, "poll.addForm", data),
          here(reader, text.common.back, "poll.manage", data),
        ],
      });
    },
    [60, 40],
  );

/** One person who is asked, with all that officers can do about them. */
export function pollPersonCard(
  {
    seen,
    person,
    outside,
    nonce,
    notice,
  }: {
    seen: PollSeen;
    person: PersonId;
    /** Not in Teams, so that an officer may give them a link. */
    outside: boolean;
    nonce: string;
    notice?: Notice | undefined;
  },
  reader: Reader,
): Card {
  const { text } = reader;
  const { person: words } = text.pollPeople;
  const { poll, names } = seen;
  const title = clip(nameOf(names, person, reader), 120);
  const asked = askedOf(poll, person);
  const data = { poll: poll.id, for: person };
  const isOpen = poll.status === "open" && asked !== undefined;
  const mayChange = asked !== undefined && (isOpen || poll.status === "closed");
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      notice && strip(notice.style, notice.bold),
      asked
        ? strip(
            answeredIn(seen).has(person) ? "good" : "accent",
            answeredIn(seen).has(person) ? words.answered : words.silent,
            asked.required ? words.isRequired : undefined,
          )
        : strip("emphasis", text.pollPeople.refused.notAskedNow),
      hint(pollTitle(seen, reader)),
      isOpen && way(words.phone, "poll.form", data, reader),
      ...(outside ? linkRows("poll", data, isOpen, reader) : []),
      ...(mayChange
        ? [
            way(
              asked.required ? words.release : words.require,
              "poll.require",
              { ...data, rev: poll.rev, nonce, required: String(!asked.required) },
              reader,
              words.requireSub,
            ),
            way(words.remove, "poll.removeForm", data, reader),
          ]
        : []),
    ],
    actions: [here(reader, text.pollPeople.open, "poll.people", { poll: poll.id })],
  });
}

const way = (title: string, verb: string, data: object, reader: Reader, sub?: string): Maybe<Element> =>
  row({ title, sub, link: true, separator: true, press: here(reader, title, verb, { ...data }) });
