import { beforeAll, expect, it } from 'vitest';
import { type Connection, openConnection } from '../connection/connection.js';
import { createPace } from '../connection/pace.js';
import { createSendProbe, type Observation, type SendProbe } from './probe.js';

const PROBE = { operationId: 'getPaymentDetails', what: 'in a test', expected: [200] } as const;

let connection: Connection;
let sendProbe: SendProbe;
const observations: Observation[] = [];
beforeAll(async () => {
  connection = await openConnection({
    baseUrl: 'http://127.0.0.1:1',
    tokenUrl: '',
    timeout: 1000,
    pace: createPace(0, { now: () => 0, wait: async () => {} }),
  });
  sendProbe = createSendProbe(connection, observations, () => {});
});

it('rejects when a probe was not sent, instead of counting it as a success', async () => {
  await expect(sendProbe(PROBE, async () => {})).rejects.toThrow('getPaymentDetails was not sent.');
  expect(observations).toEqual([]);
});

it('rejects with a mistake of this program, instead of taking it for an error of the provider', async () => {
  const mistaken = sendProbe(PROBE, async () => {
    await connection.send('/payments/search', { method: 'POST' }).catch(() => {});
    throw new TypeError('A mistake.');
  });
  await expect(mistaken).rejects.toThrow('A mistake.');
});
