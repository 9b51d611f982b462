import { readFileSync } from 'node:fs';
import { paymentStatusValues } from 'lddpay/operations';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../../lib/description.js';
import { PAYMENT_STATES } from './payment-states.js';
import { type OperationTrials, tryOperations } from './try-operations.js';

const description = new URL('../../../../generated/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(description, 'utf8')) as Document;

let trials: ReadonlyMap<string, OperationTrials>;
beforeAll(async () => {
  trials = await tryOperations(document);
});

describe('PAYMENT_STATES', () => {
  it('has each status of a payment; only payouts are paid', () => {
    expect(Object.keys(PAYMENT_STATES).sort()).toEqual(
      paymentStatusValues.filter((status) => status !== 'Paid').sort(),
    );
  });
});

describe('tryOperations', () => {
  it('says in which statuses a payment allows an operation, and what becomes of it', () => {
    const allowed = trials.get('capturePayment')?.states.filter(({ response }) => response < 300);
    expect(allowed).toEqual([
      { before: 'Authorized', response: 202, after: 'Captured' },
      { before: 'Partially Captured', response: 202, after: 'Captured' },
    ]);
    expect(trials.get('getPaymentDetails')?.states).toEqual([]);
  });

  it('agrees with what the page states of reversals', () => {
    const responses = new Map(
      trials.get('reversePayment')?.states.map(({ before, response }) => [before, response]),
    );
    expect(responses.get('Partially Refunded')).toBe(202);
    expect(responses.get('Retry Scheduled')).toBe(202);
    expect(responses.get('Voided')).toBe(204);
    expect(responses.get('Pending')).toBe(403);
  });

  it('has a successful response for each example of a request', () => {
    for (const [operationId, { examples }] of trials) {
      for (const { status } of examples) expect(status, operationId).toBeLessThan(300);
    }
    expect(trials.get('requestPayment')?.examples).toHaveLength(5);
    expect(trials.get('searchPayments')?.examples[0]?.body).toMatchObject({ data: [{ status: 'Captured' }] });
  });

  it('has equal responses each time', async () => {
    expect(await tryOperations(document)).toEqual(trials);
  });
});
