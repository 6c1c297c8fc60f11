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
      remember(frame);
      for (const socket of live) socket.send(JSON.stringify(frame));
    },
    /** For what the page itself already shows. */
    remember,
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
