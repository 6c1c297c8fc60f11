import assert from "node:assert/strict";
import fc from "fast-check";
import type { Visibility } from "../../bot/domain/poll.ts";
import { savePoll } from "../../bot/domain/poll-draft.ts";
import { mayNameInChannel, visibilitiesOpen } from "../../bot/domain/poll-rules.ts";
import { seesAnswers } from "../../bot/domain/poll-view.ts";
import { aGroup } from "../support/builders.ts";
import { anAnswer, aPoll } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";

const visibilities: Visibility[] = ["always", "afterOwn", "atEnd"];

describe("the rules of a poll that is open", () => {
  it("may show answers in any way until somebody has answered, and from then on only less", () => {
    for (const visibility of visibilities) {
      assert.deepEqual(visibilitiesOpen(aPoll({ visibility }), false), visibilities);
      assert.deepEqual(visibilitiesOpen(aPoll({ visibility, status: "draft" }), true), visibilities);
    }
    assert.deepEqual(visibilitiesOpen(aPoll({ visibility: "always" }), true), visibilities);
    assert.deepEqual(visibilitiesOpen(aPoll({ visibility: "afterOwn" }), true), ["afterOwn", "atEnd"]);
    assert.deepEqual(visibilitiesOpen(aPoll({ visibility: "atEnd" }), true), ["atEnd"]);
    assert.equal(mayNameInChannel(aPoll(), true), false);
    assert.equal(mayNameInChannel(aPoll(), false), true);
    assert.equal(mayNameInChannel(aPoll({ namesInChannel: true }), true), true);
  });

  it("never let anybody see, by whatever changes in whatever order, what they couldn't when an answer was given", () => {
    const change = fc.record({ visibility: fc.constantFrom(...visibilities), namesInChannel: fc.boolean() });
    fc.assert(
      fc.property(change, fc.array(change, { maxLength: 6 }), (first, changes) => {
        const told = aPoll(first);
        const own = anAnswer("sanna", { o1: "yes" });
        const readers = [
          [{ in: "channel" } as const, undefined],
          [{ in: "person", person: "person:oskari", officer: false } as const, undefined],
          [{ in: "person", person: "person:sanna", officer: false } as const, own],
        ] as const;
        let poll = told;
        for (const [i, written] of changes.entries()) {
          const save = { written, rev: poll.rev, nonce: `nonce-${i}`, by: "person:chair" as const, now: TODAY };
          const decision = savePoll(poll, aGroup(), save, true);
          if (decision.ok) poll = decision.state.poll;
          for (const [reader, answer] of readers)
            if (seesAnswers(poll, reader, answer)) assert.ok(seesAnswers(told, reader, answer));
          if (poll.namesInChannel) assert.ok(told.namesInChannel);
        }
      }),
    );
  });
});
