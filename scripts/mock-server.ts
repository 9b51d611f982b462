import { readFile } from 'node:fs/promises';
import prismCore from '@stoplight/prism-core';
import prismHttp from '@stoplight/prism-http';
import prismServer from '@stoplight/prism-http-server';

export interface MockServer {
  readonly url: string;
  close(): Promise<void>;
}

const bundled = new URL('../generated/openapi.json', import.meta.url);

/**
 * Starts a Prism mock of a bundled description in this process, on a free port of the loopback
 * interface. It checks each request, answers with an example of the description, and reports every
 * response that breaks the description in the header `sl-violations`.
 *
 * @param document The bundled description; `generated/openapi.json` by default.
 */
export async function startMockServer(document?: object): Promise<MockServer> {
  const description = document ?? JSON.parse(await readFile(bundled, 'utf8'));
  const operations = await prismHttp.getHttpOperationsFromSpec(structuredClone(description));
  const server = prismServer.createServer(operations, {
    cors: false,
    components: { logger: prismCore.createLogger('mock', { enabled: false }) },
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
  });
  const url = await server.listen(0, '127.0.0.1');
  return { url, close: () => server.close() };
}
