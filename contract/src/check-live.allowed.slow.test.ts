import type { SandboxOptions } from 'lddpay-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AMOUNT } from './payments/authorize.js';
import { exitStatus, formatDeviation } from './report/report.js';
import { changeBody, combine, type Fields } from './testing/alterations.js';
import type { Alteration, AlteredResponse, ProviderRequest } from './testing/provider.js';
import { makePayment, startTestRunner, type TestRunner, WRITES } from './testing/test-run.js';

/** Lists the deviations of a run that reads, and of one that makes payments. */
async function listDeviations(runner: TestRunner, alteration?: Alteration): Promise<string[]> {
  await makePayment(runner.provider.sandbox);
  await makePayment(runner.provider.sandbox);
  const reads = await runner.run({}, alteration);
  const writes = await runner.run(WRITES, alteration);
  return [reads, writes].flatMap(({ report }) => report.deviations.map(formatDeviation));
}

/** Changes the payments in details, lists and searches. */
function changePayments(change: (payment: Fields) => Fields): Alteration {
  const inDetails = changeBody('getPaymentDetails', 200, change);
  const inPages = ['getPaymentsList', 'searchPayments'].map((operationId) =>
    changeBody(operationId, 202, (body) => ({ ...body, data: (body['data'] as Fields[]).map(change) })),
  );
  return combine([inDetails, ...inPages]);
}

/** Options of the sandbox. Those with the same number are tried at once. */
const OPTIONS: readonly { what: string; together: number; options: SandboxOptions }[] = [
  { what: 'a seed, with which time stands still', together: 1, options: { seed: 7 } },
  { what: 'strict keys', together: 1, options: { strictKeys: true } },
  { what: 'captures that take seconds', together: 2, options: { captureDelay: 5_000 } },
  { what: 'captures that take longer than the check waits', together: 3, options: { captureDelay: 60_000 } },
  { what: 'refunds in the major unit', together: 1, options: { refundAmountUnit: 'major' } },
  { what: 'a clock of another year', together: 2, options: { now: () => Date.UTC(2027, 4, 1) } },
];

describe('checkLive on a sandbox with other options', () => {
  const runs = new Map<number, Promise<string[]>>();

  async function listDeviationsWithOptions(number: number): Promise<string[]> {
    const tried = OPTIONS.filter(({ together }) => together === number).map(({ options }) => options);
    const runner = await startTestRunner(Object.assign({}, ...tried));
    return listDeviations(runner).finally(() => runner.close());
  }

  it.each(OPTIONS)('reports no deviation: $what', async ({ together }) => {
    const run = runs.get(together) ?? listDeviationsWithOptions(together);
    runs.set(together, run);
    expect(await run).toEqual([]);
  });
});

/** Ways that are allowed. Those with the same number are tried at once. */
const ALLOWED: readonly { what: string; together: number; alteration: Alteration }[] = [
  {
    what: 'fields that are not documented',
    together: 1,
    alteration: changePayments((one) => ({ ...one, extra: 1 })),
  },
  {
    what: 'no balances, risk and actions',
    together: 2,
    alteration: changePayments(({ balances, risk, actions, ...one }) => one),
  },
  {
    what: 'times without fractions and with another zone',
    together: 1,
    alteration: changePayments((one) => ({
      ...one,
      requested_on: String(one['requested_on']).replace(/\.\d+Z$/, '+00:00'),
    })),
  },
  {
    what: 'masked dates of expiry',
    together: 1,
    alteration: changePayments(({ source, ...one }) => ({
      ...one,
      source: { ...Object(source), expiry_month: '**', expiry_year: '****' },
    })),
  },
  {
    what: 'tokens that are valid for 30 days',
    together: 1,
    alteration: changeBody('getToken', 200, (body) => ({ ...body, expires_in: 30 * 86_400 })),
  },
  {
    what: 'identifiers in capitals and digits',
    together: 2,
    alteration: async (request, respond) => {
      const original = { path: fromCapitals(request.path), body: fromCapitals(request.body) };
      Object.assign(request, original);
      const response = await respond();
      return { ...response, body: toCapitals(response.body) };
    },
  },
  {
    what: 'a summary in other words, where any is documented',
    together: 1,
    alteration: changeBody('requestPayment', 201, (body) => ({ ...body, response_summary: 'OK' })),
  },
  {
    what: 'actions without the optional fields',
    together: 2,
    alteration: changeBody('getPaymentActions', 200, (body) =>
      Object.values(body).map((action) => {
        const { authorization_type, reference, metadata, response_summary, ...rest } = Object(action);
        return rest;
      }),
    ),
  },
  {
    what: 'a string that is a security code by chance',
    together: 1,
    alteration: changePayments((one) => ({ ...one, eci: '100', response_summary: 'Order 100' })),
  },
  {
    what: 'no date, so that times can only be compared with each other',
    together: 2,
    alteration: async (_request, respond) => {
      const response = await respond();
      const headers = new Headers(response.headers);
      headers.delete('Date');
      return { ...response, headers };
    },
  },
  {
    what: 'the first response for another body with a used key',
    together: 2,
    alteration: repeatFirstResponse(),
  },
  {
    what: 'a bare array as the result of a search',
    together: 2,
    alteration: changeBody('searchPayments', 202, ({ data }) => data),
  },
];

describe('checkLive on a server that behaves in another way that is allowed', () => {
  let runner: TestRunner;
  beforeAll(async () => {
    runner = await startTestRunner();
  });
  afterEach(() => runner.provider.sandbox.reset());
  afterAll(() => runner.close());

  const runs = new Map<number, Promise<string[]>>();

  function listDeviationsTogether(number: number): Promise<string[]> {
    const tried = ALLOWED.filter(({ together }) => together === number);
    const run =
      runs.get(number) ?? listDeviations(runner, combine(tried.map(({ alteration }) => alteration)));
    runs.set(number, run);
    return run;
  }

  it.each(ALLOWED)('reports no deviation: $what', async ({ together }) => {
    expect(await listDeviationsTogether(together)).toEqual([]);
  });

  it.each<{ what: string; alteration: Alteration; note: string }>([
    {
      what: 'a status',
      alteration: changeBody('getPaymentDetails', 200, (body) => ({ ...body, status: 'Settling' })),
      note: 'getPaymentDetails 200: body.status is `Settling`, which is not a documented value: no deviation, because enums in responses are open (of a payment, of a payment, again).',
    },
    {
      what: 'the type of an action',
      alteration: changeBody('getPaymentActions', 200, (body) =>
        Object.values(body).map((action) => ({ ...Object(action), type: 'Risk Assessment' })),
      ),
      note: 'getPaymentActions 200: body.*.type is `Risk Assessment`, which is not a documented value: no deviation, because enums in responses are open (of a payment).',
    },
    {
      what: 'a reason why no token is issued',
      alteration: changeBody('getToken', 400, (body) => ({ ...body, error: 'access_denied' })),
      note: 'getToken 400: body.error is `access_denied`, which is not a documented value: no deviation, because enums in responses are open (with a wrong secret).',
    },
  ])('notes a new member of an open enum, and judges nothing by it: $what', async ({ alteration, note }) => {
    await makePayment(runner.provider.sandbox);
    const { report } = await runner.run({}, alteration);
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(report.notes).toEqual([note]);
  });

  it('notes a documented failure of the server, and reports no deviation for it or what follows', async () => {
    let failures = 0;
    const { report } = await runner.run(WRITES, async ({ operationId }, respond) => {
      const response = await respond();
      // The capture took effect although its response says that a system failed.
      const isFailing = operationId === 'capturePayment' && response.status === 202 && failures++ === 0;
      return isFailing ? FAILURE : response;
    });
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(report.notes).toEqual([
      'capturePayment 502: status is 502: the request failed, which is documented and no deviation (of a part).',
    ]);
    expect(exitStatus(report)).toBe(0);
  });

  it('notes that a payment request was put off by a limit of the rate, and goes on with its repetition', async () => {
    let requests = 0;
    const { report } = await runner.run(
      WRITES,
      limitRate(() => requests++ === 0),
    );
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(report.notes).toEqual([
      'requestPayment 429: status is 429: the request was put off, which is documented and no deviation (to void).',
    ]);
    expect(exitStatus(report)).toBe(0);
  });

  it('holds nothing when every payment request is put off', async () => {
    const { report } = await runner.run(
      WRITES,
      limitRate(() => true),
    );
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(report.held).toBeNull();
    expect(exitStatus(report)).toBe(2);
  });

  it('takes a failed repetition of a request for a failure, and not for another response to its key', async () => {
    const { report } = await runner.run(WRITES, failRepetitions('requestPayment'));
    expect(report.deviations.map(formatDeviation)).toEqual([]);
  });

  it('reports a secret in the body of a failure that is documented', async () => {
    let requests = 0;
    const { report } = await runner.run(WRITES, async ({ operationId, body }, respond) => {
      const response = await respond();
      const isFailing = operationId === 'requestPayment' && requests++ === 0;
      const headers = new Headers({ 'Content-Type': 'text/html' });
      return isFailing ? { status: 502, headers, body: `<h1>Bad gateway</h1>${body}` } : response;
    });
    expect(report.deviations.map(formatDeviation)).toEqual([
      'requestPayment 502: body or a header contains the `number` of a request',
    ]);
    expect(exitStatus(report)).toBe(1);
  });

  it('reports that a repetition is refused as a duplicate after the first request has ended', async () => {
    const { report } = await runner.run(
      WRITES,
      changeRepetitions((operationId) =>
        operationId === 'requestPayment' ? refuse('duplicate_request') : undefined,
      ),
    );
    expect(report.deviations.map(formatDeviation)).toEqual([
      'requestPayment 429: status is 429 instead of 201 when the request is repeated with its idempotency key',
    ]);
    expect(exitStatus(report)).toBe(1);
  });

  it.each([
    {
      what: 'incrementAuthorization of a payment of this run, repeated with its key',
      alter: () => failRepetitions('incrementAuthorization'),
      exit: 2,
    },
    {
      what: 'requestPayment to capture, repeated with its key',
      alter: () => failRepetitions('requestPayment'),
      exit: 2,
    },
    {
      what: 'requestPayment of another amount with a used key',
      alter: (): Alteration => (request, respond) => (hasUsedKey(request) ? FAILURE : respond()),
      // It may have made a payment.
      exit: 1,
    },
  ])('says that what another success does not show was not checked: $what', async ({ what, alter, exit }) => {
    const { report } = await runner.run(WRITES, alter());
    expect(report.deviations.map(formatDeviation)).toEqual([]);
    expect(report.unchecked).toContain(`${what} was not checked, because its response is a 502.`);
    expect(exitStatus(report)).toBe(exit);
  });

  it('takes a success of one repeated payment request for that of the others', async () => {
    let repetitions = 0;
    const { report } = await runner.run(
      WRITES,
      changeRepetitions((operationId) =>
        operationId === 'requestPayment' && repetitions++ === 0 ? FAILURE : undefined,
      ),
    );
    expect(report.unchecked).toEqual([]);
    expect(exitStatus(report)).toBe(0);
  });

  it.each(['', '<h1>Too many requests</h1>'])(
    'notes a limit of the rate for a request with a used key, whatever its body: %j',
    async (text) => {
      const headers = new Headers({ 'Content-Type': 'text/html', 'Retry-After': '1' });
      const { report } = await runner.run(WRITES, (request, respond) =>
        hasUsedKey(request) ? { status: 429, headers, body: text } : respond(),
      );
      expect(report.deviations.map(formatDeviation)).toEqual([]);
      expect(report.notes.join()).toContain('requestPayment 429: ');
    },
  );

  it.each([
    { what: 'captures', operations: ['capturePayment'] },
    { what: 'voids and reversals', operations: ['voidPayment', 'reversePayment'] },
  ])('counts $what with an undocumented success or a lost response as asked for', async ({ operations }) => {
    for (const status of [200, undefined]) {
      const { report } = await runner.run(WRITES, async ({ operationId = '' }, respond) => {
        const response = await respond();
        if (!operations.includes(operationId)) return response;
        return status === undefined ? undefined : { ...response, status, body: '' };
      });
      const problems = report.deviations.map(formatDeviation);
      expect(problems.filter((line) => line.includes('were asked for'))).toEqual([]);
      expect(problems.filter((line) => line.includes('is not what is authorized'))).toEqual([]);
    }
  });

  it('says that a missing reference is missing, once, and only where the page says that it is repeated', async () => {
    const listed = await listDeviations(
      runner,
      changePayments(({ reference, ...one }) => one),
    );
    expect(listed).toEqual([
      'getPaymentDetails 200: body.reference is missing, although the payment request has one',
    ]);
  });
});

const toCapitals = (text: string) =>
  text.replace(/\b(pay|act)_(\w{26})\b/g, (_, kind, id) => `${kind}_${id.toUpperCase()}`);
const fromCapitals = (text: string) =>
  text.replace(/\b(pay|act)_(\w{26})\b/g, (_, kind, id) => `${kind}_${id.toLowerCase()}`);

/** A documented failure of a gateway. */
const FAILURE: AlteredResponse = { status: 502, headers: new Headers(), body: '' };

/** A provider that puts payment requests off. */
function limitRate(isLimited: () => boolean): Alteration {
  return ({ operationId }, respond) =>
    operationId === 'requestPayment' && isLimited() ? refuse('too_many_requests') : respond();
}

/** A documented 429. */
function refuse(code: string): AlteredResponse {
  const body = { request_id: '1', error_type: 'request_invalid', error_codes: [code] };
  const headers = new Headers({ 'Content-Type': 'application/json', 'Retry-After': '1' });
  return { status: 429, headers, body: JSON.stringify(body) };
}

/** A provider that responds in another way to a request that is repeated with its idempotency key. */
function changeRepetitions(
  change: (operationId: string | undefined) => AlteredResponse | undefined,
): Alteration {
  const seen = new Map<string, string>();
  return ({ operationId, headers, body }, respond) => {
    const key = headers.get('Cko-Idempotency-Key') ?? '';
    const isRepeated = key !== '' && seen.get(key) === body;
    seen.set(key, body);
    return (isRepeated && change(operationId)) || respond();
  };
}

/** A provider that looks at the key alone. */
function repeatFirstResponse(): Alteration {
  const bodies = new Map<string, string>();
  return async (request, respond) => {
    const key = request.headers.get('Cko-Idempotency-Key');
    if (key !== null && request.operationId === 'requestPayment') {
      Object.assign(request, { body: bodies.get(key) ?? request.body });
      bodies.set(key, request.body);
    }
    return respond();
  };
}

/** A provider that fails at every request of an operation that is repeated with its idempotency key. */
function failRepetitions(failing: string): Alteration {
  return changeRepetitions((operationId) => (operationId === failing ? FAILURE : undefined));
}

/** Returns true for the request of another amount with a used key. */
function hasUsedKey({ operationId, body }: ProviderRequest): boolean {
  return operationId === 'requestPayment' && JSON.parse(body).amount === AMOUNT + 1;
}
