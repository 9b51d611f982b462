import { operations } from 'lddpay/operations';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exitStatus, formatDeviation, isClean, type Report } from './report/report.js';
import { CannotRun } from './settings/cannot-run.js';
import { changeBody } from './testing/alterations.js';
import { makePayment, startTestRunner, type TestRunner } from './testing/test-run.js';

const WRITES = Object.entries(operations)
  .filter(([, { safe, tokenEndpoint }]) => !safe && !tokenEndpoint)
  .map(([operationId]) => operationId);

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.provider.sandbox.reset());
afterAll(() => runner.close());

/** The statuses that an operation returned. */
function statuses({ answered }: Report, operationId: string): string[] {
  return Object.keys(answered.find((one) => one.operationId === operationId)?.statuses ?? {});
}

/** The names of the inferred elements with a verdict. */
function inferred({ inferred }: Report, verdict: string): string[] {
  return inferred.filter((one) => one.verdict === verdict).map(({ group, name }) => `${group} ${name}`);
}

describe('checkLive on a server that matches the description', () => {
  it('reports no deviation, and moves no money', async () => {
    const { report } = await runner.run();
    expect(report.deviations).toEqual([]);
    expect(isClean(report)).toBe(true);
    expect(runner.provider.sandbox.ledger()).toEqual([]);
  });

  it('calls no operation that writes', async () => {
    await makePayment(runner.provider.sandbox);
    runner.provider.requests.length = 0;
    await runner.run();
    const called = runner.provider.requests.map(({ operationId }) => operationId);
    expect(called.filter((operationId) => WRITES.includes(String(operationId)))).toEqual([]);
    expect(new Set(called).size).toBe(5);
  });

  it('makes each read succeed and fail, if there is a payment', async () => {
    await makePayment(runner.provider.sandbox);
    const { report } = await runner.run();
    expect(statuses(report, 'getToken')).toEqual(['200', '400']);
    expect(statuses(report, 'getPaymentsList')).toEqual(['202', '401', '422']);
    expect(statuses(report, 'searchPayments')).toEqual(['202', '401', '422']);
    expect(statuses(report, 'getPaymentDetails')).toEqual(['200', '401', '404']);
    expect(statuses(report, 'getPaymentActions')).toEqual(['200', '401', '404']);
    expect(report.notes).toEqual([]);
  });

  it('notes what it cannot check without a payment', async () => {
    const { report } = await runner.run();
    expect(statuses(report, 'getPaymentDetails')).toEqual(['401', '404']);
    expect(inferred(report, 'not exercised')).toContain('paths GET /payments/{id}');
    expect(report.notes).toEqual([expect.stringContaining('LDDPAY_LIVE_PAYMENT_ID')]);
  });

  it('reads the payment of the settings instead of searching for one', async () => {
    const id = await makePayment(runner.provider.sandbox);
    await makePayment(runner.provider.sandbox);
    runner.provider.requests.length = 0;
    await runner.run({ LDDPAY_LIVE_PAYMENT_ID: id });
    const paths = runner.provider.requests.map(({ path }) => path);
    expect(paths).toContain(`/payments/${id}`);
    expect(paths).toContain(`/payments/${id}/actions`);
    expect(runner.provider.requests.filter(({ body }) => body.includes('status:'))).toEqual([]);
  });

  it('confirms the inferred elements that it observes, and refutes none', async () => {
    await makePayment(runner.provider.sandbox);
    const { report } = await runner.run();
    expect(inferred(report, 'refuted')).toEqual([]);
    expect(inferred(report, 'confirmed')).toEqual(
      expect.arrayContaining([
        'paths POST /connect/token',
        'paths GET /payments/{id}/actions',
        'TokenError error_description',
        'PaymentsPage as a whole',
        'SearchPage as a whole',
        'Payment id pattern',
        'PaymentsListed content',
      ]),
    );
    expect(inferred(report, 'not exercised')).toContain('paths POST /payments');
  });

  it('accepts a bare array as the result of a search, and does not exercise the envelope then', async () => {
    await makePayment(runner.provider.sandbox);
    const { report } = await runner.run(
      {},
      changeBody('searchPayments', 202, ({ data }) => data),
    );
    expect(report.deviations).toEqual([]);
    expect(statuses(report, 'getPaymentActions')).toContain('200');
    expect(inferred(report, 'not exercised')).toContain('SearchPage as a whole');
  });
});

describe('checkLive', () => {
  it('does not take the renewal of a revoked token for the response to the probe', async () => {
    let once = 0;
    const { report } = await runner.run({}, ({ operationId, path }, respond) => {
      const dropped = operationId === 'getPaymentsList' && path.includes('limit=101') && once++ === 0;
      return dropped ? { status: 401, headers: new Headers(), body: '' } : respond();
    });
    expect(report.deviations.map(formatDeviation)).toEqual([
      'getPaymentsList 401: status is 401, expected 422',
    ]);
    expect(report.answered[0]).toEqual({ operationId: 'getToken', statuses: { 200: 2, 400: 1 } });
  });

  it('reports a renewal that fails as a deviation of the token endpoint alone', async () => {
    let issued = 0;
    const { report } = await runner.run({}, async ({ operationId, path }, respond) => {
      if (operationId === 'getToken' && issued++ > 1) return undefined;
      return path.includes('limit=101') ? { status: 401, headers: new Headers(), body: '' } : respond();
    });
    expect(report.deviations.map(formatDeviation)).toEqual([
      'getPaymentsList 401: status is 401, expected 422',
      'getToken: response is missing: the connection was closed',
    ]);
  });

  it.each([
    [{ status: 404, body: '' }, 'No token was issued: the token endpoint returned 404. '],
    [{ status: 400, body: '{"error":"invalid_scope"}' }, 'returned 400, invalid_scope. '],
    [{ status: 400, body: '{"error":"unheard_of"}' }, 'returned 400. '],
    [{ status: 200, body: '<p>Welcome</p>' }, 'Is LDDPAY_BASE_URL the right host?'],
    [{ status: 200, body: '' }, 'Is LDDPAY_BASE_URL the right host?'],
  ])('ends with the reason when no token is issued: %j', async (response, reason) => {
    const refusing = runner.run({}, () => ({ ...response, headers: new Headers() }));
    await expect(refusing).rejects.toThrow(CannotRun);
    await expect(refusing).rejects.toThrow(reason);
  });

  it.each([
    ['https://api.other.example/token?client_secret=leak', 'redirects (301) to api.other.example. '],
    ['/elsewhere', `redirects (301) to 127.0.0.1:`],
    ['https://sandbox-client-secret.example/', 'redirects (301). '],
  ])(
    'names the host that the token endpoint redirects to, and nothing else of %s',
    async (location, reason) => {
      const redirecting = await runner
        .run({}, () => ({ status: 301, headers: new Headers({ Location: location }), body: '' }))
        .catch((error: unknown) => error);
      expect(redirecting).toBeInstanceOf(CannotRun);
      expect(String(redirecting)).toContain(reason);
      expect(String(redirecting)).not.toMatch(/leak|client-secret/);
    },
  );

  it('reports no 401 for a short-lived token that the client renews, and repeats the request with', async () => {
    const shortLived = await startTestRunner({ tokenLifetime: 30 });
    try {
      let once = 0;
      const { report } = await shortLived.run({}, ({ path }, respond) =>
        path.includes('limit=101') && once++ === 0
          ? { status: 401, headers: new Headers(), body: '' }
          : respond(),
      );
      expect(once).toBe(2);
      expect(report.deviations.map(formatDeviation)).toEqual([]);
    } finally {
      await shortLived.close();
    }
  });

  it('names the payment id of the settings when there is no such payment, and reports no deviation', async () => {
    await makePayment(runner.provider.sandbox);
    const { report } = await runner.run({ LDDPAY_LIVE_PAYMENT_ID: `pay_${'z'.repeat(26)}` });
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(report.settings).toEqual([expect.stringContaining('the id in LDDPAY_LIVE_PAYMENT_ID (404)')]);
    expect(exitStatus(report)).toBe(2);
  });

  it('reports a lifetime of a token that is over at once', async () => {
    const { report } = await runner.run(
      {},
      changeBody('getToken', 200, (body) => ({ ...body, expires_in: 0 })),
    );
    expect(report.deviations.map(formatDeviation)).toEqual([
      'getToken 200: body.expires_in is not a positive number of seconds',
    ]);
    expect(report.notes).toEqual(['The token cannot be used, so no other operation was checked.']);
  });

  it('ends when a documented token cannot be used', async () => {
    const useless = changeBody('getToken', 200, (body) => ({ ...body, access_token: '' }));
    await expect(runner.run({}, useless)).rejects.toThrow('its token cannot be used');
  });
});

describe('checkLive on a server that refutes an inferred element', () => {
  it('reports the element with the reason, in addition to the deviation', async () => {
    await makePayment(runner.provider.sandbox);
    const { report } = await runner.run(
      {},
      changeBody('getPaymentDetails', 200, (body) => ({ ...body, id: 'payment-1' })),
    );
    expect(report.deviations.map(({ place }) => place)).toEqual(['body.id']);
    expect(report.inferred.filter(({ verdict }) => verdict === 'refuted')).toMatchObject([
      {
        group: 'Payment',
        name: 'id pattern',
        seen: 'getPaymentDetails 200: it does not match `^(pay)_(\\w{26})$`',
      },
    ]);
  });

  it('refutes a path when the server does not know it', async () => {
    const { report } = await runner.run({}, async ({ path }, respond) =>
      path.startsWith('/payments') ? { status: 404, headers: new Headers(), body: '' } : respond(),
    );
    expect(inferred(report, 'refuted')).toEqual([
      'paths GET /payments',
      'paths POST /payments/search',
      'paths GET /payments/{id}',
      'paths GET /payments/{id}/actions',
    ]);
  });
});
