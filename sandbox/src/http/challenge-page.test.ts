import { expect, it } from 'vitest';
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
