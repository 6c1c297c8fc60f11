import assert from "node:assert/strict";
import fc from "fast-check";
import { canonical } from "../../bot/domain/record.ts";

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
