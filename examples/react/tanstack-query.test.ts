import { CancelledError, QueryClient } from '@tanstack/react-query';
import { createClient, isLddPayError, type LddPayEvent } from 'lddpay';
import { createFetchClient } from 'lddpay/openapi-fetch';
import { createSandbox } from 'lddpay-sandbox';
import createQueryHooks from 'openapi-react-query';
import { describe, expect, it } from 'vitest';

const sandbox = createSandbox();
const events: LddPayEvent[] = [];
const lddpay = createClient({
  baseUrl: 'http://sandbox.test',
  ...sandbox.credentials,
  fetch: sandbox.fetch,
  onEvent: (event) => events.push(event),
});
const $api = createQueryHooks(createFetchClient(lddpay));
const queryClient = new QueryClient();

const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };
const UNKNOWN = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';

function fetchPayment(id: string) {
  return queryClient.fetchQuery($api.queryOptions('get', '/payments/{id}', { params: { path: { id } } }));
}

describe('a query of TanStack Query', () => {
  it('returns the data of a success', async () => {
    const { id } = await lddpay.requestPayment({ amount: 1000, currency: 'USD', source, capture: false });

    expect(await fetchPayment(id)).toMatchObject({ id, amount: 1000, status: 'Authorized' });
  });

  it('rejects with the LddPayError of a 404 with an empty body', async () => {
    const error = await fetchPayment(UNKNOWN).catch((reason: unknown) => reason);

    expect(isLddPayError(error)).toBe(true);
    expect(error).toMatchObject({ kind: 'api', outcome: 'rejected', status: 404, body: undefined });
  });

  it('aborts its request when it is canceled', async () => {
    sandbox.faults.inject({ operationId: 'getPaymentDetails', effect: 'delay', ms: 60_000 });
    const options = $api.queryOptions('get', '/payments/{id}', { params: { path: { id: UNKNOWN } } });
    const canceled = queryClient.fetchQuery(options).catch((error: unknown) => error);

    await queryClient.cancelQueries(options);

    expect(await canceled).toBeInstanceOf(CancelledError);
    await expect.poll(() => events.at(-1)).toMatchObject({ type: 'error', kind: 'aborted' });
  });
});
