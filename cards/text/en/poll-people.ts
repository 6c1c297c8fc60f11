import type { pollPeople as fi } from "../fi/poll-people.ts";

/** Words of who is asked in a poll that is open: more people, fewer, and without whom a time is no good. */
export const pollPeople: typeof fi = {
  open: "Who is asked",
  openSub: "Add or remove people, change who is required or give an answer link",
  heading: (title) => `Who is asked: ${title}`,
  counts: (answered, asked) => `Answered ${answered} / ${asked}.`,
  hint: "Press a name to note an answer, remove the person or give an answer link.",
  required: "required",
  outside: "outside Teams",
  person: {
    answered: "The person has answered.",
    silent: "The person hasn't answered.",
    isRequired: "The person must be there.",
    phone: "Note the person's answer",
    require: "Mark as required",
    requireSub: "The order of the times is counted anew",
    release: "No longer required",
    remove: "Remove from the poll",
  },
  add: {
    open: "Add people",
    heading: (title) => `Add people: ${title}`,
    strip: "The new people get the request at once.",
    rest: "The others get no message.",
    named: "People",
    outside: "People outside Teams",
    required: "These people must be there",
    send: "Send the requests",
    done: (n) =>
      n === 1
        ? "1 person is added. The request is on its way."
        : `${n} people are added. The requests are on their way.`,
  },
  remove: {
    heading: (name) => `Remove from the poll: ${name}`,
    strip: "The person gets a message that they are no longer asked.",
    kept: "The person's answer no longer counts. It stays in the record without a name.",
    closes: "The poll closes at once if all others whose answers it waits for have answered.",
    send: "Remove from the poll",
    done: (name) => `Removed from the poll: ${name}.`,
  },
  requiredNow: (name) => `Required now: ${name}.`,
  requiredNoMore: (name) => `No longer required: ${name}.`,
  left: {
    heading: (title) => `You are no longer asked: ${title}`,
    strip: "You were removed from the poll.",
    line: "You don't need to do anything. If you had answered, your answer no longer counts.",
  },
  refused: {
    nobodyNew: "All of these people are asked already.",
    tooManyAsked: (most) => `At most ${most} people can be in the poll.`,
    notAskedNow: "This person isn't asked.",
    lastAsked: "At least one person must stay in the poll. You can also cancel the whole poll.",
  },
};
