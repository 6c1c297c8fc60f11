import { explainHand, explainReturned, handCard, returnedForm } from "../../../cards/consent-hand.ts";
import type { linkVerbs } from "../../../cards/verbs/link.ts";
import { findCandidacy } from "../../usecases/candidacy.ts";
import { noteReturned, takeConsentLink } from "../../usecases/consent-link.ts";
import type { Handlers } from "../turn.ts";
import { officers, pageCard, pressOf, readerIn, refOf } from "./candidate-page.ts";

/** A candidate's link passed on by hand, and mail to them that came back. */
export const candidateLinkHandlers: Handlers<keyof typeof linkVerbs> = {
  "candidate.link": async (turn, ids) => {
    const { by, arrivedAt, where, reader } = turn;
    // in a channel everybody would see the link that answers for the candidate
    if (!where.personal && reader.door === "card") return { refuse: explainHand({ kind: "here" }, reader) };
    const taken = await takeConsentLink(turn.ports, refOf(turn, ids), { by: by.id, at: arrivedAt });
    if (!taken.ok) return { refuse: explainHand(taken.refusal, reader) };
    return { show: handCard(taken.state, { ...taken.state, by: by.id }, readerIn(turn, taken.state)) };
  },

  "candidate.returnedForm": (turn, ids) =>
    officers(turn, ids, (view, reader) => returnedForm(view, turn.ports.ids.random(), reader)),

  "candidate.returned": async (turn, ids) => {
    const decision = await noteReturned(turn.ports, refOf(turn, ids), pressOf(turn, ids));
    const view = await findCandidacy(turn.ports, refOf(turn, ids));
    if (decision.ok && view) return { show: await pageCard(turn, view, turn.reader.text.links.returned.done) };
    const why = decision.ok ? turn.reader.text.links.returned.done : explainReturned(decision.refusal, turn.reader);
    return officers(turn, ids, (now, reader) => returnedForm(now, turn.ports.ids.random(), reader, why)).then(
      (reply) => ("show" in reply ? { refuse: why, fresh: reply.show } : reply),
    );
  },
};
