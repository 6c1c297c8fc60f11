import type { Call } from "./call.ts";
import { datesApplied } from "./call-apply-dates.ts";
import { practicalApplied } from "./call-apply-practical.ts";
import { criteriaApplied, seatsApplied } from "./call-apply-rows.ts";
import type { Step, Written } from "./call-steps.ts";
import { type Applied, type Setting, said } from "./call-written.ts";
import { accept } from "./decision.ts";

type Applier<S extends Step> = (call: Call, written: Written[S], setting: Setting) => Applied;

const appliers: { [S in Step]: Applier<S> } = {
  texts: (call, { title, mandate, lookingFor }, { lang }) =>
    accept({
      ...call,
      title: said(call.title, lang, title),
      mandate: said(call.mandate, lang, mandate),
      lookingFor: said(call.lookingFor, lang, lookingFor),
    }),
  seats: seatsApplied,
  criteria: criteriaApplied,
  dates: datesApplied,
  practical: practicalApplied,
};

/** The call with one page of it rewritten. */
export const applied = <S extends Step>(call: Call, step: S, written: Written[S], setting: Setting): Applied =>
  (appliers[step] as Applier<S>)(call, written, setting);
