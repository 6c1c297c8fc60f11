import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { CosmosClient } from "@azure/cosmos";
import { type CosmosSettings, openCosmos } from "../../bot/storage/cosmos.ts";
import { StorageUnavailable } from "../../bot/storage/unavailable.ts";
import { AlreadyExists, BatchTooLarge, StaleVersion, type Store } from "../../bot/usecases/ports.ts";
import { type CosmosServer, type Mishap, startCosmos } from "../support/cosmos-server.ts";
import { type Opened, storeContract } from "./contract.ts";
import { changeContract, losingOnce } from "./contract-change.ts";
import { aNote, create, replace } from "./notes.ts";
import { countedByTwo, keptOverKill } from "./processes.ts";

/** A real account to try instead, never the bot's own: a database is made in it and deleted. */
const { TEST_COSMOS_ENDPOINT: endpoint, TEST_COSMOS_KEY: key = "" } = process.env;
const database = `ehdolla-test-${randomBytes(6).toString("hex")}`;
const includedPaths = ["/pk/?", "/type/?", "/dueAt/?"].map((path) => ({ path }));

describe(endpoint ? `Cosmos DB at ${endpoint}` : "Cosmos DB, in this process", function () {
  this.timeout(endpoint ? 300_000 : 20_000);
  let server: CosmosServer | undefined;
  let account: { endpoint: string; key: string };
  let client: CosmosClient;
  let containers = 0;

  before(async () => {
    server = endpoint ? undefined : await startCosmos();
    account = server ?? { endpoint: endpoint ?? "", key };
    client = new CosmosClient({ ...account, connectionPolicy: { enableEndpointDiscovery: false } });
    await client.databases.create({ id: database });
  });
  after(async () => {
    await client.database(database).delete();
    client.dispose();
    server?.close();
  });

  async function made(partition = "/pk", defaultTtl?: number): Promise<Required<Omit<CosmosSettings, "clientId">>> {
    const container = `documents-${containers++}`;
    await client.database(database).containers.create({
      id: container,
      partitionKey: { paths: [partition] },
      indexingPolicy: { includedPaths, excludedPaths: [{ path: "/*" }] },
      ...(defaultTtl !== undefined && { defaultTtl }),
    });
    return { endpoint: account.endpoint, key: account.key, database, container };
  }

  async function aStore(): Promise<Opened> {
    const settings = await made();
    const store = await openCosmos(settings);
    const open = [store];
    const opened = async (...[schemas, onNewer]: Parameters<Opened["reopen"]>) => {
      const other = await openCosmos(settings, schemas, onNewer);
      open.push(other);
      return other;
    };
    return {
      store,
      async reopen(schemas, onNewer) {
        await store.close();
        return opened(schemas, onNewer);
      },
      second: () => opened(),
      losing() {
        if (!server) return losingOnce(store);
        server.mishaps.push({ done: true, answer: "reset" });
        return store;
      },
      async dispose() {
        for (const each of open) await each.close();
        await client.database(database).container(settings.container).delete();
      },
    };
  }

  storeContract("Cosmos DB", aStore, { runs: endpoint ? 10 : 100 });
  changeContract("Cosmos DB", aStore);

  it("loses no change between processes that write at the same time", async () => {
    const settings = await made();
    const store = await openCosmos(settings);
    await countedByTwo(store, JSON.stringify(settings));
    await store.close();
  });

  it("has every acknowledged write after the processes were killed", async () => {
    const settings = await made();
    await keptOverKill(JSON.stringify(settings), () => openCosmos(settings));
  });

  describe("that can't be used", () => {
    const refuses = (settings: CosmosSettings, says: RegExp) =>
      assert.rejects(openCosmos(settings), (error) => {
        assert.ok(error instanceof StorageUnavailable, String(error));
        assert.match(error.message, says);
        return true;
      });

    it("is named when the container is missing, and isn't made", async () => {
      const settings = { ...account, database, container: "nowhere" };
      await refuses(settings, new RegExp(`has no container ${database}/nowhere.*infra/data\\.bicep`));
      await refuses(settings, /has no container/);
    });

    it("is named when the container is partitioned by something else", async () => {
      await refuses(await made("/id"), /is partitioned by \/id\. .*\/pk/);
    });

    it("is named when the container forgets", async () => {
      await refuses(await made("/pk", 3600), /deletes its items after 3600 seconds/);
    });

    it("is named when nobody answers", async () => {
      const settings = { endpoint: "http://127.0.0.1:1/", key: "ZHVtbXk=" };
      await refuses(settings, /127\.0\.0\.1:1\/ can't be used .*COSMOS_ENDPOINT/);
    });
  });

  if (!endpoint) {
    describe("when something goes wrong", () => {
      let cosmos: CosmosServer;
      let store: Store;

      beforeEach(async () => {
        cosmos = server as CosmosServer;
        store = await openCosmos(await made());
        cosmos.batches = 0;
      });
      afterEach(() => store.close());

      const mishaps: Mishap["answer"][] = ["reset", "half", 408, 500, 503];
      for (const answer of mishaps) {
        it(`says so and sends nothing again after a batch that met ${answer}, for it may be saved`, async () => {
          cosmos.mishaps.push({ done: true, answer });
          await assert.rejects(
            store.commit("call:1", [create(aNote())]),
            (error) => ![AlreadyExists, StaleVersion, BatchTooLarge].some((kind) => error instanceof kind),
          );
          assert.equal(cosmos.batches, 1);
          assert.deepEqual(await store.get("call:1", "a"), aNote());
          await store.commit("call:1", [replace(aNote({ version: 2 }))]);
        });
      }

      for (const answer of [429, 449]) {
        it(`sends a batch again that was put off with ${answer}`, async () => {
          cosmos.mishaps.push({ done: false, answer }, { done: false, answer });
          await store.commit("call:1", [create(aNote())]);
          assert.equal(cosmos.batches, 3);
          assert.deepEqual(await store.get("call:1", "a"), aNote());
        });
      }

      it("gives up on a batch that is put off again and again", async () => {
        cosmos.mishaps.push(...Array.from({ length: 8 }, () => ({ done: false, answer: 449 })));
        await assert.rejects(store.commit("call:1", [create(aNote())]), /status 449/);
        assert.equal(cosmos.batches, 8);
        assert.equal(await store.get("call:1", "a"), undefined);
      });

      it("finds a batch too large when the service does", async () => {
        cosmos.mishaps.push({ done: false, answer: 413 });
        await assert.rejects(store.commit("call:1", [create(aNote())]), BatchTooLarge);
      });

      it("counts the envelope of each write before it sends two megabytes", async () => {
        const most = Array.from({ length: 100 }, (_, i) => create(aNote({ id: `n${i}`, body: "x".repeat(20_900) })));
        await assert.rejects(store.commit("call:1", most), BatchTooLarge);
        assert.equal(cosmos.batches, 0);
      });
    });

    describe("with another consistency than Strong", () => {
      afterEach(() => {
        if (server) server.consistency = "Strong";
      });

      it("is refused, for an acknowledged vote could be missed", async () => {
        const settings = await made();
        if (server) server.consistency = "Session";
        await assert.rejects(openCosmos(settings), /has Session as its default consistency.*Set it to Strong/);
      });
    });
  }
});
