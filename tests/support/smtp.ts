import { SMTPServer } from "smtp-server";

/** What a server answers at each step of a conversation; nothing refuses nothing. */
export interface Manners {
  /** To a recipient: an SMTP code that it is refused with. */
  recipient?(address: string): { code: number; says: string } | undefined;
  /** To the whole mail, after all of it came. */
  mail?(): { code: number; says: string } | "reset" | undefined;
}

export interface Received {
  from: string;
  to: string[];
  raw: string;
}

/** A mail server on this machine, which keeps what it took. */
export async function smtpServer(manners: Manners = {}) {
  const received: Received[] = [];
  let asked = 0;
  const refusal = ({ code, says }: { code: number; says: string }) =>
    Object.assign(new Error(says), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo({ address }, _session, done) {
      asked++;
      const no = manners.recipient?.(address);
      done(no ? refusal(no) : null);
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const no = manners.mail?.();
        if (no !== undefined && no !== "reset") return done(refusal(no));
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces).toString("utf8"),
        });
        if (no === "reset") for (const { _socket: socket } of connectionsOf(server)) socket.destroy();
        else done(null);
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    asked: () => asked,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The conversations under way, as the server keeps them. */
const connectionsOf = (server: SMTPServer) =>
  (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections;
