import type { AnyMeetingRefusal } from "../../../cards/explain/meeting.ts";
import { meetingForm } from "../../../cards/meeting-form.ts";
import { meetingsCard } from "../../../cards/meeting-list.ts";
import { calendarCard, meetingCopyCard, meetingManageCard } from "../../../cards/meeting-manage.ts";
import { peopleCard } from "../../../cards/meeting-people.ts";
import type { meetingVerbs } from "../../../cards/verbs/meeting.ts";
import { accept, type Decision, refuse } from "../../domain/decision.ts";
import { type Group, isOfficer } from "../../domain/group.ts";
import type { GroupId } from "../../domain/ids.ts";
import type { Meeting } from "../../domain/meeting.ts";
import { spanTyped, toldTyped } from "../../domain/meeting-typed.ts";
import { mintCalendarLink, outlookCopy } from "../../usecases/ics.ts";
import { callMeeting, fixedMeetingId } from "../../usecases/meeting.ts";
import { meetingsFor, readMeetingFor } from "../../usecases/meeting-reading.ts";
import { membersOf } from "../../usecases/poll.ts";
import { rosterOf } from "../../usecases/roster.ts";
import { readGroup } from "../../usecases/round.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { ledReady } from "./home.ts";
import { attendHandlers } from "./meeting-attend.ts";
import { meetingChangeHandlers } from "./meeting-change.ts";
import { invitedFrom } from "./meeting-invited.ts";
import { meetingPeopleHandlers } from "./meeting-people.ts";
import { asMeetingOfficer, atMeeting, meetingSentence, pageFor, placeOf } from "./meeting-turn.ts";

type Typed = Parameters<Handlers<"meeting.call">["meeting.call"]>[1];

/** What is pressed about meetings. */
export const meetingHandlers: Handlers<keyof typeof meetingVerbs> = {
  ...attendHandlers,
  ...meetingChangeHandlers,
  ...meetingPeopleHandlers,

  "meetings.mine": async (turn, { page = 0 }) => {
    const { ports, by, where, reader } = turn;
    if (!where.personal) return { say: reader.text.home.private };
    const led = (await ledReady(turn)).map(({ group }) => group).filter((group) => isOfficer(group, by.id));
    const listed = await meetingsFor(ports, by.id, where.tenant, led);
    return { show: meetingsCard({ listed, person: by.id, page, led }, reader) };
  },

  "meeting.form": (turn, { group }) => forGroup(turn, group, (found) => form(turn, found, {})),
  "meeting.call": (turn, { group: id, nonce, anyway, ...typed }) =>
    forGroup(turn, id, async (group) => {
      const decision = await called(turn, group, nonce, { ...typed, anyway });
      if (!decision.ok) {
        const { refusal } = decision;
        const lacks = refusal.kind === "languagesMissing";
        return form(turn, group, typed, { problem: meetingSentence(refusal, turn.reader), anyway: lacks });
      }
      const seen = await readMeetingFor(turn.ports, placeOf(turn, decision.state.id), turn.by.id);
      const reader = { ...turn.reader, zone: group.zone };
      if (!seen) return { refuse: reader.text.common.notFound };
      return { show: meetingManageCard({ seen, notice: reader.text.meeting.manage.called }, reader) };
    }),

  "meeting.manage": (turn, { meeting }) =>
    asMeetingOfficer(turn, meeting, ({ seen, reader }) => ({ show: meetingManageCard({ seen }, reader) })),
  "meeting.people": (turn, { meeting, page = 0 }) =>
    asMeetingOfficer(turn, meeting, ({ seen, reader }) => ({ show: peopleCard({ seen, page }, reader) })),

  "meeting.calendar": (turn, { meeting: id }) =>
    atMeeting(turn, id, async (at) => {
      const { seen, reader } = at;
      const { meeting, group } = seen;
      const isCalled = meeting.invited.some((i) => i.person === turn.by.id);
      if (!isCalled && !isOfficer(group, turn.by.id))
        return { refuse: reader.text.meeting.refused.notInvited, fresh: pageFor(turn, at) };
      const url = await mintCalendarLink(turn.ports, { meeting, person: turn.by.id, lang: reader.lang });
      return { show: calendarCard({ meeting, group, url }, reader) };
    }),
  "meeting.copy": (turn, { meeting: id }) =>
    asMeetingOfficer(turn, id, async ({ seen: { meeting, group }, reader }) => {
      const copied = await outlookCopy(turn.ports, { ...placeOf(turn, id), by: turn.by.id, lang: reader.lang });
      return copied
        ? { show: meetingCopyCard({ meeting, group, copied }, reader) }
        : { refuse: reader.text.common.notFound };
    }),
};

/** Answers those who lead a group of the presser's tenant that is set up. */
async function forGroup(turn: Turn, id: GroupId, answer: (group: Group) => Promise<Reply>): Promise<Reply> {
  const { ports, by, where, reader } = turn;
  const group = await readGroup(ports.store, id);
  if (!group || group.place.tenant !== where.tenant) return { refuse: reader.text.common.notFound };
  if (!isOfficer(group, by.id)) return { refuse: reader.text.common.notAllowed };
  if (!group.ready) return { refuse: reader.text.meeting.refused.notReady };
  return answer(group);
}

async function form(
  { ports, reader }: Turn,
  group: Group,
  values: Parameters<typeof meetingForm>[0]["values"],
  refused: { problem?: string; anyway?: boolean } = {},
): Promise<Reply> {
  const people = reader.client.picker ? [] : await rosterOf(ports, group);
  return { show: meetingForm({ group, values, people, nonce: ports.ids.random(), ...refused }, reader) };
}

async function called(
  turn: Turn,
  group: Group,
  nonce: string,
  typed: Omit<Typed, "group" | "nonce">,
): Promise<Decision<Meeting, AnyMeetingRefusal>> {
  const span = spanTyped(typed, group.zone);
  if (!span.ok) return refuse(span.refusal);
  const told = toldTyped(typed, group, span.state, { now: turn.arrivedAt, anyway: typed.anyway });
  if (!told.ok) return refuse(told.refusal);
  const members = (await membersOf(turn.ports, group)).map((person) => ({ person, role: "member" as const }));
  const round = fixedMeetingId({ group: group.id, by: turn.by.id, nonce });
  const invited = await invitedFrom(turn, group, members, { ...typed, nonce, round });
  if (!invited.ok) return refuse(invited.refusal);
  const decision = await callMeeting(turn.ports, {
    ...told.state,
    ...span.state,
    group: group.id,
    tenant: turn.where.tenant,
    by: turn.by.id,
    nonce,
    now: turn.arrivedAt,
    invited: invited.state,
  });
  return decision.ok ? accept(decision.state) : decision;
}
