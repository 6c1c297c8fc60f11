import type { Mailing, Saying } from "../../../bot/domain/delivery.ts";
import type { Why } from "../../../bot/domain/delivery-tally.ts";

/** What each message is. */
const sayings: Record<Saying["kind"], string> = {
  introduction: "Presentation av Ehdolla",
  announcement: "Ansökans annons",
  callReminder: "Påminnelse om ansökan",
  correction: "Rättelse",
  extension: "Besked om förlängd tid",
  callCancelled: "Besked om att ansökan återkallats",
  callClosed: "Besked om att tiden gått ut",
  announcementLost: "Besked om saknad annons",
  thinThemes: "Besked om teman som saknar förslag",
  outage: "Besked om avbrott",
  question: "Fråga om ansökan",
  answer: "Svar på en fråga i kanalen",
  questionAnswered: "Svar till den som frågade",
  newCall: "Besked om en ny ansökan",
  receipt: "Mottagningsbekräftelse",
  confirmAddress: "Begäran att bekräfta adressen",
  coProposer: "Besked om ett gemensamt förslag",
  lateArrived: "Besked om ett försenat förslag",
  lateAccepted: "Besked om att ett försenat förslag tagits upp",
  consentRequest: "Begäran om samtycke",
  consentReminder: "Påminnelse om begäran om samtycke",
  consentOutcome: "Besked om kandidatens svar",
  notReached: "Besked om en kandidat som inte nåtts",
  moveRequest: "Fråga om byte av tema",
  moveAnswered: "Svar om byte av tema",
  nominationsWithdrawn: "Besked om återtagna förslag",
  boardPost: "Kandidatläget i kanalen",
  appendix: "Bilaga",
};

/** Why somebody wasn't reached. */
const reasons: Record<Why, string> = {
  notInTeams: "Finns inte i Teams, och e-post kunde inte skickas.",
  noApp: "Appen Ehdolla är inte installerad.",
  blocked: "Meddelanden från Ehdolla är blockerade.",
  notInTenant: "Hör inte till den här organisationen i Teams.",
  notThisPerson: "Begäran gick till fel person.",
  gone: "Konversationen eller kontot finns inte längre.",
  unknown: "Orsaken är inte känd.",
  noMailbox: "E-postadressen tar inte emot meddelanden.",
  returned: "E-postmeddelandet kom tillbaka till avsändaren.",
  refused: "Tjänsten godkände inte meddelandet.",
  gaveUp: "Tjänsten tog inte emot meddelandet på ett dygn.",
  unsure: "Sändningen bröts två gånger, meddelandet kan ha kommit fram.",
};

/** What can be done about it. */
const advice: Record<Why, string> = {
  notInTeams: "En ny sändning hjälper inte. Informera på något annat sätt.",
  noApp: "När appen har installerats kan du försöka på nytt.",
  blocked: "När blockeringen har hävts kan du försöka på nytt.",
  notInTenant: "En ny sändning hjälper inte. Informera på något annat sätt.",
  notThisPerson: "Rätta kandidatens adress, så skickas begäran på nytt.",
  gone: "Om konversationen eller kontot har återställts kan du försöka på nytt.",
  unknown: "Du kan försöka på nytt.",
  noMailbox: "Rätta adressen eller informera på annat sätt.",
  returned: "Rätta adressen eller informera på annat sätt.",
  refused:
    "En ny sändning hjälper inte. Informera på något annat sätt och meddela administratören att meddelandet inte gick igenom.",
  gaveUp: "Du kan försöka på nytt.",
  unsure: "Om du försöker på nytt kan meddelandet komma två gånger.",
};

const mailings: Record<Mailing["what"], string> = {
  cancelled: "Besked om att ansökan återkallats",
  newCall: "Besked om den nya ansökan",
};

/** Words about what was said and what wasn't. */
export const delivery = {
  heading: (group: string) => `Meddelanden: ${group}`,
  open: (n: number) => `${n} har inte nåtts.`,
  onTheWay: (n: number) => (n === 1 ? "1 meddelande är på väg." : `${n} meddelanden är på väg.`),
  allSaid: "Alla meddelanden har skickats.",
  nothing: "Inga meddelanden har skickats än.",
  summary: (sent: number, left: number): string =>
    [sent > 0 && `Skickade ${sent}`, left > 0 && `på väg ${left}`].filter(Boolean).join(", "),
  lost: {
    heading: "Annonsen finns inte i kanalen",
    strip: "Ansökans annons finns inte i kanalen.",
    why: {
      post: "Meddelandet eller kanalen har tagits bort.",
      app: "Ehdolla har tagits bort från teamet eller blockerats i det.",
      other: "Teams tog inte emot annonsen.",
    },
    next: {
      post: "Ansökan fortsätter, och de förslag som kommit in finns kvar. Du kan publicera annonsen på nytt. Om kanalen har tagits bort, välj först en ny kanal i gruppens inställningar.",
      app: "Ansökan fortsätter, och de förslag som kommit in finns kvar. Lägg till Ehdolla i teamet igen och publicera sedan annonsen på nytt.",
      other: "Ansökan fortsätter, och de förslag som kommit in finns kvar. Du kan publicera annonsen på nytt.",
    },
    repost: "Publicera på nytt",
    show: "Visa meddelandena",
    call: "Ansökan",
    found: "Upptäckt",
    done: "Annonsen publiceras på nytt i kanalen.",
  },
  adviceChannel: "När annonsen åter finns i kanalen kan du försöka på nytt.",
  sayings,
  reasons,
  advice,
  mailings,
  progress: (sent: number, left: number, lost: number): string =>
    `Skickade ${sent}, återstår ${left}${lost > 0 ? `, inte framme ${lost}` : ""}.`,
  timeLeft: (time: string) => `Uppskattad sändningstid: ${time}.`,
  reasonsHeading: "Orsaker",
  listHeading: (n: number) => `Inte nådda (${n})`,
  state: { open: "! Inte nådd", handled: "✓ Skött", unsure: "? Osäkert" },
  channel: "Gruppens kanal",
  erased: "En person vars uppgifter har raderats",
  consentTo: (name: string) => `Kandidat ${name}`,
  saidFold: "Vad som har skickats",
  tally: (sent: number) => `skickade ${sent}`,
  tallyRest: (waiting: number, lost: number, over: number): string =>
    [waiting > 0 && `på väg ${waiting}`, lost > 0 && `inte framme ${lost}`, over > 0 && `inaktuella ${over}`]
      .filter(Boolean)
      .join(", "),
  page: (page: number, pages: number) => `Sida ${page} / ${pages}`,
  next: "Nästa",
  previous: "Föregående",
  refresh: "Uppdatera",
  call: "Till ansökan",
  one: {
    heading: (name: string) => `Meddelande: ${name}`,
    failed: "Meddelandet kom inte fram.",
    unsure: "Det är osäkert om meddelandet kom fram.",
    handled: "Ärendet har skötts på annat sätt.",
    pending: "Meddelandet är på väg.",
    sent: "Meddelandet har skickats.",
    over: "Meddelandet skickades inte, eftersom det inte längre var aktuellt.",
    labels: { message: "Meddelande", to: "Till", phone: "Telefon", email: "E-post", tried: "Försökt", reason: "Orsak" },
    noPhone: "inte känt",
    retry: "Försök på nytt",
    handle: "Skött per telefon",
    candidate: "Öppna kandidaten",
    candidateSub: "Rätta adressen eller anteckna ett svar",
    back: "Till meddelandena",
    retried: "Meddelandet skickas på nytt.",
    marked: "Antecknat som skött.",
  },
  refused: {
    notAllowed: "Bara gruppens ordförande, vice ordförande och sekreterare ser meddelandena.",
    conflict: "Du är jävig i det här ärendet, så andra sköter det. Inget antecknades.",
    notFailed: "Meddelandet har redan skickats eller är på väg. Inget antecknades.",
    noHelp: "En ny sändning skulle inte hjälpa och gjordes därför inte. Informera på något annat sätt.",
    noPoint: "Meddelandet är inte längre aktuellt och skickades därför inte.",
    notLost: "Annonsen finns i kanalen eller har redan publicerats på nytt. Inget publicerades.",
    selected: "Valet har gjorts, så annonsen publiceras inte längre.",
    cancelled: "Ansökan har återkallats, så annonsen publiceras inte längre.",
    noSuchDelivery: "Det här meddelandet finns inte längre.",
  },
  manage: "Meddelanden",
  manageSub: "Vad som har skickats och vad som inte kom fram",
};
