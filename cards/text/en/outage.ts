/** Words about stretches in which nothing was answered. */
export const outage = {
  heading: "The service did not answer",
  status: (stretch: string) => `Ehdolla did not answer ${stretch}.`,
  meaning:
    "The call was open then, so somebody may have been left without an answer. You can extend the time for proposals. The outage is in the record.",
  meaningConsents:
    "Candidates could still answer then whether they consent, so somebody may have been left without an answer. You can extend the time for proposals, or revive a candidacy that has lapsed. The outage is in the record.",
  meaningPoll:
    "The poll was open then, so somebody's answer may not have been saved. You can extend the time to answer. The outage is in the record.",
  extend: "Extend the deadline",
  show: "Show the call",
  call: "Call",
  extendPoll: "Extend the time to answer",
  showPoll: "Show the poll",
  poll: "Poll",
};
