import type { Next, Request, Response } from "restify";

/** What Teams posts is far smaller; more is refused before it is read. */
export const MAX_BODY = 512 * 1024;

interface Refused {
  status: 400 | 413 | 415;
  message: string;
}
const tooLarge: Refused = { status: 413, message: "The body is too large." };
const unreadable: Refused = { status: 400, message: "The body can't be read." };
const unknown: Refused = { status: 415, message: "Only JSON and forms are understood." };

/**
 * Reads a body, which is JSON or a form's fields and nothing else: no upload to put on a disk and nothing compressed to
 * unpack, for whoever sends it hasn't shown who they are yet.
 */
export const readBody = (req: Request, res: Response, next: Next): void => {
  if (req.method !== "POST") next();
  else
    bodyOf(req).then(
      (read) => {
        if ("body" in read) req.body = read.body;
        else refuse(res, read);
        next("body" in read ? undefined : false);
      },
      // whoever sent it is gone
      () => next(false),
    );
};

async function bodyOf(req: Request): Promise<{ body: unknown } | Refused> {
  const { "content-encoding": encoding, "content-type": type = "", "content-length": length } = req.headers;
  const parse = parserFor(type);
  if (encoding || !parse) return unknown;
  if (Number(length) > MAX_BODY) return tooLarge;
  const text = await collected(req);
  if (text === undefined) return tooLarge;
  const body = parse(text);
  return body === undefined ? unreadable : { body };
}

type Parser = (text: string) => unknown;

function parserFor(type: string): Parser | undefined {
  if (/^application\/json\b/i.test(type)) return json;
  return /^application\/x-www-form-urlencoded\b/i.test(type) ? form : undefined;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A field that was sent several times has all its values. */
function form(text: string): Record<string, string | string[]> {
  const sent = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(sent.keys())].map((name) => {
      const [first = "", ...more] = sent.getAll(name);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );
}

/** The text; nothing when it turns out too large. Rejects when it is cut off. */
function collected(req: Request): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    req.on("data", (piece: Buffer) => {
      size += piece.length;
      if (size <= MAX_BODY) return void pieces.push(piece);
      req.pause();
      resolve(undefined);
    });
    req.on("end", () => resolve(Buffer.concat(pieces).toString("utf8")));
    req.on("close", () => req.complete || reject(new Error("cut off")));
    req.on("error", reject);
  });
}

/** What is left of the body isn't read: the connection ends with the answer. */
function refuse(res: Response, { status, message }: Refused): void {
  res.header("Connection", "close");
  res.send(status, { message });
}
