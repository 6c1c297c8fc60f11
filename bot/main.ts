import { randomBytes } from "node:crypto";
import { type Config, type Env, readConfig } from "./config.ts";
import type { Instant } from "./domain/time.ts";
import { createLog } from "./log.ts";
import { openMail } from "./mail/mail.ts";
import { routed } from "./mail/route.ts";
import { finnishHolidays } from "./scheduler/holidays.ts";
import { realTime, startSettler } from "./scheduler/tick.ts";
import { openStore } from "./storage/open.ts";
import { StorageUnavailable } from "./storage/unavailable.ts";
import { Adapter } from "./teams/adapter.ts";
import { Authentication } from "./teams/auth.ts";
import { teamsDirectory } from "./teams/directory.ts";
import { MESSAGES, mountMessages } from "./teams/endpoint.ts";
import { teamsMessenger } from "./teams/messenger.ts";
import { pressRate, replyPace } from "./teams/rate.ts";
import { createBursts } from "./usecases/burst.ts";
import type { LeaseTimes } from "./usecases/lease.ts";
import { createLimits } from "./usecases/limits.ts";
import { forgetChat, keepConversation } from "./usecases/people.ts";
import type { Messenger, Ports } from "./usecases/ports.ts";
import { createQueue } from "./usecases/queue.ts";
import { closed, createHttpServer, listen, mountLater } from "./web/http.ts";

/** A running Ehdolla. */
export interface Running {
  port: number;
  ports: Ports;
  /** Finishes turns in flight and what is being sent, then closes the store. */
  stop(): Promise<void>;
}

/** Parts that can be given from outside: the clock, where the service's keys are found, and how long is waited for what. */
export interface Parts {
  clock?: { now(): Instant };
  auth?: Authentication;
  lease?: LeaseTimes;
  /** Milliseconds after which a message that isn't answered counts as cut off. */
  sendTimeout?: number;
  /** Where local mode tells of the mail that it wrote, with its links. */
  print?(line: string): void;
}

/** Puts the parts together and starts them. The only place that knows all of them. */
export async function startEhdolla(
  config: Config,
  {
    clock = { now: Date.now },
    auth = new Authentication(config.app),
    lease,
    sendTimeout,
    print = () => {},
  }: Parts = {},
): Promise<Running> {
  const log = createLog(config);
  const appId = config.app?.id ?? "";
  const local = config.mode === "local";
  const client = { dialogs: !local, picker: !local };
  const store = await openStore(config, (err) => log.error({ err }, "left undone until a newer version is started"));
  const settler = { wake: () => {} };
  const queue = createQueue();
  const ids = { random: () => randomBytes(10).toString("hex") };
  const ports: Ports = {
    store,
    clock,
    ids,
    calendar: finnishHolidays(),
    messenger: routed(
      teamsMessenger({
        auth,
        appId,
        client,
        defaultLang: config.defaultLang,
        now: clock.now,
        site: config.publicUrl,
        ...(sendTimeout === undefined ? {} : { timeout: sendTimeout }),
        log,
        keepChat: (person, conversation) => keepConversation({ store }, person, conversation),
        forgetChat: (person) => forgetChat({ store }, person),
      }),
      mailFor(config, { log, now: clock.now, print }),
    ),
    directory: teamsDirectory(auth, appId, log),
    queue,
    bursts: createBursts({ store, clock, ids, queue }, randomBytes(6).toString("hex")),
    wake: () => settler.wake(),
    log,
    publicUrl: config.publicUrl,
  };
  const server = createHttpServer(clock.now, config.proxies);
  const { tenants, defaultLang } = config;
  const limits = createLimits(realTime);
  mountMessages(server, new Adapter(auth), {
    ports,
    tenants,
    client,
    examples: local,
    defaultLang,
    allows: pressRate(),
    pace: replyPace(limits, realTime),
  });
  mountLater(server, MESSAGES, async () => (await import("./site.ts")).mountSite(server, ports, config));
  const port = await listen(server, config.port, config.host).catch(async (error) => {
    await store.close();
    throw error;
  });
  const me = `settler-${randomBytes(6).toString("hex")}`;
  const running = startSettler(ports, me, config.tenants, lease, limits);
  settler.wake = running.wake;
  log.info({ port, mode: config.mode }, "started");
  return {
    port,
    ports,
    async stop() {
      await closed(server);
      try {
        await running.stop();
      } finally {
        await store.close();
      }
      log.info("stopped");
    },
  };
}

/** Mail for whoever isn't in Teams: local mode's stays on this machine. */
function mailFor({ mode, mail, dataFolder }: Config, { log, now, print }: MailParts): Messenger | undefined {
  if (mode === "local") return openMail({ folder: dataFolder, tell: print }, now);
  return mail && openMail({ ...mail, log }, now);
}

interface MailParts {
  log: Ports["log"];
  now(): Instant;
  print(line: string): void;
}

/** Starts as the environment says, and ends with the process; what is wrong is told in a sentence. */
export async function main(env: Env): Promise<void> {
  const read = readConfig(env);
  if (!read.ok)
    return fail(
      `Ehdolla can't start. Set these in the environment:\n${read.problems.map((p) => `  - ${p}`).join("\n")}`,
    );
  try {
    const running =
      read.config.mode === "local"
        ? await (await import("./local/local.ts")).startLocal(read.config, startEhdolla)
        : await startEhdolla(read.config);
    const stop = () =>
      running
        .stop()
        .catch(failToStop)
        .finally(() => process.exit());
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
  } catch (error) {
    fail(sentenceFor(error, read.config));
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

/** What was acknowledged is saved already; the next start finds the rest. */
const failToStop = (error: Error) => fail(`Ehdolla stopped before all was put away: ${error.stack ?? error.message}`);

/** An operator's error names the setting and where to change it. */
function sentenceFor(error: unknown, { port, host, storage }: Config): string {
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (name === "PortBusy" || code === "EADDRINUSE")
    return `Ehdolla can't start: ${message.startsWith("Port") ? message : `port ${port} is in use.`} Stop the other program, or choose another port with PORT.`;
  if (code === "EACCES") return `Ehdolla can't listen on port ${port} of ${host}: choose another with PORT.`;
  if (error instanceof StorageUnavailable)
    return `Ehdolla can't start: ${message}${storage.kind === "sqlite" ? " The folder is set by DATA_FOLDER." : ""}`;
  return `Ehdolla can't start: ${(error as Error).stack ?? message}`;
}
