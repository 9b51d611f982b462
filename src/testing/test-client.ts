import { assembleClient, type Client } from '../client.js';
import type { Platform } from '../lib/platform.js';
import type { ClientOptions } from '../options.js';
import { CREDENTIALS, SIGNING } from './fixtures.js';
import type { UnreliableServer } from './unreliable-server.js';

/** Creates a client of an unreliable server, on a platform that the test controls. */
export function createTestClient(
  server: UnreliableServer,
  platform: Platform,
  options: Partial<ClientOptions> = {},
): Client<true> {
  const all = { ...CREDENTIALS, signing: SIGNING, baseUrl: server.url, ...options };
  return assembleClient(all, platform) as Client<true>;
}
