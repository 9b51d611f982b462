import { expect, it } from 'vitest';
import { toResponse } from './responses.js';

const URL = 'http://api.test/payments';

function create(status: number, text: string): Response {
  const headers = new Headers({ 'X-Word': 'one' });
  return toResponse(
    { status, headers, ok: true, text, problem: undefined, isTooLong: false, json: () => undefined },
    URL,
  );
}

it.each([200, 202, 404])('toResponse creates a %i with its body', async (status) => {
  const response = create(status, '{}');

  expect([response.status, response.url, response.headers.get('X-Word')]).toEqual([status, URL, 'one']);
  expect(await response.text()).toBe('{}');
});

it.each([204, 205, 304])(
  'toResponse creates a %i without a body, which the platform requires',
  async (status) => {
    const response = create(status, '');

    expect([response.status, response.url, response.body]).toEqual([status, URL, null]);
    expect(await response.text()).toBe('');
  },
);
