import { tracingChannel } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assembleClient, createClient } from '../client.js';
import { isLddPayError } from '../errors.js';
import { CREDENTIALS, PAYMENT_ID } from '../testing/fixtures.js';
import { eager } from '../testing/platform.js';
import { settled, unhandledRejections } from '../testing/promises.js';
import { testFetch } from '../testing/test-fetch.js';
import { ApiPromise } from './api-promise.js';

const PAYMENT = { id: PAYMENT_ID };

function setUpSuccess() {
  const { fetch, operationRequests } = testFetch(() => Response.json(PAYMENT));
  const client = createClient({ ...CREDENTIALS, fetch });
  return { call: () => client.getPaymentDetails(PAYMENT_ID), operationRequests };
}

function setUpFailure() {
  const { fetch } = testFetch(() => Response.json({}, { status: 404 }));
  const client = createClient({ ...CREDENTIALS, fetch });
  return { call: () => client.getPaymentDetails(PAYMENT_ID) };
}

describe('a call that succeeds', () => {
  it('resolves with its data when it is awaited', async () => {
    expect(await setUpSuccess().call()).toEqual(PAYMENT);
  });

  it('resolves with its response by withResponse()', async () => {
    expect(await setUpSuccess().call().withResponse()).toMatchObject({ data: PAYMENT, status: 200 });
  });

  it('resolves with both from one request', async () => {
    const { call, operationRequests } = setUpSuccess();
    const promise = call();

    expect((await promise.withResponse()).data).toBe(await promise);
    expect(await promise).toEqual(PAYMENT);
    expect(operationRequests).toHaveLength(1);
  });

  it('sends its request even if it is not awaited', async () => {
    const { call, operationRequests } = setUpSuccess();

    call();
    await settled();

    expect(operationRequests).toHaveLength(1);
  });

  it('works like any promise', async () => {
    const { call } = setUpSuccess();

    expect(call()).toBeInstanceOf(Promise);
    expect(call()).toBeInstanceOf(ApiPromise);
    expect(await Promise.all([call(), 1, call()])).toEqual([PAYMENT, 1, PAYMENT]);
    expect(await Promise.race([call(), new Promise(() => {})])).toEqual(PAYMENT);
    expect(await Promise.resolve(call())).toEqual(PAYMENT);
    expect(await (async () => call())()).toEqual(PAYMENT);
  });

  it('calls the callbacks of then and finally, and not that of catch', async () => {
    const { call } = setUpSuccess();
    const onFinally = vi.fn();

    expect(await call().then(() => 'then')).toBe('then');
    expect(await call().catch(() => 'catch')).toEqual(PAYMENT);
    expect(await call().finally(onFinally)).toEqual(PAYMENT);
    expect(onFinally).toHaveBeenCalledExactlyOnceWith();
  });
});

/** Settles by the promise itself, as code of a platform does that does not call its methods. */
function settleNatively<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    Reflect.apply(Promise.prototype.then, promise, [resolve, reject]);
  });
}

describe('code that does not call the methods of the promise', () => {
  it('sees it fulfilled and rejected', async () => {
    expect(await settleNatively(setUpSuccess().call())).toEqual(PAYMENT);
    await expect(settleNatively(setUpFailure().call())).rejects.toMatchObject({ status: 404 });
  });

  it('can trace it with a tracing channel that has subscribers', async () => {
    const channel = tracingChannel('lddpay.test.calls');
    const asyncEnd = vi.fn();
    const nothing = () => {};
    channel.subscribe({ start: nothing, end: nothing, asyncStart: nothing, asyncEnd, error: nothing });

    const traced = channel.tracePromise(() => setUpSuccess().call(), {});

    expect(await traced).toEqual(PAYMENT);
    expect(asyncEnd).toHaveBeenCalledExactlyOnceWith({ result: PAYMENT }, expect.anything());
  });

  it('can return it from the functions of a stream', async () => {
    let pulls = 0;
    const pulled = new ReadableStream<number>({
      pull(controller) {
        pulls += 1;
        if (pulls === 2) controller.close();
        else controller.enqueue(pulls);
        return setUpSuccess().call() as Promise<unknown> as Promise<void>;
      },
    });
    const transform = new TransformStream<number, number>({
      transform(chunk, controller) {
        controller.enqueue(chunk);
        return setUpSuccess().call() as Promise<unknown> as Promise<void>;
      },
    });
    const reader = pulled.pipeThrough(transform).getReader();

    expect(await reader.read()).toEqual({ done: false, value: 1 });
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });

  it('prints its value once it is settled', async () => {
    const promise = setUpSuccess().call();
    await promise;

    expect(inspect(promise)).toContain(PAYMENT_ID);
  });
});

/** A promise that no class can extend, as those of some libraries are. */
class ClosedPromise<T> extends Promise<T> {
  constructor(executor: ConstructorParameters<typeof Promise<T>>[0]) {
    if (new.target !== ClosedPromise) throw new TypeError('It cannot be extended.');
    super(executor);
  }
}

it('is a native promise where the program has replaced the global one by a class that cannot be extended', async () => {
  const { fetch, operationRequests } = testFetch(() => Response.json({ data: [PAYMENT] }));
  const original = globalThis.Promise;
  vi.resetModules();
  globalThis.Promise = ClosedPromise as PromiseConstructor;
  try {
    const replaced = await import('../client.js');
    const { rawRequest } = await import('../raw-request.js');
    const client = replaced.createClient({ ...CREDENTIALS, fetch });
    const calls = [
      client.getPaymentDetails(PAYMENT_ID),
      client.getPaymentsList({ reference: 'ORD-1' }),
      rawRequest(client, 'GET', '/other'),
    ];

    expect(calls.map((call) => call instanceof original && !(call instanceof ClosedPromise))).toEqual(
      calls.map(() => true),
    );
    expect(calls[0]?.then().constructor).toBe(original);
    expect(await calls[0]?.withResponse()).toMatchObject({ status: 200 });
    await original.all(calls);
    expect(operationRequests).toHaveLength(3);
  } finally {
    globalThis.Promise = original;
    vi.resetModules();
  }
});

it('returns plain promises from then, catch and finally', () => {
  const promise = setUpSuccess().call();

  for (const derived of [promise.then(), promise.catch(() => {}), promise.finally(() => {})]) {
    expect(derived.constructor).toBe(Promise);
  }
});

it('is an unhandled rejection, once, when nobody looks at its failure', async () => {
  const unhandled = unhandledRejections();

  setUpFailure().call();
  // Part of a call runs in threads, which take their time on a busy machine.
  await expect.poll(unhandled).not.toEqual([]);

  expect(await unhandled()).toHaveLength(1);
});

describe('the stack of an error', () => {
  const ways: Readonly<Record<string, (call: () => ApiPromise<unknown>) => Promise<unknown>>> = {
    async 'is awaited'(call) {
      return await call();
    },
    async 'is awaited with its response'(call) {
      return await call().withResponse();
    },
    async 'is awaited with others'(call) {
      return await Promise.all([call()]);
    },
    async 'has a callback'(call) {
      return await call().then(() => 'data');
    },
  };

  it.each(Object.keys(ways))('contains the function of the caller when the call %s', async (way) => {
    const { call } = setUpFailure();

    const error: unknown = await ways[way]?.(call).catch((reason) => reason);

    expect(error).toMatchObject({ stack: expect.stringContaining(way) });
  });
});

describe('the stack of an error where the engine does not find the caller', () => {
  const { fetch } = testFetch(() => Response.json({}, { status: 404 }));
  const client = assembleClient({ ...CREDENTIALS, fetch }, { ...eager, isNode: false });

  it('contains the function that made the call, whatever becomes of the promise', async () => {
    function functionOfTheCaller() {
      return client.getPaymentDetails(PAYMENT_ID).catch((reason: unknown) => reason);
    }

    const error = await functionOfTheCaller();

    expect(error).toMatchObject({ stack: expect.stringMatching(/^LddPayError: .*functionOfTheCaller/s) });
  });

  it.each<[string, NonNullable<typeof Error.prepareStackTrace>]>([
    ['makes lists of stacks', (_error, sites) => sites],
    [
      'fails to make a stack',
      () => {
        throw new Error('odd');
      },
    ],
  ])('does not hide the outcome in a program that %s', async (_name, prepare) => {
    const original = Error.prepareStackTrace;
    Error.prepareStackTrace = prepare;
    const error = await client.voidPayment(PAYMENT_ID).catch((reason: unknown) => reason);
    Error.prepareStackTrace = original;

    expect(isLddPayError(error) && error.outcome).toBe('rejected');
  });
});

describe('a call that fails', () => {
  let unhandled: ReturnType<typeof unhandledRejections>;
  beforeEach(() => {
    unhandled = unhandledRejections();
  });
  afterEach(async () => {
    expect(await unhandled()).toEqual([]);
  });

  const NOT_FOUND = { kind: 'api', status: 404 };

  it('rejects when it is awaited, and leaves no unhandled rejection', async () => {
    await expect(setUpFailure().call()).rejects.toMatchObject(NOT_FOUND);
  });

  it('rejects withResponse(), and leaves no unhandled rejection', async () => {
    await expect(setUpFailure().call().withResponse()).rejects.toMatchObject(NOT_FOUND);
  });

  it('rejects both with the same error', async () => {
    const promise = setUpFailure().call();

    const [data, response] = await Promise.allSettled([promise, promise.withResponse()]);

    expect(data).toMatchObject({ status: 'rejected', reason: NOT_FOUND });
    expect(response).toEqual(data);
  });

  it('rejects an iteration, and leaves no unhandled rejection', async () => {
    const { fetch } = testFetch(() => Response.json({}, { status: 404 }));
    const list = () => createClient({ ...CREDENTIALS, fetch }).getPaymentsList({ reference: 'ORD-1' });

    await expect(list().pages().next()).rejects.toMatchObject(NOT_FOUND);
    await expect(list()[Symbol.asyncIterator]().next()).rejects.toMatchObject(NOT_FOUND);
  });

  it('calls the callbacks of catch and finally, and not that of then', async () => {
    const { call } = setUpFailure();
    const onFinally = vi.fn();

    await expect(call().then(() => 'then')).rejects.toMatchObject(NOT_FOUND);
    expect(await call().catch((error) => error)).toMatchObject(NOT_FOUND);
    await expect(call().finally(onFinally)).rejects.toMatchObject(NOT_FOUND);
    expect(onFinally).toHaveBeenCalledOnce();
  });

  it('rejects a Promise.all that contains it', async () => {
    const all = Promise.all([setUpSuccess().call(), setUpFailure().call(), setUpFailure().call()]);

    await expect(all).rejects.toMatchObject(NOT_FOUND);
  });

  it('rejects instead of throwing when its arguments are wrong', async () => {
    const promise = createClient(CREDENTIALS).getPaymentDetails('');

    await expect(promise).rejects.toMatchObject({ kind: 'config' });
  });
});
