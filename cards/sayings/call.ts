import type { Call } from "../../bot/domain/call.ts";
import type { Group } from "../../bot/domain/group.ts";
import type { Question } from "../../bot/domain/question.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import { callCard } from "../call.ts";
import { answerPost, cancelledCard, correctionCard, extensionCard, reminderCard } from "../call-thread.ts";
import { answeredCard, closedCard, newCallCard, thinCard } from "../call-told.ts";
import type { Card } from "../kit.ts";
import { questionCard } from "../question.ts";
import type { Reader } from "../reader.ts";

/** A call's sayings always stand in a call's round. */
type InCall = Showing & { call: Call };
const inCall =
  (draw: (call: Call, group: Group, reader: Reader, showing: InCall) => Card) =>
  (showing: Showing, reader: Reader): Card => {
    const { call, group } = showing;
    if (!call) throw new Error(`${showing.delivery.saying.kind} was said outside a call`);
    return draw(call, group, reader, { ...showing, call });
  };

const about = ({ question }: Showing): Question => {
  if (!question) throw new Error("a question was said that isn't there");
  return question;
};
const indexOf = ({ delivery: { saying } }: Showing): number => ("index" in saying ? saying.index : 0);

/** Messages about call. */
export const callSayings = {
  announcement: inCall(callCard),
  callReminder: inCall(reminderCard),
  correction: inCall((call, group, reader, showing) => correctionCard(call, group, reader, indexOf(showing))),
  extension: inCall((call, group, reader, showing) => extensionCard(call, group, reader, indexOf(showing))),
  callCancelled: inCall((call, group, reader, { delivery }) =>
    cancelledCard(call, group, reader, delivery.to.to === "thread"),
  ),
  callClosed: inCall(closedCard),
  thinThemes: inCall(thinCard),
  question: inCall((call, group, reader, showing) => questionCard({ call, group, reader }, about(showing))),
  answer: inCall((call, group, reader, showing) => answerPost(call, group, reader, about(showing))),
  questionAnswered: inCall((call, group, reader, showing) => answeredCard({ call, group, reader }, about(showing))),
  newCall: inCall(newCallCard),
};
