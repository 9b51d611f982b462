import { expect, it } from 'vitest';
import { AUTHORIZED, BASE_URL, createExchange } from '../testing/exchange.js';
import { checkMeaning } from './check-meaning.js';

it('checkMeaning names a check that fails, and goes on with the others', () => {
  const body = {
    ...AUTHORIZED,
    approved: false,
    get balances() {
      throw new RangeError('Maximum call stack size exceeded');
    },
  };
  const history = [
    createExchange('getPaymentDetails', 200, AUTHORIZED, { body }),
    createExchange('getToken', 200, { token_type: 'mac' }),
  ];
  const context = { baseUrl: BASE_URL, secrets: [], unanswered: [] };
  const { results, deviations, failed } = checkMeaning(history, context, {
    deviations: [],
    allowed: [],
    places: [],
  });
  expect(failed).toContain('balances');
  expect(results.find(({ check }) => check === 'balances')).toMatchObject({
    comparisons: 0,
    reason: 'it ended with an unexpected RangeError',
  });
  expect(deviations.map(({ place }) => place)).toEqual(['body.token_type']);
});
