import { describe, expect, it } from 'vitest';
import type { Sandbox } from './index.js';
import { openApi } from './testing/api.js';
import { DAY } from './testing/fixtures.js';

describe('a reset', () => {
  it('leaves nothing behind', async () => {
    const api = await openApi();
    const id = await api.charge({ reference: 'ORD-1', capture_on: '2026-01-02T00:00:00Z' });
    api.sandbox.faults.inject({ effect: 'status', times: 5 });
    api.sandbox.clock.advance(1000);

    api.sandbox.reset();

    expect(contentOf(api.sandbox)).toEqual([Date.UTC(2026, 0, 1), [], []]);
    await api.renewToken();
    expect((await api.get(`/payments/${id}`)).status).toBe(404);
    expect((await api.get('/payments?reference=ORD-1')).body).toMatchObject({ total_count: 0 });
    api.sandbox.clock.advance(2 * DAY);
    expect(api.sandbox.ledger()).toEqual([]);
  });

  it('begins the seed of before anew', async () => {
    const api = await openApi({ seed: 5 });
    const id = await api.authorize();

    api.sandbox.reset();
    await api.renewToken();

    expect(await api.authorize()).toBe(id);
  });

  it('keeps another seed for the resets after it', async () => {
    const api = await openApi({ seed: 5 });
    const ids: string[] = [];
    for (const options of [{ seed: 6 }, {}]) {
      api.sandbox.reset(options);
      await api.renewToken();
      ids.push(await api.authorize());
    }

    expect(ids[0]).toBe(ids[1]);
  });

  it.each([0.5, '1', Number.NaN])('with the seed %s is refused and changes nothing', async (seed) => {
    const api = await openApi();
    await api.charge();

    expect(() => api.sandbox.reset({ seed: seed as number })).toThrow(
      new TypeError('reset: `seed` must be an integer.'),
    );

    expect(api.sandbox.ledger()).toHaveLength(2);
  });

  it('keeps what was in flight from reaching the sandbox after it', async () => {
    const api = await openApi();
    api.sandbox.faults.inject({ operationId: 'requestPayment', effect: 'delay', ms: 5 });
    const late = api.pay({}, { key: 'key-1' });

    api.sandbox.reset();

    expect((await late).status).toBe(201);
    expect(contentOf(api.sandbox).slice(1)).toEqual([[], []]);
  });
});

function contentOf(sandbox: Sandbox) {
  return [sandbox.clock.now(), sandbox.ledger(), sandbox.requests()];
}
