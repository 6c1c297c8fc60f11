import { type Call, openSeats } from "../bot/domain/call.ts";
import { countText } from "../bot/domain/call-steps.ts";
import { asked, reasonLength } from "../bot/domain/nominate-entry.ts";
import { ORGANISATION_ROWS, type Written } from "../bot/domain/nominate-written.ts";
import type { WrittenOrganisation } from "../bot/domain/organisations.ts";
import { local } from "./candidacy.ts";
import { choice, moreRows, peoplePicker, textInput } from "./inputs.ts";
import { type Element, fold, hint, type Maybe, subheading } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Scene } from "./nomination-parts.ts";
import { type Choosable, personInput } from "./people.ts";
import type { Reader } from "./reader.ts";
import { NOMINATION_CAPS as CAPS } from "./verbs/nomination.ts";

/** What a proposal's form is drawn from. */
export interface FormParts extends Scene {
  written: Written;
  people: readonly Choosable[];
  /** The person proposes themselves. */
  self: boolean;
  /** What an officer enters as it came: little is required. */
  entered?: boolean;
}

/** Longer lists of the team take too much of a card; then people are written by name and address. */
const mostListed = (call: Call) => (openSeats(call).length + asked(call).length > 10 ? 8 : 20);
const MOST_LISTED_CONTACTS = 6;

/** Names of themes and criteria are cut where there are so many of them that they wouldn't fit one form. */
const ALL_THEMES = 480;
const ALL_CRITERIA = 600;
const shareOf = (all: number, many: number) => Math.min(200, Math.floor(all / Math.max(1, many)));

/** Whether people can be chosen, or only written. */
const chosen = (people: readonly Choosable[], { client }: Reader, most: number) =>
  client.picker || (people.length > 0 && people.length <= most);

const personList = (parts: Parameters<typeof personInput>[0], reader: Reader): Element => ({
  ...personInput(parts, reader),
  placeholder: reader.text.nomination.form.choosePerson,
});

/** Who is proposed: somebody in Teams, or by name and address. */
export function nomineeInputs({ call, written, people, entered }: FormParts, reader: Reader): Maybe<Element>[] {
  const words = reader.text.nomination.form;
  const list = chosen(people, reader, mostListed(call));
  const required = (message: string) => (list || entered ? undefined : message);
  const outside = [
    textInput({
      ...{ id: "name", label: words.name, value: written.name, maxLength: CAPS.name },
      required: list ? undefined : words.nameRequired,
    }),
    textInput({
      ...{ id: "email", label: words.email, value: written.email, maxLength: CAPS.email, style: "Email" as const },
      required: required(words.emailRequired),
    }),
    textInput({ id: "phone", label: words.phone, value: written.phone, maxLength: CAPS.phone, style: "Tel" }),
  ];
  const open = written.name || written.email || written.phone;
  const { person: value } = written;
  return [
    subheading(words.candidate, !entered && list && hint(words.either)),
    list &&
      personList(
        { id: "person", label: words.person, value, people, maxLength: CAPS.person, placeholder: words.writePerson },
        reader,
      ),
    ...(list
      ? [moreRows({ prefix: "outside", rows: [outside], shown: open ? 1 : 0, addTitle: words.outside })]
      : outside),
    !entered && hint(words.candidateHint),
  ];
}

/** The sender's own organisation, with details folded; then, where several may propose together, the others. */
export function organisationInputs(parts: FormParts, reader: Reader): Maybe<Element>[] {
  const { written, self, entered, call } = parts;
  const words = reader.text.nomination.form;
  const [own = {}] = written.organisations;
  return [
    subheading(self ? words.organisation : call.nominators.joint ? words.organisations : words.oneOrganisation),
    textInput({
      ...{ id: "org1-name", label: self ? words.ownOrganisation : words.organisation, value: own.name },
      maxLength: CAPS.organisation,
      required: self || entered ? undefined : words.organisationRequired,
    }),
    textInput({
      ...{ id: "position", label: entered ? words.proposerPosition : words.position, value: written.position },
      maxLength: CAPS.position,
    }),
    fold("details", words.details, details(own, reader), { hint: reader.text.common.fold }),
    ...(call.nominators.joint && !self ? others(parts, reader) : []),
  ];
}

function details(own: WrittenOrganisation<string>, reader: Reader): Element[] {
  const words = reader.text.nomination.form;
  const reaches = (["local", "regional", "national"] as const).map((value) => ({ title: words.reaches[value], value }));
  return [
    businessIdInput(1, words.businessId, own),
    choice({ id: "org1-reach", label: words.reach, value: own.reach, choices: reaches }),
    textInput({ id: "org1-locality", label: words.locality, value: own.locality, maxLength: CAPS.locality }),
    textInput({ id: "org1-funding", label: words.funding, value: own.funding, maxLength: CAPS.funding }),
    textInput({
      ...{ id: "org1-targetGroups", label: words.targetGroups, value: own.targetGroups, maxLength: CAPS.targetGroups },
    }),
  ];
}

function others({ written, people }: FormParts, reader: Reader): Element[] {
  const words = reader.text.nomination.form;
  const rows = Array.from({ length: ORGANISATION_ROWS - 1 }, (_, at) =>
    coProposer(at + 2, written.organisations[at + 1] ?? {}, people, reader),
  );
  const list = textInput({
    ...{ id: "others", label: words.others, value: written.others, maxLength: CAPS.others, multiline: true },
    placeholder: words.othersPlaceholder,
  });
  const filled = written.organisations.slice(1).findLastIndex((o) => Object.values(o).some(Boolean)) + 1;
  return [
    moreRows({
      ...{ prefix: "org", rows: [...rows, [list]], addTitle: words.add },
      shown: written.others ? ORGANISATION_ROWS : filled,
    }),
    hint(words.jointHint),
  ];
}

function coProposer(
  n: number,
  row: WrittenOrganisation<string>,
  people: readonly Choosable[],
  reader: Reader,
): Element[] {
  const words = reader.text.nomination.form;
  const person = { id: `org${n}-contactPerson`, label: words.nthPerson(n), value: row.contactPerson };
  const listed = { ...person, people, maxLength: CAPS.person, placeholder: words.writePerson };
  return [
    textInput({ id: `org${n}-name`, label: words.nth(n), value: row.name, maxLength: CAPS.organisation }),
    businessIdInput(n, words.nthBusinessId(n), row),
    ...(reader.client.picker ? [peoplePicker(person)] : []),
    ...(!reader.client.picker && chosen(people, reader, MOST_LISTED_CONTACTS) ? [personList(listed, reader)] : []),
    textInput({
      ...{ id: `org${n}-contactName`, label: words.nthContact(n), value: row.contactName, maxLength: CAPS.contact },
    }),
    textInput({
      ...{ id: `org${n}-contactEmail`, label: words.nthEmail(n), value: row.contactEmail, maxLength: CAPS.email },
    }),
  ];
}

const businessIdInput = (n: number, label: string, { businessId: value }: WrittenOrganisation<string>): Element =>
  textInput({ id: `org${n}-businessId`, label, value, maxLength: CAPS.businessId });

/** Which seat: asked only where there is something to choose. */
export function seatInputs({ group, call, written }: FormParts, reader: Reader): Maybe<Element>[] {
  const words = reader.text.nomination.form;
  const seats = openSeats(call);
  const several = seats.length > 1;
  const substitutes = seats.some((s) => s.substitutes);
  if (!several && !substitutes) return [];
  const length = shareOf(ALL_THEMES, seats.length);
  const names = seats.map((s) => ({
    name: clip(local(s.name, group, reader), length),
    value: s.id,
    count: countText(s),
  }));
  const roles = (["member", "substitute", "either"] as const).map((value) => ({ title: words.roles[value], value }));
  return [
    subheading(words.seat),
    several &&
      choice({
        ...{ id: "seatGroup", label: words.theme, required: words.themeRequired, placeholder: words.chooseTheme },
        value: written.seatGroup,
        choices: names.map(({ name, value, count }) => ({ title: `${name} (${words.seats(count)})`, value })),
      }),
    several &&
      choice({
        ...{ id: "alternative", label: words.alternative, value: written.alternative ?? "none" },
        choices: [
          { title: words.noAlternative, value: "none" },
          ...names.map(({ name, value }) => ({ title: name, value })),
        ],
      }),
    substitutes &&
      choice({ id: "role", label: words.role, expanded: true, value: written.role ?? "member", choices: roles }),
  ];
}

/** A reason, and one for each criterion that asks for it. */
export function reasonInputs({ group, call, written, self, entered }: FormParts, reader: Reader): Maybe<Element>[] {
  const words = reader.text.nomination.form;
  const maxLength = reasonLength(call);
  const input = (id: string, label: string, value: string | undefined, must: boolean) =>
    textInput({
      ...{ id, label, value, maxLength, multiline: true },
      required: must && !entered ? words.reasonRequired : undefined,
    });
  return [
    subheading(words.reasons, hint((self ? words.reasonsHintSelf : words.reasonsHint)(maxLength))),
    input("reason", self ? words.reasonSelf : words.reason, written.reason, true),
    ...asked(call).map(({ id, text, level }) =>
      input(
        `reason-${id}`,
        clip(local(text, group, reader), shareOf(ALL_CRITERIA, asked(call).length)),
        written.reasons[id],
        level === "required",
      ),
    ),
    textInput({
      ...{ id: "otherBodies", label: self ? words.otherBodiesSelf : words.otherBodies, value: written.otherBodies },
      ...{ maxLength: CAPS.otherBodies, multiline: true },
    }),
  ];
}
