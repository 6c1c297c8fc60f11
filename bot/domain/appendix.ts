import { candidatePart, latePart, type Telling, unaskedPart } from "./appendix-parts.ts";
import type { Appendix, AppendixCandidate, AppendixCounts, AppendixTheme } from "./appendix-view.ts";
import { themeOf } from "./board.ts";
import type { Call } from "./call.ts";
import { type Candidate, stands } from "./candidate.ts";
import type { Group } from "./group.ts";
import type { CandidateId, PersonId } from "./ids.ts";
import { inLang, type Lang, type LocalText } from "./lang.ts";
import { counts, type Nomination } from "./nomination.ts";
import type { RecordHead } from "./record.ts";
import type { Instant } from "./time.ts";

/** All that an appendix is made from. `nameOf` tells an officer's name, as far as it is known. */
export interface AppendixSource {
  call: Call;
  group: Group;
  nominations: readonly Nomination[];
  candidates: readonly Candidate[];
  head: RecordHead;
  now: Instant;
  by: PersonId;
  nameOf: (person: PersonId) => string | undefined;
}

const finnish = new Intl.Collator("fi");
/** Numbers of codes in their order: 99 before 100. */
const inOrder = new Intl.Collator("fi", { numeric: true });

/** The appendix in one language. The same facts give the same order: themes as in the call, names in Finnish order, codes. */
export function appendixOf(source: AppendixSource, lang: Lang): Appendix {
  const { call, group, head, now } = source;
  const t = tellingOf(source, lang);
  const late = source.nominations.filter((n) => n.status === "late" || n.status === "acceptedLate").sort(byCode);
  const withdrawn = source.nominations.filter((n) => n.status === "withdrawn").sort(byCode);
  const entries = entriesOf(source, t);
  const { caseNumber, openedAt, deadline, consentBy, decisionMeeting, term } = call;
  return {
    lang,
    zone: group.zone,
    group: t.local(group.name),
    controller: t.local(group.controller ?? {}),
    title: t.local(call.title),
    mandate: t.local(call.mandate),
    appoints: t.local(call.appoints),
    code: call.code,
    ...(caseNumber ? { caseNumber } : {}),
    practice: call.practice,
    status: call.status,
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(deadline ? { deadline } : {}),
    ...(consentBy ? { consentBy } : {}),
    ...(decisionMeeting ? { decisionMeeting } : {}),
    ...(term ? { term } : {}),
    criteria: call.criteria.map(({ text, level }) => ({ text: t.local(text), level })),
    themes: themesOf(call, entries, t),
    late: late.map((n) => latePart(n, t)),
    withdrawn: withdrawn.map(({ code, withdrawnAt: at }) => ({ code, ...(at === undefined ? {} : { at }) })),
    counts: countsOf(source.nominations, entries),
    head,
    madeAt: now,
    madeBy: t.nameOf(source.by),
  };
}

const tellingOf = ({ call, group, nameOf }: AppendixSource, lang: Lang): Telling => {
  const local = (text: LocalText) => inLang(text, lang, group.languages);
  return {
    call,
    local,
    theme: (id) => local(call.seatGroups.find((s) => s.id === id)?.name ?? {}),
    nameOf: (person) => nameOf(person) ?? "",
  };
};

interface Entry {
  seatGroup: string;
  /** Of the first proposal, for order among namesakes. */
  code: string;
  part: AppendixCandidate;
}

/** One entry for each candidate, and one for each proposal that counts but belongs to none; every proposal in exactly one. */
function entriesOf({ nominations, candidates }: AppendixSource, t: Telling): Entry[] {
  const owners = ownersOf(candidates);
  const counting = nominations.filter(counts).sort(byCode);
  const mine = Map.groupBy(counting, (n) => owners.get(n.id) ?? resolved(n.candidate, candidates));
  const standing = candidates.filter((c) => mine.has(c.id));
  const entry = (seatGroup: string, [first]: readonly Nomination[], part: AppendixCandidate): Entry => ({
    seatGroup,
    code: first?.code ?? "",
    part,
  });
  return [
    ...standing.map((c) => entry(themeOf(c), mine.get(c.id) ?? [], candidatePart(c, mine.get(c.id) ?? [], t))),
    ...(mine.get(undefined) ?? []).map((n) => entry(n.seatGroup, [n], unaskedPart(n, t))),
  ].sort(byName);
}

const ownersOf = (candidates: readonly Candidate[]): Map<string, CandidateId> => {
  const owners = new Map<string, CandidateId>();
  for (const c of candidates.filter(stands)) for (const id of c.nominations) if (!owners.has(id)) owners.set(id, c.id);
  return owners;
};

/** The candidate that a proposal names, after mergers. */
function resolved(id: CandidateId | undefined, candidates: readonly Candidate[]): CandidateId | undefined {
  const passed = new Set<CandidateId>();
  for (let at = id; at && !passed.has(at); ) {
    passed.add(at);
    const found = candidates.find((c) => c.id === at);
    if (!found?.mergedInto) return found?.id;
    at = found.mergedInto;
  }
  return undefined;
}

function themesOf(call: Call, entries: readonly Entry[], { local }: Telling): AppendixTheme[] {
  const within = (ids: (id: string) => boolean) => entries.filter((e) => ids(e.seatGroup)).map((e) => e.part);
  const themes = call.seatGroups.map(({ id, name, min, max, substitutes, filledElsewhere, deadline }) => ({
    name: local(name),
    seats: { min, max, substitutes },
    ...(filledElsewhere ? { filledElsewhere: local(filledElsewhere) } : {}),
    ...(deadline ? { deadline } : {}),
    candidates: within((other) => other === id),
  }));
  const gone = within((id) => !call.seatGroups.some((s) => s.id === id));
  return gone.length ? [...themes, { name: "", candidates: gone }] : themes;
}

function countsOf(nominations: readonly Nomination[], entries: readonly Entry[]): AppendixCounts {
  const having = (status: Nomination["status"]) => nominations.filter((n) => n.status === status).length;
  const answered = (state: string) => entries.filter(({ part }) => part.consent.state === state).length;
  return {
    proposals: nominations.length,
    inTime: nominations.filter((n) => n.status === "inTime" && !n.unconfirmed).length,
    unconfirmed: nominations.filter((n) => n.status === "inTime" && n.unconfirmed).length,
    acceptedLate: having("acceptedLate"),
    keptLate: having("late"),
    withdrawn: having("withdrawn"),
    candidates: entries.length,
    given: answered("given"),
    declined: answered("declined"),
    lapsed: answered("lapsed"),
    awaited: answered("asked") + answered("notAsked"),
    moved: entries.filter(({ part }) => part.move?.state === "approved").length,
  };
}

const byCode = (a: { code: string }, b: { code: string }) => inOrder.compare(a.code, b.code);
const byName = (a: Entry, b: Entry) => finnish.compare(a.part.name, b.part.name) || byCode(a, b);
