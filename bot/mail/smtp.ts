import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Outcome } from "../domain/delivery-steps.ts";
import type { Log } from "../usecases/ports.ts";
import type { Composed } from "./compose.ts";
import type { Transport } from "./messenger.ts";
import { outcomeOf, type SmtpError } from "./outcome.ts";

/** A server that is asked for more at once may take us for a nuisance. */
const AT_ONCE = 4;
const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

/** Sends by an SMTP server. Nothing is repeated here: what becomes of a mail is written down with its delivery. */
export function smtpTransport(url: string, log: Log): Transport {
  const options = optionsOf(url);
  const take = gate(AT_ONCE);
  return {
    send: (mail) =>
      take(async () => {
        const outcome = await sendOnce(options, mail);
        if (outcome.kind !== "sent" && outcome.error)
          log.warn({ mail: mail.id, code: outcome.error.code, response: outcome.error.responseCode }, "mail not sent");
        const { error: _, ...told } = outcome as { error?: unknown } & Outcome;
        return told;
      }),
  };
}

type Options = ConstructorParameters<typeof SMTPConnection>[0] & { login?: { user: string; pass: string } };

/** `smtps://` is encrypted from the start; `smtp://` must become so before anything is said, but on this machine. */
function optionsOf(text: string): Options {
  const url = new URL(text);
  const secure = url.protocol === "smtps:";
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return {
    ...TIMES,
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLocal,
    ignoreTLS: !secure && isLocal,
    allowInternalNetworkInterfaces: true,
    ...(url.username && {
      login: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  };
}

type Told = { kind: "sent" } | (Exclude<Outcome, { kind: "sent" }> & { error: SmtpError });

/** One mail over one connection. Once the server has begun to read it, only its answer tells whether it took it. */
function sendOnce({ login, ...options }: Options, { to, returnTo, raw }: Composed): Promise<Told> {
  const connection = new SMTPConnection(options);
  let handed = false;
  const body = Readable.from(
    (function* () {
      handed = true;
      yield raw;
    })(),
  );
  return new Promise<Told>((resolve) => {
    const finish = (told: Told) => {
      connection.close();
      resolve(told);
    };
    const fail = (error: SmtpError) => finish({ ...outcomeOf(error, handed), error });
    const send = () =>
      connection.send({ from: returnTo, to: [to], size: raw.length }, body, (error) =>
        error ? fail(error) : finish({ kind: "sent" }),
      );
    connection.once("error", fail);
    connection.connect((error) => {
      if (error) return fail(error);
      if (!login) return send();
      connection.login({ credentials: login }, (refused) => (refused ? fail(refused) : send()));
    });
  });
}

/** So many at a time; the others wait in line. */
function gate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most;
  const line: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((go) => line.push(go));
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else free++;
    }
  };
}
