import { afterEach, describe, expect, it, vi } from 'vitest';
import { abortedError } from '../lib/aborted-error.js';
import type { Fetch } from '../options.js';
import { ManualCancellation } from '../testing/manual-cancellation.js';
import { eager } from '../testing/platform.js';
import { deferred, settled } from '../testing/promises.js';
import { MAX_RESPONSE_BYTES } from './buffered-response.js';
import { carryTransport, createFetchBuffered, type SendProgress, type Transport } from './transport.js';

const URL = 'http://localhost/';
const REQUEST = { method: 'POST', body: '{}', headers: { a: 'b' } };
const REASON = abortedError('enough', []);

const createProgress = (): SendProgress => ({ sent: 'maybe', via: 'given' });

afterEach(() => void vi.unstubAllGlobals());

/** Creates a `fetch` that records its init, and responds at once by default. */
function spyFetch(respond: () => Promise<Response> | Response = () => new Response()) {
  const inits: RequestInit[] = [];
  const fetch = async (_url: string, init: RequestInit) => {
    inits.push(init);
    return respond();
  };
  return { fetch, inits, signals: () => inits.map(({ signal }) => signal) };
}

/** Replaces the global `fetch` with such a spy, on a platform where a signal may serve ten requests. */
function spyGlobalFetch(...respond: Parameters<typeof spyFetch>) {
  const spy = spyFetch(...respond);
  vi.stubGlobal('fetch', spy.fetch);
  const fetchBuffered = createFetchBuffered({ ...eager, isNode: true }, undefined, MAX_RESPONSE_BYTES);
  return {
    ...spy,
    send: (cancellation = new ManualCancellation(), progress = createProgress()) =>
      fetchBuffered(URL, REQUEST, cancellation, progress),
  };
}

/** Sends through a given `fetch`. */
const send = (fetch: Fetch, cancellation: ManualCancellation, progress = createProgress()) =>
  createFetchBuffered(eager, fetch, MAX_RESPONSE_BYTES)(URL, REQUEST, cancellation, progress);

describe('a given fetch', () => {
  it('receives a request that follows no redirect, with a signal that aborts when it is cancelled', async () => {
    const { fetch, inits } = spyFetch(() => new Promise(() => {}));
    const cancellation = new ManualCancellation();
    const response = send(fetch, cancellation);
    expect(inits).toMatchObject([{ ...REQUEST, redirect: 'manual' }]);

    cancellation.cancel(REASON);

    expect(inits[0]?.signal?.reason).toBe(REASON);
    await expect(response).rejects.toBe(REASON);
  });

  it.each<[string, (own: Fetch) => Fetch]>([
    ['calls', (own) => (url, init) => own(url, init)],
    ['is a proxy of', (own) => new Proxy(own, {})],
    ['has the properties of', (own) => Object.assign((...args: Parameters<Fetch>) => own(...args), own)],
    [
      'has every property of',
      (own) =>
        Object.defineProperties(
          (...args: Parameters<Fetch>) => own(...args),
          Object.getOwnPropertyDescriptors(own),
        ),
    ],
    ['inherits from', (own) => Object.setPrototypeOf((...args: Parameters<Fetch>) => own(...args), own)],
  ])('receives such a signal even if it %s a transport of this package', async (_, wrap) => {
    const { fetch, inits } = spyFetch(() => new Promise(() => {}));
    const own = carryTransport(fetch, () => Promise.reject(new Error('It went past the wrapper.')));
    const cancellation = new ManualCancellation();
    const response = send(wrap(own), cancellation);

    cancellation.cancel(REASON);

    expect(inits).toMatchObject([{ ...REQUEST, redirect: 'manual', signal: { aborted: true } }]);
    await expect(response).rejects.toBe(REASON);
  });

  it('receives a new signal for each request, because it may keep the signal', async () => {
    const { fetch, signals } = spyFetch();
    const fetchBuffered = createFetchBuffered(eager, fetch, MAX_RESPONSE_BYTES);

    await fetchBuffered(URL, REQUEST, new ManualCancellation(), createProgress());
    await fetchBuffered(URL, REQUEST, new ManualCancellation(), createProgress());

    expect(new Set(signals()).size).toBe(2);
  });
});

describe('a fetch', () => {
  it('is told to use no cache', async () => {
    const { fetch, inits } = spyFetch();

    await send(fetch, new ManualCancellation());

    expect(inits).toMatchObject([{ cache: 'no-store' }]);
  });

  it.each<[string, unknown]>([
    ['whose Request does not know them', class {}],
    ['without a Request', undefined],
  ])('is told nothing about caches on a runtime %s', async (_, globalRequest) => {
    vi.stubGlobal('Request', globalRequest);
    const { fetch, inits } = spyFetch();

    await send(fetch, new ManualCancellation());

    expect(inits.map(Object.keys)).toEqual([['method', 'body', 'headers', 'redirect', 'signal']]);
  });
});

describe('the progress of a request', () => {
  it.each<{ via: SendProgress['via']; given: boolean }>([
    { via: 'given', given: true },
    { via: 'global', given: false },
  ])('is that it may have been sent as soon as the $via fetch is called', async ({ via, given }) => {
    const seen: SendProgress[] = [];
    const progress: SendProgress = { sent: 'no', via: 'own' };
    const { fetch } = spyFetch(() => {
      seen.push({ ...progress });
      throw new TypeError('lost');
    });
    if (!given) vi.stubGlobal('fetch', fetch);
    const sending = createFetchBuffered(eager, given ? fetch : undefined, MAX_RESPONSE_BYTES);

    await expect(sending(URL, REQUEST, new ManualCancellation(), progress)).rejects.toThrow('lost');

    expect(seen).toEqual([{ sent: 'maybe', via }]);
    expect(progress).toEqual({ sent: 'maybe', via });
  });

  it('is that it was not sent when it is cancelled before, and no fetch is called', async () => {
    const { fetch, inits } = spyFetch();
    const progress = createProgress();

    await expect(send(fetch, new ManualCancellation(REASON), progress)).rejects.toBe(REASON);

    expect(progress).toEqual({ sent: 'no', via: 'given' });
    expect(inits).toEqual([]);
  });
});

describe('a transport of this package', () => {
  it('receives the cancellation itself, and no signal is created', async () => {
    const { fetch, inits } = spyFetch();
    const received: unknown[] = [];
    const transport = async (...request: unknown[]) => {
      received.push(...request);
      return new Response();
    };
    const cancellation = new ManualCancellation();

    const progress = createProgress();

    await createFetchBuffered(eager, carryTransport(fetch, transport), 1000)(
      URL,
      REQUEST,
      cancellation,
      progress,
    );

    expect(received).toEqual([URL, REQUEST, cancellation, 1000, progress]);
    expect([inits, cancellation.waiting]).toEqual([[], 0]);
  });
});

it('rejects with the reason of a caller who cancels while the body arrives, whatever its code', async () => {
  const cancellation = new ManualCancellation();
  const reason = abortedError(Object.assign(new Error('user left'), { code: 'Z_CLOSED' }), []);
  const transport: Transport = async (_url, _request, cancelled) => {
    const text = () => new Promise((_, reject) => cancelled.onCancel(reject));
    return { status: 200, headers: new Headers(), text } as unknown as Response;
  };
  const response = send(carryTransport(spyFetch().fetch, transport), cancellation);
  await settled();

  cancellation.cancel(reason);

  await expect(response).rejects.toBe(reason);
});

describe('a signal of the global fetch', () => {
  it('serves as many requests as the platform allows, one after another', async () => {
    const { send, signals } = spyGlobalFetch();

    for (let request = 0; request < 20; request += 1) await send();

    const [first, second] = [signals()[0], signals()[10]];
    expect(signals()).toEqual([...Array(10).fill(first), ...Array(10).fill(second)]);
    expect(second).not.toBe(first);
  });

  it('serves no two requests at once', async () => {
    const { send, signals } = spyGlobalFetch();
    await send();

    await Promise.all([send(), send()]);

    expect(signals()[1]).toBe(signals()[0]);
    expect(signals()[2]).not.toBe(signals()[1]);
  });

  it('is not reused once it has aborted, even if the fetch still responds', async () => {
    const late = deferred<Response>();
    const responses = [late.promise];
    const { send, signals } = spyGlobalFetch(() => responses.shift() ?? new Response());
    const cancellation = new ManualCancellation();
    const cancelled = send(cancellation);
    cancellation.cancel(REASON);
    await expect(cancelled).rejects.toBe(REASON);
    late.resolve(new Response());
    await settled();

    await send();

    expect(signals().map((signal) => signal?.aborted)).toEqual([true, false]);
  });

  it('is not reused after a failed request, whose body may still arrive', async () => {
    const { send, signals } = spyGlobalFetch(() => Promise.reject(new TypeError('lost')));

    await expect(send()).rejects.toThrow('lost');
    await expect(send()).rejects.toThrow('lost');

    expect(new Set(signals()).size).toBe(2);
  });

  it('is not aborted by the cancellation of an earlier request', async () => {
    const { send, signals } = spyGlobalFetch();
    const earlier = new ManualCancellation();
    await send(earlier);
    const current = send();

    earlier.cancel(REASON);
    await current;

    expect(signals()[1]).toBe(signals()[0]);
    expect(signals()[1]?.aborted).toBe(false);
    expect(earlier.waiting).toBe(0);
  });

  it('is kept after a burst of requests, together with at most 99 others', async () => {
    const { send, signals } = spyGlobalFetch();
    const burst = () => Promise.all(Array.from({ length: 150 }, () => send()));
    await burst();
    expect(new Set(signals()).size).toBe(150);

    await burst();

    expect(new Set(signals()).size).toBe(200);
  });
});
