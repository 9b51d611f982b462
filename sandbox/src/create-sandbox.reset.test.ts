import { describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from './index.js';
import { connect, openApi } from './testing/api.js';
import { DAY } from './testing/fixtures.js';

describe('reset', () => {
  it('removes all state and resets the clock', async () => {
    const api = await openApi();
    const id = await api.charge({ reference: 'ORD-1', capture_on: '2026-01-02T00:00:00Z' });
    api.sandbox.faults.inject({ effect: 'status', times: 5 });
    api.sandbox.clock.advance(1000);

    api.sandbox.reset();

    expect(readState(api.sandbox)).toEqual([Date.UTC(2026, 0, 1), [], []]);
    await api.renewToken();
    expect((await api.get(`/payments/${id}`)).status).toBe(404);
    expect((await api.get('/payments?reference=ORD-1')).body).toMatchObject({ total_count: 0 });
    api.sandbox.clock.advance(2 * DAY);
    expect(api.sandbox.ledger()).toEqual([]);
  });

  it('restarts the sequence of the current seed', async () => {
    const api = await openApi({ seed: 5 });
    const id = await api.authorize();

    api.sandbox.reset();
    await api.renewToken();

    expect(await api.authorize()).toBe(id);
  });

  it('keeps a new seed for later resets', async () => {
    const api = await openApi({ seed: 5 });
    const ids: string[] = [];
    for (const options of [{ seed: 6 }, {}]) {
      api.sandbox.reset(options);
      await api.renewToken();
      ids.push(await api.authorize());
    }

    expect(ids[0]).toBe(ids[1]);
  });

  it.each<[string, SandboxOptions]>([
    ['no seed', {}],
    ['the seed null', { seed: null } as object],
  ])('goes on with the identifiers of a sandbox with %s, until one is given', async (_, options) => {
    const api = await connect(createSandbox(options));
    const ids = new Set<unknown>();
    const read = async () => {
      const { body, headers } = await api.pay();
      return [body.id, body.action_id, headers.get('Cko-Request-Id')];
    };
    for (const _reset of [1, 2, 3]) {
      for (const id of await read()) ids.add(id);
      api.sandbox.reset();
    }
    expect(ids.size).toBe(9);

    const seeded: unknown[] = [];
    for (const given of [{ seed: 5 }, {}]) {
      api.sandbox.reset(given);
      seeded.push(await read());
    }
    expect(seeded[0]).toEqual(seeded[1]);
  });

  it.each([0.5, '1', Number.NaN, 2 ** 53])('throws for the seed %s and changes nothing', async (seed) => {
    const api = await openApi();
    await api.charge();

    expect(() => api.sandbox.reset({ seed: seed as number })).toThrow(
      new TypeError('reset: `seed` must be an integer from -9007199254740991 to 9007199254740991.'),
    );

    expect(api.sandbox.ledger()).toHaveLength(2);
  });

  it('throws for an unknown option and changes nothing', async () => {
    const api = await openApi();
    await api.charge();

    expect(() => api.sandbox.reset({ sead: 5 } as object)).toThrow(
      new TypeError('reset: there is no option `sead`. The options are seed.'),
    );

    expect(api.sandbox.ledger()).toHaveLength(2);
  });

  it('keeps the token of a client', async () => {
    const api = await openApi();

    api.sandbox.reset();

    expect((await api.pay()).status).toBe(201);
    api.sandbox.tokens.revokeAll();
    expect((await api.pay()).status).toBe(401);
  });

  it('prevents requests in flight from changing the new state', async () => {
    const api = await openApi();
    api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'delay', ms: 5 });
    const late = api.pay({}, { key: 'key-1' });

    api.sandbox.reset();

    expect((await late).status).toBe(201);
    expect(readState(api.sandbox).slice(1)).toEqual([[], []]);
  });
});

function readState(sandbox: Sandbox) {
  return [sandbox.clock.now(), sandbox.ledger(), sandbox.requests()];
}
