import type { meetingPeople as fi } from "../fi/meeting-people.ts";

/** Words of calling more people to a meeting, and of taking an invitation back. */
export const meetingPeople: typeof fi = {
  invite: {
    open: "Invite more people",
    openSub: "The others get no message",
    heading: (title) => `Invite more people: ${title}`,
    strip: "The new people get the invitation at once.",
    rest: "The others get no message.",
    members: "Members",
    outside: "People outside Teams",
    outsideHint: "One a line: name; e-mail address. The invitation and a personal answer link go by e-mail.",
    outsidePlaceholder: "Oili Esimerkki; oili@example.org",
    outsideAs: "People outside Teams are invited",
    roles: { member: "as members", substitute: "as substitutes", guest: "as other invited people" },
    send: "Send the invitations",
    done: "The people are added. The invitations are on their way.",
  },
  uninvite: {
    open: "Take back this person's invitation",
    heading: (name) => `Take back the invitation: ${name}`,
    told: "The person gets a message and a file that removes the meeting from the calendar.",
    untold: "The person hasn't been told of the meeting yet, so no message is sent.",
    others: "The others get no message.",
    kept: "The person's answer no longer counts. It stays in the record without a name.",
    along: (names) => `The invitation of the person's substitute is taken back too: ${names}.`,
    send: "Take back the invitation",
    done: (name) => `The invitation is taken back: ${name}.`,
  },
  left: {
    heading: (title) => `Your invitation to the meeting was taken back: ${title}`,
    strip: "You are no longer invited to this meeting.",
  },
  refused: {
    notCalled: "The person isn't invited to this meeting.",
    nobodyLeft: "At least one person must stay invited. You can also cancel the whole meeting.",
    tooManyCalled: (most) => `At most ${most} people can be invited to the meeting.`,
  },
};
