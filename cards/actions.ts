import type { Action } from "./kit.ts";
import { shown } from "./literal.ts";

/** Ids and hints that a press carries: never state, roles or who pressed. */
export type PressData = Record<string, unknown>;
type Style = "positive" | "destructive";

interface Options {
  style?: Style | undefined;
  /** False for ways out (decline, back): nothing typed is sent, and empty required fields don't block. */
  inputs?: boolean | undefined;
}

const extras = ({ style, inputs }: Options) => ({
  ...(style && { style }),
  ...(inputs === false && { associatedInputs: "none" }),
});

/** A button that the bot answers with a card in the same place. */
export const press = (title: string, verb: string, data: PressData, options: Options = {}): Action => ({
  type: "Action.Execute",
  title: shown(title),
  verb,
  data,
  ...extras(options),
});

/** A button that opens a form: in a dialog where the client has them, otherwise in the card's place. */
export const dialog = (
  title: string,
  verb: string,
  data: PressData,
  { dialogs, style }: { dialogs: boolean; style?: Style | undefined },
): Action =>
  dialogs
    ? {
        type: "Action.Submit",
        title: shown(title),
        data: { ...data, verb, msteams: { type: "task/fetch" } },
        ...extras({ style, inputs: false }),
      }
    : press(title, verb, data, { style, inputs: false });

/** A form's button: the form stands in a dialog or in a card, and each has its own way back to the bot. */
export const submit = (
  title: string,
  verb: string,
  data: PressData,
  { door, ...options }: Options & { door: "dialog" | "card" },
): Action =>
  door === "dialog"
    ? { type: "Action.Submit", title: shown(title), data: { ...data, verb }, ...extras(options) }
    : press(title, verb, data, options);

/** A button that opens a web page. */
export const openUrl = (title: string, url: string): Action => ({ type: "Action.OpenUrl", title: shown(title), url });
