import { openSeats } from "../bot/domain/call.ts";
import { isReachable } from "../bot/domain/due/candidate.ts";
import type { CandidateId } from "../bot/domain/ids.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import { publishedReason, reasonOf } from "../bot/domain/redaction.ts";
import { press, submit } from "./actions.ts";
import { type CandidacyView, local, themeName, titled } from "./candidacy.ts";
import { idsOf } from "./consent-parts.ts";
import { backToCandidate, type Drawn } from "./consent-record.ts";
import { choice, peoplePicker, textInput } from "./inputs.ts";
import { type Action, type Card, card, type Element, facts, heading, hint, line, type Maybe, strip } from "./kit.ts";
import { bold, clip, paragraphs } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { BOARD_CAPS } from "./verbs/board.ts";

interface Form {
  title: string;
  strip: Element;
  body: readonly Maybe<Element>[];
  save?: { title: string; verb: string; data: Record<string, unknown>; style?: "positive" | "destructive" };
  more?: Maybe<Action>;
  error?: string | undefined;
}

/** One look for all that officers fill in about a candidate: whom it is about, the fields, and a way back. */
export const form = (
  view: CandidacyView,
  { title, strip: said, body, save, more, error }: Form,
  reader: Reader,
): Card =>
  card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(titled(() => title, view, reader)),
      error ? strip("warning", error) : said,
      line(bold(clip(view.candidate.name, 120))),
      ...body,
    ],
    actions: [
      save && submit(save.title, save.verb, save.data, { style: save.style ?? "positive", door: reader.door }),
      more,
      backToCandidate(view, reader),
    ],
  });

/** What a form about a candidate sends besides what is typed. */
export const pressed = (view: CandidacyView, nonce: string) => ({ ...idsOf(view), rev: view.candidate.rev, nonce });

export interface TypedAddress {
  name?: string | undefined;
  person?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
}

/**
 * How a candidate is reached: a person in Teams, or an address. The team's members are listed where there is no picker.
 * `other` is the candidate whose address was written, to merge with.
 */
export function addressForm(
  view: CandidacyView,
  {
    nonce,
    typed,
    error,
    roster,
    other,
  }: Drawn<TypedAddress> & { roster: readonly { id: string; name: string }[]; other?: CandidateId | undefined },
  reader: Reader,
): Card {
  const { address, candidate: words } = reader.text.board;
  const { candidate } = view;
  const value: TypedAddress = typed ?? {
    name: candidate.name,
    person: candidate.person,
    email: candidate.email,
    phone: candidate.phone,
  };
  const listed = roster.slice(0, 60).map(({ id, name }) => ({ title: clip(name, 60), value: id }));
  const known = value.person && !listed.some((one) => one.value === value.person);
  const current = known ? [{ title: clip(candidate.name, 60), value: value.person ?? "" }] : [];
  return form(
    view,
    {
      title: address.heading,
      strip: strip("accent", address.asks),
      error,
      body: [
        textInput({
          id: "name",
          label: address.name,
          maxLength: BOARD_CAPS.name,
          required: address.nameRequired,
          value: value.name,
        }),
        reader.client.picker
          ? peoplePicker({ id: "person", label: address.person })
          : choice({
              id: "person",
              label: address.person,
              choices: [{ title: address.nobody, value: "none" }, ...current, ...listed],
              value: value.person ?? "none",
            }),
        textInput({
          id: "email",
          label: address.email,
          maxLength: BOARD_CAPS.email,
          style: "Email",
          value: value.email,
        }),
        textInput({ id: "phone", label: address.phone, maxLength: BOARD_CAPS.phone, style: "Tel", value: value.phone }),
      ],
      save: { title: address.save, verb: "candidate.fixAddress", data: pressed(view, nonce) },
      more: other && press(words.merge, "candidate.mergeForm", { ...idsOf(view), other }, { inputs: false }),
    },
    reader,
  );
}

/** Who couldn't be reached was dealt with otherwise. */
export const handledForm = (view: CandidacyView, { nonce, typed, error }: Drawn<string>, reader: Reader): Card => {
  const { handle } = reader.text.board;
  return form(
    view,
    {
      title: handle.heading,
      strip: strip("accent", handle.strip, handle.rest),
      error,
      body: [
        textInput({
          id: "note",
          label: handle.note,
          maxLength: BOARD_CAPS.note,
          multiline: true,
          required: reader.text.common.required,
          value: typed,
        }),
      ],
      save: { title: handle.save, verb: "candidate.handled", data: pressed(view, nonce) },
    },
    reader,
  );
};

/** Another theme for a candidate, with a note that the candidate reads. */
export function moveForm(
  view: CandidacyView,
  { nonce, typed = {}, error }: Drawn<{ to?: string | undefined; note?: string | undefined }>,
  reader: Reader,
): Card {
  const { move } = reader.text.board;
  const { required } = reader.text.common;
  const themes = openSeats(view.call).filter((s) => s.id !== view.candidate.seatGroup);
  return form(
    view,
    {
      title: move.heading,
      strip: strip("accent", move.strip),
      error,
      body: [
        facts([[reader.text.consent.labels.nowTheme, themeName(view.candidate.seatGroup, view, reader)]]),
        choice({
          id: "to",
          label: move.to,
          required,
          choices: themes.map((s) => ({ title: themeName(s.id, view, reader), value: s.id })),
          value: typed.to ?? (themes.length === 1 ? themes[0]?.id : undefined),
        }),
        textInput({
          id: "note",
          label: move.note,
          maxLength: BOARD_CAPS.note,
          multiline: true,
          required,
          value: typed.note,
        }),
        !isReachable(view.candidate) && hint(move.notInTeams),
      ],
      save: { title: move.save, verb: "candidate.move", data: pressed(view, nonce) },
    },
    reader,
  );
}

/** An officer's own conflict of interest in one candidate's case. */
export function conflictForm(view: CandidacyView, { nonce, error }: Drawn<never>, reader: Reader): Card {
  const { conflict } = reader.text.board;
  return form(
    view,
    {
      title: conflict.heading,
      strip: strip("accent", conflict.strip, conflict.rest),
      error,
      body: [
        choice({
          id: "because",
          label: conflict.because,
          expanded: true,
          required: conflict.required,
          choices: (["candidate", "proposer", "employee", "other"] as const).map((value) => ({
            title: conflict.choices[value],
            value,
          })),
        }),
      ],
      save: { title: conflict.save, verb: "candidate.conflict", data: { ...idsOf(view), nonce } },
    },
    reader,
  );
}

/** What is published of one reason; the original stands above it. */
export function redactForm(
  view: CandidacyView,
  nomination: Nomination,
  field: string,
  { nonce, typed, error }: Drawn<string>,
  reader: Reader,
): Card {
  const { redact } = reader.text.board;
  const criterion = view.call.criteria.find((c) => c.id === field);
  const label = criterion ? clip(local(criterion.text, view.group, reader), 160) : reader.text.consent.overall;
  const data = { call: view.call.id, nomination: nomination.id, field, rev: nomination.rev, nonce };
  return form(
    view,
    {
      title: redact.heading,
      strip: strip("accent", redact.strip, redact.rest),
      error,
      body: [
        line(bold(`${redact.original}: ${label}`)),
        ...paragraphs(reasonOf(nomination, field) ?? "", { spacing: "Small" }),
        textInput({
          id: "text",
          label: redact.text,
          maxLength: BOARD_CAPS.redaction,
          multiline: true,
          value: typed ?? publishedReason(nomination, field),
        }),
        hint(redact.hint),
      ],
      save: { title: reader.text.common.save, verb: "nomination.redact", data },
    },
    reader,
  );
}
