/** What the client's page is told over its socket. Only what we read or make is spelled out. */
export type Frame =
  | Created
  | ({ readonly action: "updateMessage" | "typing"; readonly actionConversationId: string } & {
      readonly message?: Message;
    });

/** A message that appears; `postConversationId` is the thread that a new post in a channel opens. */
export type Created = {
  readonly action: "createMessage";
  readonly actionConversationId: string;
  readonly message: Message & { readonly postConversationId?: string | undefined };
};

export type Message = { readonly messageId: string; readonly attachments?: readonly unknown[] | undefined };

/** The part of an activity that the client shows. */
export type Shown = {
  readonly text?: string | undefined;
  readonly textFormat?: string | undefined;
  readonly attachments?: readonly { contentType: string; content?: unknown }[] | undefined;
  readonly attachmentLayout?: string | undefined;
};

/** The message of `from` as the client's socket words it. */
export const message = (id: string, timestamp: number, from: string, shown: Shown) => ({
  messageId: id,
  timestamp,
  from: { id: from },
  ...(shown.text ? { text: shown.text, textFormat: shown.textFormat ?? "markdown" } : {}),
  attachments: (shown.attachments ?? []).map(({ contentType, content }) => ({ contentType, content })),
  attachmentLayout: shown.attachmentLayout ?? "list",
  mentions: [],
});

/** One message for the text and one for each card, as the client splits them. */
export function split<S extends Shown>(activity: S): readonly S[] {
  const { attachments = [] } = activity;
  if (attachments.length + (activity.text ? 1 : 0) < 2) return [activity];
  const { text: _, ...wordless } = activity;
  const { attachments: __, ...cardless } = activity;
  const cards = attachments.map((attachment) => ({ ...wordless, attachments: [attachment] }) as unknown as S);
  return activity.text ? [cardless as unknown as S, ...cards] : cards;
}
