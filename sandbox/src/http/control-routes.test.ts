import { describe, expect, it } from 'vitest';
import { createSandbox } from '../index.js';
import { type Api, connect, openApi } from '../testing/api.js';
import { DAY, UNKNOWN_ID } from '../testing/fixtures.js';

/** Sends a request to a control, without a token. Returns its status and parsed body. */
async function control(api: Api, method: string, path: string, body?: unknown) {
  const response = await api.request(method, `/_sandbox/${path}`, body, { token: '' });
  const text = await response.text();
  return { status: response.status, body: text && JSON.parse(text) };
}

describe('the controls over HTTP', () => {
  it('return the ledger and the requests as the library does', async () => {
    const api = await openApi();
    await api.pay({}, { key: 'key-1' });

    expect(await control(api, 'GET', 'ledger')).toEqual({ status: 200, body: api.sandbox.ledger() });
    expect(await control(api, 'GET', 'requests')).toEqual({ status: 200, body: api.sandbox.requests() });
    expect(api.sandbox.ledger()).toHaveLength(2);
    expect(api.sandbox.requests()).toHaveLength(2);
  });

  it('carry out everything that is due before they return the ledger', async () => {
    let now = 0;
    const api = await connect(createSandbox({ now: () => now, captureDelay: 10 }));
    await api.charge();
    now = 10;

    const { body } = await control(api, 'GET', 'ledger');

    expect(body).toMatchObject([
      { type: 'Authorization', at: 0 },
      { type: 'Capture', at: 10 },
    ]);
  });

  it('return and advance the clock', async () => {
    const api = await openApi();
    const start = Date.UTC(2026, 0, 1);
    const id = await api.authorize();

    expect(await control(api, 'GET', 'clock')).toEqual({ status: 200, body: { now: start } });
    expect(await control(api, 'POST', 'clock', { advance: 7 * DAY })).toEqual({
      status: 200,
      body: { now: start + 7 * DAY },
    });
    expect(await api.details(id)).toMatchObject({ status: 'Expired' });
  });

  it('inject faults and clear them', async () => {
    const api = await openApi();
    const id = await api.authorize();
    const read = async () => (await api.request('GET', `/payments/${id}`)).status;
    const fault = { effect: 'status', status: 503, times: 5 };

    expect(await control(api, 'POST', 'faults', fault)).toEqual({ status: 204, body: '' });
    expect(await read()).toBe(503);
    expect(await control(api, 'DELETE', 'faults')).toEqual({ status: 204, body: '' });
    expect(await read()).toBe(200);
  });

  it('inject a late arrival, which follows the clock', async () => {
    const api = await openApi();
    const id = await api.authorize();
    const fault = { operationId: 'capturePayment', effect: 'late', ms: 60_000 };

    expect(await control(api, 'POST', 'faults', fault)).toEqual({ status: 204, body: '' });
    await expect(api.capture(id)).rejects.toThrow('fetch failed');
    await control(api, 'POST', 'clock', { advance: 60_000 });

    expect((await control(api, 'GET', 'requests')).body.at(-1)).toMatchObject({ status: 202 });
    expect((await control(api, 'GET', 'ledger')).body.at(-1)).toMatchObject({ type: 'Capture' });
  });

  it('carry out everything that is due before they return the requests', async () => {
    let now = 0;
    const api = await connect(createSandbox({ now: () => now }));
    api.sandbox.faults.inject({ effect: 'late', ms: 10 });
    await expect(api.get('/payments?reference=a')).rejects.toThrow('fetch failed');
    now = 10;

    const { body } = await control(api, 'GET', 'requests');

    expect(body).toMatchObject([{ status: 200 }, { status: 0 }, { status: 202, at: 10 }]);
  });

  it('change how keys are kept and compared', async () => {
    const api = await openApi();
    const changes = { keyLifetime: 1000, strictKeys: true };

    const { status, body } = await control(api, 'PATCH', 'options', changes);

    expect({ status, body }).toMatchObject({ status: 200, body: changes });
    const id = await api.charge();
    const refund = (timestamp: string) =>
      api.refund(id, { refund_amount: 100, timestamp }, { key: 'key-1' }).then((response) => response.status);
    expect([await refund('1767225600'), await refund('1767225660')]).toEqual([202, 422]);
    api.sandbox.clock.advance(1000);
    expect(await refund('1767225660')).toBe(202);
  });

  it('revoke all tokens', async () => {
    const api = await openApi();

    expect(await control(api, 'DELETE', 'tokens')).toEqual({ status: 204, body: '' });

    expect((await api.get(`/payments/${UNKNOWN_ID}`)).status).toBe(401);
  });

  it('reset the sandbox', async () => {
    const api = await openApi();
    await api.charge();

    expect(await control(api, 'POST', 'reset')).toEqual({ status: 204, body: '' });

    expect(api.sandbox.ledger()).toEqual([]);
  });

  it('reset the sandbox with a new seed', async () => {
    const api = await openApi({ seed: 1 });
    const other = await openApi({ seed: 2 });

    await control(api, 'POST', 'reset', { seed: 2 });
    await api.renewToken();

    expect(await api.authorize()).toBe(await other.authorize());
  });

  it('return the options, and change those that are given', async () => {
    const api = await openApi({ clientId: 'shop', seed: 3 });
    const before = await control(api, 'GET', 'options');
    expect(before).toMatchObject({
      status: 200,
      body: { clientId: 'shop', captureDelay: 0, refundAmountUnit: 'minor', seed: 3 },
    });

    const changes = { captureDelay: 60_000, clientSecret: 'new' };
    const changed = await control(api, 'PATCH', 'options', changes);

    expect(changed).toEqual({ status: 200, body: { ...before.body, ...changes } });
    expect(await control(api, 'GET', 'options')).toEqual(changed);
    expect(api.sandbox.credentials).toMatchObject({ clientId: 'shop', clientSecret: 'new' });
    await api.renewToken();
    expect(await api.details(await api.charge())).toMatchObject({ status: 'Authorized' });
  });

  it('restore the options with a reset', async () => {
    const api = await openApi();
    const { body } = await control(api, 'GET', 'options');

    await control(api, 'PATCH', 'options', { tokenLifetime: 60 });
    await control(api, 'POST', 'reset', { seed: 9 });

    expect(await control(api, 'GET', 'options')).toEqual({ status: 200, body: { ...body, seed: 9 } });
  });

  it('return a seed only while it is that of the identifiers', async () => {
    const api = await connect(createSandbox());
    const readSeed = async () => (await control(api, 'GET', 'options')).body.seed;
    expect(await readSeed()).toEqual(expect.any(Number));

    await control(api, 'POST', 'reset', {});
    expect(await readSeed()).toBeUndefined();

    await control(api, 'POST', 'reset', { seed: 9 });
    await control(api, 'POST', 'reset', {});
    expect(await readSeed()).toBe(9);
  });

  it('are not recorded among the requests', async () => {
    const api = await openApi();

    await control(api, 'GET', 'ledger');
    await control(api, 'POST', 'reset', []);

    expect(api.sandbox.requests()).toHaveLength(1);
  });

  it.each<[string, string, unknown, string]>([
    ['POST', 'clock', {}, 'clock.advance needs an integer of milliseconds, 0 or more.'],
    ['POST', 'clock', { advance: -1 }, 'clock.advance needs an integer'],
    ['POST', 'clock', { advance: 1, x: 2 }, 'clock: `x` must be left out.'],
    ['POST', `challenges/${UNKNOWN_ID}`, { outcom: 'declined' }, 'challenges: `outcom` must be left out.'],
    ['POST', 'clock', { advance: '5' }, 'clock.advance needs an integer'],
    ['POST', 'clock', { advance: 1e308 }, 'clock.advance must not lead beyond the year 9998.'],
    ['POST', 'clock', '{', 'The body must be a JSON object.'],
    ['POST', 'clock', [5], 'The body must be a JSON object.'],
    ['POST', 'clock', null, 'The body must be a JSON object.'],
    ['POST', 'faults', {}, 'faults.inject: `effect` must be one of drop-before, '],
    ['POST', 'faults', { effect: 'status', status: 'x' }, 'faults.inject: `status` must be'],
    ['POST', 'faults', '"drop-after"', 'The body must be a JSON object.'],
    ['POST', 'reset', { seed: 'x' }, 'reset: `seed` must be an integer from -9007199254740991 to '],
    ['POST', 'reset', { sead: 1 }, 'reset: there is no option `sead`.'],
    ['PATCH', 'options', { tokenLifetime: -1 }, '`tokenLifetime` must be a positive number of seconds, '],
    [
      'PATCH',
      'options',
      { tokenLifetime: Number.MAX_SAFE_INTEGER },
      '`tokenLifetime` must be a positive number of seconds, at most 315360000 (ten years).',
    ],
    ['PATCH', 'options', { captureDelay: 5, clientId: '' }, '`clientId` must be a non-empty string.'],
    [
      'PATCH',
      'options',
      { keyLifetime: -1 },
      'options: `keyLifetime` must be an integer of milliseconds from 0 to 315360000000 (ten years).',
    ],
    ['PATCH', 'options', { strictKeys: 'yes' }, 'options: `strictKeys` must be true or false.'],
    ['PATCH', 'options', { seed: 1 }, 'options: `seed` cannot be changed, only clientId, clientSecret, '],
    ['PATCH', 'options', { now: 1 }, 'options: `now` cannot be changed, only'],
    ['PATCH', 'options', { captureDelya: 1 }, 'options: there is no option `captureDelya`. The options are '],
    ['PATCH', 'options', { toString: 1 }, 'options: there is no option `toString`. The options are '],
    ['POST', 'reset', [], 'The body must be a JSON object.'],
    [
      'POST',
      `challenges/${UNKNOWN_ID}`,
      {},
      `challenges.complete: no payment ${UNKNOWN_ID} waits for its payer.`,
    ],
    ['POST', `challenges/${UNKNOWN_ID}`, { outcome: 'won' }, 'challenges.complete: `outcome` must be one of'],
  ])('respond to %s %s with %j with 400 and the reason', async (method, path, body, reason) => {
    const api = await openApi();
    await api.charge();
    const before = [api.sandbox.clock.now(), api.sandbox.ledger()];

    expect(await control(api, method, path, body)).toEqual({
      status: 400,
      body: { error: expect.stringContaining(reason) },
    });

    expect([api.sandbox.clock.now(), api.sandbox.ledger()]).toEqual(before);
  });

  it('reject a body that is too large with 413', async () => {
    const api = await openApi();

    const { status } = await control(api, 'POST', 'faults', { effect: 'x'.repeat(1024 * 1024) });

    expect(status).toBe(413);
  });

  it.each([
    ['GET', 'faults'],
    ['DELETE', 'ledger'],
    ['GET', 'nothing'],
  ])('respond to %s %s with 404', async (method, path) => {
    const api = await openApi();

    expect(await control(api, method, path)).toMatchObject({ status: 404 });
  });
});
