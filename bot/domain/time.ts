import { DateTime } from "luxon";
import { accept, type Decision, refuse } from "./decision.ts";

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A moment as somebody wrote it: the instant, and the wall time (`2027-05-14T16:15`, or a date alone) with its zone. */
export interface Moment {
  at: Instant;
  wall: string;
  zone: string;
}

export type TimeRefusal =
  | { kind: "notATime"; written: string }
  | { kind: "timeTwice"; written: string }
  | { kind: "timeSkipped"; written: string };

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** True when only a day was written, without a time of day. */
export const dateOnly = (moment: Moment): boolean => !moment.wall.includes("T");

/** As forms send it, in years that calendars know and somebody can mean: `24:00` is no time of day, 9999 is a slip. */
const WRITTEN = /^2[01]\d\d-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d)?$/;

/** Whether something can be a day or a time of one, as it is written. */
export const isWritten = (wall: string): boolean => WRITTEN.test(wall);

/** A date (`2027-05-14`) and perhaps a time (`16:15`) in a zone. Times that a clock change doubles or skips are refused. */
export function momentAt(date: string, time: string | undefined, zone: string): Decision<Moment, TimeRefusal> {
  const wall = time ? `${date}T${time}` : date;
  const parsed = DateTime.fromISO(wall, { zone });
  if (!isWritten(wall) || !parsed.isValid) return refuse({ kind: "notATime", written: wall });
  if (!time) return accept({ at: parsed.endOf("day").toMillis(), wall, zone });
  if (parsed.toFormat("yyyy-MM-dd'T'HH:mm") !== wall) return refuse({ kind: "timeSkipped", written: wall });
  if (parsed.getPossibleOffsets().length > 1) return refuse({ kind: "timeTwice", written: wall });
  return accept({ at: parsed.toMillis(), wall, zone });
}

/** In time is what arrived at or before the very instant of the deadline. */
export const inTime = (arrivedAt: Instant, deadline: Moment): boolean => arrivedAt <= deadline.at;

/** The local day of an instant, `2027-05-14`. */
export const dayOf = (at: Instant, zone: string): string => DateTime.fromMillis(at, { zone }).toISODate() ?? "";

/** How an instant reads on the wall, to the minute: `2027-05-14T16:15`. */
export const wallOf = (at: Instant, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
