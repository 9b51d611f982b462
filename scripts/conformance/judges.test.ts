import { describe, expect, it, onTestFinished } from 'vitest';
import { type Reply, startServer } from '../../src/testing/server.js';
import { startProxy } from '../lib/prism.js';
import { ORDER, UNKNOWN_ID } from './payments.js';
import { type Exchange, recorded } from './recorded-exchanges.js';

const details = { method: 'GET', path: `/payments/${UNKNOWN_ID}` };
const actions = { method: 'GET', path: `/payments/${UNKNOWN_ID}/actions` };
const payment = { method: 'POST', path: '/payments', body: ORDER };
const headers = { 'Cko-Request-Id': 'request-1', 'Cko-Version': '1.0.0' };
const accepted: Reply = { status: 201, body: { id: UNKNOWN_ID } };

/** Who finds what, in a response to a request, through a proxy that validates. */
async function findings(
  { method, path, body }: { method: string; path: string; body?: unknown },
  reply: Reply,
): Promise<string[]> {
  const upstream = await startServer(() => reply);
  const proxy = await startProxy(upstream.url);
  onTestFinished(() => proxy.close());
  const exchanges: Exchange[] = [];
  const response = await recorded(fetch, exchanges)(proxy.url + path, {
    method,
    headers: {
      Authorization: 'Bearer token',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  expect(response.status).toBe(reply.status);
  const found = exchanges.flatMap(({ violations }) => violations);
  return [...new Set(found.map(({ judge, side }) => `${judge}: ${side}`))];
}

describe('an exchange', () => {
  it('that keeps to the description is found fault with by neither judge', async () => {
    expect(await findings(payment, accepted)).toEqual([]);
    expect(await findings(actions, { status: 200, headers, body: [] })).toEqual([]);
  });

  it.each([
    { what: 'an undocumented error status', request: details, reply: { status: 418, body: {} } },
    { what: 'an undocumented success', request: details, reply: { status: 202, body: {} } },
    { what: 'a body of the wrong shape', request: details, reply: { status: 200, body: { id: UNKNOWN_ID } } },
    {
      what: 'a body of the wrong type',
      request: payment,
      reply: { ...accepted, headers: { 'Content-Type': 'text/html' } },
    },
  ])('answered with $what is found by both judges', async ({ request, reply }) => {
    expect(await findings(request, reply)).toEqual(['Ajv: response', 'Prism: response']);
  });

  it.each([
    { what: 'a body where none is documented', request: details, reply: { status: 404, body: {} } },
    { what: 'a documented header missing', request: actions, reply: { status: 200, body: [] } },
  ])('answered with $what is found by our own judge', async ({ request, reply }) => {
    expect(await findings(request, reply)).toEqual(['Ajv: response']);
  });

  it('whose request breaks its schema is found by both judges', async () => {
    const request = { ...payment, body: { ...ORDER, currency: 'usd' } };
    expect(await findings(request, accepted)).toEqual(['Ajv: request', 'Prism: request']);
  });

  it('that belongs to no operation is found by both judges', async () => {
    expect(await findings({ method: 'GET', path: '/refunds' }, { status: 200, body: {} })).toEqual([
      'Ajv: request',
      'Prism: request',
    ]);
  });

  it('whose report Prism cuts short is not taken for a wrong request alone', async () => {
    const items = Array.from({ length: 200 }, () => ({}));
    const reply = { status: 200, headers, body: items };
    expect(await findings(actions, reply)).toEqual(['Ajv: response', 'Prism: response']);
  });
});
