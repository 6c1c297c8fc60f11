import { type Lang, langs } from "../domain/lang.ts";

/** The language that a page is shown in: the one chosen in its address, else what the browser prefers, else `order`'s first. */
export function languageOf(
  { chosen, accepted }: { chosen?: string | null | undefined; accepted?: string | undefined },
  order: readonly Lang[] = langs,
): Lang {
  const asked = langs.find((lang) => lang === chosen);
  return asked ?? preferred(accepted ?? "") ?? order[0] ?? langs[0];
}

/** The best of our languages in an Accept-Language header, such as `sv-FI,sv;q=0.9,en;q=0.5`. */
function preferred(header: string): Lang | undefined {
  const wanted = header
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [range = "", ...settings] = part.trim().toLowerCase().split(";");
      const quality = settings.map((one) => one.trim()).find((one) => one.startsWith("q="));
      return { lang: langs.find((l) => range.split("-")[0] === l), q: quality ? Number(quality.slice(2)) : 1 };
    });
  return wanted
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q)
    .find(({ lang }) => lang)?.lang;
}
