import type { PersonId } from "./ids.ts";

/** Who stands where a person was who must be somebody. */
export const NOBODY: PersonId = "person:erased";

/**
 * A fact without certain people: an entry of a list that is about one of them goes, and where somebody must stand, nobody
 * does. `keeps` names the fields in which they stay. By this, fields that come later are covered too.
 */
export function unnamed<F>(fact: F, persons: readonly PersonId[], keeps: readonly string[] = []): F {
  const isThem = (value: unknown): boolean => (persons as readonly unknown[]).includes(value);
  const isAbout = (item: unknown): boolean =>
    isThem(item) ||
    (typeof item === "string" && persons.some((person) => item.includes(person))) ||
    (typeof item === "object" && item !== null && "person" in item && isThem(item.person));
  const without = (value: unknown): unknown => {
    if (isThem(value)) return NOBODY;
    if (Array.isArray(value)) return value.filter((item) => !isAbout(item)).map(without);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, keeps.includes(key) ? inner : without(inner)]),
    );
  };
  return without(fact) as F;
}
