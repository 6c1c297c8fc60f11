import { hash } from "node:crypto";

/** The end of an id that follows from what makes a fact unique: the same always gives the same, and tells nothing of it. */
export const hashed = (text: string | Uint8Array, length = 24): string => hash("sha256", text).slice(0, length);
