import assert from "node:assert/strict";
import { accept } from "../../bot/domain/decision.ts";
import { damageIn, type Entry } from "../../bot/domain/record.ts";
import { change } from "../../bot/usecases/change.ts";
import type { Ports, Store } from "../../bot/usecases/ports.ts";
import { createQueue } from "../../bot/usecases/queue.ts";
import { docsOf, openRound } from "../../bot/usecases/round.ts";
import { aGroup } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import type { Opened } from "./contract.ts";

const ROUND = "group:kaislaranta";

/** What every storage promises to those who change rounds, whatever happens on the way. */
export function changeContract(name: string, open: () => Promise<Opened>): void {
  describe(`a change kept in ${name}`, () => {
    let opened: Opened;
    let base: TestPorts;

    beforeEach(async () => {
      opened = await open();
      base = testPorts();
      await stored({ ...base, store: opened.store }, aGroup({ rev: 0 }));
    });
    afterEach(async () => {
      await base.dispose();
      await opened.dispose();
    });

    /** As in a process of its own: with its own queue. */
    const portsOf = (store: Store): Ports => ({ ...base, store, queue: createQueue() });

    const count = (ports: Ports) =>
      change(ports, ROUND, "person:a", ({ group }) =>
        accept({ facts: [{ ...group, rev: group.rev + 1 }], events: ["groupChanged"] }),
      );

    async function agreeOn(times: number) {
      const round = await openRound(opened, ROUND);
      const entries: Entry[] = [];
      for await (const doc of docsOf(opened.store, ROUND, "entry")) entries.push(doc.body as Entry);
      assert.equal(round?.group.rev, times);
      // the first entry is of the round's beginning
      assert.equal(entries.length, times + 1);
      assert.equal(round && damageIn(entries, round.head), undefined);
    }

    it("is never lost among a thousand in parallel from two connections, and the record stays one chain", async () => {
      const both = [portsOf(opened.store), portsOf(await opened.second())];
      const changes = both.flatMap((ports) => Array.from({ length: 500 }, () => count(ports)));
      const decisions = await Promise.all(changes);
      assert.ok(decisions.every(({ ok }) => ok));
      await agreeOn(1000);
    });

    it("counts once when it was saved and the answer was lost", async () => {
      const ports = portsOf(opened.losing());
      assert.ok((await count(ports)).ok);
      await agreeOn(1);
      assert.ok((await count(ports)).ok);
      await agreeOn(2);
    });
  });
}

/** The same store, whose next commit is saved and then breaks off. */
export function losingOnce(store: Store): Store {
  let lost = false;
  return {
    ...store,
    async commit(pk, writes) {
      await store.commit(pk, writes);
      if (lost) return;
      lost = true;
      throw new Error("the connection broke");
    },
  };
}
