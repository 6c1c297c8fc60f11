import { type Call, openSeats, type SeatGroup } from "./call.ts";
import { type Candidate, stands } from "./candidate.ts";
import { conflictOf, mayHandle } from "./candidate-officer.ts";
import { remindable } from "./candidate-remind.ts";
import { hasLapsed, limitOf } from "./consent.ts";
import type { CandidateId, PersonId } from "./ids.ts";
import { lookAlikes } from "./look-alikes.ts";
import { counts, type Nomination } from "./nomination.ts";
import type { Instant } from "./time.ts";

export { mayHandle };

/** How a candidate's consent stands, as a chair sees it. `handled`: not reached, but dealt with otherwise. */
export type Standing = "given" | "declined" | "lapsed" | "asked" | "notReached" | "handled";

export interface BoardRow {
  candidate: Candidate;
  standing: Standing;
  /** Each proposing organisation once, in order of arrival; a person who nominated themself has none. */
  organisations: string[];
  ownNomination: boolean;
  /** Co-proposers who haven't confirmed, and those who objected. */
  unconfirmed: number;
  objected: number;
  /** Others in this call who may be the same person. */
  alike: CandidateId[];
  /** The one who looks has a conflict of interest in this case. */
  conflict: boolean;
}

export interface BoardTheme {
  seats: SeatGroup;
  rows: BoardRow[];
  /** Those who consented, and of them those who can be chosen as members. */
  given: number;
  asMembers: number;
  /** Seats for which nobody has consented yet. */
  missing: number;
}

/** A call's candidates as those who prepare the selection see them. */
export interface Board {
  themes: BoardTheme[];
  candidates: number;
  given: number;
  awaiting: number;
  remindable: number;
  notReached: BoardRow[];
  movesOpen: number;
  unconfirmed: number;
  /** Proposals after the deadline that haven't been accepted. */
  late: Nomination[];
  /** Proposals sent on the web in time whose senders haven't confirmed their address: they don't count yet. */
  toConfirm: Nomination[];
  withdrawn: number;
}

/** How a candidacy stands at an instant, whether or not a lapse has been written down yet. */
export function standing(call: Call, candidate: Candidate, now: Instant): Standing {
  if (hasLapsed({ call, candidate }, now)) return "lapsed";
  if (candidate.consent !== "asked") return candidate.consent;
  if (!candidate.notReached) return "asked";
  return candidate.notReached.handled === undefined ? "notReached" : "handled";
}

/** The theme under which a candidate stands: a consent to one theme only decides it. */
export const themeOf = (candidate: Candidate): string => limitOf(candidate)?.seatGroup ?? candidate.seatGroup;

/** Whether a consent allows being chosen as a member, not only as a substitute. */
export const asMember = (candidate: Candidate): boolean =>
  candidate.role !== "substitute" && limitOf(candidate)?.role !== "substitute";

/** The board, from all facts of a call. */
export function boardOf(
  call: Call,
  candidates: readonly Candidate[],
  nominations: readonly Nomination[],
  { by, now }: { by: PersonId; now: Instant },
): Board {
  const standingOnes = candidates.filter(stands);
  const byId = new Map(nominations.map((n) => [n.id, n]));
  const alike = lookAlikes(standingOnes);
  const rows = standingOnes.map((candidate): BoardRow => {
    const own = candidate.nominations.map((id) => byId.get(id)).filter((n) => n !== undefined);
    const organisations = own.sort((a, b) => a.arrival.at - b.arrival.at).flatMap((n) => n.organisations);
    return {
      candidate,
      standing: standing(call, candidate, now),
      organisations: [...new Set(organisations.map((o) => o.name))],
      ownNomination: own.some((n) => n.self),
      unconfirmed: organisations.filter((o) => o.confirmation === "notConfirmed").length,
      objected: organisations.filter((o) => o.confirmation === "objected").length,
      alike: alike.get(candidate.id) ?? [],
      conflict: conflictOf(candidate, by) !== undefined,
    };
  });
  const themes = themesIn(call, standingOnes).map((seats) => themed(seats, rows));
  return {
    themes,
    candidates: rows.length,
    given: rows.filter((r) => r.standing === "given").length,
    awaiting: rows.filter((r) => ["asked", "notReached", "handled"].includes(r.standing)).length,
    remindable: standingOnes.filter((c) => remindable(call, c, now)).length,
    notReached: rows.filter((r) => r.standing === "notReached"),
    movesOpen: rows.filter((r) => r.candidate.move?.state === "asked").length,
    unconfirmed: rows.reduce((sum, r) => sum + r.unconfirmed, 0),
    late: nominations.filter((n) => n.status === "late"),
    toConfirm: nominations.filter((n) => n.unconfirmed && n.status === "inTime"),
    withdrawn: nominations.filter((n) => n.status === "withdrawn").length,
  };
}

/** The themes that a call fills; a candidate who stands under another one has that at the end, so that nobody is missing. */
function themesIn(call: Call, candidates: readonly Candidate[]): SeatGroup[] {
  const open = openSeats(call);
  const others = new Set(candidates.map(themeOf).filter((id) => !open.some((seats) => seats.id === id)));
  const named = (id: string) => call.seatGroups.find((seats) => seats.id === id);
  return [...open, ...[...others].map((id) => ({ ...NO_SEATS, ...named(id), id, min: 0, max: 0 }))];
}

const NO_SEATS = { name: {}, min: 0, max: 0, substitutes: false };

function themed(seats: SeatGroup, all: readonly BoardRow[]): BoardTheme {
  const rows = all.filter((r) => themeOf(r.candidate) === seats.id).sort(inOrder);
  const given = rows.filter((r) => r.standing === "given");
  const asMembers = given.filter((r) => asMember(r.candidate)).length;
  return { seats, rows, given: given.length, asMembers, missing: Math.max(0, seats.min - asMembers) };
}

const ORDER: Record<Standing, number> = { given: 0, notReached: 1, asked: 2, handled: 3, declined: 4, lapsed: 5 };
const inOrder = (a: BoardRow, b: BoardRow): number =>
  ORDER[a.standing] - ORDER[b.standing] || a.candidate.name.localeCompare(b.candidate.name, "fi");

/** One page of a board: themes with some of their rows. `continued`: the theme began on an earlier page. */
export interface BoardPage {
  page: number;
  pages: number;
  themes: (BoardTheme & { shown: BoardRow[]; continued: boolean })[];
}

/** As many rows as a card can hold with the longest names. */
export const ROWS_ON_A_PAGE = 15;

/** A page of the board; the last one when there are fewer. Empty themes stand where their turn is. */
export function pageOf({ themes }: Board, wanted: number, size = ROWS_ON_A_PAGE): BoardPage {
  const total = themes.reduce((sum, t) => sum + t.rows.length, 0);
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const [from, to] = [page * size, (page + 1) * size];
  let before = 0;
  const shown = themes.flatMap((theme) => {
    const start = before;
    before += theme.rows.length;
    const rows = theme.rows.slice(Math.max(0, from - start), Math.max(0, to - start));
    const emptyHere = theme.rows.length === 0 && (start === 0 ? page === 0 : start > from && start <= to);
    return rows.length > 0 || emptyHere ? [{ ...theme, shown: rows, continued: start < from }] : [];
  });
  return { page, pages, themes: shown };
}

/** On which page a theme begins. */
export function pageWith({ themes }: Board, seatGroup: string, size = ROWS_ON_A_PAGE): number {
  const at = themes.findIndex((t) => t.seats.id === seatGroup);
  const before = themes.slice(0, Math.max(0, at)).reduce((sum, t) => sum + t.rows.length, 0);
  return Math.floor(before / size);
}

/** What members may see in the channel: who has consented, by theme; no reasons, no answers of others. */
export const postedThemes = (
  call: Call,
  candidates: readonly Candidate[],
): { seats: SeatGroup; candidates: number; consented: Candidate[] }[] =>
  themesIn(call, candidates.filter(stands)).map((seats) => {
    const rows = candidates.filter((c) => stands(c) && themeOf(c) === seats.id);
    const consented = rows.filter((c) => c.consent === "given");
    return { seats, candidates: rows.length, consented: consented.sort((a, b) => a.name.localeCompare(b.name, "fi")) };
  });

/** The nominations behind a candidate that count, in order of arrival. */
export const behind = (candidate: Pick<Candidate, "nominations">, nominations: readonly Nomination[]): Nomination[] =>
  nominations
    .filter((n) => counts(n) && candidate.nominations.includes(n.id))
    .sort((a, b) => a.arrival.at - b.arrival.at);
