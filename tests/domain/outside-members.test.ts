import assert from "node:assert/strict";
import fc from "fast-check";
import type { OutsideMember } from "../../bot/domain/group.ts";
import { linesOf, outsideFrom } from "../../bot/domain/outside-members.ts";

const read = (written: string, before: OutsideMember[] = [], nonce = "nonce-0001"): OutsideMember[] => {
  const decision = outsideFrom(written, before, nonce);
  assert.ok(decision.ok, decision.ok ? "" : decision.refusal.line);
  return decision.state;
};
const told = (members: readonly OutsideMember[]) => members.map(({ id: _, ...rest }) => rest);

describe("members who aren't in Teams", () => {
  it("stand one a line with address and phone, in whatever order and as much as is known", () => {
    const lines = "Ulla Kaislaniemi; ulla@example.org; 0100 123 456\n\n Pentti Ranta ;0100-654321\nAino Lehto\t";
    assert.deepEqual(told(read(lines)), [
      { name: "Ulla Kaislaniemi", email: "ulla@example.org", phone: "0100 123 456" },
      { name: "Pentti Ranta", phone: "0100-654321" },
      { name: "Aino Lehto" },
    ]);
  });

  it("are refused by the line that can't be read", () => {
    for (const line of [
      "; ulla@example.org",
      "Ulla; ei osoite",
      "Ulla; a@example.org; b@example.org",
      "ä".repeat(81),
    ]) {
      const decision = outsideFrom(`Aino Lehto\n${line}`, [], "nonce-0001");
      assert.ok(!decision.ok && decision.refusal.line === line);
    }
  });

  it("are each named once, and keep who they are when name, address or order changes", () => {
    const before = read("Ulla Kaislaniemi; ulla@example.org\nAino Lehto");
    assert.equal(read("Aino Lehto\naino lehto").length, 1);
    const after = read("Aino Lehto; aino@example.org\nUlla Ranta; ULLA@example.org\nUusi Jäsen", before, "nonce-0002");
    assert.deepEqual(
      after.slice(0, 2).map(({ id }) => id),
      [before[1]?.id, before[0]?.id],
    );
    assert.equal(new Set(after.map(({ id }) => id)).size, 3);
  });

  it("are read back as they are written, and saved twice are the same", () => {
    const name = fc.constantFrom("Ulla Kaislaniemi", "Aino Lehto", "Pentti Ranta");
    const email = fc.constantFrom("a@example.org", "b@example.org", undefined);
    const phone = fc.constantFrom("0100 123 456", undefined);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, email, phone), { maxLength: 6 }), (rows) => {
        const members = read(rows.map((row) => row.filter(Boolean).join(";")).join("\n"));
        assert.deepEqual(read(linesOf(members), members, "nonce-0002"), members);
      }),
    );
  });
});
