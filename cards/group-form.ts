import type { Group } from "../bot/domain/group.ts";
import { type Lang, langs } from "../bot/domain/lang.ts";
import { press, submit } from "./actions.ts";
import { groupFacts } from "./group.ts";
import type { GroupValues } from "./group-values.ts";
import { choice, textInput, toggle } from "./inputs.ts";
import { type Card, card, type Element, fold, heading, hint, line, type Maybe, strip } from "./kit.ts";
import { type Choosable, personInput } from "./people.ts";
import type { Reader } from "./reader.ts";
import { BASES, GROUP_CAPS, RETENTIONS } from "./verbs/group.ts";

export interface GroupFormParts {
  group: Group;
  values: GroupValues;
  people: readonly Choosable[];
  /** Whether the reader chooses who leads the group. */
  roles: boolean;
  /** Whether it is filled in from another channel than the one that calls are announced in. */
  elsewhere: boolean;
  nonce: string;
  /** What was wrong with it. */
  problem?: string;
  /** Show the settings as they are now beside what was typed. */
  current?: boolean;
}

/** A group's settings to fill in: three things to begin with, the rest folded with the usual choices made. */
export function groupForm(parts: GroupFormParts, reader: Reader): Card {
  const { group, problem } = parts;
  const { lang, text, door } = reader;
  const words = text.group;
  const title = group.ready ? words.form.changeHeading : words.form.setUpHeading;
  const { fold: foldHint } = text.common;
  return card({
    lang,
    fallbackText: title,
    body: [
      heading(title),
      problem !== undefined && strip("warning", problem),
      parts.current &&
        fold("current", words.form.current, Object.values(groupFacts({ group, people: parts.people }, reader)).flat(), {
          hint: foldHint,
        }),
      !group.ready && line(words.form.three),
      ...first(parts, reader),
      !group.ready && hint(words.form.later),
      fold("privacy", words.form.privacy, privacy(parts, reader), { first: true, hint: foldHint }),
      fold("people", words.form.people, people(parts, reader), { hint: foldHint }),
      fold("deciding", words.form.deciding, deciding(parts, reader), { hint: foldHint }),
      fold("other", words.form.other, other(parts, reader), { hint: foldHint }),
    ],
    actions: [
      submit(
        group.ready ? text.common.save : words.form.setUp,
        "group.save",
        { group: group.id, nonce: parts.nonce, rev: group.rev },
        {
          door,
          style: "positive",
        },
      ),
      door === "card" && press(text.common.back, "group.show", { group: group.id }, { inputs: false }),
    ],
  });
}

const mainLang = (group: Group): Lang => group.languages[0] ?? "fi";

function first(parts: GroupFormParts, reader: Reader): Maybe<Element>[] {
  const { form, languages } = reader.text.group;
  const { values } = parts;
  const main = mainLang(parts.group);
  return [
    textInput({
      id: `name_${main}`,
      label: form.name[main],
      value: values[`name_${main}`],
      maxLength: GROUP_CAPS.name,
      required: form.nameRequired,
    }),
    parts.roles ? person(parts, reader, "chair", { required: form.chairRequired }) : hint(form.rolesByChair),
    choice({
      id: "languages",
      label: form.languages,
      required: form.languagesRequired,
      multi: true,
      expanded: true,
      value: (values.languages ?? "").split(","),
      choices: titled(langs, languages),
    }),
  ];
}

function privacy({ values }: GroupFormParts, { text }: Reader): Element[] {
  const { form, bodies, bases } = text.group;
  return [
    choice({
      id: "body",
      label: form.body,
      value: values.body,
      choices: titled(["authority", "organisations"], bodies),
    }),
    ...langs.map((lang) =>
      textInput({
        id: `controller_${lang}`,
        label: form.controller[lang],
        value: values[`controller_${lang}`],
        maxLength: GROUP_CAPS.controller,
      }),
    ),
    textInput({
      id: "privacyContact",
      label: form.privacyContact,
      value: values.privacyContact,
      maxLength: GROUP_CAPS.contact,
      placeholder: form.privacyContactHint,
    }),
    choice({ id: "basis", label: form.basis, value: values.basis, choices: titled(BASES, bases) }),
    ...langs.map((lang) =>
      textInput({
        id: `basis_${lang}`,
        label: form.basisOwn[lang],
        value: values[`basis_${lang}`],
        maxLength: GROUP_CAPS.basis,
      }),
    ),
  ];
}

function people(parts: GroupFormParts, reader: Reader): Element[] {
  const { form, members } = reader.text.group;
  const { values, roles } = parts;
  return [
    ...(roles
      ? [
          person(parts, reader, "viceChair", {}),
          person(parts, reader, "secretaries", { multi: true }),
          person(parts, reader, "coChairs", { multi: true }),
        ]
      : []),
    choice({ id: "members", label: form.members, value: values.members, choices: titled(["team", "named"], members) }),
    person(parts, reader, "named", { multi: true }),
    textInput({
      id: "outside",
      label: form.outside,
      value: values.outside,
      maxLength: GROUP_CAPS.outside,
      multiline: true,
      placeholder: form.outsideHint,
    }),
  ];
}

function deciding({ values }: GroupFormParts, { text }: Reader): Element[] {
  const { form, substitutes, balances } = text.group;
  return [
    choice({
      id: "substitutes",
      label: form.substitutes,
      value: values.substitutes,
      choices: titled(["none", "general", "personal"], substitutes),
    }),
    textInput({
      id: "quorum",
      label: form.quorum,
      value: values.quorum,
      maxLength: 3,
      regex: "^[1-9][0-9]{0,2}$",
      invalid: form.quorumInvalid,
    }),
    hint(form.quorumHint),
    toggle({ id: "secret", label: form.secret, value: values.secret }),
    choice({
      id: "balance",
      label: form.balance,
      value: values.balance,
      choices: titled(["off", "recommended", "binding"], balances),
    }),
  ];
}

function other({ group, values, elsewhere }: GroupFormParts, { text }: Reader): Element[] {
  const { form, months } = text.group;
  const main = mainLang(group);
  return [
    ...langs
      .filter((lang) => lang !== main)
      .map((lang) =>
        textInput({
          id: `name_${lang}`,
          label: form.name[lang],
          value: values[`name_${lang}`],
          maxLength: GROUP_CAPS.name,
        }),
      ),
    textInput({ id: "zone", label: form.zone, value: values.zone, maxLength: GROUP_CAPS.zone }),
    choice({
      id: "retention",
      label: form.retention,
      value: values.retention,
      choices: RETENTIONS.map((value) => ({ value, title: months(Number(value)) })),
    }),
    hint(form.retentionHint),
    ...(elsewhere ? [toggle({ id: "here", label: form.here, value: values.here })] : []),
  ];
}

type PeopleField = "chair" | "viceChair" | "coChairs" | "secretaries" | "named";

function person(
  { people, values }: GroupFormParts,
  reader: Reader,
  id: PeopleField,
  { multi = false, required }: { multi?: boolean; required?: string },
): Element {
  const { form } = reader.text.group;
  const labels = {
    chair: form.chair,
    viceChair: form.vice,
    coChairs: form.coChairs,
    secretaries: form.secretaries,
    named: form.named,
  };
  return personInput(
    {
      id,
      label: labels[id],
      required,
      value: values[id],
      multi,
      people,
      maxLength: GROUP_CAPS[id === "named" ? "members" : multi ? "people" : "person"],
      placeholder: multi ? form.writePeople : form.writePerson,
      ...(id === "viceChair" ? { nobody: form.nobody } : {}),
    },
    reader,
  );
}

const titled = <K extends string>(values: readonly K[], titles: Readonly<Record<K, string>>) =>
  values.map((value): { value: K; title: string } => ({ value, title: titles[value] }));
