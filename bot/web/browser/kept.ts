export type Values = Record<string, string>;

/** What was typed, kept in this tab until it is sent: a reload, a crash or a broken connection loses nothing. */
export function keptIn(key: string, drawn: Values) {
  const base = JSON.stringify(drawn);
  return {
    /** What was typed earlier and differs from what the page brought; nothing when that has changed since. */
    read(): Values | undefined {
      try {
        const kept = JSON.parse(sessionStorage.getItem(key) ?? "null") as { base: string; values: Values } | null;
        return kept?.base === base && JSON.stringify(kept.values) !== base ? kept.values : undefined;
      } catch {
        return undefined;
      }
    },
    write(values: Values): void {
      try {
        sessionStorage.setItem(key, JSON.stringify({ base, values }));
      } catch {
        // no room, or not allowed: the page itself still holds what was typed
      }
    },
    forget: () => sessionStorage.removeItem(key),
  };
}
