import type { Candidate } from "./candidate.ts";
import type { CandidateId } from "./ids.ts";
import { sameEmail } from "./person.ts";

/**
 * Candidates who may be one person: the same name whatever its order, case and accents, the same e-mail, or the same
 * phone number. Only shown; an officer decides.
 */
export function lookAlikes(candidates: readonly Candidate[]): Map<CandidateId, CandidateId[]> {
  const byMark = new Map<string, CandidateId[]>();
  for (const candidate of candidates)
    for (const mark of marksOf(candidate)) byMark.set(mark, [...(byMark.get(mark) ?? []), candidate.id]);
  const alike = new Map<CandidateId, CandidateId[]>();
  for (const ids of byMark.values())
    if (ids.length > 1)
      for (const id of ids)
        alike.set(id, [...new Set([...(alike.get(id) ?? []), ...ids.filter((other) => other !== id)])]);
  return alike;
}

function marksOf({ name, email, phone, person }: Candidate): string[] {
  const digits = phone?.replace(/\D/g, "").replace(/^(00)?358/, "0");
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(" ");
  return [
    ...(words ? [`name ${words}`] : []),
    ...(email ? [`email ${sameEmail(email)}`] : []),
    ...(digits && digits.length >= 6 ? [`phone ${digits}`] : []),
    ...(person ? [person] : []),
  ];
}
