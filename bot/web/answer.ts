/** What a page answers with. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

const safe = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A page: it runs no script, loads nothing of others, and stands in nobody's frame. */
export const htmlAnswer = (status: number, body: string): Answer => ({
  status,
  headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": safe },
  body,
});

/** A page with a form that a script of ours draws and sends; nothing else may run. */
export const formAnswer = (status: number, body: string): Answer => ({
  status,
  headers: {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": `${safe}; script-src 'self'; connect-src 'self'`,
  },
  body,
});

export const textAnswer = (status: number, body: string): Answer => ({
  status,
  headers: { "Content-Type": "text/plain; charset=utf-8" },
  body,
});

/** After something was done: the page is asked for anew, so that reloading it or going back does nothing twice. */
export const seeOther = (path: string): Answer => ({ status: 303, headers: { Location: path }, body: "" });
