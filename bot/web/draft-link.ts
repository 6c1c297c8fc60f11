import { readCall, readGroup } from "../usecases/round.ts";
import { readDraft } from "../usecases/web-draft.ts";
import type { LinkPage, Opened } from "./links.ts";
import { drawForm, type FormAt, type Nominating } from "./nominating.ts";
import { takeForm } from "./nomination-sent.ts";

/** A form that was saved: whoever has its link continues it, as it stands. */
export function draftPage(at: Nominating): LinkPage {
  return {
    async show(opened) {
      const form = await savedForm(at, opened);
      return form && drawForm(at, form, opened);
    },
    async commit(opened, fields) {
      const form = await savedForm(at, opened);
      return form && takeForm(at, form, opened, fields, true);
    },
  };
}

async function savedForm({ ports }: Nominating, { link, path }: Opened): Promise<FormAt | undefined> {
  if (link.subject.kind !== "draft") return undefined;
  const draft = await readDraft(ports, link.call, link.subject.draft);
  const call = draft && (await readCall(ports.store, link.call));
  const group = call && (await readGroup(ports.store, call.group));
  return draft && group ? { call, group, own: draft.draft.own, path, draft } : undefined;
}
