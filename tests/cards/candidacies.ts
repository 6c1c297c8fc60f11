import { boardOf } from "../../bot/domain/board.ts";
import type { Call, SeatGroup } from "../../bot/domain/call.ts";
import type { Answer, Candidate } from "../../bot/domain/candidate.ts";
import type { Group } from "../../bot/domain/group.ts";
import type { CandidateId, NominationId } from "../../bot/domain/ids.ts";
import type { Lang } from "../../bot/domain/lang.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import { type BoardView, boardCard } from "../../cards/board.ts";
import { boardPostCard, postPreview } from "../../cards/board-post.ts";
import { themesCard } from "../../cards/board-themes.ts";
import type { CandidacyView } from "../../cards/candidacy.ts";
import { candidateCard } from "../../cards/candidate.ts";
import { addressForm, conflictForm, handledForm, moveForm, redactForm } from "../../cards/candidate-forms.ts";
import { mergeChoice, mergeForm } from "../../cards/candidate-merge.ts";
import { candidateReasonsCard } from "../../cards/candidate-parts.ts";
import { changeCard, consentCard, elsewhereCard, keeping } from "../../cards/consent.ts";
import { confirmDeclineCard, confirmGiveCard, confirmNotMeCard } from "../../cards/consent-confirm.ts";
import {
  conflictMarkedCard,
  moveAnsweredCard,
  moveRequestCard,
  nominationsWithdrawnCard,
  notReachedCard,
  outcomeCard,
  reminderCard,
} from "../../cards/consent-news.ts";
import { recordForm, reviveForm } from "../../cards/consent-record.ts";
import { myConsentsCard, reasonsCard } from "../../cards/consents.ts";
import type { Card } from "../../cards/kit.ts";
import { aCall, aCandidate, aGroup, aNomination, aReader } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

/** What the cards about candidates are drawn from: a usual call, or one with everything as long as it may be. */
export interface Scene {
  group: Group;
  call: Call;
  candidate: Candidate;
  nominations: Nomination[];
  candidates: Candidate[];
  /** What people typed last. */
  typed: string;
}

const anAnswer = (own: Partial<Answer> = {}): Answer => ({
  state: "given",
  at: TODAY,
  way: "teams",
  by: "person:sanna",
  text: "fi-0123456789abcdef",
  ...own,
});

export function usualScene(): Scene {
  const states = ["given", "asked", "declined", "lapsed", "asked"] as const;
  const candidates = states.map((consent, n) =>
    aCandidate({
      id: `cand:0${n + 1}`,
      name: ["Sanna Kaislamo", "Veikko Niemistö-Aro", "Irja Suovanen", "Aki Lehtokari", "Marja Niemisalo"][n] ?? "",
      email: `ehdokas.${n}@example.org`,
      person: `person:ehdokas-${n}`,
      seatGroup: n < 3 ? "t1" : "t2",
      consent,
      answers: consent === "given" || consent === "declined" ? [anAnswer({ state: consent })] : [],
      ...(n === 4 && { notReached: { reason: "notInTeams", at: TODAY } }),
    }),
  );
  return {
    group: aGroup(),
    call: aCall(),
    candidate: aCandidate(),
    nominations: [aNomination()],
    candidates,
    typed: "Vain syyskaudella.",
  };
}

/** Everything as long as it may be, written with one text over and over. */
export function longScene(word = "Ääkköstenpitkäsana "): Scene {
  const long = (length: number) => word.repeat(Math.ceil(length / word.length)).slice(0, length);
  const seatGroups: SeatGroup[] = Array.from({ length: 12 }, (_, n) => ({
    id: `t${n}`,
    name: { fi: long(120), sv: long(120), en: long(120) },
    min: 10,
    max: 12,
    substitutes: true,
  }));
  const texts = (length: number) => ({ fi: long(length), sv: long(length), en: long(length) });
  const criteria = Array.from({ length: 12 }, (_, n) => ({
    id: `c${n}`,
    text: texts(300),
    level: "required" as const,
    asksReason: true,
  }));
  const organisations = Array.from({ length: 40 }, (_, n) => ({
    name: `${n} ${long(97)}`,
    contact: { name: long(80), email: `${n}@${"e".repeat(100)}.example.org` },
    confirmation: "notConfirmed" as const,
  }));
  const nominations = Array.from({ length: 12 }, (_, n) =>
    aNomination({
      id: `nom:${n}` as NominationId,
      code: `E7F3K${n}`,
      organisations,
      proposer: {
        name: long(80),
        email: `p@${"e".repeat(100)}.example.org`,
        phone: "1".repeat(30),
        position: long(80),
      },
      seatGroup: `t${n}`,
      alternative: `t${(n + 1) % 12}`,
      reason: long(276),
      reasons: Object.fromEntries(criteria.map((c) => [c.id, long(276)])),
      otherBodies: long(250),
    }),
  );
  const answers = Array.from({ length: 12 }, () =>
    anAnswer({
      way: "paper",
      receivedBy: long(120),
      limit: { role: "substitute", seatGroup: "t1", text: long(300) },
    }),
  );
  const candidate = aCandidate({
    name: long(80),
    email: `s@${"e".repeat(100)}.example.org`,
    phone: "1".repeat(30),
    seatGroup: "t0",
    alternative: "t1",
    role: "either",
    nominations: nominations.map((n) => n.id),
    answers,
    conflicts: [{ person: "person:secretary", because: "employee", at: TODAY }],
    reminded: 5,
    revived: { by: "person:chair", at: TODAY, reason: long(500) },
    move: { to: "t2", note: long(500), by: "person:chair", at: TODAY, state: "asked" },
  });
  const candidates = Array.from({ length: 300 }, (_, n) =>
    aCandidate({
      ...candidate,
      id: `cand:${"f".repeat(20)}${n}` as CandidateId,
      person: `person:${n}`,
      seatGroup: `t${n % 12}`,
      nominations: [`nom:${n % 12}` as NominationId],
      consent: n % 3 === 0 ? "given" : "asked",
      ...(n % 3 === 1 && { notReached: { reason: "notInTenant", at: TODAY } }),
    }),
  );
  return {
    group: aGroup({
      name: texts(120),
      languages: ["fi", "sv", "en"],
      controller: texts(150),
      privacyContact: long(150),
      legalBasis: texts(200),
    }),
    call: aCall({
      practice: true,
      title: texts(200),
      mandate: texts(2_000),
      rhythm: texts(300),
      fee: texts(300),
      appoints: texts(200),
      seatGroups,
      criteria,
      contacts: [{ name: long(80), phone: "1".repeat(30), email: `c@${"e".repeat(100)}.example.org` }],
    }),
    candidate,
    nominations,
    candidates,
    typed: long(500),
  };
}

/** Every card about consent, a candidate and the board. */
export function everyCard(scene: Scene, lang: Lang, own: Parameters<typeof aReader>[1] = {}): Record<string, Card> {
  const reader = aReader(lang, own);
  const { group, call, nominations, candidates, typed } = scene;
  const nonce = "nonce-0001";
  const view: CandidacyView = { group, call, candidate: scene.candidate, nominations };
  const as = (more: Partial<Candidate>): CandidacyView => ({ ...view, candidate: { ...scene.candidate, ...more } });
  const answers =
    scene.candidate.answers.length > 0 ? scene.candidate.answers : [anAnswer({ limit: { role: "member" } })];
  const given = as({ consent: "given", answers });
  const declined = as({ consent: "declined", answers: [anAnswer({ state: "declined", reason: typed })] });
  const lost = as({ notReached: { reason: "notInTeams", at: TODAY } });
  const lapsed = as({ consent: "lapsed" });
  const move = { to: "t2", note: typed, by: "person:chair", at: TODAY, state: "asked" } as const;
  const asked = { view, nonce, rev: 1, text: "fi-0123456789abcdef" };
  const limit = { limit: "substitute", theme: "t1", limitText: typed.slice(0, 300) } as const;
  const page = (v: CandidacyView, by: `person:${string}` = "person:chair") => ({
    ...v,
    by,
    alike: candidates.slice(0, 3),
    nameOf: () => "Kaarina Lehtovaara",
  });
  const all = nominations;
  const board: BoardView = {
    group,
    call,
    nonce,
    board: boardOf(call, candidates, [...all, aNomination({ id: "nom:late", code: "M7F3K09", status: "late" })], {
      by: "person:chair",
      now: TODAY,
    }),
  };
  const post = { group, call, candidates, nominations: all };
  const roster = Array.from({ length: 60 }, (_, n) => ({ id: `person:${n}`, name: `${n} ${scene.candidate.name}` }));
  const [nomination = aNomination()] = nominations;
  const other = { candidate: { ...scene.candidate, id: "cand:other" as const }, nominations };
  return {
    request: consentCard(view, reader),
    "request-typed": consentCard(view, reader, limit),
    given: consentCard(given, reader),
    own: consentCard(
      {
        ...as({ consent: "given", answers: [anAnswer({ way: "own" })] }),
        nominations: [aNomination({ self: true, organisations: [], reason: typed })],
      },
      reader,
    ),
    recorded: consentCard(
      as({ consent: "given", answers: [anAnswer({ way: "phone", receivedBy: typed.slice(0, 120) })] }),
      reader,
    ),
    declined: consentCard(declined, reader),
    lapsed: consentCard(lapsed, reader),
    withdrawn: consentCard(as({ nominations: [] }), reader),
    selected: consentCard({ ...given, call: { ...call, status: "selected" } }, reader),
    cancelled: consentCard({ ...view, call: { ...call, status: "cancelled" } }, reader),
    "wrong-person": consentCard(as({ notReached: { reason: "notThisPerson", at: TODAY } }), reader),
    elsewhere: elsewhereCard(view, reader),
    change: changeCard(given, reader),
    "change-typed": keeping(changeCard(given, reader, limit), typed, reader),
    "confirm-give": confirmGiveCard(
      asked,
      { role: "substitute", seatGroup: "t1", text: typed.slice(0, 300) },
      limit,
      reader,
    ),
    "confirm-decline": confirmDeclineCard(asked, reader),
    "confirm-not-me": confirmNotMeCard(asked, reader),
    reasons: reasonsCard(view, 0, reader),
    mine: myConsentsCard([given, view, lapsed, ...Array.from({ length: 15 }, () => view)], reader),
    reminder: reminderCard(view, reader),
    "outcome-officer": outcomeCard(declined, "person:chair", reader),
    "outcome-proposer": outcomeCard(declined, "person:oskari", reader),
    "not-reached": notReachedCard(lost, "person:chair", reader),
    "not-reached-proposer": notReachedCard(lost, "person:oskari", reader),
    "not-reached-fixed": notReachedCard(given, "person:chair", reader),
    "move-asked": moveRequestCard(as({ move }), nonce, reader),
    "move-approved": moveRequestCard(as({ move: { ...move, state: "approved" } }), nonce, reader),
    "move-answered": moveAnsweredCard(as({ move: { ...move, state: "refused" } }), reader),
    "conflict-marked": conflictMarkedCard(
      view,
      { who: "Kaarina Lehtovaara", because: "employee", to: "person:vice" },
      reader,
    ),
    "nominations-withdrawn": nominationsWithdrawnCard(as({ nominations: [] }), reader),
    record: recordForm(view, { nonce }, reader),
    "record-refused": recordForm(
      view,
      { nonce, typed: { ...limit, answer: "given", receivedBy: typed.slice(0, 120) }, error: typed },
      reader,
    ),
    revive: reviveForm(lapsed, { nonce, typed: { reason: typed } }, reader),
    address: addressForm(lost, { nonce, roster }, reader),
    handled: handledForm(lost, { nonce, typed }, reader),
    move: moveForm(view, { nonce, typed: { note: typed } }, reader),
    "merge-choice": mergeChoice(view, candidates, reader),
    merge: mergeForm(view, other, nonce, reader),
    conflict: conflictForm(view, { nonce }, reader),
    redact: redactForm(view, nomination, "reason", { nonce, typed }, reader),
    candidate: candidateCard(page(view), reader),
    "candidate-given": candidateCard(page(given), reader, typed.slice(0, 100)),
    "candidate-lost": candidateCard(page(lost), reader),
    "candidate-lapsed": candidateCard(page(lapsed), reader),
    "candidate-conflict": candidateCard(page(as({ proposers: ["person:chair"] })), reader),
    "candidate-reasons": candidateReasonsCard(
      { ...view, nominations: nominations.map((n) => ({ ...n, redacted: { reason: typed } })) },
      0,
      reader,
    ),
    board: boardCard(board, 0, reader),
    "board-next": boardCard(board, 1, reader, typed.slice(0, 100)),
    themes: themesCard(board, reader),
    posted: boardPostCard(post, reader),
    "post-preview": postPreview(post, nonce, reader, reader),
  };
}
