import { liveOptions } from "../bot/domain/poll.ts";
import { submit } from "./actions.ts";
import { here } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { type Card, card, type Element, heading, line, type Maybe, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { pollTitle } from "./poll-parts.ts";
import type { PollForm } from "./poll-step-form.ts";
import { rulesInputs } from "./poll-step-rules.ts";
import { timesInputs } from "./poll-step-times.ts";
import { whatInputs } from "./poll-step-what.ts";
import { whoInputs } from "./poll-step-who.ts";
import type { Reader } from "./reader.ts";
import { type PollStep, pollSteps } from "./verbs/poll.ts";

const saves: Record<PollStep, string> = {
  what: "poll.saveWhat",
  times: "poll.saveTimes",
  who: "poll.saveWho",
  rules: "poll.saveRules",
};

/** A page of a draft, or of an open poll what can still be changed in it. */
export const pollStepCard = (form: PollForm, reader: Reader): Card =>
  fitted(
    10_000,
    (_, most) => most,
    (most) => drawn(form, reader, most),
  );

function drawn(form: PollForm, reader: Reader, most: number): Card {
  const { text, door } = reader;
  const { poll, step } = form;
  const isDraft = poll.status === "draft";
  const title = `${text.poll.step[step]}: ${clip(pollTitle(form, reader), most)}`;
  const data = { poll: poll.id, rev: poll.rev, nonce: form.nonce };
  const save = (name: string, next: string, style?: "positive") =>
    submit(name, saves[step], { ...data, next }, { door, style });
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      form.problem !== undefined
        ? strip("warning", form.problem)
        : isDraft
          ? strip("accent", text.poll.step.progress(pollSteps.indexOf(step) + 1, pollSteps.length), text.poll.step.kept)
          : strip("accent", text.poll.step.changing, text.poll.step.changingRest),
      form.notice !== undefined && line(form.notice),
      ...inputs(form, reader),
    ],
    actions: [
      step === "times" &&
        save(text.poll.button.addTimes, "stay", liveOptions(poll).length === 0 ? "positive" : undefined),
      isDraft &&
        save(
          step === "times" ? text.poll.button.onward : text.poll.button.saveOn,
          "on",
          step !== "times" || liveOptions(poll).length > 0 ? "positive" : undefined,
        ),
      !isDraft && step !== "times" && save(text.poll.button.saveBack, "back", "positive"),
      here(reader, isDraft && step !== "times" ? text.poll.button.leave : text.common.back, "poll.manage", {
        poll: poll.id,
      }),
    ],
  });
}

function inputs(form: PollForm, reader: Reader): Maybe<Element>[] {
  switch (form.step) {
    case "what":
      return whatInputs(form, reader);
    case "times":
      return timesInputs(form, reader);
    case "who":
      return whoInputs(form, reader);
    case "rules":
      return rulesInputs(form, reader);
  }
}
