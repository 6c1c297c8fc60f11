import type { IncomingMessage } from "node:http";
import { CloudAdapter, type TurnContext } from "botbuilder";
import { type Activity, ActivityTypes } from "botframework-schema";

/** What an invoke is answered with: an HTTP status and a body. */
export interface InvokeAnswer {
  status: number;
  body?: unknown;
}

/** The SDK's adapter behind one plain call, so that the HTTP side stays ours: nothing is printed and no error leaks out. */
export class Adapter extends CloudAdapter {
  /** Throws the SDK's AuthenticationError for a request that isn't from the Bot Framework service. */
  async take(
    request: Pick<IncomingMessage, "headers">,
    activity: Activity,
    answer: (context: TurnContext) => Promise<InvokeAnswer | undefined>,
  ): Promise<InvokeAnswer | undefined> {
    let given: InvokeAnswer | undefined;
    await this.processActivity(request.headers.authorization ?? "", activity, async (context) => {
      given = await answer(context);
    });
    return activity.type === ActivityTypes.Invoke ? (given ?? { status: 501 }) : given;
  }
}
