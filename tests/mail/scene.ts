import type { Call } from "../../bot/domain/call.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import type { Group } from "../../bot/domain/group.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import { mailMessenger } from "../../bot/mail/messenger.ts";
import { routed } from "../../bot/mail/route.ts";
import { smtpTransport } from "../../bot/mail/smtp.ts";
import { listPublic } from "../../bot/usecases/public-call.ts";
import { openRound } from "../../bot/usecases/round.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { smtpServer } from "../support/smtp.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";

export const SANNA = "sanna.kaislamo@example.org";
export const settings = { from: "Ehdolla <ehdolla@example.org>", replyTo: "kirjaamo@example.org" };

/** Ports whose messages to people outside Teams go to a mail server. */
export async function mailPorts(manners: Parameters<typeof smtpServer>[0] = {}) {
  const ports = testPorts();
  const server = await smtpServer(manners);
  const transport = smtpTransport(server.url, ports.log);
  const mail = mailMessenger({ transport, settings, now: ports.clock.now });
  Object.assign(ports, { messenger: routed(ports.messenger, mail) });
  return {
    ports,
    server,
    async dispose() {
      await server.close();
      await ports.dispose();
    },
  };
}

/** A call in which Oskari, who is in Teams, proposed Sanna, who isn't. */
export async function proposed(
  ports: TestPorts,
  own: {
    call?: Partial<Call>;
    candidate?: Partial<Candidate>;
    nomination?: Partial<Nomination>;
    group?: Partial<Group>;
  } = {},
) {
  const oskari = await aPerson(ports, "Oskari Haavisalo");
  const chair = await aPerson(ports, "Kaarina Lehtovaara");
  const { person: _p, ...nominee } = aNomination().nominee;
  const { person: _q, ...candidate } = aCandidate({ proposers: [oskari.id], ...own.candidate });
  const nomination = aNomination({ nominee, by: oskari.id, ...own.nomination });
  const { viceChair: _v, ...group } = aGroup({ chairs: [chair.id], secretaries: [], ...own.group });
  const call = aCall({ publicId: "kaisla2027x", ...own.call });
  await listPublic(ports, call.publicId ?? "", call.id);
  await stored(ports, group, call, [nomination, candidate]);
  return { oskari, chair, group, call };
}

export const candidateNow = async (ports: TestPorts) => {
  const candidate = await (await openRound(ports, "call:7f3k"))?.get("candidate", "cand:01");
  if (!candidate) throw new Error("the candidate is gone");
  return candidate;
};

interface Part {
  headers: string;
  body: Buffer;
}

/** A received mail's headers, text, HTML and files, as a mail program decodes them. */
export function read(raw: string) {
  const [head = ""] = raw.split("\r\n\r\n");
  const headers = unfolded(head);
  const parts = partsOf(raw);
  const isFile = (part: Part) => header(part.headers, "Content-Disposition").startsWith("attachment");
  const body = (type: string) =>
    parts
      .find((part) => !isFile(part) && header(part.headers, "Content-Type").startsWith(type))
      ?.body.toString("utf8") ?? "";
  return {
    header: (name: string) => header(headers, name),
    text: body("text/plain"),
    html: body("text/html"),
    calendar: body("text/calendar"),
    types: parts.map((part) => header(part.headers, "Content-Type")),
    files: parts.filter(isFile).map((part) => ({
      type: header(part.headers, "Content-Type"),
      name: /filename="?([^";]+)/.exec(header(part.headers, "Content-Disposition"))?.[1],
      text: part.body.toString("utf8"),
    })),
  };
}

/** The parts of a mail or of one of its parts, however deep they stand. */
function partsOf(raw: string): Part[] {
  const at = raw.indexOf("\r\n\r\n");
  if (at < 0) return [];
  const headers = unfolded(raw.slice(0, at));
  const inner = raw.slice(at + 4);
  const boundary = /^Content-Type: multipart\/[^\r]*boundary="([^"]+)"/im.exec(headers)?.[1];
  if (boundary)
    return `\r\n${inner}`
      .split(`\r\n--${boundary}`)
      .slice(1)
      .flatMap((part) => partsOf(part.replace(/^\r\n/, "")));
  if (/base64/i.test(headers)) return [{ headers, body: Buffer.from(inner, "base64") }];
  return [{ headers, body: /quoted-printable/i.test(headers) ? decode(inner) : Buffer.from(inner) }];
}

/** Quoted-printable, as mail programs read it. */
const decode = (coded: string): Buffer =>
  Buffer.from(
    coded
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  );

const unfolded = (head: string) => head.replace(/\r\n[ \t]+/g, " ");

function header(headers: string, name: string): string {
  const line = new RegExp(`^${name}: (.*)$`, "im").exec(headers)?.[1] ?? "";
  return line
    .replace(/\?= =\?/g, "?==?")
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, coded: string) => Buffer.from(coded, "base64").toString("utf8"))
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, coded: string) => decode(coded.replaceAll("_", " ")).toString("utf8"));
}

export const linkIn = (text: string, path = "c"): string =>
  new RegExp(`https://ehdolla\\.example\\.org/${path}/[\\w-]+/[\\w-]{22}`).exec(text)?.[0] ?? "";
