import { describe, expect, it } from 'vitest';
import { createExchange, findProblems } from '../../testing/exchange.js';
import { checkTokens } from './tokens.js';

const issue = (token: object) => findProblems(checkTokens, [createExchange('getToken', 200, token)]);

describe('checkTokens', () => {
  it.each([1, 3600, 648_000, 1_000_000, 2_628_000, 3_599_123, 7 * 86_400, 30 * 86_400, 365 * 86_400])(
    'accepts a lifetime of %d s',
    (expires_in) => {
      expect(issue({ token_type: 'bearer', expires_in })).toEqual([]);
    },
  );

  it.each([600_000, 900_000, 1_200_000, 1_800_000, 3_600_000, 7_200_000, 86_400_000])(
    'finds a lifetime of %d implausible',
    (expires_in) => {
      expect(issue({ expires_in })).toEqual([
        'body.expires_in is implausible as a number of seconds, is it in ms?',
      ]);
    },
  );

  it.each([0, -1])('reports a lifetime of %d', (expires_in) => {
    expect(issue({ expires_in })).toEqual(['body.expires_in is not a positive number of seconds']);
  });

  it('reports another type than bearer', () => {
    expect(issue({ token_type: 'mac' })).toEqual([
      'body.token_type is not `bearer`, the scheme in which tokens are sent',
    ]);
  });
});
