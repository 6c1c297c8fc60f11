import type { PersonId } from "../bot/domain/ids.ts";
import type { MeetingRow } from "../bot/domain/meeting-view.ts";
import { here, lead } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { type Card, card, type Element, heading, hint, row } from "./kit.ts";
import { clip, literal } from "./literal.ts";
import { hasBegun, type MeetingSeen, meetingTitle, outlookStrip, personName } from "./meeting-parts.ts";
import { pageOf } from "./paged.ts";
import type { Reader } from "./reader.ts";

/** So many people stand on one page. */
const PAGE = 20;

/** A substitute who hasn't been called in isn't waited for. */
const isCalled = (r: MeetingRow) => r.role !== "substitute" || r.calledInFor !== undefined;

/** Who comes, who doesn't and who hasn't answered: counts in bold, and at most so many names of each. */
export function peopleLines(seen: MeetingSeen, most: number, reader: Reader): Element[] {
  const { groups } = reader.text.meeting;
  const called = seen.rows.filter(isCalled);
  const part = (title: (n: number) => string, rows: readonly MeetingRow[]): Element[] =>
    rows.length === 0
      ? []
      : [
          literal(title(rows.length), { weight: "Bolder", spacing: "Medium" }),
          literal(names(rows, seen.names, most, reader), { spacing: "None" }),
        ];
  return [
    ...part(
      groups.silent,
      called.filter((r) => r.coming === undefined),
    ),
    ...part(
      groups.notComing,
      called.filter((r) => r.coming === "no" || r.coming === "substitute"),
    ),
    ...part(
      groups.coming,
      called.filter((r) => r.coming === "yes"),
    ),
  ];
}

function names(rows: readonly MeetingRow[], known: Record<PersonId, string>, most: number, reader: Reader): string {
  const listed = rows.slice(0, most).map((r) => {
    const name = clip(personName(known, r.person, reader), 60);
    return r.calledInFor ? `${name} (${reader.text.meeting.roles.substitute})` : name;
  });
  const more = rows.length - listed.length;
  return listed.join(", ") + (more > 0 ? ` ${reader.text.meeting.groups.more(more)}` : "");
}

/** Those who haven't answered first, then by name; substitutes on standby last. */
const inOrder = ({ rows, names: known }: MeetingSeen, reader: Reader): MeetingRow[] => {
  const rank = (r: MeetingRow) => (!isCalled(r) ? 2 : r.coming === undefined ? 0 : 1);
  return rows.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      personName(known, a.person, reader).localeCompare(personName(known, b.person, reader), reader.lang),
  );
};

/** Everybody who is called, a page at a time, for the officers: pressing a name opens what they can do about that person. */
export const peopleCard = (
  { seen, page, notice }: { seen: MeetingSeen; page: number; notice?: Element | undefined },
  reader: Reader,
): Card =>
  fitted(
    120,
    (_, most) => most,
    (most) => {
      const { people, button } = reader.text.meeting;
      const { meeting } = seen;
      const title = people.heading(clip(meetingTitle(seen, reader), 120));
      const { shown, next } = pageOf(inOrder(seen, reader), page, PAGE);
      const isOpen = meeting.status === "called" && !hasBegun(meeting, reader);
      const data = { meeting: meeting.id };
      return card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          notice,
          outlookStrip(seen, reader),
          hint(people.hint),
          ...shown.map((r) => personRow(r, seen, most, reader)),
        ],
        actions: [
          next !== undefined && here(reader, button.next, "meeting.people", { ...data, page: next }),
          isOpen && lead(reader, reader.text.meetingPeople.invite.open, "meeting.inviteForm", data),
          here(reader, reader.text.common.back, "meeting.manage", data),
        ],
      });
    },
    [60, 40],
  );

function personRow(r: MeetingRow, seen: MeetingSeen, most: number, reader: Reader): Element {
  const { states, roles, insteadOf, by } = reader.text.meeting;
  const name = clip(personName(seen.names, r.person, reader), most);
  const as = r.attendance?.as ?? "self";
  const about = [
    r.calledInFor ? insteadOf(clip(personName(seen.names, r.calledInFor, reader), most)) : roles[r.role],
    as === "self" ? "" : by[as],
    clip(r.attendance?.comment ?? "", most * 2),
  ].filter(Boolean);
  return row({
    title: name,
    sub: about.join(" · ") || undefined,
    right: states[r.coming ?? (isCalled(r) ? "silent" : "standby")],
    separator: true,
    press: here(reader, name, "meeting.attendFor", { meeting: seen.meeting.id, for: r.person }),
  });
}
