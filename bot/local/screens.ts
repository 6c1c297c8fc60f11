import type { Frame } from "./frames.ts";

/** An open page's socket; only what a screen needs of one. */
export type Socket = {
  send(text: string): void;
  on(event: "close", listener: () => void): unknown;
};

/** What one person sees: everything said so far, told again to a page that is opened later or reloaded. */
export function screen() {
  const history: Frame[] = [];
  const live = new Set<Socket>();
  const loading = new Set<Socket>();
  const written = new Set<string>();
  let expected = 0;

  return {
    /** The page's document was asked for: the next socket belongs to a page that knows nothing yet. */
    load() {
      expected += 1;
    },
    /** A page's socket; a socket that a page merely opened anew is told only what comes. */
    attach(socket: Socket) {
      const fresh = expected > 0;
      if (fresh) expected -= 1;
      (fresh ? loading : live).add(socket);
      socket.on("close", () => {
        live.delete(socket);
        loading.delete(socket);
      });
    },
    /** The page has its configuration, and can place messages in conversations. */
    ready() {
      for (const socket of loading) {
        for (const frame of history) socket.send(JSON.stringify(frame));
        live.add(socket);
      }
      loading.clear();
    },
    show(frame: Frame) {
      if (frame.action === "updateMessage" && written.has(frame.message?.messageId ?? "")) return;
      remember(frame);
      for (const socket of live) socket.send(JSON.stringify(frame));
    },
    /** For what the page itself already shows. */
    remember,
    /**
     * A card took another's place on this page. While it has fields, redrawings of the message are kept off it: this
     * client has no dialogs from cards, and what is being typed must not be lost under one.
     */
    answered(messageId: string, card: unknown) {
      if (/"type":"Input\./.test(JSON.stringify(card))) written.add(messageId);
      else written.delete(messageId);
    },
  };

  function remember(frame: Frame): void {
    if (frame.action === "createMessage") history.push(frame);
    if (frame.action !== "updateMessage") return;
    const index = history.findIndex(({ message }) => message?.messageId === frame.message?.messageId);
    const shown = history[index];
    if (shown) history[index] = { ...shown, message: { ...shown.message, ...frame.message } } as Frame;
  }
}

export type Screen = ReturnType<typeof screen>;
