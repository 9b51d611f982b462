import { document } from '../conformance/description.js';
import type { Clients } from '../connection/clients.js';
import { CannotRun } from '../settings/cannot-run.js';
import type { Settings } from '../settings/settings.js';
import type { SendProbe } from './probe.js';
import { readField } from './response-fields.js';

/** The documented reasons why no token is issued. */
const TOKEN_ERRORS: readonly unknown[] =
  Object(document.components.schemas['TokenError']?.['properties']).error?.enum ?? [];

const FAILURES = {
  unreachable: 'cannot be reached',
  timeout: 'does not respond in time',
  disconnected: 'closes the connection',
} as const;

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
  if ('failure' in result) {
    const variable = options.tokenUrl ? 'LDDPAY_TOKEN_URL' : 'LDDPAY_BASE_URL';
    const code = result.code ? ` (${result.code})` : '';
    throw new CannotRun(`The host of ${variable} ${FAILURES[result.failure]}${code}.`);
  }
  if (result.status >= 300) {
    const error = readField(exchange, 'error');
    const code = TOKEN_ERRORS.find((one) => one === error);
    throw new CannotRun(
      `No token was issued: the token endpoint returned ${result.status}${code ? `, ${code}` : ''}. ` +
        'Check LDDPAY_CLIENT_ID, LDDPAY_CLIENT_SECRET, LDDPAY_SCOPE and the URL of the token endpoint.',
    );
  }
  await sendProbe({ operationId: 'getToken', what: 'with a wrong secret', expected: [400] }, () =>
    badSecret.getToken(),
  );
  return isUsable;
}
