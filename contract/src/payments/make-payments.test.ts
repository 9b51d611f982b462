import { createClient } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { expect, it } from 'vitest';
import { createSessionOf } from '../testing/session.js';
import { makePayments } from './make-payments.js';

it('ends the release of an interrupted run after its time, and names what may be held', async () => {
  const client = createClient({ baseUrl: 'http://sandbox.test', ...createSandbox().credentials });
  const progress: string[] = [];
  let interrupt = async () => {};
  void makePayments(
    {
      ...createSessionOf(client),
      wait: async () => {},
      sendProbe: () => new Promise(() => {}),
    },
    (line) => progress.push(line),
    () => [],
    (release) => {
      interrupt = release;
      return () => {};
    },
  );

  await interrupt();

  expect(progress.slice(1)).toEqual([
    'Releasing the payments with the reference live-1, for at most 60 s …',
    'Money may still be held: payments that could not be found, with the reference live-1. Void or refund it by hand.',
  ]);
});
