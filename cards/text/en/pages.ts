/** Words of the pages outside Teams. */
export const pages = {
  language: "English",
  layout: {
    skip: "Skip to content",
    languages: "Language",
    accessibility: "Accessibility statement",
    privacy: "Privacy",
    terms: "Terms of use",
  },
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
    intro:
      "Ehdolla is a service with which the cooperation bodies of organisations and wellbeing services counties look for members: it publishes calls, receives proposals and asks candidates for consent. Groups also use it to poll for meeting times and to call people to meetings.",
    sections: [
      {
        heading: "Who is responsible for the data",
        lines: [
          "The controller is the organisation behind the group. The controller, the privacy contact, the legal basis and the retention period are given in the announcement of a call, in each request for consent and on the page of your own data.",
        ],
      },
      {
        heading: "What data is processed and where it comes from",
        lines: [
          "About a candidate: name, contact details, organisations, theme, reasons, other positions of trust and the candidate's own answer. They are given by the proposer or by the candidate.",
          "About a proposer and the contact of a co-proposing organisation: name, contact details and organisation. They are given by the proposer.",
          "About somebody whom a meeting poll asks or who is called to a meeting: name, e-mail address, whether their answer is required, which times suit them, whether they come to the meeting, comments, and an assistant, a substitute and whoever answered for them. Name and address are given by the group's chair or secretary or come from Teams, the answers by the person or by whoever answers for them.",
          "About a user of Teams: name, e-mail address, language, time zone and Teams' identifiers. They come from Teams.",
          "What messages were sent and whether they arrived is stored as well.",
        ],
      },
      {
        heading: "What the data is used for and who sees it",
        lines: [
          "The data is used for the call and for preparing the selection. It is seen by the group's chairs and secretaries and by those who make the selection, as far as the task requires. A proposer is told what the candidate answered, and a candidate sees who proposed them and with what reasons.",
          "The answers to a poll are used for choosing the time of a meeting, and attendance for preparing the meeting, such as calling substitutes. They are seen by the group's chairs and secretaries. A poll says when the others who are asked see the answers, and whether the channel shows who answered what. A calendar file holds the meeting, who called it, and your own name and address, and nobody else who is called.",
          "The selection is not made automatically. The data is not passed on for any other purpose.",
        ],
      },
      {
        heading: "How long the data is kept",
        lines: [
          "The group decides the retention period in months. It is counted from the end of the term or, where there is none, from the selection, or from the closing or cancelling of the call. After that the call is erased with its proposals, candidates and messages.",
          "For a meeting poll the period is counted from the choice of the time, or from the closing or cancelling of the poll; for a meeting, from its end or its cancelling. After that the poll is erased with its answers, and the meeting with its attendance, messages and links.",
          "A note of the erasing stays in the group's record. The record holds no names or texts.",
        ],
      },
      {
        heading: "How you see, correct and erase your data",
        lines: [
          "In Teams: write my data to Ehdolla in your private chat. Outside Teams: open the page of your own data by the link that Ehdolla sends you by e-mail, or from your own page of a poll or a meeting.",
          "You see everything that is stored about you and can download it as a file. You can correct your contact details yourself at once. You ask for other corrections on the same page, and the request goes to the group's chairs and secretaries.",
          "In the organisations' own group you can erase your data yourself. In an authority's group the proposals and answers are the authority's documents, which are not erased on request; they are erased when the retention period ends. You can still object to the processing and ask for it to be restricted.",
          "If you consider that your data is processed unlawfully, you can lodge a complaint with the Data Protection Ombudsman.",
        ],
      },
      {
        heading: "Cookies, links and logs",
        lines: [
          "These pages use no cookies, no tracking and nobody else's services.",
          "Personal links expire, and only a checksum of them is kept. A calendar link works until a week after the meeting. The file that you have saved in your calendar stays with you, and Ehdolla cannot erase it. The logs hold identifiers and times, not names or texts.",
        ],
      },
    ],
  },
  terms: {
    title: "Terms of use",
    intro:
      "Ehdolla is provided by the organisation that has taken it into use in Teams. Use it for the group's calls and selections.",
    sections: [
      {
        heading: "What you may write",
        lines: [
          "Write about the candidate only what preparing the selection requires. The candidate sees what was written about them. Do not write health data or other sensitive data.",
          "Propose only a person with whom you have agreed on it. Ehdolla asks them for consent.",
        ],
      },
      {
        heading: "Deadlines",
        lines: [
          "A proposal has arrived when you have received a confirmation. Whether it is in time is decided by the moment at which it reached the service.",
        ],
      },
      {
        heading: "Personal links",
        lines: [
          "A link that was sent to you is personal. Whoever has it can answer in your place, so do not pass it on.",
        ],
      },
      {
        heading: "The selection",
        lines: [
          "The selection is made by the group or by whoever appoints the members. Ehdolla does not make the selection.",
        ],
      },
    ],
  },
  accessibility: {
    title: "Accessibility statement",
    intro: (address: string) =>
      `This statement concerns Ehdolla's web pages at ${address}: the page of a call, the nomination form, the consent page, the page of your own data, and the pages on privacy and terms of use. Ehdolla's cards in Teams are shown by Microsoft Teams, whose accessibility is Microsoft's responsibility.`,
    made: (day: string) =>
      `The statement was made on ${day}. The pages were assessed by ourselves: by automatic checks in all three languages, with a keyboard, on a screen 320 pixels wide, in dark mode and in print.`,
    state: {
      heading: "State of accessibility",
      lines: [
        "The Finnish Act on the Provision of Digital Services (306/2019) requires that public web services are accessible. The pages meet the requirements of the act (WCAG 2.1, levels A and AA) in part. The shortcomings are listed below.",
      ],
    },
    shortcomings: {
      heading: "Known shortcomings",
      list: [
        "Announcements, reasons and other texts that people wrote are in the language in which they were written. The language is not always marked for screen readers (WCAG 3.1.2).",
        "The Word and Excel files that can be downloaded have not been checked with a screen reader (WCAG 1.3.1, 4.1.2).",
        "The pages have not yet been tested together with people who use assistive technology.",
      ],
      instead:
        "If you cannot get something done on the pages, contact the call's contact person. A proposal and an answer can also be given by phone, by e-mail or on paper, and they are registered by when they arrived.",
    },
    feedback: {
      heading: "Give feedback",
      lines: ["Did you notice a shortcoming? Tell us. We answer within 14 days."],
      address: "Feedback on accessibility",
      none: "Feedback can be given to the call's contact person, named in the announcement.",
    },
    supervision: {
      heading: "Supervisory authority",
      lines: [
        "Give feedback to us first. If you are not satisfied with the answer or get none within two weeks, you can file a complaint with the Finnish Transport and Communications Agency Traficom. Its website tells how to complain and how the matter is handled.",
      ],
      authority: "Finnish Transport and Communications Agency Traficom, Digital Accessibility Supervision Unit",
      site: "https://www.saavutettavuusvaatimukset.fi/en/",
      phone: "Switchboard +358 29 534 5000",
    },
  },
};
