import { expect, it } from 'vitest';
import { createObservation } from '../testing/observation.js';
import { verdict } from './testing/verdicts.js';

it('a long list of broken items is assessed in moments', () => {
  // A search among the problems of all items took minutes.
  const list = createObservation('getPaymentActions', 200, Array(6_000).fill(0));

  expect(verdict('paths GET /payments/{id}/actions', list)).toBe('confirmed');
});
