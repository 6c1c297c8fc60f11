import assert from "node:assert/strict";
import type { Delivery, Recipient } from "../../bot/domain/delivery.ts";
import type { Lang } from "../../bot/domain/lang.ts";
import { meetingViewOf } from "../../bot/domain/meeting-view.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import { viewOf } from "../../bot/domain/poll-view.ts";
import type { Card, Element } from "../../cards/kit.ts";
import { cardOf } from "../../cards/showing.ts";
import { aGroup, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { aMeeting, anAnswer, aPoll, option } from "../support/polls.ts";
import { wordsOn } from "../support/pressing.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const title = { fi: "Kesäkuun kokous", sv: "Junimötet" };
const draw = (
  kind: "poll" | "meeting" | "pollDecided",
  languages: Lang[],
  { poll: own = {}, to = { to: "channel" } }: { poll?: Partial<Poll>; to?: Recipient } = {},
): Card => {
  const group = aGroup({ languages });
  const poll = aPoll({ title, visibility: "always", ...own });
  const meeting = aMeeting({ title });
  return cardOf(
    {
      delivery: { id: "del:0123456789abcdef", saying: { kind }, to } as unknown as Delivery,
      ...{
        group,
        nominations: [],
        head: { count: 0, hash: "" } as never,
        names: {},
        poll,
        meeting,
        meetings: [meeting],
      },
      pollView: viewOf(poll, [anAnswer("sanna", { o1: "yes" })], { in: "channel" }),
      meetingView: meetingViewOf(meeting, group, []),
    },
    aReader(languages[0] ?? "fi", { client: { dialogs: true, picker: true } }),
  );
};
/** What stands in the fold of a language, and what stands outside it. */
const parts = (card: Card, lang: Lang) => {
  const isFold = (e: Element) => JSON.stringify(e.items ?? "").includes(`"id":"in-${lang}"`);
  const [fold] = card.body.filter(isFold);
  assert.ok(fold, `no fold in ${lang}`);
  return {
    fold: wordsOn({ ...card, body: [fold], actions: [] }),
    rest: wordsOn({ ...card, body: card.body.filter((e) => !isFold(e)) }),
  };
};

describe("what a bilingual group's channel reads", () => {
  it("is told in the main language, and in the other in a fold, with buttons named in both", () => {
    for (const kind of ["poll", "meeting"] as const) {
      const card = draw(kind, ["fi", "sv"]);
      assert.deepEqual(complaints(card), []);
      const { fold, rest } = parts(card, "sv");
      assert.match(fold, /På svenska/);
      assert.match(fold, /Junimötet/);
      assert.doesNotMatch(fold, /Kesäkuun|Vastaa|tulossa/);
      assert.match(rest, /Kesäkuun kokous/);
      assert.match(rest, kind === "poll" ? /Vastaa · Svara/ : /Ilmoita, tuletko · Meddela om du kommer/);
      matchesSnapshot(`languages/${kind}`, card);
    }
  });

  it("is told so in the thread too, and to a person in their own language alone", () => {
    const decided = { at: 0, by: "person:chair", meetings: [{ option: "o1", meeting: "meeting:june" }] } as const;
    const poll: Partial<Poll> = { status: "decided", decided: { ...decided, meetings: [...decided.meetings] } };
    assert.match(parts(draw("pollDecided", ["fi", "sv"], { poll, to: { to: "thread" } }), "sv").fold, /Junimötet/);
    const own = draw("pollDecided", ["sv", "fi"], { poll, to: { to: "person", person: "person:sanna" } });
    assert.doesNotMatch(wordsOn(own), /Suomeksi|Kesäkuun/);
    assert.doesNotMatch(wordsOn(draw("poll", ["fi"])), /På svenska|Svara/);
  });

  it("stays small enough in three languages with a hundred times: a fold leaves out the table before it is left out", () => {
    const days = Array.from({ length: 20 }, (_, i) => new Date(Date.UTC(2027, 5, 1 + i)).toISOString().slice(0, 10));
    const times = days.flatMap((day) =>
      [8, 10, 12, 14, 18].map((hour) => [day, `${String(hour).padStart(2, "0")}:00`]),
    );
    const long = "Åäkkönen ".repeat(14).slice(0, 120);
    const note = "Åäkkönen ".repeat(60).slice(0, 500);
    const words = (text: string) => ({
      fi: text,
      sv: `S ${text}`.slice(0, text.length),
      en: `E ${text}`.slice(0, text.length),
    });
    for (const visibility of ["always", "atEnd"] as const) {
      const options = times.map(([day = "", time], i) => option(i + 1, day, time));
      const poll = { options, visibility, title: words(long), note: words(note) };
      const card = draw("poll", ["fi", "sv", "en"], { poll });
      assert.deepEqual(complaints(card), []);
      for (const lang of ["sv", "en"] as const) assert.match(parts(card, lang).fold, /Åäkkönen/);
    }
  });
});
