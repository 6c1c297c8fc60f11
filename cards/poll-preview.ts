import type { Asked } from "../bot/domain/poll.ts";
import { type PollProblem, pollLanguagesMissing } from "../bot/domain/poll-post.ts";
import { submit } from "./actions.ts";
import { here, lead } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { type Card, card, facts, heading, line, strip } from "./kit.ts";
import { languageNames } from "./languages.ts";
import { literal } from "./literal.ts";
import { noteLine } from "./poll.ts";
import { problemText } from "./poll-manage.ts";
import { deadlineText, namesText, type PollSeen, phoneLine, pollTitle, summary } from "./poll-parts.ts";
import { dayLines } from "./poll-times.ts";
import type { Reader } from "./reader.ts";

const MOST_NAMES = 12;

/** What will be posted, to whom, and what still stands in the way. */
export const pollPreviewCard = (
  {
    seen,
    asked,
    problems,
    nonce,
    problem,
  }: {
    seen: PollSeen;
    asked: readonly Asked[];
    problems: readonly PollProblem[];
    nonce: string;
    problem?: string | undefined;
  },
  reader: Reader,
): Card => {
  const { text, door } = reader;
  const { poll, names } = seen;
  const { preview, step } = text.poll;
  const title = preview.heading(pollTitle(seen, reader));
  const required = asked.filter((a) => a.required).map((a) => a.person);
  const isReady = problems.length === 0;
  const missing = isReady ? pollLanguagesMissing(poll, seen.group) : [];
  const { languages, languagesWhat } = text.call.preview;
  const phone = phoneLine(seen, reader);
  return fitted(
    800,
    (_, most) => most,
    (most) =>
      card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          problem !== undefined
            ? strip("warning", problem)
            : missing.length > 0
              ? strip("warning", languages, languagesWhat(languageNames(missing, reader)))
              : isReady
                ? strip("good", preview.ready, preview.readyRest(asked.length))
                : strip("warning", preview.missing(problems.length)),
          ...problems.map((p) => literal(`• ${problemText(p, reader)}`, { spacing: "Small" })),
          line(summary(seen, reader)),
          noteLine(seen, most, reader),
          ...dayLines(
            poll.options.filter((o) => !o.removed),
            reader,
          ),
          facts([
            [
              preview.asked,
              namesText(
                names,
                asked.map((a) => a.person),
                MOST_NAMES,
                reader,
              ),
            ],
            [preview.required, namesText(names, required, MOST_NAMES, reader)],
          ]),
          line(`${step.deadline}: ${deadlineText(poll, reader)}`),
          line(`${step.visibility} ${step.visibilities[poll.visibility]}.`),
          phone !== undefined && line(phone),
        ],
        actions: [
          missing.length > 0 &&
            lead(reader, text.call.button.continue, "poll.step", { poll: poll.id, step: "what" }, "positive"),
          isReady &&
            submit(
              missing.length > 0 ? text.call.button.publishAnyway : text.poll.button.post,
              "poll.post",
              { poll: poll.id, rev: poll.rev, nonce, ...(missing.length > 0 && { anyway: "true" }) },
              { door, ...(missing.length === 0 && { style: "positive" as const }), inputs: false },
            ),
          here(reader, text.poll.button.edit, "poll.manage", { poll: poll.id }),
        ],
      }),
  );
};
