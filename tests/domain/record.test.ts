import assert from "node:assert/strict";
import fc from "fast-check";
import { damagedAnswers } from "../../bot/domain/box-damage.ts";
import { canonical, chained, damagedFacts, damageIn, digestOf, GONE, startOfRecord } from "../../bot/domain/record.ts";

/** The same content with its keys the other way round. */
const turned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turned)
    : value && typeof value === "object"
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, v]) => [key, turned(v)]),
        )
      : value;

describe("canonical JSON", () => {
  it("gives the same content the same bytes, and nothing of it away", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(canonical(turned(value)), canonical(value));
        assert.deepEqual(JSON.parse(canonical(value)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("knows no difference between what is absent and what is undefined", () => {
    assert.equal(canonical({ b: undefined, a: [undefined, { c: undefined }] }), '{"a":[null,{}]}');
  });
});

describe("facts beside their record", () => {
  const salt = "salt";
  const fact = (id: string, text = "") => ({ id, text });
  const line = (id: string, version: number, digest = digestOf(fact(id, `${version}`), salt)) => ({
    id,
    version,
    digest,
  });
  /** A chain of lines, each about some facts. */
  const chain = (...lines: ReturnType<typeof line>[][]) => {
    let head = startOfRecord;
    return lines.map((facts) => {
      const entry = chained(head, { at: 0, by: "ehdolla", events: ["nominated"], facts });
      head = { seq: entry.seq, head: entry.hash };
      return entry;
    });
  };
  const present = (...facts: { id: string; text: string }[]) => new Map(facts.map((f) => [f.id, { fact: f, salt }]));

  it("are missed when they are gone, each as of the last line that tells of it", () => {
    const entries = chain([line("nom:01", 1), line("cand:01", 1)], [line("nom:01", 2)]);
    assert.deepEqual(damagedFacts(entries, present(fact("nom:01", "2"), fact("cand:01", "1"))), []);
    assert.deepEqual(damagedFacts(entries, present(fact("cand:01", "1"))), [
      { kind: "factMissing", id: "nom:01", seq: 2 },
    ]);
  });

  it("may be gone once the record says that they were deleted, and then may not be there", () => {
    const entries = chain([line("q:01", 1)], [line("q:01", 1, GONE)]);
    assert.deepEqual(damagedFacts(entries, present()), []);
    assert.deepEqual(damagedFacts(entries, present(fact("q:01", "1"))), [{ kind: "factChanged", id: "q:01", seq: 2 }]);
  });

  it("aren't the persons, boxes and other rounds that a line names", () => {
    const named = ["person:oskari", "box:a", "poll:1", "call:2", "meeting:3"].map((id) => line(id, 0, GONE));
    assert.deepEqual(damagedFacts(chain(named, [line("call:9", 1)]), present()), []);
  });

  it("are answers missed too, unless an erasing deleted them, and again once they were given anew", () => {
    const [id, header] = ["answer:1", chain([line("answer:1", 2, GONE)])];
    const boxed = (...lines: ReturnType<typeof line>[]) => [
      {
        box: { kind: "box" as const, id: "box:a" as const, status: "open" as const, count: 1, record: startOfRecord },
        entries: chain(...lines.map((one) => [one])),
      },
    ];
    const given = boxed(line(id, 1), line(id, 2));
    const anew = boxed(line(id, 1), line(id, 2), line(id, 1));
    assert.deepEqual(damagedAnswers(given, [], present(fact(id, "2"))), []);
    assert.deepEqual(damagedAnswers(given, [], present()), [{ kind: "factMissing", id, seq: 2 }]);
    assert.deepEqual(damagedAnswers(given, header, present()), []);
    assert.deepEqual(damagedAnswers(anew, header, present(fact(id, "1"))), []);
    assert.deepEqual(damagedAnswers(anew, header, present()), [{ kind: "factMissing", id, seq: 1 }]);
  });
});

describe("a chain of entries", () => {
  it("tells swapped entries from missing ones", () => {
    let head = startOfRecord;
    const whole = [1, 2, 3, 4].map((at) => {
      const entry = chained(head, { at, by: "ehdolla", events: ["nominated"], facts: [] });
      head = { seq: entry.seq, head: entry.hash };
      return entry;
    });
    const [a, b, c, d] = whole;
    if (!a || !b || !c || !d) assert.fail();
    assert.equal(damageIn(whole, head), undefined);
    assert.deepEqual(damageIn([a, c, b, d], head), { kind: "outOfOrder", seq: 2 });
    assert.deepEqual(damageIn([a, c, d], head), { kind: "missing", seq: 2 });
    assert.deepEqual(damageIn([a, b, b, c, d], head), { kind: "outOfOrder", seq: 3 });
  });
});
