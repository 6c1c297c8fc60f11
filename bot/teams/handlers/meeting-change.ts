import type { AnyMeetingRefusal } from "../../../cards/explain/meeting.ts";
import type { Card } from "../../../cards/kit.ts";
import { meetingForm, valuesOf } from "../../../cards/meeting-form.ts";
import { meetingManageCard } from "../../../cards/meeting-manage.ts";
import { cancelForm, moveForm, noticeForm } from "../../../cards/meeting-steps.ts";
import type { Text } from "../../../cards/text.ts";
import type { meetingVerbs } from "../../../cards/verbs/meeting.ts";
import { type Decision, refuse } from "../../domain/decision.ts";
import { moveTyped, toldTyped, urlTyped } from "../../domain/meeting-typed.ts";
import { cancelMeeting, changeMeeting, moveMeeting, sendNotice } from "../../usecases/meeting.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { type AtMeetingTurn, asMeetingOfficer, atMeeting, meetingSentence, placeOf } from "./meeting-turn.ts";

type ChangeVerb = Extract<
  keyof typeof meetingVerbs,
  | "meeting.moveForm"
  | "meeting.move"
  | "meeting.changeForm"
  | "meeting.change"
  | "meeting.cancelForm"
  | "meeting.cancel"
  | "meeting.noticeForm"
  | "meeting.notice"
>;

/** What officers change about a meeting that was called: its time, its details, its notice, its being held. */
export const meetingChangeHandlers: Handlers<ChangeVerb> = {
  "meeting.moveForm": (turn, { meeting }) =>
    asMeetingOfficer(turn, meeting, (at) => ({ show: moveForm(stepOf(turn, at), at.reader) })),
  "meeting.move": (turn, { meeting, rev, nonce, ...values }) =>
    asMeetingOfficer(turn, meeting, async (at) => {
      const span = moveTyped(values, at.seen.meeting.start.zone);
      const decision = span.ok
        ? await moveMeeting(turn.ports, placeOf(turn, meeting), { ...span.state, ...press(turn), rev, nonce })
        : span;
      return answered(turn, at, decision, "moved", (now, problem) =>
        moveForm({ ...stepOf(turn, now), values, problem }, now.reader),
      );
    }),

  "meeting.changeForm": (turn, { meeting }) =>
    asMeetingOfficer(turn, meeting, (at) => ({ show: changeForm(turn, at, valuesOf(at.seen.meeting)) })),
  "meeting.change": (turn, { meeting: id, rev, nonce, anyway, ...typed }) =>
    asMeetingOfficer(turn, id, async (at) => {
      const { meeting, group } = at.seen;
      const told = toldTyped(typed, group, meeting, { now: turn.arrivedAt, anyway });
      const decision = told.ok
        ? await changeMeeting(turn.ports, placeOf(turn, id), { written: told.state, ...press(turn), rev, nonce })
        : told;
      const lacks = !decision.ok && decision.refusal.kind === "languagesMissing";
      return answered(turn, at, decision, "changed", (now, problem) =>
        changeForm(turn, now, typed, { problem, anyway: lacks }),
      );
    }),

  "meeting.cancelForm": (turn, { meeting }) =>
    asMeetingOfficer(turn, meeting, (at) => ({ show: cancelForm(stepOf(turn, at), at.reader) })),
  "meeting.cancel": (turn, { meeting, rev, nonce, reason }) =>
    asMeetingOfficer(turn, meeting, async (at) => {
      const decision = await cancelMeeting(turn.ports, placeOf(turn, meeting), { reason, ...press(turn), rev, nonce });
      return answered(turn, at, decision, "cancelled", (now, problem) =>
        cancelForm({ ...stepOf(turn, now), reason, problem }, now.reader),
      );
    }),

  "meeting.noticeForm": (turn, { meeting }) =>
    asMeetingOfficer(turn, meeting, (at) => ({ show: noticeForm(stepOf(turn, at), at.reader) })),
  "meeting.notice": (turn, { meeting, rev, nonce, ...values }) =>
    asMeetingOfficer(turn, meeting, async (at) => {
      const [agenda, material] = [urlTyped(values.agendaUrl), urlTyped(values.materialUrl)];
      const wrong = [agenda, material].find((url) => !url.ok);
      const decision =
        wrong && !wrong.ok
          ? refuse<AnyMeetingRefusal>(wrong.refusal)
          : await sendNotice(turn.ports, placeOf(turn, meeting), { ...values, ...press(turn), rev, nonce });
      return answered(turn, at, decision, "noticed", (now, problem) =>
        noticeForm({ ...stepOf(turn, now), values, problem }, now.reader),
      );
    }),
};

const press = ({ by, arrivedAt }: Turn) => ({ by: by.id, now: arrivedAt });

const stepOf = ({ ports }: Turn, { seen: { meeting, group } }: AtMeetingTurn) => ({
  meeting,
  group,
  nonce: ports.ids.random(),
});

function changeForm(
  turn: Turn,
  { seen: { meeting, group }, reader }: AtMeetingTurn,
  values: Parameters<typeof meetingForm>[0]["values"],
  refused: { problem?: string; anyway?: boolean } = {},
): Card {
  return meetingForm({ group, meeting, values, people: [], nonce: turn.ports.ids.random(), ...refused }, reader);
}

/** The officers' card as it stands now, or the form again with what was typed, as the meeting now is. */
const answered = (
  turn: Turn,
  { seen }: AtMeetingTurn,
  decision: Decision<object, AnyMeetingRefusal>,
  done: keyof Pick<Text["meeting"]["manage"], "moved" | "changed" | "cancelled" | "noticed">,
  again: (now: AtMeetingTurn, problem: string) => Card,
): Promise<Reply> =>
  atMeeting(turn, seen.meeting.id, (now) =>
    decision.ok
      ? { show: meetingManageCard({ seen: now.seen, notice: now.reader.text.meeting.manage[done] }, now.reader) }
      : { show: again(now, meetingSentence(decision.refusal, now.reader)) },
  );
