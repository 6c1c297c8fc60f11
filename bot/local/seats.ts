import type { Frame } from "./frames.ts";
import type { Person } from "./people.ts";
import { type Screen, screen } from "./screens.ts";

/** Something that the client will report in its current user's name, though another person did it. */
type Expected = {
  readonly type: string;
  readonly conversation: string;
  readonly text: string | undefined;
  readonly person: Person;
};

type Reported = {
  readonly type?: string;
  readonly text?: string;
  readonly from?: { readonly id?: string };
  readonly conversation?: { readonly id?: string };
};

export type Seat = { readonly person: Person; readonly screen: Screen; home(): Promise<string> };

/** Who sits at the table, whose each 1:1 conversation is, and who did what the client reports. */
export function seats(people: readonly Person[], openHome: (person: Person) => Promise<string>) {
  const owners = new Map<string, Person>();
  const expected: Expected[] = [];
  const own = (conversation: string, person: Person) => {
    owners.set(conversation, person);
    return conversation;
  };
  const all = people.map((person): Seat => {
    let home: string | undefined;
    return {
      person,
      screen: screen(),
      home: async () => {
        home ??= own(await openHome(person), person);
        return home;
      },
    };
  });

  return {
    all,
    own,
    seatOf: (conversation: string) => all.find(({ person }) => person === owners.get(conversation)),

    /** The next such report is this person's; `forget` when it will not come. */
    expect(report: Expected): { forget(): void } {
      expected.push(report);
      return { forget: () => void take(report) };
    },

    /** The person whose doing the report is. In a channel the client says which thread: "channel;messageid=…". */
    doerOf({ type, text, from, conversation }: Reported): Person | undefined {
      const id = conversation?.id ?? "";
      const here = (place: string) => id === place || id.startsWith(`${place};`);
      const owner = owners.get(id);
      const match = expected.find((one) => one.type === type && one.text === text && here(one.conversation));
      if (match) take(match);
      return owner ?? match?.person ?? people.find((person) => person.id === from?.id);
    },

    /** Shows a frame to its 1:1's owner, or to everyone at the table. */
    show(frame: Frame) {
      const owner = owners.get(frame.actionConversationId);
      for (const { person, screen } of all) if (!owner || owner === person) screen.show(frame);
    },

    /** Shows what a person said to the others who are in that conversation. */
    showOthers(speaker: Person, frame: Frame) {
      if (owners.has(frame.actionConversationId)) return;
      for (const { person, screen } of all) if (person !== speaker) screen.show(frame);
    },
  };

  function take(report: Expected): void {
    const index = expected.indexOf(report);
    if (index >= 0) expected.splice(index, 1);
  }
}

export type Seats = ReturnType<typeof seats>;
