/** A label and what is stored under it; nothing stored is left out. */
export type OwnRow = readonly [label: string, value: string | readonly string[] | undefined];

/** Some of what is stored, under a heading. */
export interface OwnSection {
  heading: string;
  rows: OwnRow[];
}
