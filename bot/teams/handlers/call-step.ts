import { manageCard } from "../../../cards/call-manage.ts";
import { previewCard } from "../../../cards/call-preview.ts";
import { stepCard } from "../../../cards/call-step.ts";
import type { callVerbs } from "../../../cards/verbs/call.ts";
import type { stepVerbs } from "../../../cards/verbs/call-steps.ts";
import type { Fields, Verb } from "../../../cards/verbs.ts";
import type { Call } from "../../domain/call.ts";
import { mainLang, type Page, pageAfter, type Step, type Written } from "../../domain/call-steps.ts";
import type { LocalText } from "../../domain/lang.ts";
import { callFor } from "../../usecases/call-reading.ts";
import { saveCallPage } from "../../usecases/call-write.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { type AtCall, asOfficer, sentenceFor } from "./call-turn.ts";

type StepVerb = Extract<keyof typeof callVerbs, "call.step"> | keyof typeof stepVerbs;

/** Writing a call page by page. */
export const stepHandlers: Handlers<StepVerb> = {
  "call.step": (turn, { call: id, step, lang }) =>
    asOfficer(turn, id, (at) => {
      const page = lang ?? mainLang(at.group);
      return step === "preview"
        ? { show: previewCard(at.call, at.group, page, turn.ports.ids.random(), at.reader) }
        : openPage(turn, at, { step, lang: page });
    }),
  "call.saveTexts": (turn, fields) => save(turn, fields, "texts", fields),
  "call.saveSeats": (turn, fields) => save(turn, fields, "seats", fields),
  "call.saveCriteria": (turn, fields) => save(turn, fields, "criteria", fields),
  "call.saveDates": (turn, fields) => save(turn, fields, "dates", fields),
  "call.savePractical": (turn, fields) => save(turn, fields, "practical", fields),
};

/** The form of one page, unless the call can't be changed now. */
export function openPage(turn: Turn, { call, group, reader }: AtCall, page: Page): Reply {
  const refusal = unchangeable(call);
  if (refusal) return { refuse: sentenceFor(refusal, reader), fresh: manageCard(call, group, reader) };
  return { show: stepCard({ call, group, page, reader, nonce: turn.ports.ids.random() }) };
}

const unchangeable = (call: Call) => {
  if (call.publishing) return { kind: "beingPublished" as const };
  if (call.status === "cancelled" || call.status === "selected")
    return { kind: "wrongStatus" as const, status: call.status };
  return undefined;
};

type PageFields = Fields<Extract<Verb, "call.saveTexts">>;

async function save<S extends Step>(
  turn: Turn,
  fields: Pick<PageFields, "call" | "lang" | "stamp" | "nonce" | "next" | "noteFi" | "noteSv" | "noteEn">,
  step: S,
  written: Written[S],
): Promise<Reply> {
  return asOfficer(turn, fields.call, async ({ group, reader }) => {
    const { ports, by, where, arrivedAt } = turn;
    const page = { step, lang: fields.lang };
    const note = noteOf(fields);
    const { stamp, nonce } = fields;
    const decision = await saveCallPage(
      ports,
      { call: fields.call, tenant: where.tenant },
      { ...page, written, note, stamp, nonce, by: by.id, now: arrivedAt },
    );
    if (decision.ok) return afterSaving(turn, { call: decision.state.call, group, reader }, page, fields.next);
    const now = await callFor(ports, fields.call, { person: by.id, tenant: where.tenant });
    const problem = sentenceFor(decision.refusal, reader);
    if (!now) return { refuse: problem };
    const stale = decision.refusal.kind === "stale";
    return { show: stepCard({ ...now, page, reader, nonce: ports.ids.random(), written, note, problem, stale }) };
  });
}

function afterSaving(turn: Turn, at: AtCall, page: Page, next: "on" | "back"): Reply {
  const { call, group, reader } = at;
  if (next === "back" || call.status !== "draft") return { show: manageCard(call, group, reader) };
  const following = pageAfter(group, page);
  if (following) return openPage(turn, at, following);
  return { show: previewCard(call, group, mainLang(group), turn.ports.ids.random(), reader) };
}

const noteOf = ({ noteFi, noteSv, noteEn }: Pick<PageFields, "noteFi" | "noteSv" | "noteEn">): LocalText => ({
  ...(noteFi ? { fi: noteFi } : {}),
  ...(noteSv ? { sv: noteSv } : {}),
  ...(noteEn ? { en: noteEn } : {}),
});
