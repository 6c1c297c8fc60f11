import type { Call } from "../bot/domain/call.ts";
import type { Group } from "../bot/domain/group.ts";
import { hashed } from "../bot/domain/hashed.ts";
import { langs } from "../bot/domain/lang.ts";
import { canonical } from "../bot/domain/record.ts";
import { local, termText } from "./candidacy.ts";
import type { Reader } from "./reader.ts";
import { textFor } from "./text.ts";

/** What is told to a candidate under Article 14 (13 where they gave it themselves), a paragraph each. */
export function privacyNotice({ group, call }: { group: Group; call: Call }, own: boolean, reader: Reader): string[] {
  const { notice } = reader.text.consent;
  const authority = group.body === "authority";
  return [
    own ? notice.sourceOwn : notice.source,
    notice.controller({
      controller: local(group.controller, group, reader),
      contact: group.privacyContact ?? "",
      basis: local(group.legalBasis, group, reader),
      authority,
    }),
    notice.whoSees(authority),
    notice.retention(group.retentionMonths, call.term !== undefined),
    notice.rights(authority),
  ];
}

/** Which text was answered to: the language, and a digest of the notice and of what the candidate commits to. */
export function consentTextVersion({ group, call }: { group: Group; call: Call }, reader: Reader): string {
  const { consent } = reader.text;
  const words = [
    privacyNotice({ group, call }, false, reader),
    [consent.request.heading(local(group.name, group, reader)), consent.give, consent.mayChange],
    [call.title, call.mandate, call.rhythm, call.fee, call.appoints].map((one) => local(one, group, reader)),
    termText(call, reader) ?? "",
  ];
  return `${reader.lang}-${hashed(canonical(words), 16)}`;
}

/** The version as it is now of a text that was drawn earlier, in the language in which it was drawn. */
export function versionOf(drawn: string | undefined, where: { group: Group; call: Call }, reader: Reader): string {
  const lang = langs.find((one) => drawn?.startsWith(`${one}-`)) ?? reader.lang;
  return consentTextVersion(where, { ...reader, lang, text: textFor(lang) });
}
