import { type DrawnCard, drawCard, type RawCard, valuesIn, withValues } from "./card.ts";
import { keptIn, type Values } from "./kept.ts";

/** What the page brings: the card, where it is sent, and the words for what only a browser can say. */
interface Brought {
  card: RawCard;
  action: string;
  hidden: Values;
  said: { offline: string; sending: string; restored: string; clear: string; required: string };
}

const key = `ehdolla ${location.pathname}`;

/** Takes the place of the plain form; what has been typed there already, or earlier in this tab, comes along. */
function start(holder: HTMLElement, brought: Brought): void {
  const { said } = brought;
  const initial = valuesIn(brought.card);
  const kept = keptIn(key, initial);
  const plain = holder.querySelector("form");
  const early = plain && typedIn(plain);
  const isEarly =
    early && JSON.stringify(Object.entries(early).sort()) !== JSON.stringify(Object.entries(initial).sort());
  const earlier = isEarly ? early : kept.read();
  const drawn: DrawnCard = drawCard(earlier ? withValues(brought.card, earlier) : brought.card, {
    press: (data) => void send(data),
    typed: () => kept.write(drawn.values()),
  });
  holder.replaceChildren(drawn.element);
  noteRequired(drawn.element, said.required);
  const status = holder.appendChild(document.createElement("p"));
  status.setAttribute("role", "status");
  shownRows(holder);
  if (earlier && !isEarly)
    holder.prepend(
      restored(() => {
        kept.forget();
        start(holder, brought);
      }),
    );

  async function send(data: Record<string, unknown>): Promise<void> {
    if (holder.ariaBusy === "true") return;
    busy(true);
    const { verb, ...ids } = data;
    const body = new URLSearchParams({ ...drawn.values(), ...brought.hidden, press: JSON.stringify({ verb, ...ids }) });
    try {
      const answer = await fetch(brought.action, { method: "POST", body });
      arrived(new DOMParser().parseFromString(await answer.text(), "text/html"), answer.ok);
    } catch {
      busy(false);
      alarm(said.offline);
    }
  }

  function arrived(page: Document, done: boolean): void {
    const main = page.querySelector("main#content");
    if (!main) throw new Error("not one of our pages");
    if (done && !main.querySelector("#card")) {
      kept.forget();
      history.pushState({ after: "form" }, "");
    }
    document.title = page.title;
    document.querySelector("main#content")?.replaceWith(document.adoptNode(main));
    begin();
    const first = document.querySelector<HTMLElement>("main [role=alert], main h1, main [role=heading]");
    first?.setAttribute("tabindex", "-1");
    first?.focus();
    scrollTo(0, 0);
  }

  function busy(is: boolean): void {
    holder.ariaBusy = String(is);
    status.textContent = is ? said.sending : "";
    for (const button of holder.querySelectorAll<HTMLElement>(".ac-pushButton")) button.ariaDisabled = String(is);
  }

  function alarm(text: string): void {
    holder.querySelector(".alarm")?.remove();
    const box = document.createElement("p");
    box.className = "strip warning alarm";
    box.setAttribute("role", "alert");
    box.tabIndex = -1;
    box.textContent = text;
    status.before(box);
    box.focus();
  }

  function restored(clear: () => void): HTMLElement {
    const box = document.createElement("div");
    box.className = "strip kept";
    const words = box.appendChild(document.createElement("span"));
    words.textContent = said.restored;
    const button = box.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "second";
    button.textContent = said.clear;
    button.addEventListener("click", clear);
    return box;
  }
}

/** What the sign after a name means, above the first field. */
function noteRequired(card: HTMLElement, words: string): void {
  if (!card.querySelector(".ac-input-required")) return;
  const note = document.createElement("p");
  note.className = "quiet";
  note.textContent = words;
  card.querySelector(".strip")?.after(note);
}

/** A row in which something is written stands open. */
function shownRows(holder: HTMLElement): void {
  for (const row of holder.querySelectorAll<HTMLElement>('[id*="-row"]')) {
    const hidden = row.style.display === "none";
    const filled = [...row.querySelectorAll<HTMLInputElement>("input, textarea")].some(({ value }) => value !== "");
    if (hidden && filled) holder.querySelector<HTMLElement>(`[aria-controls~="${row.id}"]`)?.click();
  }
}

const typedIn = (form: HTMLFormElement): Values =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" && value !== "" && name !== "website" ? [[name, value]] : [],
    ),
  );

function begin(): void {
  const holder = document.getElementById("form");
  const data = document.getElementById("card")?.textContent;
  if (holder && data) start(holder, JSON.parse(data) as Brought);
}

addEventListener("popstate", () => location.reload());
begin();
