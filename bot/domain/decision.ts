/** The answer of a rule: what changes, or why not. `keep` is what even a refusal still registers (a late proposal). */
export type Decision<S, R> = { ok: true; state: S } | { ok: false; refusal: R; keep?: S };

export const accept = <S>(state: S): { ok: true; state: S } => ({ ok: true, state });

export const refuse = <R, S = never>(refusal: R, keep?: S): { ok: false; refusal: R; keep?: S } =>
  keep === undefined ? { ok: false, refusal } : { ok: false, refusal, keep };
