import { contactOf, deadlineHeld } from "../bot/domain/call.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import { mayAcceptLate } from "../bot/domain/nominate-late.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import { dayOf } from "../bot/domain/time.ts";
import { submit } from "./actions.ts";
import { copyable, dateInput, textInput, timeInput } from "./inputs.ts";
import { type Card, card, heading, line, row, strip } from "./kit.ts";
import { bold, clip } from "./literal.ts";
import { go, inZone, type NominationParts, open, organisationNames, type Scene, titleOf } from "./nomination-parts.ts";
import { nominationFacts, nominationFolds } from "./nomination-receipt.ts";
import { nominationText } from "./nomination-text.ts";
import { pageOf } from "./paged.ts";
import type { Reader } from "./reader.ts";
import { NOMINATION_CAPS as CAPS } from "./verbs/nomination.ts";
import { dateTime, shortDateTime, told } from "./when.ts";

/** Too late: both clock times, everything that was written, in one piece to copy, and whom to call with which code. */
export function lateCard(parts: NominationParts, asRead: Reader): Card {
  const { call, group, nomination } = parts;
  const reader = inZone(asRead, group);
  const { late } = reader.text.nomination;
  const times = timesOf(parts, reader);
  const contact = contactOf(call, dayOf(reader.now, group.zone));
  const whom = contact && [contact.name, contact.phone ?? contact.email].filter(Boolean).join(", ");
  return card({
    lang: reader.lang,
    fallbackText: `${late.heading}. ${nomination.code}`,
    body: [
      heading(late.heading),
      strip("warning", late.strip, late.times(times.deadline, times.arrival)),
      copyable({ id: "copy", label: reader.text.common.your, value: nominationText(nomination, call, reader, group) }),
      line(
        ...(whom ? [late.contact, bold(whom), "."] : [late.noContact]),
        late.mention,
        bold(nomination.code),
        `. ${late.registered}`,
      ),
    ],
  });
}

/** To the officers: one came late. The chair can take it up nevertheless. */
export function lateArrivedCard(parts: NominationParts & { viewer: PersonId | undefined }, asRead: Reader): Card {
  const { group, call, nomination, viewer } = parts;
  const reader = inZone(asRead, group);
  const { late, receipt } = reader.text.nomination;
  const title = late.officersHeading(titleOf(parts, reader));
  const waits = nomination.status === "late" && call.status !== "cancelled" && call.status !== "selected";
  const may = waits && viewer !== undefined && mayAcceptLate(group, nomination, viewer);
  const times = timesOf(parts, reader);
  const data = { call: call.id, nomination: nomination.id };
  return card({
    lang: reader.lang,
    fallbackText: `${title} · ${nomination.code}`,
    body: [
      heading(title),
      nomination.lateAccepted
        ? strip("good", late.acceptedStrip, receipt.at(dateTime(nomination.lateAccepted.at, reader)))
        : strip("warning", late.waiting, late.waitingRest),
      line(late.formTimes(times.deadline, times.arrival)),
      nominationFacts(parts, reader),
      waits && line(may ? late.mayAccept : late.chairMay),
      ...nominationFolds(parts, reader),
    ],
    actions: [
      may && open(late.accept, "nomination.acceptLateForm", data, reader),
      go(late.listButton, "nomination.late", { call: call.id }, reader),
    ],
  });
}

/** To the proposer: the chair took the late proposal up. */
export function lateAcceptedCard(parts: NominationParts, asRead: Reader): Card {
  const { candidate, nomination } = parts;
  const reader = inZone(asRead, parts.group);
  const { late } = reader.text.nomination;
  const until = candidate?.consentBy;
  return card({
    lang: reader.lang,
    fallbackText: `${late.acceptedHeading}. ${nomination.code}`,
    body: [
      heading(late.acceptedHeading),
      strip("good", late.acceptedStrip, late.acceptedRest),
      nominationFacts(parts, reader),
      candidate?.consent === "asked" && line(until ? late.askedUntil(dateTime(until.at, reader)) : late.asked),
    ],
  });
}

const PAGE = 12;

/** All that came late, for the officers. */
export function lateListCard(
  { nominations, page, ...scene }: Scene & { nominations: readonly Nomination[]; page: number },
  asRead: Reader,
): Card {
  const reader = inZone(asRead, scene.group);
  const { late } = reader.text.nomination;
  const title = late.listHeading(titleOf(scene, reader));
  const { shown, next } = pageOf(nominations, page, PAGE);
  const to = (n: Nomination) => ({ call: scene.call.id, nomination: n.id });
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip("emphasis", nominations.length > 0 ? late.listStrip(nominations.length) : late.none),
      ...shown.map((n, at) =>
        row({
          title: n.nominee.name,
          sub: [n.code, clip(organisationNames(n.organisations, reader, 2), 120)].filter(Boolean).join(" · "),
          right: n.lateAccepted ? late.taken : late.notTaken,
          attention: !n.lateAccepted,
          rightSub: shortDateTime(n.arrival.at, reader),
          press: go(`${n.nominee.name} ${n.code}`, "nomination.show", to(n), reader),
          separator: at > 0,
        }),
      ),
    ],
    actions: [
      next !== undefined && go(late.next, "nomination.late", { call: scene.call.id, page: next }, reader),
      page > 0 && go(late.previous, "nomination.late", { call: scene.call.id, page: page - 1 }, reader),
      go(reader.text.nomination.form.back, "call.card", { call: scene.call.id }, reader),
    ],
  });
}

export interface AcceptLateParts extends NominationParts {
  nonce: string;
  written: { reason?: string | undefined; date?: string | undefined; time?: string | undefined };
  problem?: string | undefined;
}

/** The chair accepts a late proposal, with a reason and a time for the candidate to answer. */
export function acceptLateForm(parts: AcceptLateParts, asRead: Reader): Card {
  const { call, nomination, nonce, written, problem } = parts;
  const reader = inZone(asRead, parts.group);
  const { late } = reader.text.nomination;
  const { door } = reader;
  const times = timesOf(parts, reader);
  const data = { call: call.id, nomination: nomination.id };
  return card({
    lang: reader.lang,
    fallbackText: late.formHeading(nomination.code),
    body: [
      heading(late.formHeading(nomination.code)),
      problem === undefined
        ? strip("warning", late.formStrip, late.formTimes(times.deadline, times.arrival))
        : strip("warning", problem),
      nominationFacts(parts, reader),
      textInput({
        ...{ id: "lateReason", label: late.reason, value: written.reason, required: late.reasonRequired },
        ...{ maxLength: CAPS.lateReason, multiline: true },
      }),
      dateInput({ id: "untilDate", label: late.untilDate, required: late.untilDateRequired, value: written.date }),
      timeInput({ id: "untilTime", label: late.untilTime, required: late.untilTimeRequired, value: written.time }),
      line(late.formText),
    ],
    actions: [
      submit(
        late.accept,
        "nomination.acceptLate",
        { ...data, rev: nomination.rev, nonce },
        { door, style: "positive" },
      ),
      submit(reader.text.common.back, "nomination.show", data, { door, inputs: false }),
    ],
  });
}

/** Deadline and arrival, told apart even within one second. */
function timesOf({ call, nomination }: NominationParts, reader: Reader) {
  const deadline = deadlineHeld(call, nomination.seatGroup, nomination.arrival.at)?.at ?? nomination.arrival.at;
  return told(deadline, nomination.arrival.at, reader);
}
