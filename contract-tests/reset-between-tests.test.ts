import { createClient, isLddPayError } from 'lddpay';
import { createJournal } from 'lddpay/journal';
import { createSandbox } from 'lddpay-sandbox';
import { describe, expect, it } from 'vitest';
import { ORDER } from '../contract/src/conformance/payments.js';

const TESTS = ['test-1', 'test-2', 'test-3'];

describe('one client for all tests, with a reset of the sandbox between them', () => {
  const sandbox = createSandbox();
  const client = createClient({
    baseUrl: 'http://sandbox.test',
    ...sandbox.credentials,
    fetch: sandbox.fetch,
    maxRetries: 0,
  });

  it('finds what became of a write in each of them', async () => {
    const results: unknown[] = [];
    await client.requestPayment({ ...ORDER, reference: 'test-0' });
    for (const reference of TESTS) {
      sandbox.reset();
      sandbox.faults.inject({ operationId: 'requestPayment', effect: 'drop-after' });
      const error = await client.requestPayment({ ...ORDER, reference }).catch((reason: unknown) => reason);
      if (!isLddPayError(error)) throw new Error('The response was not lost.', { cause: error });
      results.push((await client.reconcile(error)).result);
    }

    expect(results).toEqual(TESTS.map(() => 'found'));
  });

  it('closes the intents of a journal in each of them', async () => {
    const items = new Map<string, string>();
    const store = {
      getItem: (key: string) => items.get(key),
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
      getKeys: () => [...items.keys()],
    };
    const journal = createJournal(client, { store });
    const states: string[] = [];
    for (const name of TESTS) {
      sandbox.reset();
      items.clear();
      states.push((await journal.requestPayment(name, ORDER)).state);
    }

    expect(states).toEqual(TESTS.map(() => 'done'));
  });
});
