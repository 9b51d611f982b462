import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.js';
import { CannotRun } from './cannot-run.js';
import { inOneLine, isClean, type Report } from './report.js';
import { editing } from './testing/alterations.js';
import { type Line, openLine, pay } from './testing/line.js';

const WRITES = Object.entries(operations)
  .filter(([, { safe, tokenEndpoint }]) => !safe && !tokenEndpoint)
  .map(([operationId]) => operationId);

let line: Line;
beforeAll(async () => {
  line = await openLine();
});
afterEach(() => line.provider.sandbox.reset());
afterAll(() => line.close());

/** The statuses that an operation answered with. */
function statuses({ answered }: Report, operationId: string): string[] {
  return Object.keys(answered.find((one) => one.operationId === operationId)?.statuses ?? {});
}

/** The names of what is inferred, with a verdict. */
function inferred({ inferred }: Report, verdict: string): string[] {
  return inferred.filter((one) => one.verdict === verdict).map(({ group, name }) => `${group} ${name}`);
}

describe('a server that keeps to the description', () => {
  it('is found to, and moves no money', async () => {
    const { report } = await line.run();
    expect(report.deviations).toEqual([]);
    expect(isClean(report)).toBe(true);
    expect(line.provider.sandbox.ledger()).toEqual([]);
  });

  it('is asked for nothing that writes', async () => {
    await pay(line.provider.sandbox);
    line.provider.requests.length = 0;
    await line.run();
    const asked = line.provider.requests.map(({ operationId }) => operationId);
    expect(asked.filter((operationId) => WRITES.includes(String(operationId)))).toEqual([]);
    expect(new Set(asked).size).toBe(5);
  });

  it('has each read succeed and refuse, once there is a payment', async () => {
    await pay(line.provider.sandbox);
    const { report } = await line.run();
    expect(statuses(report, 'getToken')).toEqual(['200', '400']);
    expect(statuses(report, 'getPaymentsList')).toEqual(['202', '401', '422']);
    expect(statuses(report, 'searchPayments')).toEqual(['202', '401', '422']);
    expect(statuses(report, 'getPaymentDetails')).toEqual(['200', '401', '404']);
    expect(statuses(report, 'getPaymentActions')).toEqual(['200', '401', '404']);
    expect(report.notes).toEqual([]);
  });

  it('without a payment leaves open what only a payment shows, and the report says so', async () => {
    const { report } = await line.run();
    expect(statuses(report, 'getPaymentDetails')).toEqual(['401', '404']);
    expect(inferred(report, 'not exercised')).toContain('paths GET /payments/{id}');
    expect(report.notes).toEqual([expect.stringContaining('LDDPAY_LIVE_PAYMENT_ID')]);
  });

  it('is asked for the payment that was named, and does not have it searched for', async () => {
    const id = await pay(line.provider.sandbox);
    await pay(line.provider.sandbox);
    line.provider.requests.length = 0;
    await line.run({ LDDPAY_LIVE_PAYMENT_ID: id });
    const paths = line.provider.requests.map(({ path }) => path);
    expect(paths).toContain(`/payments/${id}`);
    expect(paths).toContain(`/payments/${id}/actions`);
    expect(line.provider.requests.filter(({ text }) => text.includes('status:'))).toEqual([]);
  });

  it('has what it shows of the inferred elements confirmed, and none refuted', async () => {
    await pay(line.provider.sandbox);
    const { report } = await line.run();
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

  it('may answer a search with a bare list, which then leaves the envelope open', async () => {
    await pay(line.provider.sandbox);
    const { report } = await line.run(
      {},
      editing('searchPayments', 202, ({ data }) => data),
    );
    expect(report.deviations).toEqual([]);
    expect(statuses(report, 'getPaymentActions')).toContain('200');
    expect(inferred(report, 'not exercised')).toContain('SearchPage as a whole');
  });
});

describe('a token', () => {
  it('that is dropped on the way is replaced, which is not taken for an answer to something else', async () => {
    let once = 0;
    const { report } = await line.run({}, ({ operationId, path }, answer) => {
      const dropped = operationId === 'getPaymentsList' && path.includes('limit=101') && once++ === 0;
      return dropped ? { status: 401, headers: new Headers(), text: '' } : answer();
    });
    expect(report.deviations.map(inOneLine)).toEqual([
      'getPaymentsList 401: status is 401, where 422 is due',
    ]);
    expect(report.answered[0]).toEqual({ operationId: 'getToken', statuses: { 200: 2, 400: 1 } });
  });

  it('that cannot be had any more is a deviation of the token endpoint alone', async () => {
    let issued = 0;
    const { report } = await line.run({}, async ({ operationId, path }, answer) => {
      if (operationId === 'getToken' && issued++ > 1) return undefined;
      return path.includes('limit=101') ? { status: 401, headers: new Headers(), text: '' } : answer();
    });
    expect(report.deviations.map(inOneLine)).toEqual([
      'getPaymentsList 401: status is 401, where 422 is due',
      'getToken: answer is missing: the connection broke',
    ]);
  });

  it.each([
    [{ status: 404, text: '' }, 'No token was issued: the token endpoint answered 404. '],
    [{ status: 400, text: '{"error":"invalid_scope"}' }, 'answered 400, invalid_scope. '],
    [{ status: 400, text: '{"error":"unheard_of"}' }, 'answered 400. '],
  ])('that is not issued for %j ends the run with the reason', async (reply, reason) => {
    const refusing = line.run({}, () => ({ ...reply, headers: new Headers() }));
    await expect(refusing).rejects.toThrow(CannotRun);
    await expect(refusing).rejects.toThrow(reason);
  });

  it('that cannot be used, though it is as documented, ends the run', async () => {
    const useless = editing('getToken', 200, (body) => ({ ...body, expires_in: 0 }));
    await expect(line.run({}, useless)).rejects.toThrow('with a token that cannot be used');
  });
});

describe('an inferred element that a server refutes', () => {
  it('is named with how, beside the deviation', async () => {
    await pay(line.provider.sandbox);
    const { report } = await line.run(
      {},
      editing('getPaymentDetails', 200, (body) => ({ ...body, id: 'payment-1' })),
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

  it('is a path, when the server answers as if there were no such path', async () => {
    const { report } = await line.run({}, async ({ path }, answer) =>
      path.startsWith('/payments') ? { status: 404, headers: new Headers(), text: '' } : answer(),
    );
    expect(inferred(report, 'refuted')).toEqual([
      'paths GET /payments',
      'paths POST /payments/search',
      'paths GET /payments/{id}',
      'paths GET /payments/{id}/actions',
    ]);
  });
});
