import assert from "node:assert/strict";
import { boardOf } from "../../bot/domain/board.ts";
import { langs } from "../../bot/domain/lang.ts";
import { nothingWritten } from "../../bot/domain/nominate-written.ts";
import { boardCard } from "../../cards/board.ts";
import { bytesOf } from "../../cards/fit.ts";
import { confirmAddressCard, confirmPageCard } from "../../cards/nomination-confirm.ts";
import { webForm } from "../../cards/nomination-web.ts";
import { outline } from "../../cards/outline.ts";
import { aCall, aGroup, aNomination, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { TODAY } from "../support/ports.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const group = aGroup({ languages: ["fi", "sv"] });
const call = aCall({ onWeb: true });
const { by: _, candidate: _c, ...sent } = aNomination({ arrival: { way: "web", at: TODAY }, unconfirmed: true });
const scene = { group, call, nomination: sent };

describe("the cards of the web", () => {
  for (const lang of langs) {
    const reader = aReader(lang, { door: "dialog" });
    const form = (own: boolean) =>
      webForm({ group, call, people: [], written: nothingWritten, sender: {}, own, nonce: "nonce-0001" }, reader);

    it(`are accepted by the official parser and look as agreed in ${lang}`, () => {
      const cards = {
        form: form(false),
        "own-form": form(true),
        confirm: confirmAddressCard(scene, reader),
        "confirm-page": confirmPageCard(scene, reader),
        "confirm-late": confirmAddressCard({ ...scene, nomination: { ...sent, status: "late" } }, reader),
      };
      for (const [name, card] of Object.entries(cards)) {
        assert.deepEqual(complaints(card), [], name);
        matchesSnapshot(`web/${lang}/${name}`, card);
      }
    });
  }

  it("ask for the same as the form in Teams, and besides only who sends it", () => {
    const reader = aReader("fi", { door: "dialog" });
    const parts = { group, call, people: [], written: nothingWritten, sender: {}, nonce: "nonce-0001" };
    const idsOf = (blocks: ReturnType<typeof outline>): string[] =>
      blocks.flatMap((b) => (b.kind === "input" ? [String(b.input.id)] : b.kind === "fold" ? idsOf(b.blocks) : []));
    const ids = idsOf(outline(webForm({ ...parts, own: false }, reader)));
    for (const id of ["name", "email", "org1-name", "seatGroup", "role", "reason", "reason-c1", "otherBodies"])
      assert.ok(ids.includes(id), id);
    assert.deepEqual(
      ids.filter((id) => id.startsWith("sender")),
      ["senderName", "senderEmail"],
    );
    assert.ok(!ids.includes("person"));
  });

  it("tell officers of those that wait for their sender, who aren't candidates yet", () => {
    const waiting = Array.from({ length: 40 }, (_, at) => ({
      ...sent,
      id: `nom:w${at}` as const,
      code: `E7F3K${10 + at}`,
      nominee: { name: `${at} ${"Ä".repeat(78)}` },
      proposer: { name: "Ä".repeat(80), email: `${"a".repeat(80)}@example.org` },
    }));
    const board = boardOf(call, [], waiting, { by: "person:chair", now: TODAY });
    assert.deepEqual([board.toConfirm.length, board.candidates], [40, 0]);
    for (const lang of langs) {
      const card = boardCard({ group, call, board, nonce: "nonce-0001" }, 0, aReader(lang));
      assert.deepEqual(complaints(card), []);
      assert.ok(bytesOf(card) < 28_000);
      assert.ok(JSON.stringify(card).includes(aReader(lang).text.web.board.unconfirmed(40)));
    }
  });
});
