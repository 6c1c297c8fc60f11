/** What can be pressed about home. */
import { z } from "zod";
import { language } from "./fields.ts";

export const homeVerbs = {
  "home.show": z.object({}),
  "home.language": z.object({ lang: language }),
};
