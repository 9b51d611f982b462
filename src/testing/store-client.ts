import { assembleClient } from '../client.js';
import type { LddPayEvent } from '../events.js';
import type { Platform } from '../lib/platform.js';
import type { CallOptions, ClientOptions } from '../options.js';
import { type AuthorizationServer, createAuthorizationServer } from './authorization-server.js';
import { CREDENTIALS, PAYMENT_ID } from './fixtures.js';
import { FakePlatform } from './platform.js';

export interface StoreClientOptions extends Partial<ClientOptions> {
  readonly platform?: Platform;
  readonly issuer?: AuthorizationServer;
}

/** Creates a client whose calls succeed only with a token that the issuer issued and did not revoke. */
export function createStoreClient({
  platform = new FakePlatform(),
  issuer = createAuthorizationServer(),
  ...options
}: StoreClientOptions = {}) {
  const events: LddPayEvent[] = [];
  const onEvent = (event: LddPayEvent) => {
    events.push(event);
  };
  const client = assembleClient({ ...CREDENTIALS, fetch: issuer.fetch, onEvent, ...options }, platform);
  return {
    issuer,
    events,
    call: (callOptions: CallOptions = {}) => client.getPaymentDetails(PAYMENT_ID, callOptions),
    /** Returns the problems that events reported. */
    problems: () => events.flatMap(({ type, problem }) => (type === 'token' && problem ? [problem] : [])),
  };
}
