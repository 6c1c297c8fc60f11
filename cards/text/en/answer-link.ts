import type { answerLink as fi } from "../fi/answer-link.ts";

/** Words of the links with which somebody outside Teams answers, as officers pass them on by hand and end them. */
export const answerLink: typeof fi = {
  take: {
    open: "Give an answer link",
    openSub: "When the person gets no e-mail or the message is lost",
    heading: (name) => `Answer link: ${name}`,
    strip: "Whoever has the link answers in this person's name.",
    rest: "Give it to nobody else.",
    line: "The link is shown once. That it was taken is noted in the record.",
    send: "Show the link",
  },
  hand: {
    strip: "The link shows only now.",
    rest: "Copy it and send it to this person only.",
    label: "Link",
    until: (day) => `The link works until ${day}.`,
  },
  end: {
    open: "End the person's links",
    openSub: "When a link has come into the wrong hands",
    heading: (name) => `End the links: ${name}`,
    strip: "None of the earlier links will work any more.",
    line: "An answer that was given stays. If the person is sent a new message, it has a new link. Ending the links is noted in the record.",
    send: "End the links",
    done: (name) => `The links are ended: ${name}.`,
  },
  refused: {
    inTeams: "The person answers in Teams, so no link is needed. You can note the answer that the person gave.",
    notAsked: "This person is neither asked nor invited.",
    shown: "The link has been shown already. If it wasn't kept, take a new one.",
    over: "It is too late to answer, so no link is given.",
    alone: "The link is shown in a 1:1 chat only. Open this there.",
  },
};
