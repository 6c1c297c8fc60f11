import { inLang } from "../bot/domain/lang.ts";
import { shortHead } from "../bot/domain/record.ts";
import type { Showing } from "../bot/domain/showing.ts";
import { openUrl, press } from "./actions.ts";
import { type Card, card, facts, heading, row, small, strip } from "./kit.ts";
import type { Reader } from "./reader.ts";
import { time } from "./when.ts";

type Link = NonNullable<Showing["links"]>[number];

/** The message that brings the appendix: a link to each file, until when they work, and a way to make it anew. */
export function appendixCard({ delivery, group, call, head, links = [] }: Showing, reader: Reader): Card {
  const { lang, text, zone } = reader;
  const words = text.appendix.card;
  const title = words.heading(inLang(group.name, lang, group.languages));
  const oneLanguage = new Set(links.map((link) => link.lang)).size === 1;
  const until = links[0]?.until;
  const over = until === undefined || reader.now >= until;
  const open = (link: Link) =>
    openUrl(
      oneLanguage ? words.open(words[link.format]) : `${text.appendix.languages[link.lang]}: ${words[link.format]}`,
      link.url,
    );
  return card({
    lang,
    fallbackText: `${title}. ${words.ready}`,
    body: [
      heading(title),
      over ? strip("emphasis", words.over) : strip("good", words.ready, words.until(time(until, { lang, zone }))),
      facts([
        [words.call, call && inLang(call.title, lang, group.languages)],
        [words.caseNumber, call?.caseNumber],
        [words.record, shortHead(head)],
      ]),
      ...(over || oneLanguage
        ? []
        : links.map((link, at) =>
            row({
              title: open(link).title,
              press: open(link),
              link: true,
              separator: at === 0 || link.format === "docx",
            }),
          )),
      small(words.note),
    ],
    actions: [
      ...(over || !oneLanguage ? [] : links.map(open)),
      call && press(words.again, "appendix.make", { call: call.id, nonce: nonceOf(delivery.id) }),
    ],
  });
}

/** The button's nonce is the message's own id, so that a redelivered press makes nothing twice. */
const nonceOf = (id: string) => `again-${id.replace(/[^0-9a-z-]/g, "-")}`;
