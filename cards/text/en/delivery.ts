import type { Mailing, Saying } from "../../../bot/domain/delivery.ts";
import type { Why } from "../../../bot/domain/delivery-tally.ts";

/** What each message is. */
const sayings: Record<Saying["kind"], string> = {
  introduction: "Ehdolla's introduction",
  announcement: "The call's announcement",
  callReminder: "Reminder of the call",
  correction: "Correction",
  extension: "Notice of the extension",
  callCancelled: "Notice that the call is cancelled",
  callClosed: "Notice that the time has ended",
  announcementLost: "Notice of the missing announcement",
  thinThemes: "Notice of themes with too few proposals",
  outage: "Notice of an outage",
  question: "Question about the call",
  answer: "Answer to a question in the channel",
  questionAnswered: "Answer to the one who asked",
  newCall: "Notice of a new call",
  receipt: "Receipt",
  confirmAddress: "Request to confirm the address",
  coProposer: "Notice of a joint proposal",
  lateArrived: "Notice of a late proposal",
  lateAccepted: "Notice that a late proposal was accepted",
  consentRequest: "Consent request",
  consentReminder: "Reminder of the consent request",
  consentOutcome: "Notice of the candidate's answer",
  notReached: "Notice of a candidate not reached",
  moveRequest: "Question about another theme",
  moveAnswered: "Answer about another theme",
  nominationsWithdrawn: "Notice of withdrawn proposals",
  boardPost: "Candidates in the channel",
  appendix: "Appendix",
};

/** Why somebody wasn't reached. */
const reasons: Record<Why, string> = {
  notInTeams: "Not in Teams, and no e-mail could be sent.",
  noApp: "The Ehdolla app is not installed.",
  blocked: "Messages from Ehdolla are blocked.",
  notInTenant: "Does not belong to this organisation in Teams.",
  notThisPerson: "The request went to the wrong person.",
  gone: "The conversation or account no longer exists.",
  unknown: "The reason is not known.",
  noMailbox: "The e-mail address does not take messages.",
  returned: "The e-mail came back to the sender.",
  refused: "The service did not accept the message.",
  gaveUp: "The service did not take the message for a day.",
  unsure: "Sending was cut off twice, the message may have arrived.",
};

/** What can be done about it. */
const advice: Record<Why, string> = {
  notInTeams: "Sending again does not help. Tell them in another way.",
  noApp: "Once the app is installed you can try again.",
  blocked: "Once the block is lifted you can try again.",
  notInTenant: "Sending again does not help. Tell them in another way.",
  notThisPerson: "Correct the candidate's address and the request is sent again.",
  gone: "If the conversation or account has been restored you can try again.",
  unknown: "You can try again.",
  noMailbox: "Correct the address, or tell them in another way.",
  returned: "Correct the address, or tell them in another way.",
  refused:
    "Sending again does not help. Tell them in another way, and tell the administrator that the message did not go through.",
  gaveUp: "You can try again.",
  unsure: "If you try again, the message may come twice.",
};

const mailings: Record<Mailing["what"], string> = {
  cancelled: "Telling that the call is cancelled",
  newCall: "Telling of the new call",
};

/** Words about what was said and what wasn't. */
export const delivery = {
  heading: (group: string) => `Messages: ${group}`,
  open: (n: number) => `${n} not reached.`,
  onTheWay: (n: number) => (n === 1 ? "1 message is on its way." : `${n} messages are on their way.`),
  allSaid: "All messages have been sent.",
  nothing: "No messages have been sent yet.",
  summary: (sent: number, left: number): string =>
    [sent > 0 && `Sent ${sent}`, left > 0 && `on the way ${left}`].filter(Boolean).join(", "),
  lost: {
    heading: "The announcement is not in the channel",
    strip: "The call's announcement is not in the channel.",
    why: {
      post: "The message or the channel was deleted.",
      app: "Ehdolla was removed from the team or blocked in it.",
      other: "Teams did not take the announcement.",
    },
    next: {
      post: "The call goes on, and the proposals that arrived are kept. You can post the announcement anew. If the channel was deleted, first choose a new channel in the group's settings.",
      app: "The call goes on, and the proposals that arrived are kept. Add Ehdolla to the team again and then post the announcement anew.",
      other: "The call goes on, and the proposals that arrived are kept. You can post the announcement anew.",
    },
    repost: "Post it anew",
    show: "Show the messages",
    call: "Call",
    found: "Noticed",
    done: "The announcement is posted anew in the channel.",
  },
  adviceChannel: "Once the announcement is in the channel again you can try again.",
  sayings,
  reasons,
  advice,
  mailings,
  progress: (sent: number, left: number, lost: number): string =>
    `Sent ${sent}, left ${left}${lost > 0 ? `, not delivered ${lost}` : ""}.`,
  timeLeft: (time: string) => `Estimated time left: ${time}.`,
  reasonsHeading: "Reasons",
  listHeading: (n: number) => `Not reached (${n})`,
  state: { open: "! Not reached", handled: "✓ Handled", unsure: "? Uncertain" },
  channel: "The group's channel",
  erased: "A person whose data was erased",
  consentTo: (name: string) => `Candidate ${name}`,
  saidFold: "What has been sent",
  tally: (sent: number) => `sent ${sent}`,
  tallyRest: (waiting: number, lost: number, over: number): string =>
    [
      waiting > 0 && `on the way ${waiting}`,
      lost > 0 && `not delivered ${lost}`,
      over > 0 && `no longer needed ${over}`,
    ]
      .filter(Boolean)
      .join(", "),
  page: (page: number, pages: number) => `Page ${page} / ${pages}`,
  next: "Next",
  previous: "Previous",
  refresh: "Refresh",
  call: "To the call",
  one: {
    heading: (name: string) => `Message: ${name}`,
    failed: "The message did not arrive.",
    unsure: "Whether it arrived is uncertain.",
    handled: "The matter was handled otherwise.",
    pending: "The message is on its way.",
    sent: "The message was sent.",
    over: "The message was not sent, for it was no longer needed.",
    labels: { message: "Message", to: "To", phone: "Phone", email: "E-mail", tried: "Tried", reason: "Reason" },
    noPhone: "not known",
    retry: "Try again",
    handle: "Handled by phone",
    candidate: "Open the candidate",
    candidateSub: "Correct the address or record an answer",
    back: "To the messages",
    retried: "The message is sent again.",
    marked: "Marked as handled.",
  },
  refused: {
    notAllowed: "Only the group's chair, vice chair and secretaries see the messages.",
    conflict: "You have a conflict of interest here, so others handle it. Nothing was recorded.",
    notFailed: "The message was sent or is on its way already. Nothing was recorded.",
    noHelp: "Sending again would not help, so it was not done. Tell them in another way.",
    noPoint: "The message is no longer needed, so it was not sent.",
    notLost: "The announcement is in the channel or was posted anew already. Nothing was posted.",
    selected: "The selection is made, so the announcement is not posted any more.",
    cancelled: "The call is cancelled, so the announcement is not posted any more.",
    noSuchDelivery: "This message no longer exists.",
  },
  manage: "Messages",
  manageSub: "What was sent and what did not arrive",
};
