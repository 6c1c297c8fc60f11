/** The id that Teams gave what it sent. Of a request that isn't from Teams it may be anything, so it is cut short. */
export function correlationOf(activity: unknown): string | undefined {
  const { id } = (activity ?? {}) as { id?: unknown };
  return typeof id === "string" ? id.slice(0, 100) : undefined;
}
