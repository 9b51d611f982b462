import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ask, createAsk, type Observation } from './asking.js';
import { openWire, type Wire } from './wire.js';

const PROBE = { operationId: 'getPaymentDetails', what: 'in a test', expected: [200] } as const;

let wire: Wire;
let ask: Ask;
const observations: Observation[] = [];
beforeAll(async () => {
  wire = await openWire({ baseUrl: 'http://127.0.0.1:1', tokenUrl: '', timeout: 1000, pace: async () => {} });
  ask = createAsk(wire, observations, () => {});
});
afterAll(() => wire.close());

it('a request that was never sent ends the run, and does not pass for one that was right', async () => {
  await expect(ask(PROBE, async () => {})).rejects.toThrow('getPaymentDetails was not sent.');
  expect(observations).toEqual([]);
});

it('a mistake of this programme ends the run, and is not taken for an answer', async () => {
  const mistaken = ask(PROBE, async () => {
    await wire.send(`${wire.url}/payments/search`, { method: 'POST' }).catch(() => {});
    throw new TypeError('A mistake.');
  });
  await expect(mistaken).rejects.toThrow('A mistake.');
});
