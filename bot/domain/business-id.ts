const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];

/** A Finnish business id as it is written, 1234567-1, with its check digit right; nothing when it isn't one. */
export function businessId(written: string): string | undefined {
  const found = /^(?:FI)?(\d{6,7})-?(\d)$/i.exec(
    written.replace(/[\s\u2010-\u2015\u2212]/g, (c) => (/\s/.test(c) ? "" : "-")),
  );
  if (!found?.[1] || !found[2]) return undefined;
  const digits = found[1].padStart(7, "0");
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const rest = sum % 11;
  const check = rest === 0 ? 0 : 11 - rest;
  return rest !== 1 && check === Number(found[2]) ? `${digits}-${check}` : undefined;
}
