/** Words about what is erased when its group's retention ends. */
export const retention = {
  heading: {
    call: (title: string) => `The call will be erased: ${title}`,
    poll: (title: string) => `The meeting poll will be erased: ${title}`,
    meeting: (title: string) => `The meeting will be erased: ${title}`,
  },
  strip: (when: string) => `The retention period ends on ${when}.`,
  line: {
    call: "The call is then erased with its proposals, candidates and messages. A note of the erasing without names stays in the group's record.",
    poll: "The poll is then erased with its answers and messages. Meetings that were decided in it are kept for their own time. A note of the erasing without names stays in the group's record.",
    meeting:
      "The meeting is then erased with who came and its messages. A note of the erasing without names stays in the group's record.",
  },
  advice: {
    call: "Before that, make the appendix and take the documents to the registry if they are still needed.",
    other: "Before that, save what is still needed.",
  },
  settings: "The retention period can be changed in the group's settings.",
  noted: "This is noted.",
  notedRest: (when: string) => `It is erased on ${when}.`,
  notComing: "It is not about to be erased.",
  appendix: "Make the appendix",
  note: "Take note",
  show: { poll: "Open the poll", meeting: "Open the meeting" },
  waits: {
    call: "A call will soon be erased",
    poll: "A meeting poll will soon be erased",
    meeting: "A meeting will soon be erased",
  },
  until: {
    call: (when: string) => `The whole call is erased on ${when}.`,
    poll: (when: string) => `The whole poll is erased on ${when}.`,
    meeting: (when: string) => `The whole meeting is erased on ${when}.`,
  },
  noUntil: {
    call: "The day of erasing is known once the call has ended.",
    poll: "The day of erasing is known once the poll has ended.",
    meeting: "The day of erasing is known once the meeting has been held.",
  },
};
