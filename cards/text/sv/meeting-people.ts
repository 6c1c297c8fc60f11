import type { meetingPeople as fi } from "../fi/meeting-people.ts";

/** Words of calling more people to a meeting, and of taking an invitation back. */
export const meetingPeople: typeof fi = {
  invite: {
    open: "Kalla fler deltagare",
    openSub: "Inget meddelande skickas till de övriga",
    heading: (title) => `Kalla fler deltagare: ${title}`,
    strip: "De nya deltagarna får inbjudan genast.",
    rest: "Inget meddelande skickas till de övriga.",
    members: "Medlemmar",
    outside: "Personer utanför Teams",
    outsideHint: "En per rad: namn; e-postadress. Inbjudan och en personlig svarslänk skickas per e-post.",
    outsidePlaceholder: "Oili Esimerkki; oili@example.org",
    outsideAs: "Personer utanför Teams kallas",
    roles: { member: "som medlemmar", substitute: "som ersättare", guest: "som andra kallade" },
    send: "Skicka inbjudningarna",
    done: "Deltagarna har lagts till. Inbjudningarna skickas.",
  },
  uninvite: {
    open: "Återkalla den här personens inbjudan",
    heading: (name) => `Återkalla inbjudan: ${name}`,
    told: "Personen får ett meddelande och en fil som tar bort mötet ur kalendern.",
    untold: "Personen har ännu inte fått veta om mötet, så inget meddelande skickas.",
    others: "Inget meddelande skickas till de övriga.",
    kept: "Personens besked räknas inte längre. Det finns kvar i händelseuppgifterna utan namn.",
    along: (names) => `Samtidigt återkallas inbjudan till personens ersättare: ${names}.`,
    send: "Återkalla inbjudan",
    done: (name) => `Inbjudan har återkallats: ${name}.`,
  },
  left: {
    heading: (title) => `Din inbjudan till mötet har återkallats: ${title}`,
    strip: "Du kallas inte längre till det här mötet.",
  },
  refused: {
    notCalled: "Personen har inte kallats till det här mötet.",
    nobodyLeft: "Minst en kallad måste bli kvar. Du kan också ställa in hela mötet.",
    tooManyCalled: (most) => `Högst ${most} personer kan kallas till mötet.`,
  },
};
