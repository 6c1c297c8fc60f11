import type { CandidacyView } from "../../../cards/candidacy.ts";
import { changeCard, consentCard, keeping } from "../../../cards/consent.ts";
import { confirmDeclineCard, confirmGiveCard, confirmNotMeCard } from "../../../cards/consent-confirm.ts";
import { limitFrom, type TypedLimit } from "../../../cards/consent-parts.ts";
import { myConsentsCard, reasonsCard } from "../../../cards/consents.ts";
import { explainAnswer } from "../../../cards/explain/consent.ts";
import type { Card } from "../../../cards/kit.ts";
import { versionOf } from "../../../cards/notice.ts";
import type { Reader } from "../../../cards/reader.ts";
import type { consentVerbs } from "../../../cards/verbs/consent.ts";
import type { Answer } from "../../domain/candidate.ts";
import { type AnswerRefusal, barred, isTheirs } from "../../domain/consent.ts";
import { candidaciesOf, findCandidacy, type NoSuchCandidate } from "../../usecases/candidacy.ts";
import { answerConsent, sayNotMe } from "../../usecases/consent.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { type Ids, pressOf, readerIn, refOf } from "./candidate-page.ts";
import { consentOfficeHandlers } from "./consent-office.ts";

/** A candidacy in a turn: with its group's clock. */
interface Opened {
  view: CandidacyView;
  reader: Reader;
}

/** Opens a candidacy for the candidate themself; anybody else gets one sentence. */
async function own(turn: Turn, ids: Ids, draw: (opened: Opened) => Card, { evenWrong = false } = {}): Promise<Reply> {
  const view = await findCandidacy(turn.ports, refOf(turn, ids));
  const { refused } = turn.reader.text.consent;
  if (!view) return { refuse: refused.noSuchCandidate };
  if (evenWrong ? view.candidate.person !== turn.by.id : !isTheirs(view.candidate, turn.by.id))
    return { refuse: refused.notYours };
  return { show: draw({ view, reader: readerIn(turn, view) }) };
}

/** The first press: shows what the second one confirms, when answering is possible at all. Writes nothing. */
async function asked(
  turn: Turn,
  ids: Ids & { rev: number; text?: string | undefined },
  typed: TypedLimit,
  draw: (opened: Opened, asked: { view: CandidacyView; nonce: string; rev: number; text: string }) => Card,
): Promise<Reply> {
  const view = await findCandidacy(turn.ports, refOf(turn, ids));
  if (!view) return { refuse: turn.reader.text.consent.refused.noSuchCandidate };
  const reader = readerIn(turn, view);
  const no = barred(view, { by: turn.by.id, arrivedAt: turn.arrivedAt });
  const text = versionOf(ids.text, view, reader);
  const current = view.candidate.rev === ids.rev && (ids.text ?? text) === text;
  const stale = current ? undefined : ({ kind: "stale" } as const);
  if (no ?? stale) return refused(turn, view, (no ?? stale) as AnswerRefusal, typed);
  return { show: draw({ view, reader }, { view, nonce: turn.ports.ids.random(), rev: ids.rev, text }) };
}

/** What was typed with an answer. */
type Typed = TypedLimit & { reason?: string | undefined };

/** A refused answer: why, and the card as it is now with what was typed; a stranger sees only the sentence. */
function refused(
  turn: Turn,
  view: CandidacyView,
  refusal: AnswerRefusal | NoSuchCandidate | { kind: "noSuchRound" },
  { reason, ...typed }: Typed = {},
): Reply {
  const reader = readerIn(turn, view);
  const why = explainAnswer(refusal, turn.arrivedAt, reader);
  if (view.candidate.person !== turn.by.id) return { refuse: why };
  const open = !barred(view, { by: turn.by.id, arrivedAt: turn.arrivedAt });
  if (!open) return { refuse: why, fresh: keeping(consentCard(view, reader), reason ?? typed.limitText, reader) };
  const answered = view.candidate.consent === "given" || view.candidate.consent === "declined";
  const limited = Object.values(typed).some(Boolean);
  const fresh = answered && limited ? changeCard(view, reader, typed) : consentCard(view, reader, typed);
  return { refuse: why, fresh: keeping(fresh, reason, reader) };
}

/** The second press: decides, saves, and shows the card as it then is; a redelivered one shows the same. */
async function confirmed(turn: Turn, decided: ReturnType<typeof sayNotMe>, typed?: Typed): Promise<Reply> {
  const { view, ...decision } = await decided;
  if (!view) return { refuse: turn.reader.text.consent.refused.noSuchCandidate };
  return decision.ok ? { show: consentCard(view, readerIn(turn, view)) } : refused(turn, view, decision.refusal, typed);
}

const answering = (
  turn: Turn,
  fields: Ids & { nonce: string; rev: number; text?: string | undefined },
  typed: Typed,
  given: Omit<Answer, "at" | "way" | "by" | "text">,
) => {
  const text = {
    drawn: fields.text,
    now: (view: CandidacyView) => versionOf(fields.text, view, readerIn(turn, view)),
  };
  const decided = answerConsent(turn.ports, refOf(turn, fields), { ...given, text }, pressOf(turn, fields));
  return confirmed(turn, decided, typed);
};

export const consentHandlers: Handlers<keyof typeof consentVerbs> = {
  ...consentOfficeHandlers,
  "consent.show": (turn, ids) => own(turn, ids, ({ view, reader }) => consentCard(view, reader), { evenWrong: true }),
  "consent.reasons": (turn, ids) => own(turn, ids, ({ view, reader }) => reasonsCard(view, ids.page ?? 0, reader)),
  "consent.change": async (turn, ids) => {
    const view = await findCandidacy(turn.ports, refOf(turn, ids));
    if (!view) return { refuse: turn.reader.text.consent.refused.noSuchCandidate };
    const no = barred(view, { by: turn.by.id, arrivedAt: turn.arrivedAt });
    if (no) return refused(turn, view, no);
    const reader = readerIn(turn, view);
    return { show: view.candidate.consent === "asked" ? consentCard(view, reader) : changeCard(view, reader) };
  },
  "consent.give": (turn, { limit, theme, limitText, ...ids }) => {
    const typed = { limit, theme, limitText };
    return asked(turn, ids, typed, ({ reader }, press) => confirmGiveCard(press, limitFrom(typed), typed, reader));
  },
  "consent.confirmGive": (turn, { limit, theme, limitText, ...fields }) => {
    const typed = { limit, theme, limitText };
    const meant = limitFrom(typed);
    return answering(turn, fields, typed, { state: "given", ...(meant && { limit: meant }) });
  },
  "consent.decline": (turn, ids) => asked(turn, ids, {}, ({ reader }, press) => confirmDeclineCard(press, reader)),
  "consent.confirmDecline": (turn, { reason, ...fields }) =>
    answering(turn, fields, { reason }, { state: "declined", ...(reason && { reason }) }),
  "consent.notMe": (turn, ids) => asked(turn, ids, {}, ({ reader }, press) => confirmNotMeCard(press, reader)),
  "consent.confirmNotMe": (turn, fields) =>
    confirmed(turn, sayNotMe(turn.ports, refOf(turn, fields), pressOf(turn, fields))),
  "consents.mine": async (turn) => ({
    show: myConsentsCard(await candidaciesOf(turn.ports, turn.where.tenant, turn.by.id), turn.reader),
  }),
};
