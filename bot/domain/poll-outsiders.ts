import { looksLikeEmail } from "./organisations.ts";

/** Somebody outside Teams as a chair writes them. */
export interface Outsider {
  name: string;
  email: string;
}

/** People written one a line, or with commas between: `Petra Lounasvuo <petra@example.org>`, or an address alone. */
export function outsidersFrom(written: string): { found: Outsider[]; unknown: string[] } {
  const found: Outsider[] = [];
  const unknown: string[] = [];
  for (const part of written.split(/[\n,;]/).flatMap((one) => one.trim() || [])) {
    const [, name = "", email = ""] = /^(.*?)[\s<(]*([^\s<>()]+@[^\s<>()]+)[>)]*$/.exec(part) ?? [];
    if (looksLikeEmail(email)) found.push({ name: name.trim() || email, email });
    else unknown.push(part);
  }
  return { found, unknown };
}
