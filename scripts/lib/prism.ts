import { readFile } from 'node:fs/promises';
import prismCore from '@stoplight/prism-core';
import prismHttp, { type IHttpConfig } from '@stoplight/prism-http';
import prismServer from '@stoplight/prism-http-server';

/** A Prism server in this process, on a free port of the loopback interface. */
export interface PrismServer {
  readonly url: string;
  close(): Promise<void>;
}

const description = new URL('../../generated/openapi.json', import.meta.url);

const CHECKS = {
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

/**
 * Starts a mock of the bundled description. It checks each request, answers with an example, and reports
 * in the header `sl-violations` whatever breaks the description.
 */
export function startMockServer(): Promise<PrismServer> {
  return start({ ...CHECKS, isProxy: false });
}

/**
 * Starts a proxy that checks each exchange with an API against the bundled description. It passes on
 * requests and responses as they are, wrong ones too, and reports in the header `sl-violations` whatever
 * breaks the description. What it does not pass on: JSON that cannot be read, which it answers itself, and
 * a 501, in whose place a mock answers.
 *
 * @param upstreamUrl Where the API is.
 */
export function startProxy(upstreamUrl: string): Promise<PrismServer> {
  return start({ ...CHECKS, isProxy: true, upstream: new URL(upstreamUrl) });
}

async function start(config: IHttpConfig): Promise<PrismServer> {
  const operations = await prismHttp.getHttpOperationsFromSpec(
    JSON.parse(await readFile(description, 'utf8')),
  );
  const server = prismServer.createServer(operations, {
    cors: false,
    components: { logger: prismCore.createLogger('prism', { enabled: false }) },
    config,
  });
  const url = await server.listen(0, '127.0.0.1');
  return { url, close: () => server.close() };
}
