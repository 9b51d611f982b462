import { describe, expect, it } from 'vitest';
import { AUTHORIZED, createExchange, findProblems } from '../../testing/exchange.js';
import { checkTimes } from './times.js';

const headers = new Headers({ Date: 'Sun, 01 Mar 2026 10:00:00 GMT' });
const request = createExchange('requestPayment', 201, AUTHORIZED, { headers });
const check = (changed: object) =>
  findProblems(checkTimes, [
    request,
    createExchange('getPaymentDetails', 200, { ...AUTHORIZED, ...changed }, { headers }),
  ]);

describe('checkTimes', () => {
  it.each([
    '2026-03-01T10:00:00Z',
    '2026-03-01T18:00:00.123456+08:00',
    '2026-03-01T10:04:00Z',
    '2026-03-01T10:00',
    '20260301T100000Z',
    '20260301T180000,5+0800',
    '2026-03-01T10:00:00,25+00',
    '2026-03-01t10:00:00z',
  ])('accepts a request at %s', (requested_on) => {
    expect(check({ requested_on, expires_on: '2026-03-08T10:00:00' })).toEqual([]);
  });

  it.each([
    { changed: { expires_on: '08/03/2026' }, problem: 'body.expires_on is not an ISO 8601 time' },
    { changed: { expires_on: '2026-0308T10:00:00Z' }, problem: 'body.expires_on is not an ISO 8601 time' },
    { changed: { expires_on: '2026-13-08T10:00:00Z' }, problem: 'body.expires_on is not an ISO 8601 time' },
    { changed: { requested_on: '2026-03-01T18:00:00Z' }, problem: 'body.requested_on lies in the future' },
    {
      changed: { requested_on: '2026-03-01T05:00:00Z' },
      problem: 'body.requested_on lies before the payment request',
    },
    {
      changed: { expires_on: '2025-01-01T00:00:00Z' },
      problem: 'body.expires_on lies before the payment request',
    },
  ])('reports that $problem', ({ changed, problem }) => {
    expect(check(changed)).toContain(problem);
  });
});
