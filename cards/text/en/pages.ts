/** Words of the pages outside Teams. */
export const pages = {
  language: "English",
  gone: {
    title: "This link is not valid",
    lines: ["The link has expired or the address is wrong. Ask Ehdolla in Teams for the appendix again."],
  },
  failed: {
    title: "Something went wrong",
    lines: (reference: string) => [
      `Try again in a moment. If it happens again, give the administrator the reference ${reference}.`,
    ],
  },
  privacy: {
    title: "Privacy",
    lines: [
      "Ehdolla is a Teams app with which the cooperation bodies of organisations and wellbeing services counties look for members: it publishes calls, receives proposals and asks candidates for consent.",
      "The controller is the organisation behind the group. The controller, the privacy contact, the legal basis and the retention period are given on the call's card and in each request for consent.",
      "The data processed are the candidate's and the proposer's name, contact details and organisations, the theme, the reasons, other positions of trust, and the candidate's answer. They are seen by the group's chairs and secretaries as far as preparing the selection requires.",
      "You can inspect and correct your data, object to the processing, and ask for it to be restricted or for the data to be erased. Documents registered by an authority are not erased, however. Contact the group's privacy contact. You can lodge a complaint with the Data Protection Ombudsman.",
      "These pages use no cookies.",
    ],
  },
  terms: {
    title: "Terms of use",
    lines: [
      "Ehdolla is provided by the organisation that has taken it into use in Teams. Use it for the group's calls and selections.",
      "Write about the candidate only what preparing the selection requires. Do not write health data or other sensitive data.",
      "A proposal has arrived when you have received a confirmation. Whether it is in time is decided by the moment at which it reached the service.",
      "The selection is made by the group or by whoever appoints the members. Ehdolla does not make the selection.",
    ],
  },
};
