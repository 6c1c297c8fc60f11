import { dialog, type PressData, submit } from "./actions.ts";
import type { Action } from "./kit.ts";
import type { Reader } from "./reader.ts";

/** A button that leads to a form or a longer text: from a card it opens one, in a dialog it is the next page. */
export const lead = (
  { door, client }: Reader,
  title: string,
  verb: string,
  data: PressData,
  style?: Action["style"],
): Action =>
  door === "dialog"
    ? submit(title, verb, data, { door, style, inputs: false })
    : dialog(title, verb, data, { dialogs: client.dialogs, style });

/** A button without a form: answered in the place where it stands. */
export const here = ({ door }: Reader, title: string, verb: string, data: PressData, style?: Action["style"]): Action =>
  submit(title, verb, data, { door, style, inputs: false });
