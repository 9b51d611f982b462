import { describe, expect, it, onTestFinished } from 'vitest';
import { startProxy } from '../../../../scripts/lib/prism.js';
import { ORDER, UNKNOWN_ID } from '../payments.js';
import type { BufferedResponse } from '../violations.js';
import { type RecordedExchange, recordExchanges } from './record-exchanges.js';
import { jsonResponse, startTestServer } from './test-server.js';

const details = { method: 'GET', path: `/payments/${UNKNOWN_ID}` };
const actions = { method: 'GET', path: `/payments/${UNKNOWN_ID}/actions` };
const payment = { method: 'POST', path: '/payments', body: ORDER };
const headers = { 'Cko-Request-Id': 'request-1', 'Cko-Version': '1.0.0' };
const accepted = jsonResponse({ id: UNKNOWN_ID }, 201);

/** Lists which checker finds violations on which side of an exchange, through a proxy that validates. */
async function findings(
  { method, path, body }: { method: string; path: string; body?: unknown },
  response: BufferedResponse,
): Promise<string[]> {
  const upstream = await startTestServer(() => response);
  onTestFinished(() => upstream.close());
  const proxy = await startProxy(upstream.url);
  onTestFinished(() => proxy.close());
  const exchanges: RecordedExchange[] = [];
  const { status } = await recordExchanges(fetch, exchanges)(proxy.url + path, {
    method,
    headers: {
      Authorization: 'Bearer token',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  expect(status).toBe(response.status);
  const found = exchanges.flatMap(({ violations }) => violations);
  return [...new Set(found.map(({ checker, side }) => `${checker}: ${side}`))];
}

describe('findExchangeViolations', () => {
  it('finds nothing in an exchange that matches the description', async () => {
    expect(await findings(payment, accepted)).toEqual([]);
    expect(await findings(actions, jsonResponse([], 200, headers))).toEqual([]);
  });

  it.each([
    { what: 'an undocumented error status', request: details, response: jsonResponse({}, 418) },
    { what: 'an undocumented success', request: details, response: jsonResponse({}, 202) },
    { what: 'a body of the wrong shape', request: details, response: jsonResponse({ id: UNKNOWN_ID }) },
    {
      what: 'a body of the wrong media type',
      request: payment,
      response: jsonResponse({ id: UNKNOWN_ID }, 201, { 'Content-Type': 'text/html' }),
    },
  ])('reports $what from both checkers', async ({ request, response }) => {
    expect(await findings(request, response)).toEqual(['Ajv: response', 'Prism: response']);
  });

  it.each([
    { what: 'a body where none is documented', request: details, response: jsonResponse({}, 404) },
    { what: 'a missing documented header', request: actions, response: jsonResponse([]) },
  ])('reports $what, which Prism overlooks', async ({ request, response }) => {
    expect(await findings(request, response)).toEqual(['Ajv: response']);
  });

  it('reports a request that breaks its schema from both checkers', async () => {
    const request = { ...payment, body: { ...ORDER, currency: 'usd' } };
    expect(await findings(request, accepted)).toEqual(['Ajv: request', 'Prism: request']);
  });

  it('reports a request that belongs to no operation from both checkers', async () => {
    const request = { method: 'GET', path: '/refunds' };
    expect(await findings(request, jsonResponse({}))).toEqual(['Ajv: request', 'Prism: request']);
  });

  it('does not take a report that Prism cuts short for one on the request alone', async () => {
    const items = Array.from({ length: 200 }, () => ({}));
    const found = await findings(actions, jsonResponse(items, 200, headers));
    expect(found).toEqual(['Ajv: response', 'Prism: response']);
  });
});
