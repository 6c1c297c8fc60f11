import { visible } from "../../cards/literal.ts";

/** What people wrote, as a file may carry it: nothing that XML forbids or that hides or reorders text. */
export const plain = (text: string): string => visible(text, { lines: true }).replace(/[\uFFFE\uFFFF]/g, "");

/** As `plain`, on one line. */
export const plainLine = (text: string): string => visible(plain(text));
