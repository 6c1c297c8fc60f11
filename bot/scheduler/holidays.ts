import { createRequire } from "node:module";
import type { Calendar } from "../domain/calendar.ts";

/** Offices are closed on these two as well. */
const eve = /^(joulu|juhannus)aatto$/i;

/** Finnish public holidays. The list of all countries is large, so it is loaded at the first question, not at start. */
export function finnishHolidays(): Calendar {
  const years = new Map<string, Set<string>>();
  return {
    isHoliday(day) {
      const year = day.slice(0, 4);
      const found = years.get(year) ?? holidaysOf(year);
      years.set(year, found);
      return found.has(day);
    },
  };
}

function holidaysOf(year: string): Set<string> {
  const Holidays = createRequire(import.meta.url)("date-holidays") as typeof import("date-holidays").default;
  const days = new Holidays("FI").getHolidays(Number(year));
  return new Set(days.filter((d) => d.type === "public" || eve.test(d.name)).map((d) => d.date.slice(0, 10)));
}
