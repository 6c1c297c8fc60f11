import type { PersonId } from "../bot/domain/ids.ts";
import { goingWith } from "../bot/domain/meeting-people.ts";
import { submit } from "./actions.ts";
import { here } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { type Card, card, heading, line, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import type { MeetingValues } from "./meeting-form.ts";
import { type MeetingSeen, personName, standingOf, whenText } from "./meeting-parts.ts";
import { named, type Step, step } from "./meeting-steps.ts";
import { whoInputs } from "./meeting-who.ts";
import type { Choosable } from "./people.ts";
import type { Reader } from "./reader.ts";

/** More people for a meeting that was called already. */
export const inviteForm = (at: Step & { values: MeetingValues; people: readonly Choosable[] }, reader: Reader): Card =>
  fitted(
    0,
    () => 0,
    () => {
      const { invite } = reader.text.meetingPeople;
      return step(
        at,
        {
          title: named(invite.heading, at, reader),
          told: strip("accent", invite.strip, invite.rest),
          body: [line(whenText(at.meeting, reader)), ...whoInputs(at, reader)],
          button: invite.send,
          verb: "meeting.invite",
        },
        reader,
      );
    },
  );

/** Asks once more before somebody's invitation is taken back. */
export function uninviteForm(
  {
    seen,
    person,
    nonce,
    problem,
  }: { seen: MeetingSeen; person: PersonId; nonce: string; problem?: string | undefined },
  reader: Reader,
): Card {
  const { uninvite } = reader.text.meetingPeople;
  const { meeting, names } = seen;
  const title = uninvite.heading(clip(personName(names, person, reader), 120));
  const along = goingWith(meeting, person).filter((one) => one !== person);
  const data = { meeting: meeting.id, for: person };
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      problem === undefined
        ? strip("warning", standingOf(meeting, person) === "standby" ? uninvite.untold : uninvite.told, uninvite.others)
        : strip("warning", problem),
      line(`${named((words) => words, seen, reader)}, ${whenText(meeting, reader)}`),
      along.length > 0 && line(uninvite.along(along.map((one) => clip(personName(names, one, reader), 60)).join(", "))),
      line(uninvite.kept),
    ],
    actions: [
      submit(
        uninvite.send,
        "meeting.uninvite",
        { ...data, rev: meeting.rev, nonce },
        { door: reader.door, style: "destructive" },
      ),
      here(reader, reader.text.common.back, "meeting.attendFor", data),
    ],
  });
}
