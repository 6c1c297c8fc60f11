import { explainAsk } from "../../cards/explain/mydata.ts";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import { mydataVerbs } from "../../cards/verbs/mydata.ts";
import type { Group } from "../domain/group.ts";
import type { PersonId } from "../domain/ids.ts";
import type { Link } from "../domain/link.ts";
import { looksLikeEmail } from "../domain/organisations.ts";
import { keptOf, type OwnData } from "../domain/own-data.ts";
import { ownFile } from "../domain/own-file.ts";
import { type DataLink, whoseData } from "../usecases/data-link.ts";
import { eraseOwn, parted } from "../usecases/erase.ts";
import { askOfficers, correctOwnContact, ownDataOf, type Whose } from "../usecases/my-data.ts";
import { namesOf } from "../usecases/poll-reading.ts";
import type { Ports } from "../usecases/ports.ts";
import { openRound } from "../usecases/round.ts";
import { type Answer, htmlAnswer } from "./answer.ts";
import type { LinkPage, Opened } from "./links.ts";
import { eraseDataPage, type MyData, myDataPage as page } from "./pages/my-data.ts";

interface Here {
  ports: Ports;
  opened: Opened<Link | DataLink>;
  /** Unknown of somebody whose link was passed on. */
  email?: string;
  name: string;
  group: Group;
  whose: Whose;
  reader: Reader;
}

/** What is stored about somebody, for whoever has the link that was sent to them, in the group that the link is of. */
export const myDataPage = (ports: Ports): LinkPage<Link | DataLink> => ({
  async show(opened) {
    const here = await hereOf(ports, opened);
    return here && shown(here, {});
  },
  async commit(opened, form) {
    const here = await hereOf(ports, opened);
    return here && act(here, form);
  },
});

async function hereOf(ports: Ports, opened: Opened<Link | DataLink>): Promise<Here | undefined> {
  const { lang, link } = opened;
  const owner = "owner" in link ? link.owner : link.subject.kind === "person" ? link.subject : undefined;
  const round = owner && (await openRound(ports, "owner" in link ? link.round : link.call));
  if (!round || !owner) return undefined;
  const { group } = round;
  return {
    ports,
    opened,
    ...("email" in owner ? { email: owner.email, name: owner.email } : { name: await nameOf(ports, owner.person) }),
    group,
    whose: await whoseData(ports, owner, group.id),
    reader: {
      lang,
      text: textFor(lang),
      zone: group.zone,
      now: ports.clock.now(),
      door: "card",
      client: { dialogs: false, picker: false },
    },
  };
}

const nameOf = async (ports: Ports, person: PersonId): Promise<string> =>
  (await namesOf(ports, [person]))[person] ?? "";

type More = Pick<MyData, "notice" | "problem" | "written">;

const dataOf = async ({ ports, email, name, group, opened, reader, whose }: Here, data?: OwnData): Promise<MyData> => ({
  data: data ?? (await ownDataOf(ports, whose)),
  about: email === undefined ? reader.text.mydata.page.aboutPerson(name) : reader.text.mydata.page.about(email),
  group,
  until: opened.link.until,
  nonce: ports.ids.random(),
  reader,
});

const shown = async (here: Here, more: More, status = 200): Promise<Answer> =>
  htmlAnswer(status, page({ ...(await dataOf(here)), ...more }));

/** What a form on the page asks for. Anything else shows the page as it is. */
async function act(here: Here, form: Record<string, string>): Promise<Answer> {
  const { ports, whose, reader } = here;
  const { mydata, common } = reader.text;
  switch (form.do) {
    case "file":
      return file(await ownDataOf(ports, whose), here);
    case "contact":
      return contact(here, form);
    case "ask":
      return ask(here, form);
    case "eraseAsk":
      return htmlAnswer(200, eraseDataPage({ ...(await dataOf(here)), ...parted(await ownDataOf(ports, whose)) }));
    case "erase": {
      const { gone } = await eraseOwn(ports, whose);
      return shown(here, { notice: gone ? mydata.erase.done : mydata.erase.doneKept });
    }
    case "show":
      return shown(here, {});
    default:
      return shown(here, { problem: common.badPress }, 422);
  }
}

function file(data: OwnData, { ports, reader }: Here): Answer {
  const name = `${reader.text.mydata.download.file}.json`;
  return {
    status: 200,
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
    body: JSON.stringify(ownFile(data, ports.clock.now()), null, 2),
  };
}

async function contact(here: Here, form: Record<string, string>): Promise<Answer> {
  const { mydata, common } = here.reader.text;
  const fields = mydataVerbs["mydata.contact"].safeParse({ ...form, nonce: "00000000" });
  const refused = (problem: string) => shown(here, { problem, written: form }, 422);
  if (!fields.success) return refused(common.checkFields);
  const { email, phone } = fields.data;
  if (!email && !phone) return refused(mydata.contact.missing);
  if (email && !looksLikeEmail(email)) return refused(mydata.contact.invalidEmail);
  const changed = await correctOwnContact(here.ports, here.whose, {
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
  });
  if (changed === 0) return shown(here, { notice: mydata.contact.nothing });
  return shown(here, { notice: email && here.email ? mydata.page.newAddress(email) : mydata.contact.done });
}

async function ask(here: Here, form: Record<string, string>): Promise<Answer> {
  const { ports, whose, reader, email } = here;
  const fields = mydataVerbs["mydata.ask"].safeParse(form);
  const refused = (problem: string) => shown(here, { problem, written: form }, 422);
  if (!fields.success || !fields.data.about) return refused(reader.text.common.checkFields);
  const { about, ask: what = "correct", text = "", nonce } = fields.data;
  const data = await ownDataOf(ports, whose);
  const asked = {
    round: about,
    nonce,
    ask: what,
    text,
    name: await nameIn(here, data, about),
    ...(email && { email }),
    lang: reader.lang,
  };
  const decision = await askOfficers(ports, whose, asked);
  if (!decision.ok) return refused(explainAsk(decision.refusal, reader));
  return shown(here, { notice: reader.text.mydata.ask.done });
}

/** By what name a call, a poll or a meeting knows them. */
async function nameIn({ ports, name }: Here, { calls, polls, meetings }: OwnData, about: string): Promise<string> {
  const own = calls.find(({ call }) => call.id === about);
  const named = own?.candidates[0]?.name ?? own?.proposed[0]?.proposer.name;
  const { persons = [] } = [...polls, ...meetings].find((one) => keptOf(one).id === about) ?? {};
  const names = await namesOf(ports, persons);
  return named ?? Object.values(names)[0] ?? name;
}
