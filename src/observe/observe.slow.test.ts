import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.js';
import { createJournal, type JournalStore } from '../journal.js';
import { createFetchClient } from '../openapi-fetch.js';
import type { ObservedResponse } from '../options.js';
import { rawRequest } from '../raw-request.js';
import { catchError } from '../testing/catch-error.js';
import { changeBody, replaceParts, startObservedApi } from '../testing/observed-api.js';
import { FakePlatform } from '../testing/platform.js';
import { createObserver, type ObserveOptions, observe } from './observe.js';
import type { ObservationReport } from './report.js';

const CARD = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030, cvv: '100' };
const ORDER = { amount: 1000, currency: 'USD', source: CARD };
const UNKNOWN_ID = 'pay_aaaaaaaaaaaaaaaaaaaaaaaaaa';

/** A documented response: that of a payment which does not exist. */
const NOT_FOUND = createResponse(404);

function createResponse(status: number, text = '', headers: Record<string, string> = {}): ObservedResponse {
  return { status, text, headers: new Headers(headers), problem: undefined };
}

function createJson(status: number, value: unknown): ObservedResponse {
  return createResponse(status, JSON.stringify(value), { 'Content-Type': 'application/json' });
}

/** Creates an observer whose time and randomness the test controls. */
function setUp(options: ObserveOptions = { sample: 1 }) {
  const platform = new FakePlatform();
  const observer = createObserver(options, platform);
  const countChecked = () =>
    observer.read().answered.reduce((sum, { statuses }) => sum + Object.values(statuses).reduce(add, 0), 0);
  return { platform, observer, countChecked };
}

function add(one: number, other: number): number {
  return one + other;
}

function findVerdict({ inferred }: ObservationReport, name: string) {
  return inferred.find((one) => `${one.group} ${one.name}` === name);
}

describe('observe', () => {
  it.each([
    ['sample', { sample: 1.5 }],
    ['sample', { sample: -0.1 }],
    ['sample', { sample: Number.NaN }],
    ['sample', { sample: '1' }],
    ['report', { report: 'log' }],
  ])('rejects a %s that it cannot use: %j', async (name, options) => {
    const error = await catchError(async () => observe(options as never));

    expect(error).toMatchObject({ kind: 'config', message: expect.stringContaining(`\`${name}\` must be`) });
  });

  it('checks one of a hundred responses by default', async () => {
    const { platform, observer, countChecked } = setUp({});

    platform.randomness = 0.01;
    observer('getPaymentDetails', NOT_FOUND);
    platform.randomness = 0.0099;
    observer('getPaymentDetails', NOT_FOUND);
    await platform.advance(1);

    expect(countChecked()).toBe(1);
    expect(observer.read().notes).toEqual([
      '1 of 2 responses were checked, with a sample of 0.01.',
      expect.stringMatching(/^Requests were not checked/),
    ]);
  });

  it('goes on after a check that fails, and says so', async () => {
    const { platform, observer, countChecked } = setUp();
    const get = () => {
      throw new Error('no header');
    };

    observer('getPaymentDetails', { ...createJson(200, {}), headers: { get } });
    observer('getPaymentDetails', NOT_FOUND);
    await platform.advance(1);

    expect(countChecked()).toBe(1);
    expect(observer.read().notes).toEqual([
      '1 of 2 responses were checked, with a sample of 1.',
      expect.stringMatching(/^Requests were not checked/),
      '1 response was left out, as the check failed.',
    ]);
  });

  it('checks nothing with a sample of 0, and everything with a sample of 1', async () => {
    const [none, all] = [setUp({ sample: 0 }), setUp({ sample: 1 })];

    for (const { platform, observer, randomness } of [
      { ...none, randomness: 0 },
      { ...all, randomness: 0.999_999 },
    ]) {
      platform.randomness = randomness;
      observer('getPaymentDetails', NOT_FOUND);
      await platform.advance(1);
    }

    expect([none.countChecked(), all.countChecked()]).toEqual([0, 1]);
  });

  it('checks 20 responses of a sample per second, after a first 1,000, and says how many it left out', async () => {
    const { platform, observer, countChecked } = setUp({ sample: 0.5 });
    const all = setUp({ sample: 1 });
    const observeEach = async (calls: number) => {
      for (let call = 0; call < calls; call += 1) {
        for (const one of [observer, all.observer]) one('getPaymentDetails', NOT_FOUND);
        if (call % 100 === 99) for (const one of [platform, all.platform]) await one.advance(0);
      }
    };
    platform.randomness = 0.1;

    await observeEach(1_100);
    expect(countChecked()).toBe(1_000);
    await platform.advance(2_000);
    await observeEach(200);

    expect([countChecked(), all.countChecked()]).toEqual([1_040, 1_300]);
    expect(observer.read().notes).toContain(
      '260 responses were left out, as there were more than 20 per second.',
    );
  });

  it('checks a response in a later turn, and one response in a turn', async () => {
    const { platform, observer, countChecked } = setUp();
    const counts: number[] = [];
    const { setTimeout } = platform;
    Object.assign(platform, {
      setTimeout: (callback: () => void, ms: number) =>
        setTimeout(() => {
          counts.push(countChecked());
          callback();
        }, ms),
    });

    for (let call = 0; call < 3; call += 1) observer('getPaymentDetails', NOT_FOUND);
    expect(countChecked()).toBe(0);
    await platform.advance(1);

    expect([...counts, countChecked()]).toEqual([0, 1, 2, 3]);
    expect(platform.pending).toEqual([]);
  });

  it('leaves out a body whose check would take long, and says so', async () => {
    const { platform, observer, countChecked } = setUp();

    observer('getPaymentDetails', createResponse(404, 'x'.repeat(200_001)));
    observer('getPaymentDetails', createResponse(404, 'x'.repeat(200_000)));
    await platform.advance(1);

    expect(countChecked()).toBe(1);
    expect(observer.read().notes).toContain('1 response was left out, with more than 200000 characters.');
  });

  it('keeps a million characters at most, so that bursts of long bodies take no memory', async () => {
    const { platform, observer, countChecked } = setUp();

    for (let call = 0; call < 6; call += 1)
      observer('getPaymentDetails', createResponse(404, 'x'.repeat(190_000)));
    await platform.advance(1);
    observer('getPaymentDetails', createResponse(404, 'x'.repeat(200_000)));
    await platform.advance(1);

    expect(countChecked()).toBe(6);
    expect(observer.read().notes).toContain('1 response was left out, as too many came at once.');
  });

  it('says how many bodies could not be read', async () => {
    const { platform, observer, countChecked } = setUp();

    observer('getPaymentDetails', { ...createResponse(404, ''), problem: 'is not UTF-8' });
    await platform.advance(1);

    expect(countChecked()).toBe(1);
    expect(observer.read().notes).toContain(
      '1 response was checked without the body, which could not be read.',
    );
  });

  it('checks further responses where timers end with the request that they serve', async () => {
    const { platform, observer, countChecked } = setUp();
    const { setTimeout } = platform;
    Object.assign(platform, { setTimeout: () => 0 });
    observer('getPaymentDetails', NOT_FOUND);
    Object.assign(platform, { setTimeout });

    await platform.advance(1_000);
    observer('getPaymentDetails', NOT_FOUND);
    await platform.advance(1);
    expect(countChecked()).toBe(0);
    observer('getPaymentDetails', NOT_FOUND);
    await platform.advance(1);

    expect(countChecked()).toBe(3);
  });

  it('settles when no response waits to be checked', async () => {
    const { platform, observer, countChecked } = setUp();
    let isSettled = false;

    await observer.settled();
    for (let call = 0; call < 3; call += 1) observer('getPaymentDetails', NOT_FOUND);
    const settled = observer.settled().then(() => {
      isSettled = true;
    });
    await Promise.resolve();
    expect(isSettled).toBe(false);
    await platform.advance(1);
    await settled;

    expect(countChecked()).toBe(3);
    expect(platform.pending).toEqual([]);
  });

  it('settles where the timers of an earlier request are lost', async () => {
    const { platform, observer, countChecked } = setUp();
    const { setTimeout } = platform;
    Object.assign(platform, { setTimeout: () => 0 });
    observer('getPaymentDetails', NOT_FOUND);
    Object.assign(platform, { setTimeout });

    const settled = observer.settled();
    await platform.advance(1);
    await settled;

    expect(countChecked()).toBe(1);
  });

  it('keeps at most a hundred responses, and says how many it left out', async () => {
    const { platform, observer, countChecked } = setUp();

    for (let call = 0; call < 103; call += 1) observer('getPaymentDetails', NOT_FOUND);
    await platform.advance(1);

    expect(countChecked()).toBe(100);
    expect(observer.read().notes).toContain('3 responses were left out, as too many came at once.');
  });

  it('reports only what is new, and counts what is known', async () => {
    const reports: ObservationReport[] = [];
    const { platform, observer } = setUp({ sample: 1, report: (report) => void reports.push(report) });

    for (const status of [410, 410, 411]) {
      observer('getPaymentDetails', createResponse(status));
      await platform.advance(1);
    }

    expect(reports.map(({ deviations }) => deviations.map((one) => one.status))).toEqual([[410], [410, 411]]);
    expect(observer.read().deviations).toMatchObject([
      { count: 2, probes: ['in 2 responses to calls of a program'] },
      { count: 1, probes: ['in 1 response to calls of a program'] },
    ]);
  });

  it('counts a deviation once a response, however many items have it', async () => {
    const { platform, observer } = setUp();

    observer('getPaymentsList', createJson(202, { total_count: 2, skip: 0, limit: 10, data: [1, 2] }));
    await platform.advance(1);

    expect(observer.read().deviations).toMatchObject([{ pointer: '/data/*', keyword: 'type', count: 1 }]);
  });

  it.each([0, {}])('does not block the program for long by a list of broken items: %j', async (item) => {
    const { platform, observer } = setUp();

    // A search among the problems of all items took minutes.
    observer('getPaymentActions', createJson(200, Array(60_000).fill(item)));
    await platform.advance(1);

    expect(observer.read().deviations.map(({ pointer }) => pointer)).toContain('/*');
  });

  it('checks the first thousands of items, and no further ones', async () => {
    const [within, beyond] = [setUp(), setUp()];

    for (const [{ platform, observer }, length] of [
      [within, 9_000],
      [beyond, 11_000],
    ] as const) {
      observer('getPaymentActions', createJson(200, [...Array(length).fill(0), 'x']));
      await platform.advance(1);
    }

    const readProblems = ({ observer }: typeof within) =>
      observer.read().deviations.map(({ problem }) => problem);
    expect(readProblems(within)).toContain('is of type string, not object');
    expect(readProblems(beyond)).not.toContain('is of type string, not object');
  });

  const PAYMENT = {
    id: `pay_${'a'.repeat(26)}`,
    requested_on: '2026-11-26T00:00:00Z',
    amount: 1000,
    currency: 'USD',
    approved: true,
    status: 'Captured',
    source: { type: 'card' },
    _links: { self: { href: 'https://a/b' }, actions: { href: 'https://a/c' } },
  };

  it('does not take a payment with wrong balances for a payout', async () => {
    const { platform, observer } = setUp();
    const balances = { total_authorized: '1', total_voided: '1', total_captured: '1', total_refunded: '1' };

    observer('getPaymentDetails', createJson(200, { ...PAYMENT, balances }));
    await platform.advance(1);

    expect(observer.read().deviations.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(Object.keys(balances).map((name) => `/balances/${name}`)),
    );
    expect(observer.read().deviations.filter(({ keyword }) => keyword !== 'type')).toEqual([]);
  });

  it('refutes nothing of one form of a payment by an item of another form', async () => {
    const { platform, observer } = setUp();
    const payout = { ...PAYMENT, id: 'po_1', status: 'Returned', destination: { type: 'x' } };

    observer(
      'getPaymentsList',
      createJson(202, { total_count: 2, skip: 0, limit: 10, data: [PAYMENT, payout] }),
    );
    await platform.advance(1);

    const verdicts = observer
      .read()
      .inferred.filter(
        ({ group, name }) =>
          /^Searched(Payment|Payout)$|^Pay(ment|out)$/.test(group) && name === 'id pattern',
      )
      .filter(({ verdict }) => verdict !== 'not exercised')
      .map(({ group, verdict }) => `${group} ${verdict}`);
    expect(verdicts.sort()).toEqual([
      expect.stringMatching(/Payment confirmed$/),
      expect.stringMatching(/Payout refuted$/),
    ]);
  });

  it('keeps a thousand deviations at most, and says so', async () => {
    const { platform, observer } = setUp();

    for (const operationId of Object.keys(operations)) {
      for (let status = 600; status < 700; status += 1) {
        observer(operationId, createResponse(status));
        await platform.advance(1);
      }
    }

    expect(observer.read().deviations).toHaveLength(1_000);
    expect(observer.read().notes).toContain('Only the first 1000 different deviations were kept.');
  });

  it('ignores a response of a request that the description does not have', async () => {
    const { platform, observer } = setUp();

    observer('rawRequest', createResponse(418, 'tea'));
    await platform.advance(1);

    expect(observer.read().deviations).toEqual([]);
  });

  it('says nothing about a body that could not be read', async () => {
    const { platform, observer } = setUp();

    const headers = new Headers({ 'Content-Type': 'application/json' });
    observer('getPaymentsList', { status: 202, text: '', headers, problem: 'a body that is too long' });
    await platform.advance(1);

    const report = observer.read();
    expect(report.deviations).toEqual([]);
    expect(report.inferred.filter(({ verdict }) => verdict !== 'not exercised')).toEqual([]);
  });

  it('goes on after a response that it cannot check', async () => {
    const { platform, observer, countChecked } = setUp();
    const headers = { get: () => expect.fail('The headers cannot be read.') };

    observer('getPaymentActions', { ...NOT_FOUND, status: 200, text: '[]', headers });
    observer('getPaymentDetails', NOT_FOUND);
    await platform.advance(1);

    expect(countChecked()).toBe(1);
  });

  it.each([
    [404, 'refuted'],
    [405, 'refuted'],
    [501, 'refuted'],
    [500, 'not exercised'],
  ])('takes an undocumented %i for a path that is %s', async (status, verdict) => {
    const { platform, observer } = setUp();

    observer('getPaymentsList', createResponse(status));
    await platform.advance(1);

    expect(findVerdict(observer.read(), 'paths GET /payments')?.verdict).toBe(verdict);
  });

  it.each([
    ['application/json', 'confirmed'],
    ['application/json ; charset=utf-8', 'confirmed'],
    ['application/json-seq', 'refuted'],
    ['text/html', 'refuted'],
  ])('takes %s for a content that is %s', async (type, verdict) => {
    const { platform, observer } = setUp();
    const text = JSON.stringify({ total_count: 0, skip: 0, limit: 10, data: [] });

    observer('getPaymentsList', createResponse(202, text, { 'Content-Type': type }));
    await platform.advance(1);

    const content = observer
      .read()
      .inferred.find(({ pointer, keyword }) => pointer.endsWith('/PaymentsListed') && keyword === 'content');
    expect(content?.verdict).toBe(verdict);
  });
});

describe('an observed client', () => {
  it('returns a response before it is checked', async () => {
    const { client, observer, report } = await startObservedApi(
      changeBody('requestPayment', 201, (body) => ({ ...body, approved: 'yes' })),
    );

    const { approved } = await client.requestPayment(ORDER);

    expect(approved).toBe('yes');
    expect(observer.read().answered.find((one) => one.operationId === 'requestPayment')?.statuses).toEqual(
      {},
    );
    expect((await report()).deviations).toMatchObject([{ place: 'body.approved', keyword: 'type' }]);
  });

  it.each<[string, () => unknown]>([
    ['throws', () => expect.fail('The report failed.')],
    ['rejects', () => Promise.reject(new Error('The report failed.'))],
  ])('is not disturbed by a report that %s', async (_what, report) => {
    const { platform, observer } = setUp({ sample: 1, report: report as () => void });
    const { client } = await startObservedApi(undefined, { observer });

    await client.requestPayment(ORDER);
    await platform.advance(1);

    expect(observer.read().answered[2]).toEqual({ operationId: 'requestPayment', statuses: { 201: 1 } });
  });

  it.each<[string, () => unknown]>([
    ['throws', () => expect.fail('The observer failed.')],
    ['rejects', () => Promise.reject(new Error('The observer failed.'))],
  ])('is not disturbed by an observer that %s', async (_what, observer) => {
    const { client } = await startObservedApi(undefined, { observer: observer as () => void });

    expect((await client.requestPayment(ORDER)).approved).toBe(true);
  });

  it('rejects an observer that is not a function', async () => {
    const error = await catchError(() => startObservedApi(undefined, { observer: {} as never }));

    expect(error).toMatchObject({
      kind: 'config',
      message: '`observer` must be a function, such as `observe()` of `lddpay/observe` returns.',
    });
  });

  it('observes every attempt of a call', async () => {
    const { client, report } = await startObservedApi(replaceParts('requestPayment', 201, { status: 503 }), {
      maxRetries: 2,
    });

    await catchError(() => client.requestPayment(ORDER));

    expect((await report()).deviations).toMatchObject([{ status: 503, keyword: 'undocumented', count: 3 }]);
  });

  it('says which inferred elements its responses confirm, and which they refute', async () => {
    const { client, report } = await startObservedApi(
      changeBody('getPaymentDetails', 200, (body) => ({ ...body, id: 'pay-1' })),
    );

    const { id } = await client.requestPayment(ORDER);
    await client.getPaymentDetails(id);
    await catchError(() => client.getPaymentActions(UNKNOWN_ID));

    const found = await report();
    expect(findVerdict(found, 'paths POST /payments')).toMatchObject({
      verdict: 'confirmed',
      seen: 'requestPayment 201',
      pointer: '/paths/~1payments/post',
      reason: expect.stringContaining('checkout-api-reference'),
    });
    expect(findVerdict(found, 'Payment id pattern')).toMatchObject({
      verdict: 'refuted',
      seen: 'getPaymentDetails 200: it does not match `^(pay)_(\\w{26})$`',
    });
    expect(findVerdict(found, 'Payment currency pattern')?.verdict).toBe('confirmed');
    // Any server responds with 404 to a path that it does not know.
    expect(findVerdict(found, 'paths GET /payments/{id}/actions')?.verdict).toBe('not exercised');
    expect(findVerdict(found, 'RefundRequest signature pattern')?.verdict).toBe('not exercised');
  });

  it('refutes a path to which the API responds as to one that it does not know', async () => {
    const { client, report } = await startObservedApi(replaceParts('getPaymentsList', 202, { status: 405 }));

    await catchError(() => client.getPaymentsList({ reference: 'a' }));

    expect(findVerdict(await report(), 'paths GET /payments')).toMatchObject({
      verdict: 'refuted',
      seen: 'getPaymentsList 405',
    });
  });

  it('reports no value of a response', async () => {
    const secret = '4242424242424242';
    const { client, report } = await startObservedApi(
      changeBody('requestPayment', 201, () => ({
        id: 4242424242424242,
        [secret]: secret,
        status: [secret],
        _links: { self: secret, [secret]: { href: 1 } },
      })),
    );

    await client.requestPayment(ORDER);

    const found = await report();
    expect(found.deviations.map(({ pointer }) => pointer)).toEqual(['/id', '/status', '/_links/self']);
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  it('is observed through its journal and its openapi-fetch client, but not through rawRequest', async () => {
    const { client, report } = await startObservedApi();
    const entries = new Map<string, string>();
    const store: JournalStore = {
      getItem: (key) => entries.get(key) ?? null,
      setItem: (key, value) => void entries.set(key, value),
      removeItem: (key) => entries.delete(key),
      getKeys: () => [...entries.keys()],
    };

    await createJournal(client, { store }).requestPayment('ORD-17', ORDER);
    const path = { id: UNKNOWN_ID };
    await catchError(() => createFetchClient(client).GET('/payments/{id}', { params: { path } }));
    await rawRequest(client, 'GET', '/payments', { query: { reference: 'a' } });

    const { answered, notes } = await report();
    expect(answered.filter(({ statuses }) => Object.keys(statuses).length > 0)).toEqual([
      { operationId: 'getToken', statuses: { 200: 1 } },
      { operationId: 'requestPayment', statuses: { 201: 1 } },
      { operationId: 'getPaymentDetails', statuses: { 404: 1 } },
    ]);
    expect(notes[0]).toBe('3 of 3 responses were checked, with a sample of 1.');
  });

  it('returns a huge body, which the observer leaves out', async () => {
    const { client, report } = await startObservedApi(
      changeBody('requestPayment', 201, (body) => ({ ...body, note: 'x'.repeat(1_000_000) })),
    );

    expect(await client.requestPayment(ORDER)).toMatchObject({ note: expect.stringMatching(/^x{1000000}$/) });

    expect((await report()).notes[2]).toMatch(/^1 response was left out/);
  });
});
