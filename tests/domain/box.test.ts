import assert from "node:assert/strict";
import fc from "fast-check";
import { type Box, boxFor, countDigest, emptyBox, filled, MOST_BOXES, type Saved } from "../../bot/domain/box.ts";
import { damageIn, type Entry } from "../../bot/domain/record.ts";

const saved = fc.record(
  {
    id: fc.nat(20).map((voter) => `answer:${voter}`),
    version: fc.integer({ min: 1, max: 3 }),
    digest: fc.string(),
    events: fc.constantFrom("questionAnswered" as const, "questionAsked" as const).map((event) => [event]),
    by: fc.constant("person:a" as const),
  },
  { requiredKeys: ["id", "version", "digest", "events"] },
);
const step = fc.oneof(
  fc.array(saved, { minLength: 1, maxLength: 10 }),
  fc.constantFrom("open" as const, "closed" as const),
);

describe("a box", () => {
  it("counts each new entry taken in while it was open once, and its record is one unbroken chain", () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let box: Box = emptyBox("box:a");
        let version = 1;
        let taken: Saved[] = [];
        const chain: Entry[] = [];
        for (const step of steps) {
          version++;
          if (typeof step === "string") {
            box = { ...box, status: step };
            continue;
          }
          const next = filled(box, step, { version, at: version });
          assert.equal(next.ok, box.status === "open");
          if (!next.ok) continue;
          box = next.state.box;
          taken = [...taken, ...step];
          chain.push(...next.state.entries);
        }
        assert.equal(box.count, taken.filter((one) => one.version === 1).length);
        assert.equal(damageIn(chain, box.record), undefined);
        const named = taken.filter((one) => one.by);
        assert.equal(chain.filter((entry) => entry.by !== "ehdolla").length, named.length);
      }),
    );
  });

  it("keeps nothing in its record that tells secret voters apart, but how many there were", () => {
    const voters: Saved[] = ["x", "y"].map((id) => ({
      id,
      version: 1,
      digest: `digest ${id}`,
      events: ["questionAsked"],
    }));
    const next = filled({ ...emptyBox("box:a"), count: 3 }, voters, { version: 9, at: 1 });
    assert.ok(next.ok);
    const [{ by, events, facts } = assert.fail(), ...more] = next.state.entries;
    assert.deepEqual(
      { by, events, facts },
      { by: "ehdolla", events: ["questionAsked"], facts: [{ id: "box:a", version: 9, digest: countDigest(5) }] },
    );
    assert.deepEqual(more, []);
  });

  it("is a process's own while there is room, and one that it shares after that", () => {
    const ids = Array.from({ length: MOST_BOXES }, (_, i) => `box:${i}` as const);
    assert.equal(boxFor({ status: "open", ids: ids.slice(1) }, "box:new"), "box:new");
    assert.ok(ids.some((id) => id === boxFor({ status: "open", ids }, "box:new")));
    assert.equal(boxFor({ status: "open", ids }, "box:63"), "box:63");
  });
});
