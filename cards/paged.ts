/** One page of a list, counted from 0, and the number of the next when there is more. */
export function pageOf<T>(list: readonly T[], page: number, size: number): { shown: readonly T[]; next?: number } {
  const last = Math.max(0, Math.ceil(list.length / size) - 1);
  const at = Math.min(page, last);
  const shown = list.slice(at * size, (at + 1) * size);
  return at < last ? { shown, next: at + 1 } : { shown };
}
