import type { ClientOptions } from 'lddpay';
import { document } from '../conformance/description.js';
import { parseJson } from '../conformance/violations.js';
import type { Clients } from '../connection/clients.js';
import type { ConnectionFailure } from '../connection/request-provider.js';
import { CannotRun } from '../settings/cannot-run.js';
import type { Settings } from '../settings/settings.js';
import type { SendProbe } from './probe.js';
import { readField } from './response-fields.js';

/** The documented reasons why no token is issued. */
const TOKEN_ERRORS: readonly unknown[] =
  Object(document.components.schemas['TokenError']?.['properties']).error?.enum ?? [];

const FAILURES: Readonly<Record<ConnectionFailure['failure'], string>> = {
  refused: 'refuses the connection: nothing listens on its port',
  blocked: 'cannot be used: `fetch` does not connect to its port, which belongs to another protocol',
  unreachable: 'cannot be reached',
  'no TLS': 'cannot be reached by https',
  'not HTTP': 'does not speak HTTP',
  timeout: 'does not respond in time',
  'too long': 'responds with a body that exceeds 32 MiB, the default of `maxResponseBytes`',
  disconnected: 'closes the connection',
};

/**
 * Requests a token with the credentials, and another one with a wrong secret.
 *
 * @returns Whether the client can use the token.
 * @throws {CannotRun} When there is no response, or no token is issued.
 */
export async function probeToken(
  sendProbe: SendProbe,
  { valid, badSecret }: Clients,
  { options }: Settings,
): Promise<boolean> {
  let isUsable = false;
  const exchange = await sendProbe(
    { operationId: 'getToken', what: 'with the credentials', expected: [200] },
    async () => {
      await valid.getToken();
      isUsable = true;
    },
  );
  if (!exchange) throw new CannotRun('No token was requested.');
  const { result } = exchange;
  const variable = options.tokenUrl ? 'LDDPAY_TOKEN_URL' : 'LDDPAY_BASE_URL';
  if ('failure' in result) {
    const code = result.code ? ` (${result.code})` : '';
    throw new CannotRun(`The host of ${variable} ${FAILURES[result.failure]}${code}.`);
  }
  const { status, headers, body } = result;
  if (status >= 300 && status < 400) {
    const host = readRedirectHost(headers.get('Location'), options);
    throw new CannotRun(
      `No token was issued: the token endpoint redirects (${status})${host ? ` to ${host}` : ''}. Redirects are not ` +
        `followed, because they would pass the credentials on. Set ${variable} to the URL that they lead to.`,
    );
  }
  if (status < 300 && !isJsonObject(body)) {
    const found = /\bhtml\b/i.test(headers.get('Content-Type') ?? '') ? 'an HTML page' : 'a body';
    throw new CannotRun(
      `No token was issued: the token endpoint returned ${status} with ${found} that is not a JSON object. ` +
        `It does not look like the API. Is ${variable} the right host?`,
    );
  }
  if (status >= 300) {
    const error = readField(exchange, 'error');
    const code = TOKEN_ERRORS.find((one) => one === error);
    throw new CannotRun(
      `No token was issued: the token endpoint returned ${status}${code ? `, ${code}` : ''}. ` +
        'Check LDDPAY_CLIENT_ID, LDDPAY_CLIENT_SECRET, LDDPAY_SCOPE and the URL of the token endpoint.',
    );
  }
  await sendProbe({ operationId: 'getToken', what: 'with a wrong secret', expected: [400] }, () =>
    badSecret.getToken(),
  );
  return isUsable;
}

function isJsonObject(body: string): boolean {
  const value = parseJson(body)?.value;
  return typeof value === 'object' && value !== null;
}

/** The host that a redirect leads to; undefined when it is missing, or when it repeats a credential. */
function readRedirectHost(location: string | null, options: ClientOptions): string | undefined {
  if (location === null || !URL.canParse(location, options.baseUrl)) return undefined;
  const { host } = new URL(location, options.baseUrl);
  const secrets = [options.clientId, options.clientSecret, options.signing?.secret];
  return secrets.some((secret) => secret && host.includes(secret.toLowerCase())) ? undefined : host;
}
