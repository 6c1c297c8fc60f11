import { strip } from "../../../cards/kit.ts";
import { meetingCard } from "../../../cards/meeting.ts";
import { personName } from "../../../cards/meeting-parts.ts";
import { peopleCard } from "../../../cards/meeting-people.ts";
import { attendForForm } from "../../../cards/meeting-person.ts";
import type { meetingVerbs } from "../../../cards/verbs/meeting.ts";
import { isOutside } from "../../domain/answer-hand.ts";
import { isOfficer } from "../../domain/group.ts";
import type { PersonId } from "../../domain/ids.ts";
import type { Attendance } from "../../domain/meeting.ts";
import { leftOf } from "../../domain/meeting-people.ts";
import { attend } from "../../usecases/meeting.ts";
import { readPerson } from "../../usecases/people.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { type AtMeetingTurn, atMeeting, meetingSentence, pageFor, placeOf } from "./meeting-turn.ts";

type AttendVerb = Extract<
  keyof typeof meetingVerbs,
  "meeting.show" | "meeting.card" | "meeting.attend" | "meeting.attendFor"
>;

/** A meeting for one of those called, and their answers whether they or somebody for whom they answer comes. */
export const attendHandlers: Handlers<AttendVerb> = {
  "meeting.show": (turn, { meeting }) => atMeeting(turn, meeting, (at) => ({ show: pageFor(turn, at) })),
  "meeting.card": (turn, { meeting }) =>
    atMeeting(turn, meeting, (at) => ({
      // who isn't called any more sees what the channel sees in the channel alone
      show:
        !turn.where.team && leftOf(at.seen.meeting, turn.by.id) ? pageFor(turn, at) : meetingCard(at.seen, at.reader),
    })),

  "meeting.attend": async (turn, { meeting, for: other, ...given }) => {
    const { ports, by, arrivedAt } = turn;
    return atMeeting(turn, meeting, async (before) => {
      const person = other ?? by.id;
      const as = asWhat(turn, before, person);
      const wish = { ...placeOf(turn, meeting), ...given, person, by: by.id, as, now: arrivedAt };
      const decision = await attend(ports, ports.bursts, wish);
      return atMeeting(turn, meeting, (at) => {
        const { show } = at.reader.text.meeting;
        if (!decision.ok) return refused(turn, at, person, meetingSentence(decision.refusal, at.reader));
        if (person === by.id) return { show: pageFor(turn, at, { style: "good", bold: show.saved }) };
        return recorded(turn, at, show.savedFor(personName(at.seen.names, person, at.reader)));
      });
    });
  },

  "meeting.attendFor": (turn, { meeting, for: person }) =>
    atMeeting(turn, meeting, async (at) => {
      const { refused: words } = at.reader.text.meeting;
      if (!mayAnswerFor(turn, at, person)) return { refuse: words.notTheirs, fresh: pageFor(turn, at) };
      return { show: await formFor(turn, at, person) };
    }),
};

/** Named by the member first, otherwise as an officer. The rules decide whether it holds. */
function asWhat({ by }: Turn, { seen }: AtMeetingTurn, person: PersonId): Attendance["as"] {
  if (person === by.id) return "self";
  const invited = seen.meeting.invited.find((i) => i.person === person);
  const named = invited?.standIns?.find((s) => s.person === by.id);
  return named?.as ?? (isOfficer(seen.group, by.id) ? "officer" : "self");
}

/** Officers open themselves too, for what else they can do about a person. */
const mayAnswerFor = (turn: Turn, at: AtMeetingTurn, person: PersonId): boolean =>
  at.seen.meeting.invited.some((i) => i.person === person) &&
  (asWhat(turn, at, person) !== "self" || isOfficer(at.seen.group, turn.by.id));

async function formFor(turn: Turn, { seen, reader }: AtMeetingTurn, person: PersonId, problem?: string) {
  const found = await readPerson(turn.ports.store, person);
  const parts = {
    seen,
    person,
    attendance: seen.answers.get(person),
    nonce: turn.ports.ids.random(),
    officer: isOfficer(seen.group, turn.by.id),
    outside: found !== undefined && isOutside(found, turn.where.tenant),
    problem,
  };
  return attendForForm(parts, reader);
}

const refused = async (turn: Turn, at: AtMeetingTurn, person: PersonId, problem: string): Promise<Reply> =>
  person !== turn.by.id && mayAnswerFor(turn, at, person)
    ? { show: await formFor(turn, at, person, problem) }
    : { refuse: problem, fresh: pageFor(turn, at) };

/** Officers go on to the next person; others to what is theirs. */
function recorded(turn: Turn, at: AtMeetingTurn, saved: string): Reply {
  if (!isOfficer(at.seen.group, turn.by.id)) return { show: pageFor(turn, at, { style: "good", bold: saved }) };
  return { show: peopleCard({ seen: at.seen, page: 0, notice: strip("good", saved) }, at.reader) };
}
