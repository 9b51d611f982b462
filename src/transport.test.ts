import { describe, expect, it } from 'vitest';
import { abortedError } from './errors.js';
import { ManualEnding } from './testing/ending.js';
import { TRANSPORT, transmit } from './transport.js';

const URL = 'http://localhost/';
const CONTENT = { method: 'POST', body: '{}', headers: { a: 'b' } };
const REASON = abortedError('unknown', 'enough');

/** A `fetch` that keeps what it is given. */
function spyFetch() {
  const inits: RequestInit[] = [];
  const fetch = async (_url: string, init: RequestInit) => {
    inits.push(init);
    return new Response();
  };
  return { fetch, inits };
}

describe('what a fetch is given', () => {
  it('is a request that follows no redirect, with a signal that is aborted when it ends', async () => {
    const { fetch, inits } = spyFetch();
    const ending = new ManualEnding();
    await transmit(fetch, URL, CONTENT, ending);
    expect(inits).toMatchObject([{ ...CONTENT, redirect: 'manual' }]);

    ending.end(REASON);

    expect(inits[0]?.signal?.reason).toBe(REASON);
  });

  it('is the same where it wraps a transport of ours', async () => {
    const { fetch, inits } = spyFetch();
    const ours = Object.assign(spyFetch().fetch, { [TRANSPORT]: () => fetch('', {}) });
    const wrapped = (url: string, init: RequestInit) => {
      inits.push({ ...init });
      return ours(url, init);
    };
    const ending = new ManualEnding();
    await transmit(wrapped, URL, CONTENT, ending);

    ending.end(REASON);

    expect(inits[0]).toMatchObject({ ...CONTENT, redirect: 'manual' });
    expect(inits[0]?.signal?.aborted).toBe(true);
  });
});

it('a transport of ours is used as it is, and costs no signal', async () => {
  const { fetch, inits } = spyFetch();
  const given: unknown[] = [];
  const transport = async (...request: unknown[]) => {
    given.push(...request);
    return new Response();
  };
  const ending = new ManualEnding();

  await transmit(Object.assign(fetch, { [TRANSPORT]: transport }), URL, CONTENT, ending);

  expect(given).toEqual([URL, CONTENT, ending]);
  expect([inits, ending.waiting]).toEqual([[], 0]);
});
