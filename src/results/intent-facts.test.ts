import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { catchError } from '../testing/catch-error.js';
import { PAYMENT_ID } from '../testing/fixtures.js';
import { type IntentFacts, readFacts } from './intent-facts.js';

const TIME = '2026-01-01T00:00:00.250Z';
const MS = Date.parse(TIME);

const read = (facts: object) => readFacts(facts as IntentFacts);

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

describe('readFacts', () => {
  it.each([
    { name: 'an ISO 8601 timestamp', since: TIME, range: [MS, MS] },
    { name: 'a timestamp without a zone, in UTC', since: TIME.slice(0, -1), range: [MS, MS] },
    { name: 'a timestamp with an offset', since: '2026-01-01T08:00:00.250+08:00', range: [MS, MS] },
    { name: 'a Date', since: new Date(TIME), range: [MS, MS] },
    { name: 'a Date of another realm', since: runInNewContext(`new Date(${MS})`), range: [MS, MS] },
    { name: 'ms', since: MS, range: [MS, MS] },
    { name: 'a timestamp in whole seconds', since: '2026-01-01T00:00:00Z', range: [MS - 250, MS + 749] },
    { name: 'undefined', since: undefined, range: undefined },
  ])('reads `since` as $name', ({ since, range }) => {
    expect(read({ operationId: 'requestPayment', since }).since).toEqual(range);
  });

  it('copies what the caller can change later', () => {
    const except = ['pay_1'];
    const facts = read({ operationId: 'requestPayment', except });
    except.push('pay_2');

    expect([...facts.except]).toEqual(['pay_1']);
  });

  it.each(['refundPayment', 'reversePayment', 'voidPayment'])(
    'compares no amount for %s, whose body has none in a documented unit',
    (operationId) => {
      expect(read({ operationId, paymentId: PAYMENT_ID, amount: 5 }).amount).toBeUndefined();
    },
  );

  it.each(['refundPayment', 'reversePayment'])(
    'compares no reference for %s, whose body has none',
    (operationId) => {
      expect(read({ operationId, paymentId: PAYMENT_ID, reference: 'ORD-17' }).reference).toBeUndefined();
    },
  );

  it.each(['capturePayment', 'incrementAuthorization'])(
    'compares reference and amount for %s',
    (operationId) => {
      const facts = { operationId, paymentId: PAYMENT_ID, reference: 'ORD-17', amount: 0 };
      expect(read(facts)).toMatchObject(facts);
    },
  );

  it.each([
    {
      name: 'a getter that throws',
      facts: {
        get operationId() {
          throw new Error('hush');
        },
      },
    },
    { name: 'a proxy that was revoked', facts: revoked({}) },
    { name: 'a list of ids that was revoked', facts: { operationId: 'requestPayment', except: revoked([]) } },
  ])('throws a config error without what $name throws', async ({ facts }) => {
    const error = await catchError(() => read(facts));

    expect(error).toMatchObject({
      kind: 'config',
      outcome: 'not_sent',
      message: '`reconcile` must be called with an LddPayError or the facts of a write.',
    });
    expect(error.cause).toBeUndefined();
  });

  const payment = { operationId: 'requestPayment' };
  const capture = { operationId: 'capturePayment', paymentId: PAYMENT_ID };
  const writes =
    'requestPayment, incrementAuthorization, cancelScheduledRetry, capturePayment, refundPayment, reversePayment, voidPayment';
  const time = 'an ISO 8601 timestamp with seconds, a Date, or ms since the Unix epoch';

  it.each<{ name: string; facts: unknown; message: string }>([
    ...[undefined, null, 'error', 17, new TypeError('fetch failed')].map((facts) => ({
      name: String(facts),
      facts,
      message: '`reconcile` must be called with an LddPayError or the facts of a write.',
    })),
    ...[undefined, 'payPayment', 'toString', 'getPaymentDetails', 'searchPayments', 'getToken'].map(
      (operationId) => ({
        name: `the operation ${operationId}`,
        facts: { ...capture, operationId },
        message: `\`operationId\` must be one of ${writes}.`,
      }),
    ),
    ...[undefined, null, '', 'pay_short', `${PAYMENT_ID}/actions`, 17, [PAYMENT_ID]].map((paymentId) => ({
      name: `the payment ${JSON.stringify(paymentId)} of a capture`,
      facts: { ...capture, paymentId },
      message: '`paymentId` must be a string that matches ^(pay)_(\\w{26})$.',
    })),
    {
      name: 'a payment id for a payment request',
      facts: { ...payment, paymentId: PAYMENT_ID },
      message: '`paymentId` must be undefined for requestPayment.',
    },
    { name: 'a reference', facts: { ...payment, reference: 17 }, message: '`reference` must be a string.' },
    { name: 'a currency', facts: { ...payment, currency: null }, message: '`currency` must be a string.' },
    ...['400', 4.5, -1, null, Number.NaN].map((amount) => ({
      name: `the amount ${JSON.stringify(amount)}`,
      facts: { ...capture, amount },
      message: '`amount` must be an integer of at least 0.',
    })),
    ...[
      'yesterday',
      '2026-01-01',
      '',
      // In s.
      1_767_225_600,
      // In µs.
      1_767_225_600_000_000,
      new Date(Number.NaN),
      Number.NaN,
      Number.POSITIVE_INFINITY,
      null,
      true,
      {},
      Object.create(null),
      Symbol('now'),
      1n,
    ].map((since) => ({
      name: `the time ${typeof since === 'object' ? JSON.stringify(since) : String(since)}`,
      facts: { ...payment, since },
      message: `\`since\` must be ${time}.`,
    })),
    ...['pay_1', null, {}, [17], [undefined], new Set(['pay_1'])].map((except) => ({
      name: `the exception ${JSON.stringify(except)}`,
      facts: { ...payment, except },
      message: '`except` must be an array of strings.',
    })),
  ])('throws a config error for $name', async ({ facts, message }) => {
    const error = await catchError(() => read(facts as object));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', message });
  });
});
