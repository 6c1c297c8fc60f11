import { requestCard } from "../../../cards/data-request.ts";
import { explainAnswerRequest, explainAsk, explainPurge } from "../../../cards/explain/mydata.ts";
import { myDataCard, myFileCard } from "../../../cards/my-data.ts";
import { askForm, contactForm, eraseCard } from "../../../cards/my-data-forms.ts";
import { withNotice } from "../../../cards/problem.ts";
import { purgeCard } from "../../../cards/retention.ts";
import type { mydataVerbs } from "../../../cards/verbs/mydata.ts";
import { isOfficer } from "../../domain/group.ts";
import type { KeptId } from "../../domain/ids.ts";
import { looksLikeEmail } from "../../domain/organisations.ts";
import { answerDataRequest, findRequest, type RequestRef } from "../../usecases/data-request.ts";
import { eraseOwn, parted } from "../../usecases/erase.ts";
import { askOfficers, correctOwnContact, ofPerson, ownDataOf } from "../../usecases/my-data.ts";
import { mintMyFile } from "../../usecases/my-file.ts";
import { notePurge } from "../../usecases/retention.ts";
import { keptIn, openRound } from "../../usecases/round.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";

const whoseOf = ({ by, where }: Turn) => ofPerson(by, where.tenant);

/** What is personal is shown in the 1:1 chat only. */
const inPrivate = (turn: Turn, show: () => Promise<Reply>): Promise<Reply> =>
  turn.where.personal ? show() : Promise.resolve({ say: turn.reader.text.home.private });

const mine = async (turn: Turn, page = 0, notice?: string): Promise<Reply> => ({
  show: myDataCard(await ownDataOf(turn.ports, whoseOf(turn)), page, turn.reader, notice),
});

/** A coming erasing for those who lead the group. */
async function purge(turn: Turn, id: KeptId): Promise<Reply> {
  const round = await openRound(turn.ports, id);
  const kept = round && keptIn(round);
  const { reader } = turn;
  if (!kept || round.group.place.tenant !== turn.where.tenant) return { refuse: reader.text.common.notFound };
  if (!isOfficer(round.group, turn.by.id)) return { refuse: reader.text.mydata.refused.notAllowed };
  return { show: purgeCard({ group: round.group, kept }, turn.ports.ids.random(), reader) };
}

/** A request for those who lead its group; with what was typed and why it wasn't taken. */
async function request(
  turn: Turn,
  ref: RequestRef,
  given?: { problem?: string; written?: string | undefined },
): Promise<Reply> {
  const found = await findRequest(turn.ports, ref);
  const { reader } = turn;
  if (!found) return { refuse: reader.text.common.notFound };
  if (!isOfficer(found.group, turn.by.id)) return { refuse: reader.text.mydata.refused.notAllowed };
  return { show: requestCard(found, turn.ports.ids.random(), reader, given) };
}

/** One's own data, and for officers requests about data and coming erasings. */
export const mydataHandlers: Handlers<keyof typeof mydataVerbs> = {
  "mydata.show": (turn, { page }) => inPrivate(turn, () => mine(turn, page)),
  "mydata.download": (turn) =>
    inPrivate(turn, async () => {
      const link = await mintMyFile(turn.ports, { person: turn.by.id, tenant: turn.where.tenant });
      return { show: myFileCard(link, turn.reader) };
    }),
  "mydata.contactForm": (turn) =>
    inPrivate(turn, async () => ({ show: contactForm({ nonce: turn.ports.ids.random() }, turn.reader) })),
  "mydata.contact": (turn, { nonce, email, phone }) =>
    inPrivate(turn, async () => {
      const { contact } = turn.reader.text.mydata;
      const problem =
        !email && !phone ? contact.missing : email && !looksLikeEmail(email) ? contact.invalidEmail : undefined;
      if (problem) return { show: contactForm({ nonce, email, phone, problem }, turn.reader) };
      const corrected = await correctOwnContact(turn.ports, whoseOf(turn), {
        ...(email ? { email } : {}),
        ...(phone ? { phone } : {}),
      });
      return mine(turn, 0, corrected > 0 ? contact.done : contact.nothing);
    }),
  "mydata.askForm": (turn) =>
    inPrivate(turn, async () => ({
      show: askForm({ data: await ownDataOf(turn.ports, whoseOf(turn)), nonce: turn.ports.ids.random() }, turn.reader),
    })),
  "mydata.ask": (turn, { nonce, about, ask = "correct", text = "" }) =>
    inPrivate(turn, async () => {
      const { reader, ports, by } = turn;
      const whose = whoseOf(turn);
      const again = async (problem: string): Promise<Reply> => ({
        show: askForm({ data: await ownDataOf(ports, whose), nonce, about, ask, written: text, problem }, reader),
      });
      if (!about) return again(reader.text.common.required);
      const decision = await askOfficers(ports, whose, {
        ...{ round: about, nonce, ask, text, name: by.name },
        lang: reader.lang,
      });
      return decision.ok ? mine(turn, 0, reader.text.mydata.ask.done) : again(explainAsk(decision.refusal, reader));
    }),
  "mydata.eraseAsk": (turn) =>
    inPrivate(turn, async () => {
      const data = await ownDataOf(turn.ports, whoseOf(turn));
      const leads = data.groups.some(({ group }) => isOfficer(group, turn.by.id));
      return { show: eraseCard({ ...parted(data), leads }, turn.ports.ids.random(), turn.reader) };
    }),
  "mydata.erase": (turn) =>
    inPrivate(turn, async () => {
      const { gone } = await eraseOwn(turn.ports, whoseOf(turn));
      const { erase } = turn.reader.text.mydata;
      return mine(turn, 0, gone ? erase.done : erase.doneKept);
    }),
  "request.show": (turn, ids) => request(turn, { ...ids, tenant: turn.where.tenant }),
  "request.answer": async (turn, { rev, nonce, text, ...ids }) => {
    const ref = { ...ids, tenant: turn.where.tenant };
    const decision = await answerDataRequest(turn.ports, ref, { text, by: turn.by.id, nonce, rev });
    if (!decision.ok)
      return request(turn, ref, { problem: explainAnswerRequest(decision.refusal, turn.reader), written: text });
    return request(turn, ref);
  },
  "purge.show": (turn, { round }) => purge(turn, round),
  "purge.note": async (turn, { round, nonce }) => {
    const decision = await notePurge(turn.ports, { round, tenant: turn.where.tenant, by: turn.by.id, nonce });
    const fresh = await purge(turn, round);
    if (decision.ok || !("show" in fresh)) return fresh;
    return { show: withNotice(fresh.show, explainPurge(decision.refusal, turn.reader)) };
  },
};
