import type { Group } from "../bot/domain/group.ts";
import type { Lang } from "../bot/domain/lang.ts";
import type { Showing } from "../bot/domain/showing.ts";
import { inLanguage } from "./call-parts.ts";
import { bytesOf, MOST_BYTES } from "./fit.ts";
import { type Action, type Card, type Element, fold, type Maybe } from "./kit.ts";
import type { Reader } from "./reader.ts";

/** Buttons named in several languages are long: each stands on a line of its own, so that none is cut. */
export const withActions = (body: Maybe<Element>[], actions: Action[]) =>
  actions.some(({ title }) => title.includes(" · "))
    ? { body: [...body, ...actions.map((action) => ({ type: "ActionSet", actions: [action] }))] }
    : { body, actions };

/** The same in all languages, each told once: "Vastaa · Svara". */
export const namedInAll = (names: readonly string[]): string => [...new Set(names)].join(" · ");

/** The languages that are missing, as they stand in a sentence: "ruotsiksi, englanniksi". */
export const languageNames = (langs: readonly Lang[], { text }: Reader): string =>
  langs.map((lang) => text.call.languages[lang]).join(", ");

/** That a text is missing in a language, and what stands in its place. */
export const missingLanguages = (langs: readonly Lang[], reader: Reader): string => {
  const { languages, languagesWhat } = reader.text.call.preview;
  return `${languages} ${languagesWhat(languageNames(langs, reader))}`;
};

/**
 * A card that everybody reads, in the reader's language, and the group's other languages each in a fold, without what
 * reads the same in both. `brief` cards leave out what the whole one shows in numbers; a fold too much for Teams is left out.
 */
export function inLanguages(group: Group, reader: Reader, draw: (reader: Reader, brief: boolean) => Card): Card {
  const others = group.languages.filter((lang) => lang !== reader.lang).map((lang) => inLanguage(reader, lang));
  const own = draw(reader, false);
  if (others.length === 0 || !group.languages.includes(reader.lang)) return own;
  const joined = (brief: boolean, most: number) => {
    const cards = others.map((other) => draw(other, brief));
    const folds = others.slice(0, most).map((other, at) =>
      fold(`in-${other.lang}`, other.text.call.inThisLanguage, contentOf(cards[at], own, other.lang), {
        first: at === 0,
        hint: reader.text.common.fold,
      }),
    );
    const actions = (own.actions ?? []).map((action, at) => ({
      ...action,
      title: namedInAll([action.title, ...cards.map((card) => card.actions?.[at]?.title ?? action.title)]),
    }));
    const { actions: _, ...rest } = own;
    const { body, actions: atEnd } = withActions([...own.body, ...folds], actions);
    return { ...rest, body: body as Element[], ...(atEnd?.length && { actions: atEnd }) };
  };
  const tries = [joined(false, others.length), ...others.map((_, less) => joined(true, others.length - less))];
  return tries.find((card) => bytesOf(card) <= MOST_BYTES) ?? own;
}

/** What is said to a channel or a thread is told in all of its group's languages. */
export const shared =
  (draw: (showing: Showing, reader: Reader, brief: boolean) => Card) =>
  (showing: Showing, reader: Reader): Card =>
    showing.delivery.to.to === "channel" || showing.delivery.to.to === "thread"
      ? inLanguages(showing.group, reader, (r, brief) => draw(showing, r, brief))
      : draw(showing, reader, false);

/** A card's content below its main language: a smaller heading, ids of its own, and only what doesn't stand there yet. */
function contentOf(card: Card | undefined, own: Card, lang: Lang): Element[] {
  const told = new Set(own.body.map((element) => JSON.stringify(element)));
  return (card?.body ?? [])
    .filter((element) => !told.has(JSON.stringify(element)))
    .map((element) => {
      const { style, size, ...rest } = element;
      return renamed(style === "heading" ? { ...rest, type: element.type } : element, lang);
    });
}

/** Folds within a fold open by their own ids. */
const renamed = (element: Element, lang: Lang): Element =>
  JSON.parse(
    JSON.stringify(element, (key, value: unknown) =>
      key === "id" && typeof value === "string"
        ? `${value}-${lang}`
        : key === "targetElements" && Array.isArray(value)
          ? value.map((id) => `${id}-${lang}`)
          : value,
    ),
  );
