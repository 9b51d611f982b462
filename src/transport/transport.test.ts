import { afterEach, describe, expect, it, vi } from 'vitest';
import { abortedError } from '../errors.js';
import { ManualCancellation } from '../testing/manual-cancellation.js';
import { eager } from '../testing/platform.js';
import { createFetchBuffered, TRANSPORT } from './transport.js';

const URL = 'http://localhost/';
const CONTENT = { method: 'POST', body: '{}', headers: { a: 'b' } };
const REASON = abortedError('enough');

afterEach(() => void vi.unstubAllGlobals());

/** A `fetch` that keeps what it is given, and answers at once or as it is told. */
function spyFetch(answer: () => Promise<Response> | Response = () => new Response()) {
  const inits: RequestInit[] = [];
  const fetch = async (_url: string, init: RequestInit) => {
    inits.push(init);
    return answer();
  };
  return { fetch, inits, signals: () => inits.map(({ signal }) => signal) };
}

/** The same as the global one, on a platform where a signal may serve ten requests. */
function globalSpy(...answer: Parameters<typeof spyFetch>) {
  const spy = spyFetch(...answer);
  vi.stubGlobal('fetch', spy.fetch);
  const fetchBuffered = createFetchBuffered({ ...eager, requestsPerSignal: 10 }, undefined);
  return {
    ...spy,
    send: (cancellation = new ManualCancellation()) => fetchBuffered(URL, CONTENT, cancellation),
  };
}

describe('what a fetch is given', () => {
  it('is a request that follows no redirect, with a signal that is aborted when it ends', async () => {
    const { fetch, inits } = spyFetch(() => new Promise(() => {}));
    const cancellation = new ManualCancellation();
    const answer = createFetchBuffered(eager, fetch)(URL, CONTENT, cancellation);
    expect(inits).toMatchObject([{ ...CONTENT, redirect: 'manual' }]);

    cancellation.cancel(REASON);

    expect(inits[0]?.signal?.reason).toBe(REASON);
    await expect(answer).rejects.toBe(REASON);
  });

  it('is the same where it wraps a transport of ours', async () => {
    const { fetch, inits } = spyFetch(() => new Promise(() => {}));
    const ours = Object.assign(fetch, { [TRANSPORT]: () => fetch('', {}) });
    const cancellation = new ManualCancellation();
    const answer = createFetchBuffered(eager, (url, init) => ours(url, init))(URL, CONTENT, cancellation);

    cancellation.cancel(REASON);

    expect(inits).toMatchObject([{ ...CONTENT, redirect: 'manual', signal: { aborted: true } }]);
    await expect(answer).rejects.toBe(REASON);
  });

  it('has a new signal each time, whatever the platform allows, since that fetch may keep it', async () => {
    const { fetch, signals } = spyFetch();
    const fetchBuffered = createFetchBuffered(eager, fetch);

    await fetchBuffered(URL, CONTENT, new ManualCancellation());
    await fetchBuffered(URL, CONTENT, new ManualCancellation());

    expect(new Set(signals()).size).toBe(2);
  });
});

it('a transport of ours is used as it is, and costs no signal', async () => {
  const { fetch, inits } = spyFetch();
  const given: unknown[] = [];
  const transport = async (...request: unknown[]) => {
    given.push(...request);
    return new Response();
  };
  const cancellation = new ManualCancellation();

  await createFetchBuffered(eager, Object.assign(fetch, { [TRANSPORT]: transport }))(
    URL,
    CONTENT,
    cancellation,
  );

  expect(given).toEqual([URL, CONTENT, cancellation]);
  expect([inits, cancellation.waiting]).toEqual([[], 0]);
});

describe('a signal for the global fetch', () => {
  it('serves as many requests as the platform allows, one after another', async () => {
    const { send, signals } = globalSpy();

    for (let request = 0; request < 20; request += 1) await send();

    const [first, second] = [signals()[0], signals()[10]];
    expect(signals()).toEqual([...Array(10).fill(first), ...Array(10).fill(second)]);
    expect(second).not.toBe(first);
  });

  it('serves no two requests at once', async () => {
    const { send, signals } = globalSpy();
    await send();

    await Promise.all([send(), send()]);

    expect(signals()[1]).toBe(signals()[0]);
    expect(signals()[2]).not.toBe(signals()[1]);
  });

  it('serves no other once it is aborted, not even where the fetch answers all the same', async () => {
    let answerLate = () => {};
    const late = new Promise<Response>((resolve) => {
      answerLate = () => resolve(new Response());
    });
    const answers = [late];
    const { send, signals } = globalSpy(() => answers.shift() ?? new Response());
    const cancellation = new ManualCancellation();
    const ended = send(cancellation);
    cancellation.cancel(REASON);
    await expect(ended).rejects.toBe(REASON);
    answerLate();
    await new Promise(setImmediate);

    await send();

    expect(signals().map((signal) => signal?.aborted)).toEqual([true, false]);
  });

  it('serves no other after a request that failed, whose body may still be under way', async () => {
    const { send, signals } = globalSpy(() => Promise.reject(new TypeError('lost')));

    await expect(send()).rejects.toThrow('lost');
    await expect(send()).rejects.toThrow('lost');

    expect(new Set(signals()).size).toBe(2);
  });

  it('is not aborted by the end of a request that it served before', async () => {
    const { send, signals } = globalSpy();
    const before = new ManualCancellation();
    await send(before);
    const now = send();

    before.cancel(REASON);
    await now;

    expect(signals()[1]).toBe(signals()[0]);
    expect(signals()[1]?.aborted).toBe(false);
    expect(before.waiting).toBe(0);
  });

  it('is kept for later after a burst of requests, but no more than a hundred are', async () => {
    const { send, signals } = globalSpy();
    const burst = () => Promise.all(Array.from({ length: 150 }, () => send()));
    await burst();
    expect(new Set(signals()).size).toBe(150);

    await burst();

    expect(new Set(signals()).size).toBe(200);
  });
});
