import { CosmosClient } from "@azure/cosmos";
import { startCosmos } from "./cosmos-server.ts";

/** A Cosmos DB stand-in as a process of its own, with Ehdolla's database and container: says its settings. */
const { endpoint, key } = await startCosmos();
const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
await client.databases.create({ id: "ehdolla" });
await client.database("ehdolla").containers.create({ id: "documents", partitionKey: { paths: ["/pk"] } });
process.stdout.write(`listening ${JSON.stringify({ kind: "cosmos", endpoint, key })}\n`);
