/** Words of calling more people to a meeting, and of taking an invitation back. */
export const meetingPeople = {
  invite: {
    open: "Kutsu lisää osallistujia",
    openSub: "Muille ei lähde viestiä",
    heading: (title: string) => `Kutsu lisää osallistujia: ${title}`,
    strip: "Uudet osallistujat saavat kutsun heti.",
    rest: "Muille ei lähde viestiä.",
    members: "Jäsenet",
    outside: "Henkilöt Teamsin ulkopuolelta",
    outsideHint: "Yksi riville: nimi; sähköpostiosoite. Kutsu ja oma vastauslinkki lähtevät sähköpostilla.",
    outsidePlaceholder: "Oili Esimerkki; oili@example.org",
    outsideAs: "Teamsin ulkopuoliset kutsutaan",
    roles: { member: "jäseninä", substitute: "varajäseninä", guest: "muina kutsuttuina" },
    send: "Lähetä kutsut",
    done: "Osallistujat on lisätty. Kutsut lähtevät.",
  },
  uninvite: {
    open: "Peru tämän henkilön kutsu",
    heading: (name: string) => `Peru kutsu: ${name}`,
    told: "Hän saa viestin ja tiedoston, joka poistaa kokouksen kalenterista.",
    untold: "Hänelle ei ole vielä kerrottu kokouksesta, joten viestiä ei lähde.",
    others: "Muille ei lähde viestiä.",
    kept: "Hänen ilmoitustaan ei enää lasketa. Se säilyy tapahtumatiedoissa ilman nimeä.",
    along: (names: string) => `Samalla peruuntuu hänen varajäsenensä kutsu: ${names}.`,
    send: "Peru kutsu",
    done: (name: string) => `Kutsu on peruttu: ${name}.`,
  },
  left: {
    heading: (title: string) => `Kutsusi kokoukseen on peruttu: ${title}`,
    strip: "Sinua ei enää kutsuta tähän kokoukseen.",
  },
  refused: {
    notCalled: "Häntä ei ole kutsuttu tähän kokoukseen.",
    nobodyLeft: "Kokoukseen on jäätävä vähintään yksi kutsuttu. Voit myös perua koko kokouksen.",
    tooManyCalled: (most: number) => `Kokoukseen voi kutsua enintään ${most} henkilöä.`,
  },
};
