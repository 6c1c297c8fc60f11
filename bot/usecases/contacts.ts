import { inLang, type Lang } from "../domain/lang.ts";
import { groupsIn } from "./listing.ts";
import type { Ports } from "./ports.ts";

/** More groups' contacts than this tell nobody whom to write to. */
const MOST = 12;

/** Whom to write to about data, group by group; groups with the same contact stand together. */
export async function privacyContacts(
  ports: Pick<Ports, "store">,
  tenants: readonly string[],
  lang: Lang,
): Promise<{ address: string; whose: string }[]> {
  const groups = (await Promise.all(tenants.map((tenant) => groupsIn(ports, tenant)))).flat();
  const found = new Map<string, string[]>();
  for (const { privacyContact, name, languages } of groups)
    if (privacyContact)
      found.set(privacyContact, [...(found.get(privacyContact) ?? []), inLang(name, lang, languages)]);
  return [...found].slice(0, MOST).map(([address, names]) => ({ address, whose: names.join(", ") }));
}
