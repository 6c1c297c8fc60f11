import assert from "node:assert/strict";
import { freshened } from "../../bot/domain/deliveries.ts";
import type { Delivery } from "../../bot/domain/delivery.ts";

const sent: Delivery = {
  kind: "delivery",
  id: "del:1",
  rev: 1,
  round: "call:1",
  saying: { kind: "announcement" },
  to: { to: "channel" },
  status: "sent",
  at: 0,
  tries: 1,
  sentAt: 0,
};

/** Changes the facts ten times a second for so many seconds and draws whenever it is allowed. */
function drawings(seconds: number): number[] {
  const times: number[] = [];
  let card = sent;
  for (let now = 0; now < seconds * 1_000; now += 100) {
    card = freshened(card, now) ?? card;
    if (card.stale && card.at <= now) {
      times.push(now);
      const { stale: _, ...rest } = card;
      card = { ...rest, sentAt: now };
    }
  }
  return times;
}

describe("a live card", () => {
  it("is drawn anew about once a second in a burst", () => {
    const { length } = drawings(10);
    assert(length >= 9 && length <= 10, `${length}`);
  });

  it("is drawn anew about once in three seconds when it goes on and on, well within 1,800 an hour", () => {
    const { length } = drawings(3_600);
    assert(length > 1_100 && length < 1_300, `${length}`);
  });

  it("is not touched when its last drawing shows the state anyway", () => {
    assert.equal(freshened({ ...sent, status: "pending" }, 5), undefined);
    assert.equal(freshened({ ...sent, stale: true }, 5), undefined);
  });
});
