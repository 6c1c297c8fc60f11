import { AsyncLocalStorage } from "node:async_hooks";
import type { ConnectorClient } from "botframework-connector";
import { Authentication } from "../../bot/teams/auth.ts";
import type { Messenger } from "../../bot/usecases/ports.ts";

/** Names the delivery that a request to Teams is made for. */
export const TRACE = "x-delivery";

interface Pipeline {
  addPolicy(policy: {
    name: string;
    sendRequest(
      request: { headers: { set(name: string, value: string): void } },
      next: (request: unknown) => Promise<unknown>,
    ): Promise<unknown>;
  }): void;
}

/** Lets every request to Teams name its delivery, so that what arrived can be counted for each. */
export function tracing(): { auth: Authentication; traced(messenger: Messenger): Messenger } {
  const delivery = new AsyncLocalStorage<string>();
  const known = new WeakSet<ConnectorClient>();
  const auth = new (class extends Authentication {
    override createConnectorFactory(...identity: Parameters<Authentication["createConnectorFactory"]>) {
      const factory = super.createConnectorFactory(...identity);
      const create = factory.create.bind(factory);
      factory.create = async (...to) => {
        const connector = await create(...to);
        if (!known.has(connector)) trace(connector);
        known.add(connector);
        return connector;
      };
      return factory;
    }
  })(undefined);
  function trace(connector: ConnectorClient) {
    const { client } = connector as unknown as { client: { pipeline: Pipeline } };
    client.pipeline.addPolicy({
      name: "trace",
      sendRequest(request, next) {
        const id = delivery.getStore();
        if (id) request.headers.set(TRACE, id);
        return next(request);
      },
    });
  }
  return {
    auth,
    traced: (messenger) => ({
      deliver: (message) => delivery.run(message.showing.delivery.id, () => messenger.deliver(message)),
    }),
  };
}
