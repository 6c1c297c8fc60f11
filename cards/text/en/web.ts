/** Words of a call's public page, the nomination form there, and what comes after it. */
export const web = {
  call: {
    description: (who: string, ends: string) => `${who} ${ends}`.trim(),
    printed: (url: string) => `This call on the web: ${url}`,
    how: (url: string) => `The call and the proposal form on the web: ${url}`,
    propose: "Make a proposal",
    self: "Put yourself forward",
    noAccount: "The form needs no account and no signing in. You can save it half-finished and continue later.",
    today: "today",
    questions: "Questions and answers",
    question: "Question",
    answer: "Answer",
    next: "What happens next",
    decided: "The selection has been made. Those selected and those who proposed are told personally.",
    gone: {
      title: "No such call",
      text: "The address is wrong, or the call is no longer shown on the web. Check the address in the announcement, or ask the group.",
    },
    data: "How data is processed",
  },
  form: {
    back: "Back to the call",
    toOther: "Proposing somebody else? Go to the proposal form",
    toSelf: "Would you like to stand yourself? Go to that form",
    you: "The sender’s details",
    youHint: "We send a link to your address. With it you confirm the proposal, and can change or withdraw it later.",
    youHintSelf:
      "We send a link to your address. With it you confirm putting yourself forward, and can change or withdraw it later.",
    name: "Your name",
    nameRequired: "Write your name.",
    email: "Your e-mail address",
    emailRequired: "Write your e-mail address.",
    senderData:
      "Your name and address are seen by the call’s chair, vice chair and secretaries. The candidate sees who proposed them and for what reasons. Your address is used for this proposal only.",
    save: "Save and continue later",
    trap: "Leave this field empty",
    required: "required",
    requiredNote: "Fields with an asterisk (*) are required.",
    show: "Show",
    problem: "The form was not sent",
    keptHere: "What you wrote is still on this page.",
    restored: "We brought back what you wrote earlier on this device. It has not been sent.",
    clear: "Clear the form",
    sending: "Sending…",
    offline:
      "The connection broke and the form was not sent. Your text is still here. Check the connection and send again.",
    checkFields: (n: number) => (n === 1 ? "Check 1 field." : `Check ${n} fields.`),
    saved: "A draft that has not been sent.",
    savedRest: (until: string) => `You can continue it on this page until ${until}.`,
  },
  refused: {
    tooSoon: "The form was sent right after it was opened. Check what you wrote and send it again.",
    trap: "A field that isn’t shown was filled in. We emptied it. Send the form again.",
    tooMany: "Many forms have come from the same network in a short time. Wait a moment and send again.",
    tooMuchMail: "Many links have been sent to this address already. Open one of them, or try again in an hour.",
    sender: "Write your name and e-mail address so that you can confirm the proposal.",
    notEmail: (written: string) => `Check your e-mail address: ${written}`,
    sameAddress:
      "The candidate and the sender have the same address. If you propose yourself, use the form Put yourself forward. Otherwise write the candidate’s own address.",
    sentAlready: (code: string) =>
      `You have already sent this form, code ${code}. To change it, use the link that was sent to your e-mail. If this is a new proposal, send the form again.`,
    savedElsewhere:
      "The draft was changed elsewhere after you opened this page. Your text is below. If you save again, this is what stays.",
    notOurs: "The request was not understood. Reload the page.",
    tooLong: "Something in the form is too long or not valid. Check it and send again.",
    failed: (reference: string) =>
      `Something went wrong and the form was not sent. Your text is still here. Try again, or tell the contact person the code ${reference}.`,
    confirmTooLate: (when: string) =>
      `The address had to be confirmed by ${when}, so that there is time to ask the candidate. Contact the call’s contact person.`,
    alreadyConfirmed: "The proposal has been confirmed already. You can withdraw it below.",
  },
  received: {
    heading: "One more step: confirm your e-mail address",
    strip: "The proposal arrived in time.",
    stripSelf: "Your form arrived in time.",
    at: (when: string) => `${when}.`,
    sent: (email: string) => `We sent a link to ${email}.`,
    open: (until: string) => `Open the link and confirm by ${until}.`,
    openSoon: "Open the link and confirm as soon as possible.",
    why: "The candidate is asked for consent only once you have confirmed your address. For the deadline, what counts is still when the form arrived.",
    whySelf:
      "It is handled once you have confirmed your address. For the deadline, what counts is still when the form arrived.",
    change: (until: string) =>
      `With the same link you see what you sent, and can change or withdraw it until ${until}.`,
    notThere: "No message?",
    notThereMore:
      "It usually comes within a few minutes. Look in the spam folder too, and check that the address is right.",
    askContact: (who: string) => `If you can’t find the message, contact ${who}.`,
    mention: (code: string) => `Mention the code ${code}.`,
    yours: "What you sent",
    another: "Make another proposal",
  },
  late: {
    copy: "What you wrote",
  },
  draft: {
    heading: "The form has been saved",
    strip: "Saved, not sent.",
    rest: (deadline: string) => `Proposals are taken until ${deadline}.`,
    link: "Link to the form",
    keep: "Keep the link. You can’t get it again later.",
    who: (until: string) =>
      `Everybody who has the link can read, change and send the form. The link works until ${until}; after that the draft is deleted.`,
    mail: "Send the link from your own e-mail",
    mailSubject: (call: string) => `Draft of a proposal: ${call}`,
    mailBody: (url: string, deadline: string) =>
      `Continue the draft with this link:\n${url}\n\nProposals are taken until ${deadline}.`,
    continue: "Continue the form",
    gone: "The draft is no longer there. It has been sent or deleted.",
  },
  confirm: {
    heading: (call: string) => `Confirm the proposal: ${call}`,
    headingSelf: (call: string) => `Confirm putting yourself forward: ${call}`,
    strip: "Waiting for you to confirm.",
    rest: (arrived: string) => `Arrived in time, ${arrived}.`,
    restLate: (arrived: string) => `Arrived after the deadline, ${arrived}.`,
    until: (when: string) => `Confirm by ${when}.`,
    why: "The candidate is asked for consent only once you have confirmed that the address is yours.",
    whySelf: "It is handled once you have confirmed that the address is yours.",
    whyLate:
      "The proposal is not considered, but it is on record. Confirming helps if you sort things out with the contact person.",
    button: "Confirm the proposal",
    buttonSelf: "Confirm",
    notMine: "I didn’t send this",
    notMineText: "If you didn’t send this, tell us. The proposal is withdrawn and the candidate is not contacted.",
    notMineHeading: "Withdraw the proposal?",
    gone: "The proposal has been withdrawn.",
    goneRest: "The candidate has not been contacted.",
    done: "The address is confirmed.",
    doneRest: "The candidate is now asked for consent.",
    doneSelf: "It is now being handled.",
    keep: "Keep this link. With it you see the candidate’s answer.",
  },
  mine: {
    edit: "Change the proposal",
    editSelf: "Change what you sent",
    withdraw: "Withdraw the proposal",
    withdrawSelf: "Withdraw",
    withdrawn: "The proposal has been withdrawn.",
    back: "Back",
    toCall: "Read the whole call",
  },
  board: {
    unconfirmed: (n: number) =>
      n === 1
        ? "1 proposal sent on the web is waiting for its sender to confirm."
        : `${n} proposals sent on the web are waiting for their senders to confirm.`,
    row: "Not confirmed",
    strip: "The sender has not confirmed their address.",
    rest: "The candidate has not been asked, and the proposal does not count.",
  },
};
