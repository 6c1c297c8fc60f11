/** Words about personal links: the pages that they open, the mail that brings them, and how they are passed on. */
export const links = {
  page: {
    forWhom: (name: string) => `Personal page: ${name}`,
    until: (day: string) => `The link works until ${day}. Do not pass it on: whoever has it can answer for you.`,
    failed: (reference: string) =>
      `Something went wrong, and nothing was recorded. Try again in a while. If it happens again, tell the administrator the reference ${reference}.`,
    badPress: "The form was not understood, and nothing was recorded. Here is the page as it now is.",
    foreign: "The form came from another site, so nothing was recorded. Open the link again and answer on this page.",
    tooMany: "There were too many requests in a short time. Wait ten minutes and try again.",
    back: "Back to the page",
  },
  gone: {
    title: "The link does not open",
    strip: "The link has been used, has expired, was taken back or was mistyped.",
    lines: [
      "Open the newest message you have received and the link in it. If you copied the link, check that it is complete.",
      "If the link was given to you by whoever proposed you or by the group's chair, ask them for a new one. You can always answer by phone or e-mail to the call's contact person, too.",
    ],
    ownLines: [
      "Open the newest message that you have got and the link in it. If you copied the link, check that all of it is there.",
      "If the group's chair or secretary gave you the link, ask for a new one. You can always answer by phone or e-mail as well.",
    ],
  },
  again: {
    heading: "I did not get a link",
    text: "Write the e-mail address that you gave, or that was given for you. If a link in this call belongs to the address, we send a new one to it.",
    email: "E-mail address",
    send: "Send a new link",
    doneTitle: "The request was received",
    done: "If a link belongs to the address, a new message will come to it within a few minutes. Look in the spam folder, too.",
    doneRest: "If no message comes, contact the call's contact person or whoever proposed you.",
    ownHeading: "See what is stored about you",
    ownText:
      "Write the e-mail address that your invitation came to. If any data is stored with it, we send it a link that shows it.",
    ownSend: "Send the link",
    ownRest: "If no message comes, contact the person who invited you.",
    notEmail: "This is not an e-mail address. Check it.",
  },
  hand: {
    press: "Copy the consent link",
    heading: (name: string) => `Consent link: ${name}`,
    strip: "The link is shown only now.",
    rest: "Copy it and send it to this candidate only.",
    label: "Link",
    text: "Whoever has the link can answer for the candidate. That the link was taken is recorded in the call's events, and the answer shows that the link was passed on by hand.",
    until: (day: string) => `The link works until ${day}.`,
    inTeams:
      "The candidate gets the request in Teams, so no link is needed. It can be taken if the candidate is not reached in Teams.",
    notAllowed: "The consent link is for the group's chairs and secretaries and for whoever proposed the candidate.",
    notNow: "This candidate is no longer asked for consent.",
    cap: "Many links have been taken for this candidate already. Ask the candidate to open the newest.",
    alone: "The link is shown in a personal chat only. Open the candidate there.",
  },
  returned: {
    press: "The message came back",
    done: "Noted: the e-mail did not arrive.",
    heading: "The e-mail came back",
    strip: "The proposer is told that the candidate was not reached.",
    rest: "Note this when a message that was sent to the candidate has come back.",
    save: "Note as not reached",
    notMail: "No e-mail has been sent to the candidate, or the candidate has already answered.",
  },
  mail: {
    open: {
      candidate: "Open and answer",
      move: "Open and answer",
      nomination: "Open the proposal",
      coProposer: "Open and confirm",
      confirm: "Confirm the e-mail address",
      person: "Open your data",
      poll: "Open the poll",
      meeting: "Open the meeting",
      call: "Open the call",
    },
    also: "In English below.",
    personal: (day: string) =>
      `The link is personal and works until ${day}. Do not pass it on: whoever has it can act for you.`,
    detail: "Behind the link you see the reasons and which data about you is processed.",
    sender: (group: string) => `This message was sent by Ehdolla for the group: ${group}.`,
    reply: (contact: string) => `You can reply to this message. The reply goes to: ${contact}.`,
    replyOffice: "You can reply to this message. A person reads the replies.",
  },
};
