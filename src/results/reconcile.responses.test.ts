import { expect, it } from 'vitest';
import { createClient } from '../client.js';
import type { Fetch } from '../options.js';
import { rawRequest } from '../raw-request.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID, SECRETS } from '../testing/fixtures.js';

const charge = { ...PAYMENT, reference: 'ORD-17' };

/** Creates a client whose charges are made, but whose responses are lost, and whose reads return what the test says. */
function connect(read: (url: URL, headers: Headers) => unknown) {
  const fetch: Fetch = async (input, init) => {
    const url = new URL(input);
    if (url.pathname.endsWith('/token')) {
      return Response.json({ access_token: SECRETS.token, token_type: 'Bearer', expires_in: 3600 });
    }
    if (init?.method === 'POST' && url.pathname.endsWith('/payments')) throw new TypeError('fetch failed');
    return Response.json(read(url, new Headers(init?.headers)));
  };
  return createClient({ ...CREDENTIALS, fetch, maxRetries: 0 });
}

const payment = (id = PAYMENT_ID) => ({ ...charge, id, requested_on: new Date().toISOString() });

it('does not lose a payment whose id the response to a raw request shows', async () => {
  const client = connect(({ pathname }) =>
    pathname.endsWith('/reviews') ? { id: PAYMENT_ID } : { total_count: 1, data: [payment()] },
  );
  const error = await catchError(client.requestPayment(charge));

  await rawRequest(client, 'POST', `/payments/${PAYMENT_ID}/reviews`);

  expect((await client.reconcile(error)).result).not.toBe('not_found');
});

it('returns unknown when the list has no end', async () => {
  let pages = 0;
  const client = connect(() => {
    pages += 1;
    return { data: Array.from({ length: 20 }, (_, index) => payment(`pay_${pages}_${index}`)) };
  });
  const error = await catchError(client.requestPayment(charge));

  expect(await client.reconcile(error)).toEqual({ result: 'unknown' });
  expect(pages).toBeLessThan(55);
});

it('returns unknown after one page of a list that says that more payments have the reference than are read', async () => {
  let pages = 0;
  const client = connect(() => {
    pages += 1;
    return { total_count: 1_001, data: [payment(`pay_${pages}`)] };
  });
  const error = await catchError(client.requestPayment(charge));

  expect(await client.reconcile(error)).toEqual({ result: 'unknown' });
  expect(pages).toBe(1);
});

it('looks with the headers of the call, which can say in which account it was', async () => {
  const accounts: (string | null)[] = [];
  const client = connect((_, headers) => {
    accounts.push(headers.get('X-Account'));
    return { total_count: 0, data: [] };
  });
  const error = await catchError(client.requestPayment(charge, { headers: { 'X-Account': 'north' } }));

  await client.reconcile(error);

  expect(accounts).toEqual(['north']);
});

it('returns unknown, and does not throw, for a reference that cannot be written as text', async () => {
  const client = connect(() => ({ total_count: 0, data: [] }));
  const reference = { toString: 1, valueOf: 1 } as unknown as string;

  const error = await catchError(client.requestPayment({ ...charge, reference }));

  expect(error).toMatchObject({ kind: 'network', outcome: 'unknown' });
  expect((await client.reconcile(error)).result).toBe('unknown');
});
