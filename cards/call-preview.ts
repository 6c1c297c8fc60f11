import type { Call } from "../bot/domain/call.ts";
import { missingLanguages, problemsOf } from "../bot/domain/call-problems.ts";
import { mainLang } from "../bot/domain/call-steps.ts";
import { type Group, missingForPublishing } from "../bot/domain/group.ts";
import type { Lang } from "../bot/domain/lang.ts";
import { buttonNames, callBody } from "./call.ts";
import { inLanguage, titleOf, when } from "./call-parts.ts";
import { here, lead } from "./call-press.ts";
import { shortCall } from "./call-short.ts";
import { fitted } from "./fit.ts";
import { type Action, type Card, card, type Element, hint, row, small, strip } from "./kit.ts";
import type { Reader } from "./reader.ts";

/** The announcement exactly as the channel will see it, in one of the group's languages, and the button that publishes it. */
export const previewCard = (call: Call, group: Group, lang: Lang, nonce: string, reader: Reader): Card =>
  fitted(call, shortCall, (c, cut) => {
    const { text } = reader;
    const seen = { ...inLanguage(reader, lang), zone: group.zone };
    const names = buttonNames(group, seen);
    const { organisations, self } = call.nominators;
    const buttons = [...(organisations ? [names("propose")] : []), ...(self ? [names("self")] : []), names("read")];
    return card({
      lang: reader.lang,
      fallbackText: `${text.call.preview.heading}: ${titleOf(c, group, reader)}`,
      body: [
        standing(call, group, reader),
        ...callBody(c, group, seen, cut),
        small(text.call.preview.buttons(buttons.join(" | "))),
        ...group.languages
          .filter((other) => other !== lang)
          .map((other) => {
            const name = inLanguage(reader, other).text.call.inThisLanguage;
            const press = here(reader, name, "call.preview", { call: call.id, lang: other });
            return row({ title: `${text.call.preview.heading}: ${name}`, link: true, separator: true, press });
          }),
        call.status === "draft" &&
          !call.publishing &&
          hint(
            call.opens && call.opens.at > reader.now
              ? text.call.preview.when(when(call.opens, reader))
              : text.call.preview.whenNow,
          ),
      ],
      actions: actions(call, group, nonce, reader),
    });
  });

/** Whether it can be published, and if not, what is missing. */
function standing(call: Call, group: Group, reader: Reader): Element {
  const { text } = reader;
  const { lacks, problems, pages } = gaps(call, group, reader);
  if (problems.length > 0)
    return strip(
      "warning",
      text.call.preview.lacks,
      text.call.preview.lacksWhat(problems.map((p) => text.call.problem[p]).join(", ")),
    );
  if (lacks.length > 0) return strip("warning", text.call.manage.groupLacks, text.call.manage.groupLacksMore);
  if (pages.length > 0)
    return strip(
      "warning",
      text.call.preview.languages,
      text.call.preview.languagesWhat(
        pages
          .map(({ step, lang }) =>
            text.call.manage.checkText(text.call.step[step].toLowerCase(), text.call.languages[lang]),
          )
          .join(", "),
      ),
    );
  return strip("emphasis", `${text.call.preview.heading}.`, text.call.preview.more);
}

const gaps = (call: Call, group: Group, { now }: Reader) => ({
  problems: problemsOf(call, group, now),
  lacks: missingForPublishing(group),
  pages: missingLanguages(call, group),
});

function actions(call: Call, group: Group, nonce: string, reader: Reader): Action[] {
  const { text } = reader;
  const data = { call: call.id };
  const back = here(reader, text.common.back, "call.manage", data);
  if (call.status !== "draft" || call.publishing) return [back];
  const { lacks, problems, pages } = gaps(call, group, reader);
  const publish = { ...data, rev: call.rev, nonce };
  if (problems.length > 0) return [{ ...back, style: "positive" }];
  if (lacks.length > 0)
    return [lead(reader, text.call.button.settings, "group.form", { group: group.id }, "positive"), back];
  if (pages.length > 0)
    return [
      lead(
        reader,
        text.call.button.continue,
        "call.step",
        { ...data, ...(pages[0] ?? { step: "texts", lang: mainLang(group) }) },
        "positive",
      ),
      here(reader, text.call.button.publishAnyway, "call.publish", { ...publish, anyway: "true" }),
      back,
    ];
  return [here(reader, text.call.button.publish, "call.publish", publish, "positive"), back];
}
