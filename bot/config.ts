import type { Lang } from "./domain/lang.ts";

/** How Ehdolla was asked to run. Local mode has no authentication and never leaves this machine. */
export interface Config {
  mode: "local" | "service";
  port: number;
  /** 127.0.0.1 in local mode. */
  host: string;
  /** Where pages and downloads are reached, without a slash at the end. */
  publicUrl: string;
  dataFolder: string;
  storage: Storage;
  /** Tenants that may use this bot; nobody else's requests are even read. */
  tenants: string[];
  app?: AppIdentity;
  logLevel: string;
  /** How mail goes to people outside Teams; without it they are reached by links that somebody passes on. */
  mail?: Mail;
  /** How many proxies of our own stand before the server, each of which says where a request came from. */
  proxies?: number;
  defaultLang: Lang;
  /** An e-mail or web address for feedback about accessibility; otherwise the groups' privacy contacts are named. */
  accessibilityContact?: string;
}

export interface AppIdentity {
  id: string;
  tenant: string;
  type: "SingleTenant" | "UserAssignedMSI";
  /** Single-tenant registrations only. */
  password?: string;
}

/** Where facts are kept: in a file of the data folder, or in an account that several instances share. */
export type Storage =
  | { kind: "sqlite" }
  /** Without a key it is opened as the app's managed identity. */
  | { kind: "cosmos"; endpoint: string; key?: string };

export interface Mail {
  /** `smtps://user:password@host` or `smtp://…`, which must offer encryption unless it is on this machine. */
  smtpUrl: string;
  /** `Name <address>`, or the address alone. */
  from: string;
  /** Where replies go when neither the call nor the group names somebody. */
  replyTo?: string;
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };
export type Env = Readonly<Record<string, string | undefined>>;

/** Every setting that is read. */
export const settings = [
  "ACCESSIBILITY_CONTACT",
  "ALLOWED_TENANTS",
  "COSMOS_ENDPOINT",
  "COSMOS_KEY",
  "DATA_FOLDER",
  "HOST",
  "LOG_LEVEL",
  "MAIL_FROM",
  "MAIL_REPLY_TO",
  "MICROSOFT_APP_ID",
  "MICROSOFT_APP_PASSWORD",
  "MICROSOFT_APP_TENANT_ID",
  "MICROSOFT_APP_TYPE",
  "NODE_ENV",
  "PORT",
  "PUBLIC_URL",
  "SMTP_URL",
  "TRUSTED_PROXIES",
] as const;
type Value = (name: (typeof settings)[number]) => string | undefined;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the settings and reports every problem at once. Lost settings never end in a bot without authentication. */
export function readConfig(env: Env): ConfigResult {
  const problems: string[] = [];
  const value: Value = (name) => env[name]?.trim() || undefined;
  const port = readPort(value("PORT"), problems);
  const identity = [
    "MICROSOFT_APP_ID",
    "MICROSOFT_APP_TENANT_ID",
    "MICROSOFT_APP_PASSWORD",
    "MICROSOFT_APP_TYPE",
  ] as const;
  const local = identity.every((name) => value(name) === undefined) && value("NODE_ENV") !== "production";
  const app = local ? undefined : readApp(value, problems);
  const tenants = (value("ALLOWED_TENANTS") ?? app?.tenant ?? "").split(",").flatMap((t) => t.trim() || []);
  for (const tenant of tenants)
    if (!GUID.test(tenant)) problems.push(`ALLOWED_TENANTS: "${tenant}" is not a tenant id.`);
  const publicUrl = readUrl(value("PUBLIC_URL"), local, port, problems);
  const storage = readStorage(value, app, problems);
  const accessibilityContact = readContact(value("ACCESSIBILITY_CONTACT"), problems);
  const mail = readMail(value, problems);
  const proxies = readCount("TRUSTED_PROXIES", value("TRUSTED_PROXIES"), problems);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    config: {
      mode: local ? "local" : "service",
      port,
      host: local ? "127.0.0.1" : (value("HOST") ?? "0.0.0.0"),
      publicUrl,
      dataFolder: value("DATA_FOLDER") ?? "data",
      storage,
      tenants,
      ...(app ? { app } : {}),
      logLevel: value("LOG_LEVEL") ?? "info",
      ...(mail ? { mail } : {}),
      ...(proxies > 0 ? { proxies } : {}),
      defaultLang: "fi",
      ...(accessibilityContact ? { accessibilityContact } : {}),
    },
  };
}

function readApp(value: Value, problems: string[]): AppIdentity {
  const missing = (name: string, why: string) => {
    problems.push(`${name} is missing: ${why}`);
    return "";
  };
  const id = value("MICROSOFT_APP_ID") ?? missing("MICROSOFT_APP_ID", "the bot registration's application id.");
  const tenant =
    value("MICROSOFT_APP_TENANT_ID") ?? missing("MICROSOFT_APP_TENANT_ID", "the tenant of the bot registration.");
  for (const [name, guid] of Object.entries({ MICROSOFT_APP_ID: id, MICROSOFT_APP_TENANT_ID: tenant }))
    if (guid && !GUID.test(guid)) problems.push(`${name}: "${guid}" is not an id of the form 00000000-0000-….`);
  const type = value("MICROSOFT_APP_TYPE") ?? "UserAssignedMSI";
  if (type !== "SingleTenant" && type !== "UserAssignedMSI")
    problems.push(`MICROSOFT_APP_TYPE: "${type}" is not known; use SingleTenant or UserAssignedMSI.`);
  const password = value("MICROSOFT_APP_PASSWORD");
  if (type === "SingleTenant" && !password)
    missing("MICROSOFT_APP_PASSWORD", "a SingleTenant registration's client secret.");
  return { id, tenant, type: type === "SingleTenant" ? type : "UserAssignedMSI", ...(password ? { password } : {}) };
}

function readStorage(value: Value, app: AppIdentity | undefined, problems: string[]): Storage {
  const endpoint = value("COSMOS_ENDPOINT");
  const key = value("COSMOS_KEY");
  if (!endpoint && key) problems.push("COSMOS_ENDPOINT is missing: the address of the account that COSMOS_KEY opens.");
  if (!endpoint) return { kind: "sqlite" };
  if (!URL.canParse(endpoint) || !isSafe(new URL(endpoint)))
    problems.push(`COSMOS_ENDPOINT: "${endpoint}" is not an https address.`);
  if (!key && app?.type !== "UserAssignedMSI")
    problems.push(
      "COSMOS_KEY is missing: only with MICROSOFT_APP_TYPE UserAssignedMSI the bot has an identity instead.",
    );
  return { kind: "cosmos", endpoint, ...(key ? { key } : {}) };
}

function readContact(text: string | undefined, problems: string[]): string | undefined {
  const known = !text || /^[^\s@:/?&]+@[^\s@:/?&]+$/.test(text) || (text.startsWith("https://") && URL.canParse(text));
  if (!known) problems.push(`ACCESSIBILITY_CONTACT: "${text}" is neither an e-mail address nor an https address.`);
  return text;
}

const ADDRESS = /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

function readMail(value: Value, problems: string[]): Mail | undefined {
  const [smtpUrl, from, replyTo] = [value("SMTP_URL"), value("MAIL_FROM"), value("MAIL_REPLY_TO")];
  if (!smtpUrl && !from && !replyTo) return undefined;
  if (!smtpUrl) problems.push("SMTP_URL is missing: the mail server, as smtps://user:password@host.");
  else if (!URL.canParse(smtpUrl) || !/^smtps?:\/\/[^/]/.test(smtpUrl))
    // the address itself may hold a password
    problems.push("SMTP_URL: this is not an address of the form smtps://user:password@host.");
  if (!from) problems.push("MAIL_FROM is missing: the address that mail comes from, which the server lets us use.");
  else if (!ADDRESS.test(from)) problems.push(`MAIL_FROM: "${from}" is not an e-mail address.`);
  if (replyTo && !ADDRESS.test(replyTo)) problems.push(`MAIL_REPLY_TO: "${replyTo}" is not an e-mail address.`);
  return smtpUrl && from ? { smtpUrl, from, ...(replyTo ? { replyTo } : {}) } : undefined;
}

function readCount(name: string, text: string | undefined, problems: string[]): number {
  const count = Number(text ?? 0);
  if (Number.isInteger(count) && count >= 0 && count <= 9) return count;
  problems.push(`${name}: "${text}" is not a number from 0 to 9.`);
  return 0;
}

/** Nothing in clear text leaves this machine. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));

function readPort(text: string | undefined, problems: string[]): number {
  const port = Number(text ?? 3978);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  problems.push(`PORT: "${text}" is not a port number.`);
  return 0;
}

function readUrl(text: string | undefined, local: boolean, port: number, problems: string[]): string {
  if (!text && local) return `http://127.0.0.1:${port}`;
  if (!text) problems.push("PUBLIC_URL is missing: the https address at which people reach this service.");
  else if (!URL.canParse(text) || (!local && !text.startsWith("https://")))
    problems.push(`PUBLIC_URL: "${text}" is not an https address.`);
  return (text ?? "").replace(/\/+$/, "");
}
