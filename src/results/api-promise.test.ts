import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../client.js';
import { CREDENTIALS, PAYMENT_ID } from '../testing/fixtures.js';
import { settled } from '../testing/promises.js';
import { testFetch } from '../testing/test-fetch.js';
import { ApiPromise } from './api-promise.js';

const FOUND = { id: PAYMENT_ID };

function succeeding() {
  const { fetch, operationRequests } = testFetch(() => Response.json(FOUND));
  const client = createClient({ ...CREDENTIALS, fetch });
  return { call: () => client.getPaymentDetails(PAYMENT_ID), operationRequests };
}

function failing() {
  const { fetch } = testFetch(() => Response.json({}, { status: 404 }));
  const client = createClient({ ...CREDENTIALS, fetch });
  return { call: () => client.getPaymentDetails(PAYMENT_ID) };
}

describe('a call that succeeds', () => {
  it('gives its data when awaited', async () => {
    expect(await succeeding().call()).toEqual(FOUND);
  });

  it('gives its response when asked', async () => {
    expect(await succeeding().call().withResponse()).toMatchObject({ data: FOUND, status: 200 });
  });

  it('gives both, from one request', async () => {
    const { call, operationRequests } = succeeding();
    const promise = call();

    expect((await promise.withResponse()).data).toBe(await promise);
    expect(await promise).toEqual(FOUND);
    expect(operationRequests).toHaveLength(1);
  });

  it('sends its request without being awaited', async () => {
    const { call, operationRequests } = succeeding();

    call();
    await settled();

    expect(operationRequests).toHaveLength(1);
  });

  it('can be used wherever a promise can', async () => {
    const { call } = succeeding();

    expect(call()).toBeInstanceOf(Promise);
    expect(call()).toBeInstanceOf(ApiPromise);
    expect(await Promise.all([call(), 1, call()])).toEqual([FOUND, 1, FOUND]);
    expect(await Promise.race([call(), new Promise(() => {})])).toEqual(FOUND);
    expect(await Promise.resolve(call())).toEqual(FOUND);
    expect(await (async () => call())()).toEqual(FOUND);
  });

  it('runs then, skips catch and runs finally', async () => {
    const { call } = succeeding();
    const onFinally = vi.fn();

    expect(await call().then(() => 'then')).toBe('then');
    expect(await call().catch(() => 'catch')).toEqual(FOUND);
    expect(await call().finally(onFinally)).toEqual(FOUND);
    expect(onFinally).toHaveBeenCalledExactlyOnceWith();
  });
});

describe('a call that fails', () => {
  const unhandled: unknown[] = [];
  const listener = (reason: unknown) => unhandled.push(reason);

  beforeEach(() => {
    unhandled.length = 0;
    process.on('unhandledRejection', listener);
  });

  afterEach(async () => {
    // Rejections are reported once the microtasks are done.
    await settled();
    process.off('unhandledRejection', listener);
    expect(unhandled).toEqual([]);
  });

  const NOT_FOUND = { kind: 'api', status: 404 };

  it('rejects when awaited, and leaves no unhandled rejection', async () => {
    await expect(failing().call()).rejects.toMatchObject(NOT_FOUND);
  });

  it('rejects when asked for its response, and leaves no unhandled rejection', async () => {
    await expect(failing().call().withResponse()).rejects.toMatchObject(NOT_FOUND);
  });

  it('rejects both with the same error', async () => {
    const promise = failing().call();

    const [data, response] = await Promise.allSettled([promise, promise.withResponse()]);

    expect(data).toMatchObject({ status: 'rejected', reason: NOT_FOUND });
    expect(response).toEqual(data);
  });

  it('skips then, runs catch and runs finally', async () => {
    const { call } = failing();
    const onFinally = vi.fn();

    await expect(call().then(() => 'then')).rejects.toMatchObject(NOT_FOUND);
    expect(await call().catch((error) => error)).toMatchObject(NOT_FOUND);
    await expect(call().finally(onFinally)).rejects.toMatchObject(NOT_FOUND);
    expect(onFinally).toHaveBeenCalledOnce();
  });

  it('rejects Promise.all', async () => {
    const all = Promise.all([succeeding().call(), failing().call(), failing().call()]);

    await expect(all).rejects.toMatchObject(NOT_FOUND);
  });

  it('rejects rather than throws when its arguments are wrong', async () => {
    const promise = createClient(CREDENTIALS).getPaymentDetails('');

    await expect(promise).rejects.toMatchObject({ kind: 'config' });
  });
});
