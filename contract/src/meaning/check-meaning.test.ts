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
    newMembers: [],
  });
  expect(failed).toContain('balances');
  expect(results.find(({ check }) => check === 'balances')).toMatchObject({
    comparisons: 0,
    reason: 'it ended with an unexpected RangeError',
  });
  expect(deviations.map(({ place }) => place)).toEqual(['body.token_type']);
});

it('checkMeaning reports a secret although the body that it is in deviates as well', () => {
  const exchange = createExchange('getPaymentDetails', 200, undefined, { text: 'card 4242424242424242' });
  const place = { operationId: 'getPaymentDetails', status: 200, place: 'body' };
  const context = { baseUrl: BASE_URL, secrets: ['4242424242424242'], unanswered: [] };
  const found = { deviations: [], allowed: [], places: [place], newMembers: [] };
  expect(checkMeaning([exchange], context, found).deviations.map(({ problem }) => problem)).toEqual([
    'or a header contains the secret of this run',
  ]);
});
