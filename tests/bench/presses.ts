import { TENANT } from "../support/teams.ts";

/** A button's press in somebody's 1:1 chat, as Teams posts it. */
export const pressBody = (
  from: { id: string; aadObjectId: string; name: string },
  { id, serviceUrl, verb, data }: { id: string; serviceUrl: string; verb: string; data: Record<string, unknown> },
): string =>
  JSON.stringify({
    type: "invoke",
    name: "adaptiveCard/action",
    id,
    channelId: "msteams",
    serviceUrl,
    recipient: { id: "28:bot", name: "Ehdolla" },
    from,
    locale: "fi-FI",
    conversation: { id: `chat-${from.id}`, conversationType: "personal", tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    value: { action: { type: "Action.Execute", verb, data } },
  });
