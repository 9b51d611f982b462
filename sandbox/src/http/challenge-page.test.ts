import { expect, it, onTestFinished } from 'vitest';
import { openApi } from '../testing/api.js';
import { requestChallengedPayment } from '../testing/challenged-payment.js';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

it('has a button for each outcome', async () => {
  const { api, page } = await requestChallengedPayment();

  const response = await api.request('GET', page);

  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
  const buttons = (await response.text()).matchAll(/<button name="outcome" value="(\w+)">/g);
  expect([...buttons].map(([, value]) => value)).toEqual(['authorized', 'declined', 'canceled', 'expired']);
});

it('confirms the outcome of a form without a choice', async () => {
  const { api, page } = await requestChallengedPayment();

  const response = await api.request('POST', page, '', { headers: FORM });

  expect(await response.text()).toContain('challenge is complete: authorized');
});

it('never shows an unknown outcome of a form', async () => {
  const { api, page } = await requestChallengedPayment();

  const response = await api.request('POST', page, 'outcome=<script>', { headers: FORM });

  expect(response.status).toBe(400);
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
});

it.each([
  ['GET', undefined],
  ['POST', { headers: FORM }],
])('says on %s that a challenge is already complete, without buttons', async (method, options) => {
  const { api, page } = await requestChallengedPayment();
  await api.request('POST', page, 'outcome=declined', { headers: FORM });

  const response = await api.request(method, page, method === 'GET' ? undefined : '', options);

  expect(response.status).toBe(409);
  const text = await response.text();
  expect(text).toContain('The challenge is already complete: Declined.');
  expect(text).not.toContain('<button');
});

it('says that a challenge is unknown, without buttons', async () => {
  const api = await openApi();

  const response = await api.request('GET', '/_sandbox/challenges/pay_nope');

  expect(response.status).toBe(404);
  const text = await response.text();
  expect(text).toContain('The challenge is unknown.');
  expect(text).not.toContain('<button');
});

it.each([
  [[], "frame-ancestors 'self'"],
  [
    ['http://localhost:5173', 'https://shop.example'],
    "frame-ancestors 'self' http://localhost:5173 https://shop.example",
  ],
])('can only be framed by its own pages and those of the allowed origins %j', async (cors, ancestors) => {
  const { api, page } = await requestChallengedPayment();
  const server = await api.sandbox.listen({ cors });
  onTestFinished(() => server.close());

  for (const path of [new URL(page).pathname, '/_sandbox/challenges/pay_nope']) {
    const { headers } = await fetch(server.url + path);

    const directives = headers.get('Content-Security-Policy')?.split('; ');
    expect(directives).toContain(ancestors);
    expect(directives).toContain("default-src 'none'");
    expect(headers.get('Cache-Control')).toBe('no-store');
  }
});
