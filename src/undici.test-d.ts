import { createClient } from 'lddpay';
import { type UndiciTransport, type UndiciTransportOptions, undiciTransport } from 'lddpay/undici';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { expectTypeOf } from 'vitest';

const text: string = 'x';
const options = { baseUrl: text, clientId: text, clientSecret: text, scope: text };

expectTypeOf(undiciTransport).parameters.toEqualTypeOf<
  Parameters<(options?: UndiciTransportOptions) => void>
>();
expectTypeOf(undiciTransport()).toEqualTypeOf<UndiciTransport>();
expectTypeOf<UndiciTransport['close']>().returns.toEqualTypeOf<Promise<void>>();
expectTypeOf<ProxyAgent>().toExtend<Dispatcher>();

createClient({ ...options, fetch: undiciTransport() });
createClient({ ...options, fetch: undiciTransport({ connections: 8 }) });
createClient({ ...options, fetch: undiciTransport({ connections: undefined, dispatcher: undefined }) });
createClient({ ...options, fetch: undiciTransport({ dispatcher: new Agent() }) });
createClient({ ...options, fetch: undiciTransport({ dispatcher: new ProxyAgent(text) }) });
createClient({ ...options, fetch: undiciTransport({ application: 'shop/1.2' }) });
createClient({ ...options, maxResponseBytes: 1_000_000 });
// @ts-expect-error: an application that is no string
undiciTransport({ application: 12 });
// @ts-expect-error: the function that creates the transport
createClient({ ...options, fetch: undiciTransport });
// @ts-expect-error: a number of connections that is a string
undiciTransport({ connections: '8' });
// @ts-expect-error: not a dispatcher
undiciTransport({ dispatcher: fetch });
// @ts-expect-error: an option that does not exist
undiciTransport({ timeout: 1000 });
