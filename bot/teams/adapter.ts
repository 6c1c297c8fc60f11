import type { IncomingMessage } from "node:http";
import { CloudAdapter } from "botbuilder/lib/cloudAdapter.js";
import { type Activity, ActivityTypes } from "botframework-schema";

/** What an invoke is answered with: an HTTP status and a body. */
export interface InvokeAnswer {
  status: number;
  body?: unknown;
}

/** Says something in the conversation that an activity came from. */
export type Say = (message: Partial<Activity>) => Promise<unknown>;

/** The SDK's adapter behind one plain call, so that the HTTP side stays ours: nothing is printed and no error leaks out. */
export class Adapter extends CloudAdapter {
  /**
   * Throws the SDK's AuthenticationError for a request that isn't from the Bot Framework service. An invoke is answered in
   * the response itself, so it needs nothing of what the SDK makes for a turn that speaks.
   */
  async take(
    request: Pick<IncomingMessage, "headers">,
    activity: Activity,
    answer: (activity: Activity, say: Say) => Promise<InvokeAnswer | undefined>,
  ): Promise<InvokeAnswer | undefined> {
    const sender = await this.botFrameworkAuthentication.authenticateRequest(
      activity,
      request.headers.authorization ?? "",
    );
    if (activity.type === ActivityTypes.Invoke) return (await answer(activity, silent)) ?? { status: 501 };
    let given: InvokeAnswer | undefined;
    await this.processActivity(sender, activity, async (context) => {
      given = await answer(context.activity, (message) => context.sendActivity(message));
    });
    return given;
  }
}

const silent: Say = async () => {
  throw new Error("an invoke is answered in the response");
};
