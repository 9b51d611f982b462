import type { Ask } from './asking.js';
import { fieldOf } from './bodies.js';
import { CannotRun } from './cannot-run.js';
import type { Clients } from './clients.js';
import { TOKEN_ERRORS } from './known.js';
import type { Settings } from './settings.js';

const FAILURES = {
  unreachable: 'cannot be reached',
  late: 'does not answer in time',
  broken: 'breaks the connection',
} as const;

/**
 * Gets a token, and tries to get one with a wrong secret.
 *
 * @returns Whether the token can be used.
 * @throws CannotRun when there is no answer, or no token is issued.
 */
export async function probeTokens(
  ask: Ask,
  { member, impostor }: Clients,
  { options }: Settings,
): Promise<boolean> {
  let usable = false;
  const exchange = await ask(
    { operationId: 'getToken', what: 'with the credentials', expected: [200] },
    async () => {
      await member.getToken();
      usable = true;
    },
  );
  if (!exchange) throw new CannotRun('No token was asked for.');
  const { outcome } = exchange;
  if ('failure' in outcome) {
    const variable = options.tokenUrl ? 'LDDPAY_TOKEN_URL' : 'LDDPAY_BASE_URL';
    const code = outcome.code ? ` (${outcome.code})` : '';
    throw new CannotRun(`The host of ${variable} ${FAILURES[outcome.failure]}${code}.`);
  }
  if (outcome.status >= 300) {
    const error = fieldOf(exchange, 'error');
    const code = TOKEN_ERRORS.find((one) => one === error);
    throw new CannotRun(
      `No token was issued: the token endpoint answered ${outcome.status}${code ? `, ${code}` : ''}. ` +
        'Check LDDPAY_CLIENT_ID, LDDPAY_CLIENT_SECRET and LDDPAY_SCOPE, and where tokens come from.',
    );
  }
  await ask({ operationId: 'getToken', what: 'with a wrong secret', expected: [400] }, () =>
    impostor.getToken(),
  );
  return usable;
}
