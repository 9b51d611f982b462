import { expect, it } from 'vitest';
import { createSandbox } from '../index.js';
import { type Api, connect } from '../testing/api.js';
import { DAY } from '../testing/fixtures.js';
import type { Snapshot } from './snapshot.js';

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

async function setUp() {
  return connect(createSandbox({ seed: 1, captureDelay: MINUTE }));
}

/** Reads the snapshot of a sandbox from the first of its events. */
async function readState({ sandbox }: Api): Promise<Snapshot> {
  const { body } = await sandbox.fetch('http://sandbox.test/_sandbox/events');
  const reader = body?.getReader() ?? expect.unreachable();
  const text = new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();
  return JSON.parse(/event: state\ndata: (.*)/.exec(text)?.[1] ?? '');
}

it('has what is due next: captures, expiries, retries, payouts and late requests', async () => {
  const api = await setUp();
  const authorized = await api.authorize();
  const charged = await api.charge();
  const captured = await api.authorize();
  const scheduled = await api.charge({ capture_on: new Date(START + 2 * DAY).toISOString() });
  await api.capture(captured);
  const { body: challenged } = await api.pay({ amount: 1003 });
  const recurring = { merchant_initiated: true, payment_type: 'Recurring' };
  const { body: declined } = await api.pay({ amount: 1051, ...recurring });
  const { body: payout } = await api.pay({ destination: { type: 'bank_account' } });
  api.sandbox.faults.inject({ operationId: 'voidPayment', effect: 'late', ms: 2 * MINUTE });
  await api.void(authorized).catch(() => {});

  const { upcoming } = await readState(api);

  expect(upcoming).toEqual([
    { name: 'Capture', paymentId: charged, dueAt: START + MINUTE },
    { name: 'Capture', paymentId: captured, dueAt: START + MINUTE },
    { name: 'Payout', paymentId: payout.id, dueAt: START + MINUTE },
    { name: 'Arrival of voidPayment', paymentId: authorized, dueAt: START + 2 * MINUTE },
    { name: 'Expiry', paymentId: challenged.id, dueAt: START + 15 * MINUTE },
    { name: 'Retry', paymentId: declined.id, dueAt: START + DAY },
    { name: 'Capture', paymentId: scheduled, dueAt: START + 2 * DAY },
    { name: 'Expiry', paymentId: authorized, dueAt: START + 7 * DAY },
    { name: 'Expiry', paymentId: scheduled, dueAt: START + 7 * DAY },
  ]);
});

it('has nothing due for payments that are complete', async () => {
  const api = await setUp();
  await api.void(await api.authorize());
  await api.charge();
  const { body } = await api.pay({ amount: 1003 });
  api.sandbox.challenges.complete(body.id, 'declined');
  api.sandbox.clock.advance(MINUTE);

  expect((await readState(api)).upcoming).toEqual([]);
});

it('says which payments wait for their payer', async () => {
  const api = await setUp();
  await api.charge();
  await api.pay({ amount: 1003 });
  await api.pay({ destination: { type: 'bank_account' } });

  const { payments } = await readState(api);

  expect(payments.map(({ status, isChallenged }) => [status, isChallenged])).toEqual([
    ['Pending', false],
    ['Pending', true],
    ['Authorized', false],
  ]);
});

it('has the last 50 payments, requests and effects, newest first, and how many there are', async () => {
  const api = await setUp();
  const ids: string[] = [];
  for (let index = 0; index < 52; index += 1) ids.push(await api.authorize());

  const { payments, requests, ledger, counts } = await readState(api);

  expect(counts).toEqual({ payments: 52, requests: 53, ledger: 52, faults: 0, tokens: 1 });
  expect(payments.map(({ id }) => id)).toEqual(ids.slice(2).reverse());
  expect(ledger.map(({ paymentId }) => paymentId)).toEqual(ids.slice(2).reverse());
  expect(requests).toEqual(api.sandbox.requests().slice(-50).reverse());
});

it('has the pending faults with the number of requests that they still hit, without bodies', async () => {
  const api = await setUp();
  api.sandbox.faults.inject({ effect: 'status', status: 503, body: 'private', times: 3 });
  api.sandbox.faults.inject({ operationId: 'refundPayment', effect: 'delay', ms: 5 });
  await api.request('GET', '/payments?reference=a');

  expect((await readState(api)).faults).toEqual([
    { effect: 'status', status: 503, left: 2 },
    { operationId: 'refundPayment', effect: 'delay', ms: 5, left: 1 },
  ]);
});

it('counts the tokens that are valid, and says when the last of them expires', async () => {
  const api = await setUp();
  api.sandbox.clock.advance(MINUTE);
  await api.renewToken();
  expect(await readState(api)).toMatchObject({ counts: { tokens: 2 }, lastTokenExpiry: START + 61 * MINUTE });

  api.sandbox.clock.advance(60 * MINUTE - 1);
  expect(await readState(api)).toMatchObject({ counts: { tokens: 1 }, lastTokenExpiry: START + 61 * MINUTE });

  api.sandbox.clock.advance(1);
  const { counts, lastTokenExpiry } = await readState(api);
  expect({ tokens: counts.tokens, lastTokenExpiry }).toEqual({ tokens: 0, lastTokenExpiry: undefined });
});

it('says nothing of an expiry after tokens are revoked', async () => {
  const api = await setUp();

  api.sandbox.tokens.revokeAll();

  expect(await readState(api)).not.toHaveProperty('lastTokenExpiry');
});

it('has the first 50 pending faults, and how many there are', async () => {
  const api = await setUp();
  for (let ms = 0; ms < 52; ms += 1) api.sandbox.faults.inject({ effect: 'delay', ms });

  const { faults, counts } = await readState(api);

  expect(counts.faults).toBe(52);
  expect(faults.map(({ ms }) => ms)).toEqual(Array.from({ length: 50 }, (_, ms) => ms));
});
