import { expect, it } from 'vitest';
import { type Api, openApi } from '../testing/api.js';
import type { Fields } from '../testing/fixtures.js';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** A payment that waits for its payer, and the page where that happens. */
async function challenged(fields: Fields = {}): Promise<{ api: Api; id: string; page: string }> {
  const api = await openApi();
  const { status, body } = await api.pay({ amount: 1003, ...fields });
  expect(status).toBe(202);
  return { api, id: body.id, page: String(body._links?.['redirect']?.href) };
}

it('serves a page that has a button for each end', async () => {
  const { api, page } = await challenged();

  const response = await api.request('GET', page);

  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
  const buttons = (await response.text()).matchAll(/<button name="outcome" value="(\w+)">/g);
  expect([...buttons].map(([, value]) => value)).toEqual(['authorized', 'declined', 'canceled', 'expired']);
});

it('says on the page how a form that chose nothing has ended', async () => {
  const { api, page } = await challenged();

  const response = await api.request('POST', page, '', { headers: FORM });

  expect(await response.text()).toContain('challenge is complete: authorized');
});

it('shows on the page nothing that a form could have smuggled in', async () => {
  const { api, page } = await challenged();

  const response = await api.request('POST', page, 'outcome=<script>', { headers: FORM });

  expect(response.status).toBe(400);
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
});
