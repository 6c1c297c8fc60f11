import assert from "node:assert/strict";
import { screen } from "../../bot/local/screens.ts";

const update = (text: string) => ({
  action: "updateMessage" as const,
  actionConversationId: "general",
  message: { messageId: "7", attachments: [text] },
});

describe("a person's screen", () => {
  const shown: string[] = [];
  const page = screen();
  page.attach({ send: (text) => void shown.push(text), on: () => {} });

  it("isn't redrawn under somebody who is filling in a form, and is again afterwards", () => {
    page.answered("7", { body: [{ type: "Input.Text", id: "name" }] });
    page.show(update("while typing"));
    assert.deepEqual(shown, []);
    page.answered("7", { body: [{ type: "TextBlock", text: "Kiitos" }] });
    page.show(update("afterwards"));
    assert.equal(shown.length, 1);
    assert.match(shown[0] ?? "", /afterwards/);
  });
});
