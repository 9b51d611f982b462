import { createRequire } from 'node:module';
import type { IHttpConfig } from '@stoplight/prism-http';
// The rest of Prism would load the locales of a generator of examples, which takes longer than all else.
import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js';

// Tests and benchmarks run Prism in their own process, because they start it often: a server in this process listens
// after 0.05 s (the first one after 1.6 s, most of it for loading the libraries), the command of `npm run mock` after
// 1.3 s. A request takes 1.4 ms here and 1.6 ms there (medians on two cores).

/** A Prism server on a free port of the loopback interface. */
export interface PrismServer {
  readonly url: string;
  close(): Promise<void>;
}

const description: object = createRequire(import.meta.url)('lddpay/openapi.json');

let operations: ReturnType<typeof getHttpOperationsFromSpec> | undefined;

const CHECKS = {
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

/**
 * Reads the operations of the bundled description as Prism does. It keeps a compiled validator with each schema, so
 * all that use Prism share them.
 */
export function readPrismOperations(): ReturnType<typeof getHttpOperationsFromSpec> {
  // Prism resolves the references of the object in place.
  operations ??= getHttpOperationsFromSpec(structuredClone(description));
  return operations;
}

/**
 * Starts a mock of the bundled description in this process. It checks each request, responds with an example,
 * and reports violations in the response header `sl-violations`.
 */
export function startMockServer(): Promise<PrismServer> {
  return start({ ...CHECKS, isProxy: false });
}

/**
 * Starts a proxy in this process that checks each exchange with an API against the bundled description. It
 * passes requests and responses on unchanged, even wrong ones, and reports violations in the response header
 * `sl-violations`. There are two exceptions: it responds itself to a body that is not valid JSON, and it
 * replaces a 501 by the response of a mock.
 *
 * @param upstreamUrl The base URL of the API.
 */
export function startProxy(upstreamUrl: string): Promise<PrismServer> {
  return start({ ...CHECKS, isProxy: true, upstream: new URL(upstreamUrl) });
}

async function start(config: IHttpConfig): Promise<PrismServer> {
  // Loaded late, since not every program with a mock among its targets starts one.
  const { createLogger } = await import('@stoplight/prism-core');
  const { createServer } = await import('@stoplight/prism-http-server');
  const server = createServer(await readPrismOperations(), {
    cors: false,
    components: { logger: createLogger('prism', { enabled: false }) },
    config,
  });
  const url = await server.listen(0, '127.0.0.1');
  return { url, close: () => server.close() };
}
