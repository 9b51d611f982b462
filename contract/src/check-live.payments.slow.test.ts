import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BufferedResponse } from './conformance/violations.js';
import { describeHeldPayments, exitStatus, formatDeviation, isClean, type Report } from './report/report.js';
import { changeBody, changeResponse, type Fields, replaceParts } from './testing/alterations.js';
import { acceptAnySignature } from './testing/deviations/builders.js';
import type { Alteration } from './testing/provider.js';
import { heldAmount, makePayment, startTestRunner, type TestRunner, WRITES } from './testing/test-run.js';

const { LDDPAY_LIVE_WRITES } = WRITES;

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner();
});
afterEach(() => runner.provider.sandbox.reset());
afterAll(() => runner.close());

function ledger(): string[] {
  return runner.provider.sandbox.ledger().map(({ type, amount }) => `${type} ${amount}`);
}

function statusesOf({ answered }: Report): Record<string, string[]> {
  return Object.fromEntries(answered.map((one) => [one.operationId, Object.keys(one.statuses)]));
}

describe('checkLive with payments', () => {
  it('authorizes, increments, captures, refunds, reverses and voids payments, and leaves no money held', async () => {
    const { report } = await runner.run(WRITES);
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(isClean(report)).toBe(true);
    expect(report.notes).toEqual([]);
    expect(ledger()).toEqual([
      ...['Authorization 110', 'Authorization 50', 'Void 160'],
      ...['Authorization 110', 'Void 110'],
      ...['Authorization 110', 'Capture 40', 'Refund 40', 'Void 70'],
    ]);
    expect(statusesOf(report)).toMatchObject({
      // The sandbox rejects another body with a used key.
      requestPayment: ['201', '422'],
      incrementAuthorization: ['201', '401'],
      capturePayment: ['202', '401'],
      refundPayment: ['202'],
      // It rejects a wrong signature, too.
      reversePayment: ['202', '422'],
      voidPayment: ['202', '401'],
    });
  });

  it('announces payments, and captures nothing when requests cannot be signed, as it could not refund a capture', async () => {
    const { report, progress } = await runner.run({ LDDPAY_LIVE_WRITES });
    const announced = progress.findIndex((text) => text.startsWith('LDDPAY_LIVE_WRITES=1: making payments'));
    expect(announced).toBeGreaterThan(0);
    expect(progress.findIndex((text) => text.includes('requestPayment'))).toBe(announced + 1);
    expect(ledger()).toEqual([
      ...['Authorization 110', 'Authorization 50', 'Void 160'],
      ...['Authorization 110', 'Void 110'],
    ]);
    expect(report.notes).toEqual([expect.stringContaining('LDDPAY_SIGNING_SECRET')]);
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(isClean(report)).toBe(true);
    expect(exitStatus(report)).toBe(0);
  });

  it('uses other idempotency keys in each run', async () => {
    await runner.run(WRITES);
    await runner.run(WRITES);
    const keys = runner.provider.sandbox.ledger().map(({ idempotencyKey }) => idempotencyKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('captures nothing when a signed reversal fails, and voids the payment instead', async () => {
    const { report } = await runner.run({ ...WRITES, LDDPAY_SIGNING_SECRET: 'another-signing-secret' });
    expect(ledger()).not.toContain('Capture 40');
    expect(heldAmount(runner.provider.sandbox.ledger())).toBe(0);
    expect(report.held).toBeNull();
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(report.settings).toEqual([
      expect.stringMatching(/^The provider rejected a signed request, .* Check LDDPAY_SIGNING_SECRET, /),
    ]);
    expect(exitStatus(report)).toBe(2);
  });

  it('confirms the form of a signature only where a wrong one is refused', async () => {
    const signatures = ({ inferred }: Report) =>
      inferred.filter(({ pointer }) => /\/(signature|timestamp)$/.test(pointer));
    const { report } = await runner.run(WRITES);
    expect(new Set(signatures(report).map(({ verdict }) => verdict))).toEqual(new Set(['confirmed']));
    const { report: unchecked } = await runner.run(WRITES, acceptAnySignature);
    expect(new Set(signatures(unchecked).map(({ verdict }) => verdict))).toEqual(new Set(['not exercised']));
    expect(heldAmount(runner.provider.sandbox.ledger())).toBe(0);
  });

  it('waits for captures that complete later', async () => {
    const slow = await startTestRunner({ captureDelay: 5_000 });
    try {
      const { report } = await slow.run(WRITES);
      expect(slow.provider.sandbox.ledger().map(({ type }) => type)).toContain('Refund');
      expect(heldAmount(slow.provider.sandbox.ledger())).toBe(0);
      expect(report.deviations.map(formatDeviation)).toEqual([]);
      expect(isClean(report)).toBe(true);
    } finally {
      await slow.close();
    }
  });

  it('notes a void that was accepted and never shows', async () => {
    const { report } = await runner.run(WRITES, async ({ operationId }, respond) => {
      const response = await respond();
      return operationId === 'getPaymentDetails'
        ? {
            ...response,
            body: response.body
              .replaceAll('"Voided"', '"Authorized"')
              .replaceAll('"available_to_void":0', '"available_to_void":1'),
          }
        : response;
    });
    expect(report.unchecked).toContain('The void did not complete in time.');
    expect(report.unchecked).toContain('The reversal did not complete in time.');
  });

  it('does not reverse a payment while a refund may still be in progress', async () => {
    const { report } = await runner.run(WRITES, async ({ operationId }, respond) => {
      const response = await respond();
      const hidden = operationId === 'getPaymentDetails' && response.body.includes('Refunded');
      return hidden
        ? { ...response, body: response.body.replaceAll('Partially Refunded', 'Captured') }
        : response;
    });
    expect(report.unchecked).toContain('The refund did not complete in time.');
    const called = runner.provider.requests.map(({ operationId }) => operationId);
    const after = called.slice(called.lastIndexOf('refundPayment') + 1);
    expect(after).not.toContain('reversePayment');
    expect(heldAmount(runner.provider.sandbox.ledger())).toBe(0);
  });

  it.each([
    ['refund is accepted', 'refundPayment', 202, 1, ['Void 70']],
    ['refund has an unknown outcome', 'refundPayment', 502, 1, ['Void 70']],
    ['last reversal is accepted', 'reversePayment', 202, 2, ['Refund 40', 'Void 70']],
  ])(
    'returns no money twice when a %s and takes longer than the check waits',
    async (_, operation, status, count, released) => {
      const keys = new Set<string | null>();
      const { report } = await runner.run(WRITES, ({ operationId = '', headers, path }, respond) => {
        const isReturn = ['refundPayment', 'reversePayment'].includes(operationId);
        if (!isReturn || !ledger().includes('Capture 40')) return respond();
        keys.add(headers.get('Cko-Idempotency-Key'));
        return operationId === operation ? respondWithoutEffect(status, headers, path) : respond();
      });
      expect(keys.size).toBe(count);
      expect(ledger().slice(5)).toEqual(['Authorization 110', 'Capture 40', ...released]);
      const { paymentId } = runner.provider.sandbox.ledger().find(({ type }) => type === 'Capture') ?? {};
      expect(report.held?.paymentIds).toEqual(operation === 'refundPayment' ? [paymentId] : undefined);
      expect(report.deviations.map(formatDeviation).join()).not.toContain('lacks the action');
    },
  );

  it('does nothing else with a payment that is declined, and notes it', async () => {
    const { report } = await runner.run({ ...WRITES, LDDPAY_LIVE_CARD_NUMBER: '4000000000000002' });
    expect(ledger()).toEqual([]);
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(isClean(report)).toBe(true);
    expect(report.settings).toEqual([
      expect.stringMatching(/^Every payment was declined, .* Check LDDPAY_LIVE_CARD/),
    ]);
    expect(report.unchecked).toContain(
      'The payment to void was not approved at once, so nothing else was done with it.',
    );
  });

  it.each([
    { what: 'leaves `approved` out', change: ({ approved, ...body }: Fields) => body },
    { what: 'has the id alone', change: ({ id }: Fields) => ({ id }) },
  ])('goes on with a payment whose result $what', async ({ change }) => {
    const { report } = await runner.run(WRITES, changeBody('requestPayment', 201, change));
    expect(ledger()).toContain('Refund 40');
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(exitStatus(report)).toBe(0);
  });

  it('says what it could not check where the details have a status that it does not know', async () => {
    const { report } = await runner.run(
      WRITES,
      changeBody('getPaymentDetails', 200, (body) =>
        /Captured/.test(String(body['status'])) ? { ...body, status: 'Settling' } : body,
      ),
    );
    expect(report.unchecked).toEqual(['The capture did not complete in time, so nothing was refunded.']);
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(exitStatus(report)).toBe(2);
  });

  it.each([
    { name: 'response_summary', operation: 'requestPayment', status: 201, type: 'array, not string' },
    { name: 'balances', operation: 'getPaymentDetails', status: 200, type: 'array, not object' },
    { name: '_links', operation: 'getPaymentDetails', status: 200, type: 'array, not object' },
    { name: 'metadata', operation: 'getPaymentDetails', status: 200, type: 'array, not object or null' },
  ])(
    'reports a field that is nested deeper than calls can be: $name',
    async ({ name, operation, status, type }) => {
      const { report } = await runner.run(
        WRITES,
        changeResponse(operation, status, (response) => {
          const { [name]: _, ...body } = JSON.parse(response.body);
          const nested = `"${name}":${'['.repeat(20_000)}${']'.repeat(20_000)}`;
          return { ...response, body: `${JSON.stringify(body).slice(0, -1)},${nested}}` };
        }),
      );
      expect(report.deviations.map(formatDeviation)).toContain(
        `${operation} ${status}: body.${name} is of type ${type}`,
      );
      expect(report.unchecked?.join()).not.toContain('failed, so it');
      expect(exitStatus(report)).toBe(1);
    },
  );

  it.each([
    {
      what: 'reversePayment with a wrong signature',
      alteration: replaceParts('reversePayment', 422, { status: 502, body: '' }),
    },
    {
      what: 'incrementAuthorization of a payment of this run',
      alteration: replaceParts('incrementAuthorization', 201, { status: 502, body: '' }),
    },
  ])('says that a request that only failed was not checked: $what', async ({ what, alteration }) => {
    const { report } = await runner.run(WRITES, alteration);
    expect(report.unchecked).toContain(`${what} was not checked, because its response is a 502.`);
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(exitStatus(report)).toBe(2);
  });

  it('reports that a payment is authorized whose result says Declined, without `approved`', async () => {
    const { report } = await runner.run(
      WRITES,
      changeBody('requestPayment', 201, ({ approved, ...body }) => ({ ...body, status: 'Declined' })),
    );
    expect(report.deviations.map(formatDeviation)).toEqual([
      'requestPayment 201: body.status is that of a payment that has ended, which the details do not have',
    ]);
    expect(exitStatus(report)).toBe(1);
  });

  it('calls a payment that is charged again later no declined one', async () => {
    const { report } = await runner.run(
      WRITES,
      changeBody('requestPayment', 201, (body) => ({ ...body, status: 'Retry Scheduled', approved: false })),
    );
    expect(report.settings).toEqual([expect.stringMatching(/^Every payment was still pending, /)]);
  });

  it.each([
    ['with `approved` false', { approved: false }],
    ['without `approved`', {}],
  ])('calls a payment that is still pending, %s, no declined one', async (_, fields) => {
    const answerLater: Alteration = async ({ operationId }, respond) => {
      const response = await respond();
      if (operationId !== 'requestPayment' || response.status !== 201) return response;
      const {
        approved: _approved,
        processed_on: _processed,
        response_code: _code,
        ...payment
      } = JSON.parse(response.body);
      const body = JSON.stringify({ ...payment, ...fields, status: 'Pending' });
      return { ...response, status: 202, body };
    };
    const { report } = await runner.run({ LDDPAY_LIVE_WRITES }, answerLater);
    expect(report.settings).toEqual([expect.stringMatching(/^Every payment was still pending, /)]);
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(exitStatus(report)).toBe(2);
    expect(heldAmount(runner.provider.sandbox.ledger())).toBe(0);
  });
});

describe('checkLive with payments that stay pending', () => {
  it('names the setting, and reports them as payments that may hold money, since each may be authorized later', async () => {
    const { report } = await runner.run({ LDDPAY_LIVE_WRITES }, async (request, respond) => {
      // This amount waits for its payer.
      Object.assign(request, { body: request.body.replace('"amount":110', '"amount":103') });
      const response = await respond();
      return { ...response, body: response.body.replaceAll('"amount":103', '"amount":110') };
    });
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(report.settings).toEqual([expect.stringMatching(/^Every payment was still pending, /)]);
    expect(report.held?.paymentIds).toHaveLength(2);
    expect(exitStatus(report)).toBe(1);
  });
});

describe('checkLive with a card that the provider rejects', () => {
  const rejected = { ...WRITES, LDDPAY_LIVE_CARD_NUMBER: '4242424242424243' };

  it('names the settings of the card, and reports no deviation', async () => {
    const { report } = await runner.run(rejected);
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(report.settings).toEqual([
      expect.stringMatching(
        /^The provider rejected every payment request \(422\), .* Check LDDPAY_LIVE_CARD_NUMBER, /,
      ),
    ]);
    expect(report.notes.join()).not.toContain('a signed reversal did not succeed');
    expect(exitStatus(report)).toBe(2);
  });

  it('reports a deviation when another payment with the same card is accepted', async () => {
    let requests = 0;
    const { report } = await runner.run(WRITES, ({ operationId }, respond) =>
      operationId === 'requestPayment' && requests++ === 0
        ? {
            status: 422,
            headers: new Headers({ 'Content-Type': 'application/json' }),
            body: JSON.stringify({ request_id: '1', error_type: 'request_invalid', error_codes: ['x'] }),
          }
        : respond(),
    );
    expect(report.deviations.map(formatDeviation)).toContain(
      'requestPayment 422: status is 422, expected 201 or 202',
    );
    expect(report.settings).toEqual([]);
  });
});

describe('checkLive after a failure', () => {
  const losing = (operationId: string, status: number) =>
    changeResponse(operationId, status, () => undefined);

  it.each([
    { what: 'the response to an increment is lost', alteration: losing('incrementAuthorization', 201) },
    { what: 'a void fails', alteration: failing('voidPayment') },
    { what: 'the responses to captures are lost', alteration: losing('capturePayment', 202) },
    { what: 'a refund is rejected', alteration: failing('refundPayment', 403) },
    { what: 'the responses to payments are lost', alteration: losing('requestPayment', 201) },
    {
      what: 'payments are returned without their ids',
      alteration: changeBody('requestPayment', 201, () => ({})),
    },
  ])('releases its payments when $what', async ({ alteration }) => {
    const { report } = await runner.run(WRITES, alteration);
    expect(runner.provider.sandbox.ledger().length).toBeGreaterThan(0);
    expect(heldAmount(runner.provider.sandbox.ledger())).toBe(0);
    expect(report.held).toBeNull();
    // A documented failure is a note.
    expect([
      ...report.deviations,
      ...report.notes.filter((note) => note.includes('the request failed')),
    ]).not.toEqual([]);
  });

  it('gives everything back when the provider limits the rate of requests', async () => {
    const { clock } = runner.provider.sandbox;
    const earliest = new Map<string, number>();
    const { report } = await runner.run(WRITES, ({ path }, respond) => {
      if (!/pay_\w+\/(voids|refunds|reversals)$/.test(path)) return respond();
      const now = clock.now();
      const from = earliest.get(path) ?? now + 4_000;
      earliest.set(path, from);
      if (now >= from) return respond();
      const headers = new Headers({ 'Content-Type': 'application/json', 'Retry-After': '4' });
      const body = { request_id: '1', error_type: 'request_invalid', error_codes: ['too_many_requests'] };
      return { status: 429, headers, body: JSON.stringify(body) };
    });
    expect(heldAmount(runner.provider.sandbox.ledger())).toBe(0);
    expect(report.held).toBeNull();
    expect(report.deviations.map(formatDeviation).join()).toContain('refundPayment 429: ');
  });

  it('releases the payment that a repeated request made, and reports it as a deviation', async () => {
    const { report } = await runner.run(WRITES, withoutKeys);
    expect(runner.provider.sandbox.ledger().length).toBeGreaterThan(0);
    expect(heldAmount(runner.provider.sandbox.ledger())).toBe(0);
    expect(report.held).toBeNull();
    expect(report.deviations.map(formatDeviation)).toContain(
      'requestPayment 201: body.id differs when the request is repeated with its idempotency key',
    );
  });

  it('releases no payment of others, even when the server lists it', async () => {
    const { sandbox } = runner.provider;
    const other = await makePayment(sandbox);
    const listing: Alteration = async ({ operationId, path }, respond) => {
      const response = await respond();
      if (operationId !== 'getPaymentsList' || !path.includes('live-')) return response;
      const listed = JSON.stringify({ data: [{ id: other, reference: 'ORD-5023-4E89' }] });
      return { ...response, body: response.status === 202 ? listed : response.body };
    };
    await runner.run(WRITES, listing);
    const touched = sandbox.ledger().filter(({ paymentId }) => paymentId === other);
    expect(touched.map(({ type }) => type)).toEqual(['Authorization', 'Capture']);
  });
});

describe('checkLive on a payment that it cannot release', () => {
  it('reports the payment and its reference', async () => {
    const { report, progress } = await runner.run({ LDDPAY_LIVE_WRITES }, failing('voidPayment'));
    const paymentIds = new Set(runner.provider.sandbox.ledger().map(({ paymentId }) => paymentId));
    expect(report.held?.paymentIds).toEqual([...paymentIds]);
    expect(isClean(report)).toBe(false);
    const description = report.held && describeHeldPayments(report.held);
    expect(description).toContain(
      `Money may still be held: ${[...paymentIds].join(', ')}, with the reference live-`,
    );
    expect(progress).toContain(description);
  });

  it('repeats its void a few times with the same key', async () => {
    runner.provider.requests.length = 0;
    const { report } = await runner.run({ LDDPAY_LIVE_WRITES }, failing('voidPayment'));
    const last = `/payments/${report.held?.paymentIds.at(-1)}/voids`;
    const voids = runner.provider.requests.filter(({ path }) => path === last);
    expect(voids).toHaveLength(4);
    expect(new Set(voids.map(({ headers }) => headers.get('Cko-Idempotency-Key'))).size).toBe(1);
  });

  it('reports payments that may exist but cannot be found', async () => {
    const lost: Alteration = async ({ operationId, path }, respond) => {
      const response = await respond();
      const gone =
        operationId === 'requestPayment' || (operationId === 'getPaymentsList' && /live-\w+&/.test(path));
      return gone ? undefined : response;
    };
    const { report } = await runner.run({ LDDPAY_LIVE_WRITES }, lost);
    expect(report.held?.paymentIds).toEqual([]);
    expect(report.held && describeHeldPayments(report.held)).toContain('payments that could not be found');
  });

  it('reports that the request of another amount with a used key may have made one', async () => {
    const reusing: Alteration = async ({ operationId, path, headers, body }, respond) => {
      const isReused = operationId === 'requestPayment' && JSON.parse(body).amount === 111;
      // The provider ignores this key, and its list lags behind.
      if (isReused) headers.delete('Cko-Idempotency-Key');
      const response = await respond();
      if (isReused) return undefined;
      const isListed = operationId === 'getPaymentsList' && path.includes('live-') && response.status === 202;
      return isListed ? { ...response, body: JSON.stringify({ data: [] }) } : response;
    };
    const { report } = await runner.run({ LDDPAY_LIVE_WRITES }, reusing);
    expect(heldAmount(runner.provider.sandbox.ledger())).toBe(111);
    expect(report.held?.paymentIds).toEqual([]);
  });

  it('reports none when a used key is refused as a duplicate', async () => {
    const { report } = await runner.run(
      { LDDPAY_LIVE_WRITES },
      changeResponse('requestPayment', 422, (response) => ({
        ...response,
        status: 429,
        body: JSON.stringify({ ...JSON.parse(response.body), error_codes: ['duplicate_request'] }),
      })),
    );
    expect(statusesOf(report)).toMatchObject({ requestPayment: ['201', '429'] });
    expect(report.held).toBeNull();
  });
});

/** The response to a refund or reversal that takes its time. */
function respondWithoutEffect(status: number, headers: Headers, path: string): BufferedResponse {
  const payment = `http://${headers.get('host')}${path.replace(/\/\w+$/, '')}`;
  const body = {
    action_id: `act_${'a'.repeat(26)}`,
    _links: { payment: { href: payment }, actions: { href: `${payment}/actions` } },
  };
  return {
    status,
    headers: new Headers({ 'Content-Type': 'application/json' }),
    body: status === 202 ? JSON.stringify(body) : '',
  };
}

/** An operation that fails without an effect. */
function failing(operation: string, status = 502): Alteration {
  return ({ operationId }, respond) =>
    operationId === operation ? { status, headers: new Headers(), body: '' } : respond();
}

/** A provider that ignores idempotency keys. */
const withoutKeys: Alteration = ({ headers }, respond) => {
  headers.delete('Cko-Idempotency-Key');
  return respond();
};
