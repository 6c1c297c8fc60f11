import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CosmosClient } from "@azure/cosmos";
import { tenantId } from "../../bot/local/people.ts";
import { openCosmos } from "../../bot/storage/cosmos.ts";
import { openRound } from "../../bot/usecases/round.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { testPorts } from "../support/ports.ts";
import { end, started } from "../support/process.ts";
import { stored } from "../support/stored.ts";
import { commanded } from "./verifying.ts";

const CALL = "call:7f3k";

describe("the record in Cosmos DB, checked from outside", () => {
  let server: ChildProcess;
  let folder: string;
  let settings: Record<string, string>;
  let client: CosmosClient;
  let head: string;

  beforeEach(async () => {
    const { child, said } = await started("tests/support/cosmos-process.ts", []);
    server = child;
    const { endpoint, key } = JSON.parse(said);
    folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
    settings = { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, DATA_FOLDER: folder };
    client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
    const ports = testPorts();
    const store = await openCosmos({ endpoint, key });
    const here = { ...ports, store };
    const group = aGroup();
    const facts = [aNomination(), aCandidate()];
    await stored(here, { ...group, place: { ...group.place, tenant: tenantId } }, aCall(), facts);
    head = (await openRound(here, CALL))?.head.head ?? "";
    await store.close();
    await ports.dispose();
  });
  afterEach(async () => {
    client.dispose();
    await end(server, "SIGKILL");
    await rm(folder, { recursive: true });
  });

  const documents = () => client.database("ehdolla").container("documents");
  const verify = (...args: string[]) => commanded("verify-record", settings, ...args);

  it("is unbroken when nobody touched it, with a printed head in it", async () => {
    const { status, text } = await verify(head.slice(0, 12));
    assert.equal(status, 0, text);
    assert.match(text, /call:7f3k: 2 entries, unbroken/);
    assert.match(text, /is entry 2 of call:7f3k/);
  });

  it("shows a changed entry and a removed one", async () => {
    const entry = (seq: number) => documents().item(`entry:00000000${seq}`, CALL);
    const { resource } = await entry(2).read();
    assert(JSON.stringify(resource).includes('"ehdolla"'), JSON.stringify(resource));
    await entry(2).replace(JSON.parse(JSON.stringify(resource).replace('"ehdolla"', '"person:other"')));
    const changed = await verify();
    assert.equal(changed.status, 1, changed.text);
    assert.match(changed.text, /call:7f3k: 2 entries, entry 2 was changed/);
    await entry(1).delete();
    const removed = await verify();
    assert.equal(removed.status, 1, removed.text);
    assert.match(removed.text, /call:7f3k: 1 entries, entry 1 is missing/);
  });

  it("can't be looked at where the account can't be opened, which is told in a sentence", async () => {
    const { status, text } = await commanded("verify-record", { ...settings, COSMOS_ENDPOINT: "http://127.0.0.1:1/" });
    assert.equal(status, 1);
    assert.match(text, /^http:\/\/127\.0\.0\.1:1\/ can't be used .*COSMOS_ENDPOINT.*\n$/);
  });

  it("is backed up by Azure: the command says so, copies nothing, and doesn't look like a success", async () => {
    const { status, text } = await commanded("backup", settings);
    assert.equal(status, 2, text);
    assert.match(text, /^No backup was made: .*Azure backs up continuously.*\n$/);
    assert(!existsSync(join(folder, "ehdolla.sqlite")));
  });
});
