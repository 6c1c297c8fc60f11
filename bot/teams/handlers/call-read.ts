import { callCard } from "../../../cards/call.ts";
import { copyCard } from "../../../cards/call-copy.ts";
import { manageCard } from "../../../cards/call-manage.ts";
import { inLanguage } from "../../../cards/call-parts.ts";
import { previewCard } from "../../../cards/call-preview.ts";
import { wholeCard } from "../../../cards/call-show.ts";
import type { callVerbs } from "../../../cards/verbs/call.ts";
import { mainLang } from "../../domain/call-steps.ts";
import type { Handlers } from "../turn.ts";
import { asOfficer, atCall } from "./call-turn.ts";

type ReadVerb = Extract<
  keyof typeof callVerbs,
  "call.card" | "call.show" | "call.manage" | "call.preview" | "call.copy"
>;

/** Looking at a call. */
export const readHandlers: Handlers<ReadVerb> = {
  "call.card": (turn, { call: id }) =>
    atCall(turn, id, ({ call, group, reader }) => ({ show: callCard(call, group, reader) })),
  "call.show": (turn, { call: id, lang }) =>
    atCall(turn, id, ({ call, group, reader }) => ({
      show: wholeCard(call, group, lang ? inLanguage(reader, lang) : reader),
    })),
  "call.manage": (turn, { call: id }) =>
    asOfficer(turn, id, ({ call, group, reader }) => ({ show: manageCard(call, group, reader) })),
  "call.preview": (turn, { call: id, lang }) =>
    asOfficer(turn, id, ({ call, group, reader }) => ({
      show: previewCard(call, group, lang ?? mainLang(group), turn.ports.ids.random(), reader),
    })),
  "call.copy": (turn, { call: id, kind, lang }) =>
    asOfficer(turn, id, ({ call, group, reader }) => ({
      show: copyCard(call, group, kind, lang ?? mainLang(group), reader),
    })),
};
