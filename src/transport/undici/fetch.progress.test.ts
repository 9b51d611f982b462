import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { abortedError } from '../../lib/aborted-error.js';
import type { Fetch } from '../../options.js';
import { release, startHoldingServer } from '../../testing/holding-server.js';
import { ManualCancellation } from '../../testing/manual-cancellation.js';
import { until } from '../../testing/platform.js';
import { listen, refusingUrl, startServer } from '../../testing/server.js';
import { CERTIFICATE, startTlsServer } from '../../testing/tls-server.js';
import { undiciTransport } from '../../undici.js';
import { MAX_RESPONSE_BYTES } from '../buffered-response.js';
import { type SendProgress, transportOf } from '../transport.js';
import { createUndiciFetch } from './fetch.js';

// Imported dynamically, because it must not load before the copy of the platform.
const { Agent, RetryAgent } = await import('undici');

const REASON = abortedError('enough', []);
const POST = { method: 'POST', body: '{"amount":1}', headers: { 'Content-Type': 'application/json' } };

/** Sends a request, and says what is known of it while it is sent. */
function send(fetch: Fetch, url: string, { headers = {}, cancellation = new ManualCancellation() } = {}) {
  const transport = transportOf(fetch);
  if (!transport) throw new Error('This is no transport of the package.');
  const progress: SendProgress = { sent: 'maybe', via: 'global' };
  const request = { ...POST, headers: { ...POST.headers, ...headers } };
  const response = transport(url, request, cancellation, MAX_RESPONSE_BYTES, progress);
  const failed = response.then(
    () => expect.unreachable('The request did not fail.'),
    (error: unknown) => ({ error, progress: { ...progress } }),
  );
  failed.catch(() => {});
  return { response, failed, progress };
}

function createTransport(options?: Parameters<typeof undiciTransport>[0]) {
  const transport = undiciTransport(options);
  onTestFinished(() => transport.close());
  return transport;
}

const NOT_SENT: SendProgress = { sent: 'no', via: 'own' };
const MAYBE: SendProgress = { sent: 'maybe', via: 'own' };

describe('a request on connections of the transport is known to be unsent', () => {
  it('when its connection is refused', async () => {
    expect(await send(createTransport(), await refusingUrl()).failed).toMatchObject({
      error: { cause: { code: 'ECONNREFUSED' } },
      progress: NOT_SENT,
    });
  });

  it('when its host does not exist', async () => {
    const { progress } = await send(createTransport(), 'http://nowhere.invalid/').failed;

    expect(progress).toEqual(NOT_SENT);
  });

  it('when the certificate is not trusted', async () => {
    const server = await startTlsServer();

    expect(await send(createTransport(), `https://localhost:${server.port}/`).failed).toMatchObject({
      error: { cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
      progress: NOT_SENT,
    });
    expect(server.received()).toBe(0);
  });

  it('when the certificate is for another host', async () => {
    const server = await startTlsServer();
    const agent = new Agent({ connect: { ca: CERTIFICATE }, pipelining: 1 });
    onTestFinished(() => agent.close());
    const transport = createUndiciFetch(agent, { isOwn: true, userAgent: 'test' });
    const trusted = send(transport, `https://localhost:${server.port}/`);
    expect((await trusted.response).status).toBe(200);

    expect(await send(transport, `https://127.0.0.1:${server.port}/`).failed).toMatchObject({
      error: { cause: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } },
      progress: NOT_SENT,
    });
    expect(server.received()).toBe(1);
  });

  it('when the server does not speak TLS', async () => {
    const server = await startServer(() => ({ body: {} }));

    const url = server.url.replace('http:', 'https:');
    expect((await send(createTransport(), url).failed).progress).toEqual(NOT_SENT);

    expect(server.requests).toEqual([]);
  });

  it('when the transport is closed', async () => {
    const server = await startServer(() => ({ body: {} }));
    const transport = undiciTransport();
    await transport.close();

    expect(await send(transport, server.url).failed).toMatchObject({
      error: { cause: { code: 'UND_ERR_DESTROYED' } },
      progress: NOT_SENT,
    });
    expect(server.requests).toEqual([]);
  });

  it('when undici refuses it', async () => {
    const server = await startServer(() => ({ body: {} }));

    const { failed } = send(createTransport(), server.url, { headers: { Expect: '100-continue' } });

    expect((await failed).progress).toEqual(NOT_SENT);
    expect(server.requests).toEqual([]);
  });

  it.each(['not a URL', 'ftp://127.0.0.1/'])('when its URL is %j', async (url) => {
    expect((await send(createTransport(), url).failed).progress).toEqual(NOT_SENT);
  });

  it('when it is cancelled before', async () => {
    const cancellation = new ManualCancellation(REASON);

    const { failed } = send(createTransport(), await refusingUrl(), { cancellation });

    expect(await failed).toEqual({ error: REASON, progress: NOT_SENT });
  });

  it('when it is cancelled while it connects', async () => {
    const server = await startServer(() => ({ body: {} }));
    const transport = createTransport();
    const cancellation = new ManualCancellation();
    const { failed, progress } = send(transport, server.url, { cancellation });

    cancellation.cancel(REASON);

    expect(await failed).toEqual({ error: REASON, progress: NOT_SENT });
    expect((await send(transport, server.url).response).status).toBe(200);
    expect(server.requests).toHaveLength(1);
    expect(progress).toEqual(NOT_SENT);
  });

  it('when it is cancelled while it waits for a connection', async () => {
    const server = await startHoldingServer();
    const transport = createTransport({ connections: 1 });
    const first = send(transport, server.url);
    await until(() => server.held.length === 1, 'the first request');
    const cancellation = new ManualCancellation();
    const { failed, progress } = send(transport, server.url, { cancellation });

    cancellation.cancel(REASON);

    expect(await failed).toEqual({ error: REASON, progress: NOT_SENT });
    await release(server);
    await (await first.response).text();
    const third = send(transport, server.url);
    await release(server);
    await third.response;
    expect(server.requests).toHaveLength(2);
    expect(progress).toEqual(NOT_SENT);
  });
});

describe('a request on connections of the transport may have been sent', () => {
  it('when its connection breaks before the response', async () => {
    const server = await startServer((_, response) => {
      response.socket?.destroy();
      return undefined;
    });

    expect((await send(createTransport(), server.url).failed).progress).toEqual(MAYBE);
  });

  it('when it is cancelled while it waits for the response', async () => {
    const server = await startHoldingServer();
    const cancellation = new ManualCancellation();
    const { failed } = send(createTransport(), server.url, { cancellation });
    await until(() => server.held.length === 1, 'the request');

    cancellation.cancel(REASON);

    expect(await failed).toEqual({ error: REASON, progress: MAYBE });
  });

  it('when a reused connection is closed as it is sent', async () => {
    const server = await startServer((_, response) => {
      if (server.requests.length === 1) return { body: {} };
      response.socket?.destroy();
      return undefined;
    });
    const transport = createTransport({ connections: 1 });
    await (await send(transport, server.url).response).text();

    expect((await send(transport, server.url).failed).progress).toEqual(MAYBE);
  });
});

describe('a given dispatcher', () => {
  it('never claims that nothing was sent, since it may have sent an earlier try', async () => {
    let received = 0;
    const server = createServer((_, response) => {
      received += 1;
      // From now on it refuses connections.
      server.close();
      response.socket?.destroy();
    });
    const url = await listen(server);
    const dispatcher = new RetryAgent(new Agent(), {
      methods: ['POST'],
      minTimeout: 50,
      maxRetries: 1,
    });
    onTestFinished(() => dispatcher.close());

    const result = await send(createTransport({ dispatcher }), url).failed;

    expect(result).toMatchObject({
      error: { cause: { code: 'ECONNREFUSED' } },
      progress: { sent: 'maybe', via: 'given' },
    });
    expect(received).toBe(1);
  });

  it('claims nothing about a refused connection either', async () => {
    const dispatcher = new Agent();
    onTestFinished(() => dispatcher.close());

    const result = await send(createTransport({ dispatcher }), await refusingUrl()).failed;

    expect(result.progress).toEqual({ sent: 'maybe', via: 'given' });
  });

  it('has sent nothing when the request is cancelled before it is called', async () => {
    const dispatcher = new Agent();
    onTestFinished(() => dispatcher.close());
    const cancellation = new ManualCancellation(REASON);

    const { failed } = send(createTransport({ dispatcher }), await refusingUrl(), { cancellation });

    expect(await failed).toEqual({ error: REASON, progress: { sent: 'no', via: 'given' } });
  });
});
