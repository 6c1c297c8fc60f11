import type { GroupValues } from "../../../cards/group-values.ts";
import { textFor } from "../../../cards/text.ts";
import type { Group } from "../../domain/group.ts";
import type { GroupSettings, Roles } from "../../domain/group-settings.ts";
import type { PersonId } from "../../domain/ids.ts";
import { type Lang, type LocalText, langs } from "../../domain/lang.ts";
import { outsideFrom } from "../../domain/outside-members.ts";
import { membersNamed, personsFrom } from "../../usecases/roster.ts";
import type { Turn } from "../turn.ts";

/** What a filled-in form asks for, or who and what in it isn't known. */
export type FromForm =
  | { ok: true; settings: GroupSettings; roles?: Roles }
  | { ok: false; unknown: string[]; count: boolean; line?: string };

/** Reads a group's form: people become our persons, the usual legal basis its words in each language of the group. */
export async function fromForm(
  turn: Turn,
  group: Group,
  { nonce, ...v }: GroupValues & { nonce: string },
  chooses: boolean,
): Promise<FromForm> {
  const unknown: string[] = [];
  const people = async (value: string | undefined): Promise<PersonId[]> => {
    const named = await peopleIn(turn, group, value);
    unknown.push(...named.unknown);
    return named.found;
  };
  const [chair, coChairs, vice, secretaries, named] = await Promise.all(
    [v.chair, v.coChairs, v.viceChair, v.secretaries, v.members === "named" ? v.named : undefined].map(people),
  );
  const count = v.quorum === undefined ? undefined : Number(v.quorum);
  const badCount = count !== undefined && !(Number.isInteger(count) && count > 0);
  if (unknown.length > 0 || badCount) return { ok: false, unknown, count: badCount };
  const before = group.members.kind === "named" ? (group.members.outside ?? []) : [];
  const outside = outsideFrom(v.members === "named" ? v.outside : undefined, before, nonce);
  if (!outside.ok) return { ok: false, unknown, count: false, line: outside.refusal.line };
  const languages = langs.filter((lang) => v.languages?.split(",").includes(lang));
  const body = v.body ?? group.body;
  const settings: GroupSettings = {
    name: local(v.name_fi, v.name_sv, v.name_en),
    languages,
    body,
    controller: local(v.controller_fi, v.controller_sv, v.controller_en),
    ...(v.privacyContact ? { privacyContact: v.privacyContact } : {}),
    legalBasis: basisFrom(v, group, body, languages),
    zone: v.zone ?? group.zone,
    members:
      v.members === "named"
        ? { kind: "named", persons: named ?? [], ...(outside.state.length > 0 && { outside: outside.state }) }
        : { kind: "team" },
    substitutes: v.substitutes ?? group.substitutes,
    quorum: count === undefined ? { kind: "majority" } : { kind: "count", count },
    secretByDefault: v.secret,
    genderBalance: v.balance ?? group.genderBalance,
    retentionMonths: v.retention ? Number(v.retention) : group.retentionMonths,
    ...(v.here && turn.where.team ? { channel: turn.where.team.channel } : {}),
  };
  const [first] = chair ?? [];
  const [deputy] = vice ?? [];
  const roles: Roles = {
    chairs: first ? [first, ...(coChairs ?? []).filter((one) => one !== first)] : [],
    ...(deputy ? { viceChair: deputy } : {}),
    secretaries: secretaries ?? [],
  };
  // a form that doesn't ask who leads the group sends nothing about it; a forged one that does is refused by the rules
  const asked = chooses || Boolean(v.chair ?? v.coChairs ?? v.viceChair ?? v.secretaries);
  return { ok: true, settings, ...(asked ? { roles } : {}) };
}

const ID = /^(person:[0-9a-z-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

async function peopleIn({ ports, where }: Turn, group: Group, value: string | undefined) {
  if (!value || value === "none") return { found: [], unknown: [] };
  return value.split(",").every((token) => ID.test(token.trim()))
    ? { found: await personsFrom(ports, where.tenant, value, group), unknown: [] }
    : membersNamed(ports, group, value);
}

/** Words that somebody has newly written count, also where the choice beside them was forgotten. */
function basisFrom(v: GroupValues, group: Group, body: Group["body"], languages: readonly Lang[]): LocalText {
  const written = local(v.basis_fi, v.basis_sv, v.basis_en);
  const isNew = langs.some((lang) => written[lang] && written[lang] !== group.legalBasis?.[lang]);
  if (v.basis === "own" || isNew) return written;
  const usual = body === "authority" ? "publicTask" : "legitimateInterest";
  const basis = v.basis === undefined || v.basis === "usual" ? usual : v.basis;
  return Object.fromEntries(languages.map((lang) => [lang, textFor(lang).group.basisTexts[basis]]));
}

const local = (fi: string | undefined, sv: string | undefined, en: string | undefined): LocalText => ({
  ...(fi ? { fi } : {}),
  ...(sv ? { sv } : {}),
  ...(en ? { en } : {}),
});
