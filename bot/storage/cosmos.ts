import { CosmosClient } from "@azure/cosmos";
import type { Store } from "../usecases/ports.ts";
import { cosmosStore } from "./cosmos-store.ts";
import { type OnNewer, schemas } from "./documents.ts";
import { StorageUnavailable } from "./unavailable.ts";

/** Where facts are kept: with the account's key, or else as the managed identity of that client id. */
export interface CosmosSettings {
  endpoint: string;
  key?: string;
  clientId?: string;
  database?: string;
  container?: string;
}

/** The distributed store, for several instances. It must have been made beforehand. Throws StorageUnavailable. */
export async function openCosmos(
  settings: CosmosSettings,
  table = schemas,
  onNewer: OnNewer = () => {},
): Promise<Store> {
  const { endpoint, database = "ehdolla", container = "documents" } = settings;
  const client = new CosmosClient({
    endpoint,
    ...(await credentialOf(settings)),
    connectionPolicy: {
      requestTimeout: 10_000,
      // with discovery on, the client may send a write again that broke off, and what was saved already would look stale
      enableEndpointDiscovery: false,
      enableBackgroundEndpointRefreshing: false,
    },
  });
  try {
    const store = cosmosStore(client, client.database(database).container(container), table, onNewer);
    await checkConsistency(client, endpoint);
    await checkContainer(client, database, container);
    await store.due(0, 1);
    return store;
  } catch (error) {
    client.dispose();
    throw error instanceof StorageUnavailable ? error : unavailable(settings, `${database}/${container}`, error);
  }
}

/** The identity's library is large, and only loaded where there is no key. */
async function credentialOf({ key, clientId }: CosmosSettings) {
  if (key) return { key };
  const { ManagedIdentityCredential } = await import("@azure/identity");
  return { aadCredentials: clientId ? new ManagedIdentityCredential({ clientId }) : new ManagedIdentityCredential() };
}

async function checkConsistency(client: CosmosClient, endpoint: string) {
  const { consistencyPolicy } = (await client.getDatabaseAccount()).resource ?? {};
  if (consistencyPolicy === "Strong") return;
  throw new StorageUnavailable(
    `${endpoint} has ${consistencyPolicy} as its default consistency, under which a vote that was just given can be missed. Set it to Strong in the account's settings, or name another account with COSMOS_ENDPOINT.`,
  );
}

async function checkContainer(client: CosmosClient, database: string, container: string) {
  const { resource } = await client.database(database).container(container).read();
  const paths = resource?.partitionKey?.paths ?? [];
  if (paths.join() !== "/pk") {
    throw new StorageUnavailable(
      `The container ${database}/${container} is partitioned by ${paths.join() || "nothing"}. Make one that is partitioned by /pk, as infra/data.bicep does.`,
    );
  }
  if ((resource?.defaultTtl ?? -1) !== -1) {
    throw new StorageUnavailable(
      `The container ${database}/${container} deletes its items after ${resource?.defaultTtl} seconds. Turn its time to live off.`,
    );
  }
}

function unavailable(settings: CosmosSettings, container: string, error: unknown): StorageUnavailable {
  return new StorageUnavailable(advice(settings, container, error as Error & { code?: unknown }), { cause: error });
}

function advice(settings: CosmosSettings, container: string, { code, name, message }: Error & { code?: unknown }) {
  const { endpoint, key, clientId } = settings;
  const identity = clientId ? `the managed identity ${clientId}` : "the managed identity";
  const [said = ""] = message.split("\n");
  if (/^(CredentialUnavailable|Authentication)/.test(name))
    return `There is no token for ${identity} (${said}). Assign that identity to this app, or set the account's key with COSMOS_KEY.`;
  switch (code) {
    case 401:
      return key
        ? `${endpoint} doesn't accept the key. Set the account's present key with COSMOS_KEY.`
        : `${endpoint} doesn't accept ${identity}. Check that COSMOS_ENDPOINT is of the same tenant.`;
    case 403:
      return `${endpoint} lets ${key ? "this key or address" : identity} in no further (${said}). Give it the role Cosmos DB Built-in Data Contributor, as infra/data.bicep does, and let this machine through the account's firewall.`;
    case 404:
      return `${endpoint} has no container ${container}. Make it with infra/data.bicep, or name another account with COSMOS_ENDPOINT.`;
    default:
      return `${endpoint} can't be used (${said}). Check COSMOS_ENDPOINT, and that this machine may reach it.`;
  }
}
