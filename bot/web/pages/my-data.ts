import { groupName } from "../../../cards/group.ts";
import { visible } from "../../../cards/literal.ts";
import { consequences } from "../../../cards/my-data-forms.ts";
import { type OwnTold, ownTitle, ownTold, personTold } from "../../../cards/own-data.ts";
import type { OwnSection } from "../../../cards/own-section.ts";
import type { Reader } from "../../../cards/reader.ts";
import { MYDATA_CAPS } from "../../../cards/verbs/mydata.ts";
import { date } from "../../../cards/when.ts";
import { ASKS } from "../../domain/data-request.ts";
import { type Group, isOfficer } from "../../domain/group.ts";
import { countsOf, keptOf, type Own, type OwnData, ownsOf } from "../../domain/own-data.ts";
import type { Instant } from "../../domain/time.ts";
import { type Html, html } from "../html.ts";
import { layout } from "../layout.ts";

/** What the page of somebody's own data is drawn from. */
export interface MyData {
  data: OwnData;
  /** Whose data it is, in words. */
  about: string;
  group: Group;
  until: Instant;
  nonce: string;
  reader: Reader;
  /** What was done, or why it wasn't; and what was typed then. */
  notice?: string;
  problem?: string;
  written?: Record<string, string>;
}

const nothing = html``;
const noindex = html`<meta name="robots" content="noindex">`;

/** Everything that is stored about somebody in one group, and what its holder can do about it. */
export function myDataPage(parts: MyData): string {
  const { data, about, group, reader, notice, problem, until } = parts;
  const { mydata } = reader.text;
  const you = personTold(data, reader);
  const told = ownsOf(data).map((own) => ownTold(own, reader));
  const body = html`<h1>${mydata.heading}</h1>
${problem === undefined ? nothing : html`<p class="strip warning" role="alert"><strong>${problem}</strong></p>`}
${notice === undefined ? nothing : html`<p class="strip good" role="status"><strong>${notice}</strong></p>`}
<p>${about} ${mydata.page.group(groupName(group, reader))}</p>
${told.length > 0 ? html`<p class="strip"><strong>${mydata.count(countsOf(data))}</strong> ${mydata.intro}</p>` : html`<p class="strip"><strong>${mydata.page.none}</strong></p>`}
${you ? section(you, "h2") : nothing}
${told.map((one) => part(one))}
${told.length > 0 || you ? actions(parts) : nothing}
<p class="quiet">${mydata.page.until(date(until, reader))}</p>`;
  return layout({ lang: reader.lang, title: mydata.heading, body, head: noindex });
}

function part({ title, sections, rules, notes }: OwnTold): Html {
  return html`<section><h2>${title}</h2>
${sections.map((one) => section(one, "h3"))}
${section(rules, "h3")}
${notes.map((note) => html`<p class="quiet">${note}</p>`)}
</section>`;
}

function section({ heading, rows }: OwnSection, level: "h2" | "h3"): Html {
  const present = rows.filter(([, value]) => value !== undefined && value.length > 0);
  const title = level === "h2" ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`;
  return html`${title}
<dl>${present.map(([label, value]) => html`<dt>${label}</dt>${[value ?? ""].flat().map((one) => html`<dd class="written">${visible(one, { lines: true })}</dd>`)}`)}</dl>`;
}

function actions({ data, nonce, reader, written = {} }: MyData): Html {
  const { mydata, common } = reader.text;
  const { contact, ask, buttons, labels } = mydata;
  const owns = ownsOf(data);
  const about = written.about ?? (owns[0] && keptOf(owns[0]).id);
  return html`<section><form method="post"><p><button name="do" value="file" class="second">${mydata.page.file}</button></p></form>
<h2>${contact.heading}</h2>
<form method="post">
<p>${contact.lineHere}</p>
<div class="field"><label for="email">${labels.email} (${common.optional})</label><input id="email" name="email" type="email" autocomplete="email" maxlength="${String(MYDATA_CAPS.email)}" value="${written.email ?? ""}"></div>
<div class="field"><label for="phone">${labels.phone} (${common.optional})</label><input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="${String(MYDATA_CAPS.phone)}" value="${written.phone ?? ""}"></div>
<p class="quiet">${contact.newAddress}</p>
<p><button name="do" value="contact">${contact.save}</button></p>
</form>
${
  owns.length > 0
    ? html`<h2>${ask.heading}</h2>
<form method="post">
<p>${ask.line}</p>
<input type="hidden" name="nonce" value="${nonce}">
<div class="field"><label for="about">${ask.about}</label><select id="about" name="about">${owns.map((own) => option(keptOf(own).id, ownTitle(keptOf(own), own.group, reader), about))}</select></div>
<div class="field"><label for="ask">${ask.what}</label><select id="ask" name="ask">${ASKS.map((one) => option(one, ask.asks[one], written.ask ?? "correct"))}</select></div>
<div class="field"><label for="text">${ask.text}</label><textarea id="text" name="text" maxlength="${String(MYDATA_CAPS.text)}">${written.text ?? ""}</textarea></div>
<p><button name="do" value="ask">${ask.send}</button></p>
</form>`
    : nothing
}
<h2>${mydata.erase.heading}</h2>
<form method="post"><p>${mydata.erase.line}</p><p><button name="do" value="eraseAsk" class="danger">${buttons.erase}</button></p></form>
</section>`;
}

const option = (value: string, title: string, chosen: string | undefined): Html =>
  value === chosen
    ? html`<option value="${value}" selected>${title}</option>`
    : html`<option value="${value}">${title}</option>`;

/** What will be erased, what stays and why; nothing happens before the last button. */
export function eraseDataPage({
  data,
  erasable,
  kept,
  reader,
}: MyData & { erasable: readonly Own[]; kept: readonly Own[] }): string {
  const { mydata, common } = reader.text;
  const { erase, kept: why } = mydata;
  const leads = data.groups.some(({ group }) => data.person && isOfficer(group, data.person.id));
  const some = erasable.length > 0 || (kept.length === 0 && !leads);
  const list = (calls: readonly Own[]) =>
    html`<ul>${calls.map((own) => html`<li>${ownTold(own, reader).title}</li>`)}</ul>`;
  const body = html`<h1>${erase.heading}</h1>
<p class="strip ${some ? "warning" : ""}"><strong>${some ? erase.line : erase.nothing}</strong>${some ? "" : ` ${erase.nothingRest}`}</p>
${erasable.length > 0 ? html`<h2>${erase.from}</h2>${list(erasable)}${consequences(erasable, reader).map((words) => html`<p>${words}</p>`)}` : nothing}
${kept.length > 0 ? html`<h2>${erase.keeps}</h2>${list(kept)}<p>${why.authority}</p>` : nothing}
${leads ? html`<p>${why.leads}</p>` : nothing}
${some ? html`<p class="quiet">${erase.record}</p><p class="quiet">${erase.teams}</p>` : nothing}
<form method="post"><p>
${some ? html`<button name="do" value="erase" class="danger">${erase.confirm}</button>` : nothing}
<button name="do" value="show" class="second">${some ? mydata.page.stay : common.back}</button>
</p></form>`;
  return layout({ lang: reader.lang, title: erase.heading, body, head: noindex });
}
