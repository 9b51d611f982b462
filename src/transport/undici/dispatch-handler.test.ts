import { randomBytes } from 'node:crypto';
import { getEventListeners } from 'node:events';
import { gzipSync } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { release, startHoldingServer } from '../../testing/holding-server.js';
import { ManualCancellation } from '../../testing/manual-cancellation.js';
import { until } from '../../testing/platform.js';
import { unhandledRejections } from '../../testing/promises.js';
import { startServer } from '../../testing/server.js';
import { type UndiciTransport, type UndiciTransportOptions, undiciTransport } from '../../undici.js';
import { DispatchHandler } from './dispatch-handler.js';

const POST = { method: 'POST', body: '{"amount":1}' };

function createTransport(options?: UndiciTransportOptions): UndiciTransport {
  const transport = undiciTransport(options);
  onTestFinished(() => transport.close());
  return transport;
}

describe('an aborted request', () => {
  it('rejects at once while it waits for a connection, and is never sent', async () => {
    const server = await startHoldingServer();
    const transport = createTransport({ connections: 1 });
    const controller = new AbortController();
    const first = transport(`${server.url}/first`, POST);
    const second = transport(`${server.url}/second`, { ...POST, signal: controller.signal });
    const third = transport(`${server.url}/third`, POST);
    await until(() => server.held.length === 1, 'the first request');

    controller.abort('enough');

    await expect(second).rejects.toBe('enough');
    await release(server);
    await (await first).text();
    await release(server);
    expect(await (await third).text()).toBe('done');
    expect(server.requests.map(({ url }) => url)).toEqual(['/first', '/third']);
  });

  it.each(['before the response', 'within the body'])(
    'closes its connection %s, and the next request gets another one',
    async (when) => {
      const server = await startHoldingServer();
      const transport = createTransport({ connections: 1 });
      const controller = new AbortController();
      const response = transport(server.url, { ...POST, signal: controller.signal });
      await until(() => server.held.length === 1, 'the request');
      const [held] = server.held.splice(0);
      if (when === 'within the body') held?.write('{"id": ');
      const text = (async () => (await response).text())();
      if (when === 'within the body') await response;

      controller.abort('enough');

      await expect(text).rejects.toBe('enough');
      await until(() => held?.destroyed === true, 'the connection to be closed');
      const next = transport(server.url, POST);
      await release(server);
      expect(await (await next).text()).toBe('done');
    },
  );

  it('leaves no unhandled rejection when nothing reads its body', async () => {
    const rejections = unhandledRejections();
    const server = await startServer((_, response) => {
      response.write('{"id": ');
      return undefined;
    });
    const controller = new AbortController();
    await createTransport()(server.url, { ...POST, signal: controller.signal });

    controller.abort();

    expect(await rejections()).toEqual([]);
  });
});

describe('a request', () => {
  it.each<{ name: string; path: string; abort?: boolean }>([
    { name: 'gets a response', path: '/' },
    { name: 'loses its connection', path: '/broken' },
    { name: 'loses its connection within the body', path: '/truncated' },
    { name: 'is aborted', path: '/silent', abort: true },
  ])('that $name leaves no listener on its signal', async ({ path, abort }) => {
    const controller = new AbortController();
    const { signal } = controller;
    const server = await startServer(({ url }, response) => {
      if (url === '/') return { body: {} };
      if (url === '/broken') response.socket?.resetAndDestroy();
      if (url === '/truncated') response.write('{', () => response.socket?.destroy());
      if (abort) controller.abort();
      return undefined;
    });
    const pending = createTransport()(server.url + path, { ...POST, signal });
    const during = getEventListeners(signal, 'abort').length;

    await pending.then((response) => response.text()).catch(() => {});

    expect(during).toBe(1);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

it('DispatchHandler lets the sender wait while it decodes, and go on when it has decoded', async () => {
  const calls: string[] = [];
  const encoded = gzipSync(randomBytes(1_000_000));
  const response = new Promise<Response>((resolve, reject) => {
    const progress = { sent: 'no', via: 'own' } as const;
    const request = { url: 'http://a.test/', method: 'GET', maxBytes: 1e9, progress };
    const handler = new DispatchHandler(request, new ManualCancellation(), { resolve, reject });
    const controller = {
      pause: () => calls.push('pause'),
      resume() {
        calls.push('resume');
        handler.onResponseEnd();
      },
    } as unknown as Dispatcher.DispatchController;
    handler.onRequestStart(controller);
    handler.onResponseStart(controller, 200, { 'content-encoding': 'gzip' });
    handler.onResponseData(controller, encoded);
  });
  expect(calls).toEqual(['pause']);

  const body = await (await response).text();

  expect(calls).toEqual(['pause', 'resume']);
  expect(body.length).toBeGreaterThan(100_000);
});
