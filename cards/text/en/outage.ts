/** Words about stretches in which nothing was answered. */
export const outage = {
  heading: "The service did not answer",
  status: (stretch: string) => `Ehdolla did not answer ${stretch}.`,
  meaning:
    "The call was open then, so somebody may have been left without an answer. You can extend the time for proposals. The outage is in the record.",
  extend: "Extend the deadline",
  show: "Show the call",
  call: "Call",
};
