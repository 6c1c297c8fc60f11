import type { CandidacyView } from "../../../cards/candidacy.ts";
import { changeCard, consentCard } from "../../../cards/consent.ts";
import { confirmDeclineCard, confirmGiveCard, confirmNotMeCard } from "../../../cards/consent-confirm.ts";
import { limitFrom, type TypedLimit } from "../../../cards/consent-parts.ts";
import { myConsentsCard, reasonsCard } from "../../../cards/consents.ts";
import { explainAnswer } from "../../../cards/explain/consent.ts";
import type { Card } from "../../../cards/kit.ts";
import { consentTextVersion } from "../../../cards/notice.ts";
import type { Reader } from "../../../cards/reader.ts";
import type { consentVerbs } from "../../../cards/verbs/consent.ts";
import type { Answer } from "../../domain/candidate.ts";
import { type AnswerRefusal, barred } from "../../domain/consent.ts";
import type { Decision } from "../../domain/decision.ts";
import type { CallId, CandidateId } from "../../domain/ids.ts";
import { candidaciesOf, findCandidacy, type NoSuchCandidate } from "../../usecases/candidacy.ts";
import { answerConsent, sayNotMe } from "../../usecases/consent.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { consentOfficeHandlers } from "./consent-office.ts";

interface Ids {
  call: CallId;
  candidate: CandidateId;
}

/** A candidacy in a turn: with its group's clock. */
interface Opened {
  view: CandidacyView;
  reader: Reader;
}

export const refOf = ({ where }: Turn, { call, candidate }: Ids) => ({ tenant: where.tenant, call, candidate });

/** Opens a candidacy for the candidate themself; anybody else gets one sentence. */
async function own(turn: Turn, ids: Ids, draw: (opened: Opened) => Card): Promise<Reply> {
  const view = await findCandidacy(turn.ports, refOf(turn, ids));
  const { refused } = turn.reader.text.consent;
  if (!view) return { refuse: refused.noSuchCandidate };
  if (view.candidate.person !== turn.by.id) return { refuse: refused.notYours };
  return { show: draw({ view, reader: readerIn(turn, view) }) };
}

export const readerIn = ({ reader, ports }: Turn, { group }: Pick<CandidacyView, "group">): Reader => ({
  ...reader,
  zone: group.zone,
  now: ports.clock.now(),
});

/** The first press: shows what the second one confirms, when answering is possible at all. Writes nothing. */
async function asked(
  turn: Turn,
  ids: Ids & { rev: number },
  typed: TypedLimit,
  draw: (opened: Opened, asked: { view: CandidacyView; nonce: string; rev: number }) => Card,
): Promise<Reply> {
  const view = await findCandidacy(turn.ports, refOf(turn, ids));
  if (!view) return { refuse: turn.reader.text.consent.refused.noSuchCandidate };
  const reader = readerIn(turn, view);
  const no = barred(view, { by: turn.by.id, arrivedAt: turn.arrivedAt });
  const stale = view.candidate.rev === ids.rev ? undefined : ({ kind: "stale" } as const);
  if (no ?? stale) return refused(turn, view, (no ?? stale) as AnswerRefusal, typed);
  return { show: draw({ view, reader }, { view, nonce: turn.ports.ids.random(), rev: ids.rev }) };
}

/** A refused answer: why, and the card as it is now with what was typed; a stranger sees only the sentence. */
function refused(
  turn: Turn,
  view: CandidacyView,
  refusal: AnswerRefusal | NoSuchCandidate | { kind: "noSuchRound" },
  typed?: TypedLimit,
): Reply {
  const reader = readerIn(turn, view);
  const why = explainAnswer(refusal, turn.arrivedAt, reader);
  if (view.candidate.person !== turn.by.id) return { refuse: why };
  const answeredAlready = view.candidate.consent === "given" || view.candidate.consent === "declined";
  const fresh = typed && answeredAlready && !barred(view, { by: turn.by.id, arrivedAt: turn.arrivedAt });
  return { refuse: why, fresh: fresh ? changeCard(view, reader, typed) : consentCard(view, reader, typed) };
}

/** The second press: decides, saves, and shows the card as it then is; a redelivered one shows the same. */
async function confirmed(
  turn: Turn,
  ids: Ids,
  decide: (
    view: CandidacyView,
    reader: Reader,
  ) => Promise<Decision<unknown, AnswerRefusal | NoSuchCandidate | { kind: "noSuchRound" }>>,
  typed?: TypedLimit,
): Promise<Reply> {
  const before = await findCandidacy(turn.ports, refOf(turn, ids));
  if (!before) return { refuse: turn.reader.text.consent.refused.noSuchCandidate };
  const decision = await decide(before, readerIn(turn, before));
  const after = (await findCandidacy(turn.ports, refOf(turn, ids))) ?? before;
  return decision.ok
    ? { show: consentCard(after, readerIn(turn, after)) }
    : refused(turn, after, decision.refusal, typed);
}

const pressOf = (turn: Turn, { nonce, rev }: { nonce: string; rev: number }) => ({
  by: turn.by.id,
  nonce,
  rev,
  arrivedAt: turn.arrivedAt,
});

const answering = (
  turn: Turn,
  fields: Ids & { nonce: string; rev: number },
  typed: TypedLimit,
  given: Omit<Answer, "at" | "way" | "by" | "text">,
) =>
  confirmed(
    turn,
    fields,
    (view, reader) =>
      answerConsent(
        turn.ports,
        refOf(turn, fields),
        { ...given, text: consentTextVersion(view, reader) },
        pressOf(turn, fields),
      ),
    typed,
  );

export const consentHandlers: Handlers<keyof typeof consentVerbs> = {
  ...consentOfficeHandlers,
  "consent.show": (turn, ids) => own(turn, ids, ({ view, reader }) => consentCard(view, reader)),
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
    answering(turn, fields, {}, { state: "declined", ...(reason && { reason }) }),
  "consent.notMe": (turn, ids) => asked(turn, ids, {}, ({ reader }, press) => confirmNotMeCard(press, reader)),
  "consent.confirmNotMe": (turn, fields) =>
    confirmed(turn, fields, () => sayNotMe(turn.ports, refOf(turn, fields), pressOf(turn, fields))),
  "consents.mine": async (turn) => ({
    show: myConsentsCard(await candidaciesOf(turn.ports, turn.where.tenant, turn.by.id), turn.reader),
  }),
};
