const most = 10_000;

/** Which etag each version has, as this process saw it last: a gap costs a read, and a mistake is refused by the service. */
export class Etags {
  readonly #seen = new Map<string, { version: number; etag: string }>();

  note(pk: string, id: string, version: number, etag: string): void {
    this.forget(pk, id);
    this.#seen.set(keyOf(pk, id), { version, etag });
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > most && oldest !== undefined) this.#seen.delete(oldest);
  }

  of(pk: string, id: string, version: number): string | undefined {
    const seen = this.#seen.get(keyOf(pk, id));
    return seen?.version === version ? seen.etag : undefined;
  }

  forget(pk: string, id: string): void {
    this.#seen.delete(keyOf(pk, id));
  }
}

const keyOf = (pk: string, id: string): string => JSON.stringify([pk, id]);
