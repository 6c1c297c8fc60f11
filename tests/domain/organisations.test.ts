import assert from "node:assert/strict";
import fc from "fast-check";
import { businessId } from "../../bot/domain/business-id.ts";
import { lineOf, organisationsFrom } from "../../bot/domain/organisations.ts";

const named = (name: string) => ({ name });

describe("the organisations of a proposal", () => {
  it("are the sender's own first, then the rows, then a line each", () => {
    const read = organisationsFrom(
      [named("A ry"), { name: "B ry", contactName: "Petra", contactEmail: "petra@example.org" }, {}],
      "C ry; Göran; goran@example.org\n\n D ry \r\nE ry; toimisto@example.org",
    );
    assert.ok(read.ok);
    assert.deepEqual(
      read.state.map(({ name, contact, confirmation }) => [name, contact?.name, contact?.email, confirmation]),
      [
        ["A ry", undefined, undefined, "own"],
        ["B ry", "Petra", "petra@example.org", "notConfirmed"],
        ["C ry", "Göran", "goran@example.org", "notConfirmed"],
        ["D ry", undefined, undefined, "notConfirmed"],
        ["E ry", "toimisto@example.org", "toimisto@example.org", "notConfirmed"],
      ],
    );
  });

  it("are forty at most", () => {
    const lines = (n: number) => Array.from({ length: n }, (_, at) => `Järjestö ${at} ry`).join("\n");
    assert.equal(organisationsFrom([named("A ry")], lines(39)).ok, true);
    const read = organisationsFrom([named("A ry")], lines(40));
    assert.deepEqual(read, { ok: false, refusal: { kind: "tooManyOrganisations", count: 41 } });
  });

  for (const [why, rows, others, kind] of [
    ["a line with too much on it", [named("A ry")], "B ry; Petra; petra@example.org; more", "organisationLine"],
    ["a line with too long a name", [named("A ry")], "x".repeat(81), "organisationLine"],
    ["a line without a name", [named("A ry")], "; Petra; petra@example.org", "organisationLine"],
    ["an address that is none", [named("A ry")], "B ry; Petra; petra", "notEmail"],
    ["details without a name", [named("A ry"), { contactName: "Petra" }], undefined, "organisationUnnamed"],
    ["a wrong business id", [{ name: "A ry", businessId: "1234567-2" }], undefined, "notBusinessId"],
  ] as const) {
    it(`are refused for ${why}`, () => {
      const read = organisationsFrom(rows, others);
      assert.ok(!read.ok);
      assert.equal(read.refusal.kind, kind);
    });
  }

  it("are the same again when a list is written out and read", () => {
    const word = fc.stringMatching(/^[A-Za-zÅÄÖåäö]{1,20}$/);
    const contact = fc.record({ name: word, email: word.map((w) => `${w}@example.org`) }, { noNullPrototype: true });
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: word, contact }, { noNullPrototype: true }), { maxLength: 30 }),
        (list) => {
          const before = list.map((o) => ({ ...o, confirmation: "notConfirmed" as const }));
          const read = organisationsFrom([named("A ry")], before.map(lineOf).join("\n"));
          assert.deepEqual(read.ok && read.state.slice(1), before);
        },
      ),
    );
  });
});

describe("a Finnish business id", () => {
  it("is taken with or without a dash, a country or a leading zero", () => {
    for (const written of ["0737546-2", "07375462", "FI07375462", "737546-2", " 0737546–2 "])
      assert.equal(businessId(written), "0737546-2", written);
  });

  it("is refused when its check digit is wrong or can't exist", () => {
    for (const written of ["0737546-3", "1234567-8", "0000001-1", "12345", "X737546-2", ""])
      assert.equal(businessId(written), undefined, written);
  });
});
