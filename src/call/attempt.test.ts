import { describe, expect, it } from 'vitest';
import { createClient } from '../client.js';
import { startApi } from '../testing/api-server.js';
import { calls, securedIds } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID, SECRETS, SIGNING } from '../testing/fixtures.js';

describe('createAttempt', () => {
  it.each(securedIds)('sends the access token with %s', async (id) => {
    const api = await startApi();
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url, signing: SIGNING });

    await calls[id](client);

    expect(api.operationRequests[0]?.headers['authorization']).toBe(`Bearer ${SECRETS.token}`);
  });

  it('sends no access token with a token request, not even with the second one', async () => {
    const api = await startApi(() => ({ status: 401, body: {} }));
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url, maxRetries: 0 });
    await catchError(client.getPaymentDetails(PAYMENT_ID));

    await client.getToken();

    expect(api.tokenRequests.length).toBeGreaterThan(1);
    for (const { headers } of api.tokenRequests) expect(headers).not.toHaveProperty('authorization');
  });

  it('drops the token after a 401, and obtains a new one', async () => {
    const api = await startApi(({ headers }) =>
      headers['authorization'] === `Bearer ${SECRETS.token}` ? { status: 401, body: {} } : { body: {} },
    );
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url, maxRetries: 0 });

    await client.voidPayment(PAYMENT_ID);

    expect(api.operationRequests[1]?.headers['authorization']).toBe(`Bearer ${SECRETS.token}-2`);
    expect(api.tokenRequests).toHaveLength(2);
  });

  it.each([403, 404, 422, 500])('keeps the token after a %i', async (status) => {
    const api = await startApi(() => ({ status, body: {} }));
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url, maxRetries: 0 });

    await catchError(client.voidPayment(PAYMENT_ID));
    await catchError(client.voidPayment(PAYMENT_ID));

    expect(api.tokenRequests).toHaveLength(1);
  });

  it('replaces the token once when many calls with it get a 401', async () => {
    const api = await startApi(({ headers }) =>
      headers['authorization'] === `Bearer ${SECRETS.token}` ? { status: 401, body: {} } : { body: {} },
    );
    const client = createClient({ ...CREDENTIALS, baseUrl: api.url, maxRetries: 0 });
    const many = () =>
      Promise.allSettled(Array.from({ length: 5 }, () => client.getPaymentDetails(PAYMENT_ID)));

    await many();
    await many();

    expect(api.tokenRequests).toHaveLength(2);
  });
});
