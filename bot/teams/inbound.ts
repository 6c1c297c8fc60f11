import { IANAZone } from "luxon";
import { z } from "zod";
import { type Lang, langs } from "../domain/lang.ts";

/** Everything that Teams sends us, as one union. Whatever else arrives is `ignored`. */
export type Inbound =
  | { kind: "press"; door: "card"; verb: unknown; data: Record<string, unknown> }
  | { kind: "press"; door: "dialog"; wrap: "task" | "extension"; verb: unknown; data: Record<string, unknown> }
  | { kind: "command"; wrap: "extension" }
  | { kind: "posted"; verb: unknown; data: Record<string, unknown> }
  | { kind: "message"; text: string }
  | { kind: "installed" }
  | { kind: "removed" }
  | { kind: "ignored" };

/** Who sent it and from where, as the authenticated service tells. */
export interface Envelope {
  inbound: Inbound;
  tenant: string;
  oid?: string;
  teamsId: string;
  name: string;
  lang?: Lang;
  /** IANA name of the client's own zone. */
  zone?: string;
  serviceUrl: string;
  conversation: string;
  personal: boolean;
  /** A chat of several people: a group's, or a meeting's. */
  chat?: "group" | "meeting";
  team?: { id: string; name?: string; channel: string };
}

const text = z.string().max(1_000);
const isZone = (name: string) => IANAZone.isValidZone(name);
const channelData = z
  .object({
    tenant: z.object({ id: text }).optional(),
    team: z.object({ id: text, name: text.optional() }).optional(),
    channel: z.object({ id: text }).optional(),
    meeting: z
      .object({ id: z.string().max(4_000).optional() })
      .optional()
      .catch(undefined),
    settings: z.object({ selectedChannel: z.object({ id: text }).optional() }).optional(),
  })
  .optional()
  .catch(undefined);
const envelope = z.object({
  type: text,
  name: text.optional().catch(undefined),
  action: text.optional().catch(undefined),
  text: z.string().max(20_000).optional().catch(undefined),
  value: z.unknown().optional(),
  from: z.object({ id: text, name: text.optional(), aadObjectId: text.optional() }),
  recipient: z.object({ id: text }).optional(),
  conversation: z.object({ id: text, conversationType: text.optional(), tenantId: text.optional() }),
  serviceUrl: text,
  locale: text.optional().catch(undefined),
  localTimezone: text.refine(isZone).optional().catch(undefined),
  membersAdded: z
    .array(z.object({ id: text }))
    .optional()
    .catch(undefined),
  channelData,
});
type Raw = z.output<typeof envelope>;

/** The envelope of an activity, or nothing when it isn't one that Teams would send. */
export function readEnvelope(activity: unknown): Envelope | undefined {
  const parsed = envelope.safeParse(activity);
  if (!parsed.success) return undefined;
  const a = parsed.data;
  const tenant = a.conversation.tenantId ?? a.channelData?.tenant?.id;
  if (!tenant) return undefined;
  const team = a.channelData?.team;
  const channel =
    a.channelData?.channel?.id ?? a.channelData?.settings?.selectedChannel?.id ?? a.conversation.id.split(";")[0] ?? "";
  const lang = langs.find((l) => a.locale?.toLowerCase().startsWith(l));
  return {
    inbound: inboundOf(a),
    tenant,
    teamsId: a.from.id,
    name: a.from.name ?? "",
    serviceUrl: a.serviceUrl,
    conversation: a.conversation.id,
    personal: a.conversation.conversationType === "personal",
    ...(a.conversation.conversationType === "groupChat" ? { chat: a.channelData?.meeting ? "meeting" : "group" } : {}),
    ...(a.from.aadObjectId ? { oid: a.from.aadObjectId } : {}),
    ...(lang ? { lang } : {}),
    ...(a.localTimezone ? { zone: a.localTimezone } : {}),
    ...(team ? { team: { id: team.id, ...(team.name ? { name: team.name } : {}), channel } } : {}),
  };
}

const record = z.record(z.string(), z.unknown());
const fieldsOf = (value: unknown): Record<string, unknown> => record.safeParse(value).data ?? {};

function inboundOf(a: Raw): Inbound {
  const value = fieldsOf(a.value);
  switch (a.type) {
    case "message":
      return a.value === undefined || a.value === null
        ? { kind: "message", text: a.text ?? "" }
        : { kind: "posted", ...verbIn(value) };
    case "invoke":
      return invokeOf(a.name, value);
    case "installationUpdate":
      return { kind: a.action?.startsWith("remove") ? "removed" : "installed" };
    case "conversationUpdate":
      return a.membersAdded?.some((m) => m.id === a.recipient?.id) && a.channelData?.team
        ? { kind: "installed" }
        : { kind: "ignored" };
    default:
      return { kind: "ignored" };
  }
}

function invokeOf(name: string | undefined, value: Record<string, unknown>): Inbound {
  switch (name) {
    case "adaptiveCard/action": {
      const action = fieldsOf(value.action);
      return { kind: "press", door: "card", verb: action.verb, data: fieldsOf(action.data) };
    }
    case "task/fetch":
    case "task/submit":
      return { kind: "press", door: "dialog", wrap: "task", ...verbIn(fieldsOf(value.data)) };
    case "composeExtension/submitAction":
      return { kind: "press", door: "dialog", wrap: "extension", ...verbIn(fieldsOf(value.data)) };
    case "composeExtension/fetchTask":
      return { kind: "command", wrap: "extension" };
    default:
      return { kind: "ignored" };
  }
}

/** Buttons in dialogs carry their verb among the data; the client adds `msteams`. */
function verbIn({ verb, msteams: _, ...data }: Record<string, unknown>) {
  return { verb, data };
}
