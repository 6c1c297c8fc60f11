import type { Call, Contact } from "./call.ts";
import { isDay } from "./call-apply-dates.ts";
import { type ContactRow, MOST_CONTACTS, MOST_LINKS, type Written } from "./call-steps.ts";
import { type Applied, type Setting, said, type WrittenRefusal } from "./call-written.ts";
import { accept, type Decision, refuse } from "./decision.ts";

/** Rewrites how the group works and whom to ask; in another language only the words. */
export function practicalApplied(call: Call, written: Written["practical"], { lang, main }: Setting): Applied {
  const words = {
    rhythm: said(call.rhythm, lang, written.rhythm),
    fee: said(call.fee, lang, written.fee),
    appoints: said(call.appoints, lang, written.appoints),
  };
  if (!main) return accept({ ...call, ...words });
  const contacts = contactsOf(written.contacts.slice(0, MOST_CONTACTS));
  if (!contacts.ok) return refuse(contacts.refusal);
  const links: Call["links"] = [];
  for (const [at, { title, url }] of written.links.slice(0, MOST_LINKS).entries()) {
    if (!url && !title) continue;
    if (!url || !/^https?:\/\/\S+$/i.test(url) || !URL.canParse(url)) return refuse({ kind: "url", row: at + 1 });
    links.push({ title: title ?? url, url });
  }
  const { caseNumber: _, ...rest } = call;
  return accept({
    ...rest,
    ...words,
    ...(written.caseNumber ? { caseNumber: written.caseNumber } : {}),
    contacts: contacts.state,
    links,
    ...(call.publicId !== undefined && { onWeb: !call.practice && (written.onWeb ?? false) }),
    tellEarlier: call.basedOn !== undefined && !call.practice && (written.tellEarlier ?? false),
  });
}

function contactsOf(rows: readonly ContactRow[]): Decision<Contact[], WrittenRefusal> {
  const contacts: Contact[] = [];
  for (const [at, { name, phone, email, from, to }] of rows.entries()) {
    if (!name && !phone && !email) continue;
    if (!name) return refuse({ kind: "contactName", row: at + 1 });
    if ((from && !isDay(from)) || (to && !isDay(to)) || (from && to && from > to))
      return refuse({ kind: "contactDays", row: at + 1 });
    contacts.push({
      name,
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    });
  }
  return accept(contacts);
}
