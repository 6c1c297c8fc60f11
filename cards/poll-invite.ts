import type { PersonId } from "../bot/domain/ids.ts";
import { submit } from "./actions.ts";
import { here } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { textInput, toggle } from "./inputs.ts";
import { type Card, card, heading, hint, line, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { type Choosable, personInput } from "./people.ts";
import { nameOf, type PollAt, type PollSeen, pollTitle } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";
import { pollCaps } from "./verbs/poll.ts";

/** What stands in the form, as it was typed. */
export interface AddedPeople {
  named?: string | undefined;
  outside?: string | undefined;
  required?: boolean | undefined;
}

/** More people for a poll that is open. */
export const addAskedForm = (
  at: PollAt & { values: AddedPeople; people: readonly Choosable[]; nonce: string; problem?: string | undefined },
  reader: Reader,
): Card =>
  fitted(
    200,
    (_, most) => most,
    (most) => {
      const { add } = reader.text.pollPeople;
      const { step } = reader.text.poll;
      const { poll, values, people, nonce, problem } = at;
      const title = add.heading(clip(pollTitle(at, reader), most));
      return card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          problem === undefined ? strip("accent", add.strip, add.rest) : strip("warning", problem),
          personInput(
            {
              id: "named",
              label: add.named,
              value: values.named,
              multi: true,
              people,
              maxLength: pollCaps.people,
              placeholder: step.peoplePlaceholder,
            },
            reader,
          ),
          textInput({
            id: "outside",
            label: add.outside,
            value: values.outside,
            maxLength: pollCaps.outside,
            multiline: true,
            placeholder: step.outsidePlaceholder,
          }),
          hint(step.outsideHint),
          toggle({ id: "required", label: add.required, value: values.required ?? false }),
        ],
        actions: [
          submit(
            add.send,
            "poll.add",
            { poll: poll.id, rev: poll.rev, nonce },
            { door: reader.door, style: "positive" },
          ),
          here(reader, reader.text.common.back, "poll.people", { poll: poll.id }),
        ],
      });
    },
  );

/** Asks once more before somebody is removed from a poll. */
export function removeAskedForm(
  { seen, person, nonce, problem }: { seen: PollSeen; person: PersonId; nonce: string; problem?: string | undefined },
  reader: Reader,
): Card {
  const { remove } = reader.text.pollPeople;
  const { poll } = seen;
  const title = remove.heading(clip(nameOf(seen.names, person, reader), 120));
  const data = { poll: poll.id, for: person };
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip("warning", problem ?? remove.strip),
      line(pollTitle(seen, reader)),
      line(remove.kept),
      poll.closesWhenAnswered && poll.status === "open" && line(remove.closes),
    ],
    actions: [
      submit(
        remove.send,
        "poll.remove",
        { ...data, rev: poll.rev, nonce },
        { door: reader.door, style: "destructive" },
      ),
      here(reader, reader.text.common.back, "poll.person", data),
    ],
  });
}
