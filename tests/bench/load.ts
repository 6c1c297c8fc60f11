import { connect, type Socket } from "node:net";

/** What came of a load: every answer's status and body, and how long each took. */
export interface Result {
  perSecond: number;
  /** Milliseconds, shortest first. */
  latencies: number[];
  answers: { status: number; body: string }[];
}

/** How many requests are under way at the same time, each on a connection that stays open. */
export const CONNECTIONS = 50;

/** Posts every body once, as fast as the answers come. One of it serves all that is compared. */
export async function load(port: number, bodies: readonly string[], connections = CONNECTIONS): Promise<Result> {
  const requests = bodies.map((body) => requestOf(port, body));
  const answers: Result["answers"] = [];
  const latencies: number[] = [];
  let next = 0;
  const lane = async () => {
    const post = await opened(port);
    for (let i = next++; i < requests.length; i = next++) {
      const at = performance.now();
      answers[i] = await post(requests[i] as string);
      latencies.push(performance.now() - at);
    }
    post.end();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: Math.min(connections, bodies.length) }, lane));
  const seconds = (performance.now() - started) / 1_000;
  return { perSecond: bodies.length / seconds, latencies: latencies.sort((a, b) => a - b), answers };
}

export const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

const requestOf = (port: number, body: string): string =>
  [
    "POST /api/messages HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");

/** One connection, one request at a time. Written by hand, so that the generator takes little of the machine. */
async function opened(port: number) {
  const socket = connect(port, "127.0.0.1").setNoDelay();
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  const post = (request: string) => {
    socket.write(request);
    return answered(socket);
  };
  return Object.assign(post, { end: () => void socket.destroy() });
}

function answered(socket: Socket): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    let text = "";
    const finish = (settle: () => void) => {
      socket.off("data", more).off("close", broken);
      settle();
    };
    const broken = () => finish(() => reject(new Error("The connection was closed before the answer.")));
    const more = (piece: Buffer) => {
      text += piece.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = text.slice(0, end);
      const body = text.slice(end + 4);
      if (body.length < Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)) return;
      if (/transfer-encoding: chunked/i.test(head) && !body.endsWith("0\r\n\r\n")) return;
      finish(() => resolve({ status: Number(head.slice(9, 12)), body: Buffer.from(body, "latin1").toString("utf8") }));
    };
    socket.on("data", more).once("close", broken);
  });
}
