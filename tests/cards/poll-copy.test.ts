import assert from "node:assert/strict";
import { langs } from "../../bot/domain/lang.ts";
import { pollCopyCard } from "../../cards/poll-copy.ts";
import { pollCaps } from "../../cards/verbs/poll.ts";
import { aGroup, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { aPoll, option } from "../support/polls.ts";
import { wordsOn } from "../support/pressing.ts";

const long = (n: number) => "Åäkkönen ".repeat(Math.ceil(n / 9)).slice(0, n);
const address = (n: number) => `osallistuja.numero.${n}@osallisuuspalvelut.kaislarannan-hyvinvointialue.example.org`;
const options = Array.from({ length: 100 }, (_, i) =>
  option(i + 1, new Date(Date.UTC(2027, 5, 1 + i)).toISOString().slice(0, 10), "14:00"),
);
const poll = aPoll({
  ...{ options, title: { fi: long(pollCaps.title) }, note: { fi: long(pollCaps.note) } },
  venue: {
    ...{
      mode: "hybrid",
      place: long(pollCaps.place),
      joinUrl: `https://t.example.org/${"x".repeat(pollCaps.url - 22)}`,
    },
    ...{ accessibility: long(200), interpreting: long(200), parking: long(200) },
  },
});

describe("the text and addresses to copy of a poll", () => {
  it("stay small enough with three hundred people and a hundred times: whole addresses, and how many there are", () => {
    for (const lang of langs) {
      const addresses = Array.from({ length: 300 }, (_, i) => address(i));
      const without = Array.from({ length: 300 }, () => long(150));
      const card = pollCopyCard(
        { poll, group: aGroup(), addresses, without },
        aReader(lang, { ownZone: "Europe/Stockholm" }),
      );
      assert.deepEqual(complaints(card), []);
      const inputs = card.body.flatMap(({ items }) => (items as { id?: string; value?: string }[]) ?? []);
      const shown = String(inputs.find(({ id }) => id === "addresses")?.value).split("; ");
      assert.ok(shown.length > 40 && shown.length < 300);
      assert.ok(shown.every((one, i) => one === address(i)));
      assert.ok(wordsOn(card).includes(`${shown.length} / 300`));
    }
  });

  it("are whole where they fit, and tell the group's clock alone, for others read it", () => {
    const card = pollCopyCard(
      { poll: aPoll(), group: aGroup(), addresses: [address(1), address(2)], without: [] },
      aReader("fi", { ownZone: "Europe/Stockholm" }),
    );
    assert.ok(wordsOn(card).includes(`${address(1)}; ${address(2)}`));
    assert.doesNotMatch(wordsOn(card), /sinun aikaasi|mahtui/);
  });
});
