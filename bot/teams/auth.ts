import { setTimeout as sleep } from "node:timers/promises";
import { ConfigurationBotFrameworkAuthentication } from "botbuilder-core";
import {
  AppCredentials,
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from "botframework-connector";
import type { AppIdentity } from "../config.ts";

/** Service URLs and apps are few; more than this means that somebody is making them up. */
const BOUND = 64;

/** How long one request to Teams may take before it counts as cut off. */
export const TIMEOUT = 15_000;

const TOKEN_ERRORS = new Set(["JsonWebTokenError", "TokenExpiredError", "NotBeforeError"]);

/**
 * The SDK's authentication, with its clients made once per app, service and audience instead of at every turn, and
 * without the connector's own retries: it repeats a POST on a dropped socket, which says things twice.
 */
export class Authentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();
  readonly #tokens = new Map<AppCredentials, Promise<unknown>>();
  readonly #userTokens = new Map<string, Promise<UserTokenClient>>();

  constructor(app: AppIdentity | undefined, more: Record<string, string> = {}) {
    super(
      app
        ? {
            MicrosoftAppId: app.id,
            MicrosoftAppTenantId: app.tenant,
            MicrosoftAppType: app.type,
            // a managed identity has no password, and the SDK refuses to start with one that is left over
            ...(app.type === "SingleTenant" && app.password ? { MicrosoftAppPassword: app.password } : {}),
            ...more,
          }
        : more,
    );
  }

  override async authenticateRequest(
    ...request: Parameters<ConfigurationBotFrameworkAuthentication["authenticateRequest"]>
  ) {
    const result = await super.authenticateRequest(...request).catch((error: unknown) => {
      throw asRefusal(error);
    });
    return { ...result, connectorFactory: this.#cached(result.claimsIdentity, result.connectorFactory) };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#cached(identity, super.createConnectorFactory(identity));
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return memo(this.#userTokens, appOf(identity), () => super.createUserTokenClient(identity));
  }

  /**
   * Has a token for the connector's next request, or throws: a request that nothing signs then isn't begun. Whoever needs it
   * at the same time waits for the same one, and a service that doesn't answer isn't waited for without end.
   */
  async ready({ credentials }: ConnectorClient, timeout: number): Promise<void> {
    if (!(credentials instanceof AppCredentials) || !credentials.appId) return;
    const asked =
      this.#tokens.get(credentials) ??
      within(timeout, credentials.getToken()).finally(() => this.#tokens.delete(credentials));
    this.#tokens.set(credentials, asked);
    await asked;
  }

  #cached(identity: ClaimsIdentity, inner: ConnectorFactory | undefined): ConnectorFactory {
    const factory = inner ?? super.createConnectorFactory(identity);
    const connectors = this.#connectors;
    return new (class extends ConnectorFactory {
      create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
        return memo(connectors, `${appOf(identity)} ${serviceUrl} ${audience}`, async () =>
          withoutRetries(await factory.create(serviceUrl, audience)),
        );
      }
    })();
  }
}

/** The SDK lets the token library's own errors through, as if they were ours; a bad token is a refusal. */
const asRefusal = (error: unknown): unknown =>
  TOKEN_ERRORS.has((error as Error).name) ? new AuthenticationError((error as Error).message, 401) : error;

/** Our own identity, for messages that nobody's turn has caused. */
export const ownIdentity = (appId: string): ClaimsIdentity =>
  new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);

const appOf = (identity: ClaimsIdentity): string =>
  identity.getClaimValue(AuthenticationConstants.AppIdClaim) ??
  identity.getClaimValue(AuthenticationConstants.AudienceClaim) ??
  "";

interface Pipeline {
  removePolicy(policy: { name: string }): void;
  addPolicy(policy: {
    name: string;
    sendRequest: (request: Timed, next: (request: Timed) => unknown) => unknown;
  }): void;
}
type Timed = { timeout: number };

/** The pipeline isn't in the connector's types; without this policy a failed call is told to us at once. */
function withoutRetries(connector: ConnectorClient): ConnectorClient {
  const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: "defaultRetryPolicy" });
  // nobody waits for an answer without end: a turn that did would keep the server from stopping
  const sendRequest = (request: Timed, next: (request: Timed) => unknown) => {
    request.timeout ||= TIMEOUT;
    return next(request);
  };
  pipeline.addPolicy({ name: "timeout", sendRequest });
  return connector;
}

async function within<T>(timeout: number, work: Promise<T>): Promise<T> {
  const enough = new AbortController();
  const late = sleep(timeout, undefined, { signal: enough.signal }).then(() => {
    throw new Error(`No token came within ${timeout} ms.`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => {});
    enough.abort();
  }
}

function memo<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = cache.get(key);
  if (found) return found;
  const made = make();
  made.catch(() => cache.delete(key));
  if (cache.size >= BOUND) cache.delete(cache.keys().next().value ?? "");
  cache.set(key, made);
  return made;
}
