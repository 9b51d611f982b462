import { describe, expect, it } from 'vitest';
import { REQUEST_ID_HEADER } from '../../generated/operations.js';
import type { Behavior } from '../testing/behavior.js';
import { catchError } from '../testing/catch-error.js';
import { PAYMENT_ID } from '../testing/fixtures.js';
import { FakePlatform } from '../testing/platform.js';
import { createTestClient } from '../testing/test-client.js';
import { startUnreliableServer } from '../testing/unreliable-server.js';

/** Sets up a client that has a token. Its operations meet these behaviors. */
async function setUp(behaviors: readonly Behavior[]) {
  const server = await startUnreliableServer(behaviors);
  const platform = new FakePlatform();
  const client = createTestClient(server, platform);
  await client.getToken();
  const send = () => catchError(client.capturePayment(PAYMENT_ID, { amount: 400 }, { maxRetries: 0 }));
  return { server, platform, client, send };
}

const OWN = { error_type: 'request_invalid', error_codes: ['amount_invalid'] };
const ID = { [REQUEST_ID_HEADER]: 'req_1' };

describe('`transient` of an error', () => {
  it.each<{ name: string; behavior: Behavior; transient: boolean }>([
    { name: 'a refusal with codes', behavior: { status: 422, body: OWN }, transient: false },
    {
      name: 'a refusal with a type alone',
      behavior: { status: 422, body: { error_type: 'request_invalid' } },
      transient: false,
    },
    {
      name: 'a refusal with codes alone',
      behavior: { status: 422, body: { error_codes: ['amount_invalid'] } },
      transient: false,
    },
    { name: 'a 400 with codes', behavior: { status: 400, body: OWN }, transient: false },
    {
      name: 'a 403 with an error that is none of the API',
      behavior: { status: 403, body: { error: 'forbidden' } },
      transient: true,
    },
    {
      name: 'a 404 without a body and an id',
      behavior: { status: 404, headers: { [REQUEST_ID_HEADER]: '' } },
      transient: true,
    },
    { name: 'a documented status without a body', behavior: { status: 404, headers: ID }, transient: false },
    {
      name: 'a 403 of a gateway',
      behavior: { status: 403, body: '<html>Forbidden</html>' },
      transient: true,
    },
    { name: 'a 404 of a gateway', behavior: { status: 404, body: { message: 'no route' } }, transient: true },
    { name: 'a redirect', behavior: { status: 302, headers: { location: '/login' } }, transient: true },
    { name: 'a 401 with a new token', behavior: { status: 401, headers: ID }, transient: true },
    { name: 'a 408', behavior: { status: 408, body: OWN }, transient: true },
    { name: 'a 425', behavior: { status: 425, body: OWN }, transient: true },
    { name: 'a 429', behavior: { status: 429, body: OWN }, transient: true },
    { name: 'a 499', behavior: { status: 499, body: OWN }, transient: true },
    { name: 'a 500', behavior: { status: 500, body: OWN }, transient: true },
    { name: 'a 501', behavior: { status: 501, body: OWN }, transient: true },
    { name: 'a web page with status 200', behavior: 'html', transient: true },
    { name: 'a broken connection', behavior: 'reset-after', transient: true },
    { name: 'a refused connection', behavior: 'refuse', transient: true },
  ])('is $transient for $name', async ({ behavior, transient }) => {
    const { send } = await setUp(behavior === 'refuse' ? [behavior] : [behavior, behavior]);

    expect((await send()).transient).toBe(transient);
  });

  it.each<{ name: string; behavior: Behavior; transient: boolean }>([
    {
      name: 'refused credentials',
      behavior: { status: 401, body: { error: 'invalid_client' } },
      transient: false,
    },
    { name: 'a 503', behavior: 503, transient: true },
    { name: 'a web page', behavior: { status: 403, body: '<html>' }, transient: true },
    { name: 'a web page with status 200', behavior: 'html', transient: true },
    { name: 'a success without a token', behavior: { body: {} }, transient: false },
    { name: 'a broken connection', behavior: 'reset-before', transient: true },
  ])('is $transient for $name of the token endpoint', async ({ behavior, transient }) => {
    const server = await startUnreliableServer([], { tokens: [behavior] });
    const client = createTestClient(server, new FakePlatform(), { maxRetries: 0 });

    const error = await catchError(client.getPaymentDetails(PAYMENT_ID));

    expect(error).toMatchObject({ kind: 'auth', transient });
  });

  it('is false for a success that is longer than allowed', async () => {
    const server = await startUnreliableServer([{ body: 'x'.repeat(2_000) }]);
    const client = createTestClient(server, new FakePlatform(), { maxResponseBytes: 1_000, maxRetries: 0 });

    const error = await catchError(client.getPaymentDetails(PAYMENT_ID));

    expect(error.message).toContain('`maxResponseBytes`');
    expect(error).toMatchObject({ kind: 'decode', transient: false });
  });

  it('is false for a mistake of the caller, and true for a timeout and an abort', async () => {
    const { client, platform, server } = await setUp(['silent']);
    const wrong = await catchError(client.getPaymentDetails('pay_short'));
    const late = await catchError(
      platform.drive(client.getPaymentDetails(PAYMENT_ID, { maxRetries: 0, attemptTimeout: 50 }), server),
    );
    const aborted = await catchError(client.getPaymentDetails(PAYMENT_ID, { signal: AbortSignal.abort() }));

    expect([wrong.transient, late.transient, aborted.transient]).toEqual([false, true, true]);
  });
});
