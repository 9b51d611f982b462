import { describe, expect, it } from 'vitest';
import { AUTHORIZED, createExchange, findProblems } from '../../testing/exchange.js';
import { checkReplay } from './replay.js';

const key = { idempotencyKey: 'key', sent: { amount: 100 } };
const result = { ...AUTHORIZED, processed_on: '2026-03-01T10:00:00Z' };
const repeat = (changed: object, first: object = result) =>
  findProblems(checkReplay, [
    createExchange('requestPayment', 201, first, key),
    createExchange('requestPayment', 201, { ...first, ...changed }, key),
  ]);

describe('checkReplay', () => {
  it('accepts the same response, with other links or balances', () => {
    expect(repeat({ _links: { self: 1 }, balances: {} })).toEqual([]);
  });

  it.each(['id', 'amount', 'status', 'approved', 'processed_on'])('reports another %s', (name) => {
    expect(repeat({ [name]: 'another' })).toEqual([
      `body.${name} differs when the request is repeated with its idempotency key`,
    ]);
  });

  it.each(['2026-03-01T10:00:00.4Z', '2026-03-01T12:00:00+02:00', '20260301T100000Z'])(
    'accepts the same time, written as %s',
    (processed_on) => {
      expect(repeat({ processed_on })).toEqual([]);
    },
  );

  it('reports a time of another second', () => {
    expect(repeat({ processed_on: '2026-03-01T10:00:01Z' })).toHaveLength(1);
  });

  it('accepts the outcome of a payment that was pending', () => {
    expect(
      repeat({ status: 'Authorized', approved: true }, { id: '1', status: 'Pending', approved: false }),
    ).toEqual([]);
  });

  it('reports another status', () => {
    const history = [201, 202].map((status) => createExchange('requestPayment', status, result, key));
    expect(findProblems(checkReplay, history)).toEqual([
      'status is 202 instead of 201 when the request is repeated with its idempotency key',
    ]);
  });

  it.each([
    { what: 'a limit of the rate', error_codes: ['too_many_requests'], problems: 0 },
    { what: 'a duplicate of a request that has ended', error_codes: ['duplicate_request'], problems: 1 },
  ])('says $problems times that a 429 is another status: $what', ({ error_codes, problems }) => {
    const first = createExchange('requestPayment', 201, result, key);
    const repeated = createExchange('requestPayment', 429, { error_codes }, key);
    expect(findProblems(checkReplay, [first, repeated])).toHaveLength(problems);
  });

  it('reports only the status of a repeated reversal that finds nothing left to reverse', () => {
    const first = createExchange('reversePayment', 202, { action_id: '1' }, key);
    expect(findProblems(checkReplay, [first, createExchange('reversePayment', 204, undefined, key)])).toEqual(
      ['status is 204 instead of 202 when the request is repeated with its idempotency key'],
    );
  });

  it('reports a payment for another body with a used key', () => {
    const history = [
      createExchange('requestPayment', 201, result, key),
      createExchange('requestPayment', 201, { ...result, id: '2' }, { ...key, sent: { amount: 101 } }),
    ];
    expect(findProblems(checkReplay, history)).toEqual([
      'body.id is that of another payment: another body with a used idempotency key took effect',
    ]);
  });
});
