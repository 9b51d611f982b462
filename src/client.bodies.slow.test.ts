import { execFile } from 'node:child_process';
import { createServer as createHttp2Server } from 'node:http2';
import { promisify } from 'node:util';
import { brotliCompressSync, createGzip, gzipSync } from 'node:zlib';
import { Agent, Client, fetch as undiciFetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { bundlePrograms } from '../scripts/lib/bundle-programs.js';
import { createTemporaryFolder } from '../scripts/lib/interruption.js';
import { createClient } from './client.js';
import type { ClientOptions, Fetch } from './options.js';
import { type ApiServer, startApi } from './testing/api-server.js';
import { catchError } from './testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID } from './testing/fixtures.js';
import type { CallUsage } from './testing/memory-process.js';
import { until } from './testing/platform.js';
import { listen } from './testing/server.js';
import { undiciTransport } from './undici.js';

const execute = promisify(execFile);

const BODY = '{"id":"pay_1","status":"Authorized"}';

const createTestClient = ({ url }: ApiServer, options: Partial<ClientOptions> = {}) =>
  createClient({ ...CREDENTIALS, baseUrl: url, ...options });

/** Starts an API that responds with this status and encoded body. */
function startEncodedApi(status: number, coding: string, body: Uint8Array): Promise<ApiServer> {
  return startApi((_, response) => {
    response.writeHead(status, { 'Content-Encoding': coding, 'Cko-Request-Id': 'req_1' }).end(body);
    return undefined;
  });
}

describe('an encoded body', () => {
  it.each([
    { coding: 'gzip', bytes: gzipSync(BODY) },
    { coding: 'br', bytes: brotliCompressSync(BODY) },
  ])('in $coding is read', async ({ coding, bytes }) => {
    const api = await startEncodedApi(201, coding, bytes);

    expect(await createTestClient(api).requestPayment(PAYMENT)).toEqual(JSON.parse(BODY));
  });

  it.each([
    { what: 'is not gzip', coding: 'gzip', bytes: Buffer.from(BODY) },
    { what: 'is damaged gzip', coding: 'gzip', bytes: damage(gzipSync(BODY)) },
    { what: 'is not br', coding: 'br', bytes: Buffer.alloc(40, 0xfa) },
    { what: 'is not deflate', coding: 'deflate', bytes: Buffer.alloc(40, 0xff) },
  ])('of a success that $what fails with kind decode after one attempt', async ({ coding, bytes }) => {
    const api = await startEncodedApi(201, coding, bytes);

    const error = await catchError(createTestClient(api).requestPayment(PAYMENT));

    expect(error).toMatchObject({
      kind: 'decode',
      outcome: 'unknown',
      transient: true,
      status: 201,
      message: expect.stringContaining('responded with 201 and a body that could not be decoded.'),
    });
    expect(error.attempts).toMatchObject([{ status: 201 }]);
    expect(api.operationRequests).toHaveLength(1);
  });

  it('of a success in an unknown coding fails with kind decode after one attempt', async () => {
    const api = await startEncodedApi(201, 'lzma', Buffer.from([0x5d, 0, 0, 0x80]));

    const error = await catchError(createTestClient(api).requestPayment(PAYMENT));

    expect(error).toMatchObject({ kind: 'decode', outcome: 'unknown', status: 201 });
    expect(api.operationRequests).toHaveLength(1);
  });

  it('of an error that cannot be decoded leaves the error with its status', async () => {
    const api = await startEncodedApi(502, 'gzip', Buffer.from('Bad gateway'));

    const error = await catchError(createTestClient(api, { maxRetries: 1 }).requestPayment(PAYMENT));

    expect(error).toMatchObject({ kind: 'api', outcome: 'unknown', status: 502, body: undefined });
    expect(error.attempts).toMatchObject([{ status: 502 }, { status: 502 }]);
  });

  it('that a broken connection cuts is a network error, which is retried', async () => {
    const api = await startApi((_, response) => {
      if (api.operationRequests.length > 1) return { body: BODY };
      response.writeHead(201, { 'Content-Encoding': 'gzip', 'Content-Length': 100 });
      response.write(gzipSync(BODY).subarray(0, 15), () => response.socket?.destroy());
      return undefined;
    });

    const { attempts } = await createTestClient(api).requestPayment(PAYMENT).withResponse();

    expect(attempts).toMatchObject([{ errorCode: 'UND_ERR_SOCKET' }, { status: 200 }]);
  });
});

describe('a body longer than maxResponseBytes', () => {
  const PAYMENT_OF = (bytes: number) => BODY.replace('pay_1', 'p'.repeat(bytes - BODY.length + 5));

  it.each([
    { form: 'as it is', encode: (text: string) => Buffer.from(text), coding: 'identity' },
    { form: 'in gzip', encode: (text: string) => gzipSync(text), coding: 'gzip' },
  ])(
    '$form fails with kind decode after one attempt, and one of exactly that length does not',
    async (form) => {
      const bodies = [PAYMENT_OF(1000), PAYMENT_OF(1001)].map(form.encode);
      const api = await startApi((_, response) => {
        response.writeHead(201, { 'Content-Encoding': form.coding }).end(bodies.shift());
        return undefined;
      });
      const client = createTestClient(api, { maxResponseBytes: 1000 });
      await client.requestPayment(PAYMENT);

      const error = await catchError(client.requestPayment(PAYMENT));

      expect(error).toMatchObject({
        kind: 'decode',
        outcome: 'unknown',
        status: 201,
        message: expect.stringContaining('responded with 201 and a body that exceeds `maxResponseBytes`.'),
      });
      expect(api.operationRequests).toHaveLength(2);
    },
  );

  it('is ended at once when it never ends, and its connection is closed', async () => {
    let isClosed = false;
    const chunk = Buffer.alloc(65_536, ' ');
    const api = await startApi((_, response) => {
      response.on('close', () => {
        isClosed = true;
      });
      const write = () => void (response.destroyed || response.write(chunk, write));
      write();
      return undefined;
    });

    const error = await catchError(createTestClient(api).getPaymentDetails(PAYMENT_ID));

    expect(error).toMatchObject({ kind: 'decode', status: 200 });
    expect(error.attempts).toHaveLength(1);
    await until(() => isClosed, 'the connection to be closed');
  });

  it('leaves an error with its status, which says nothing of the key without its codes', async () => {
    const api = await startApi(() => ({ status: 422, body: 'x'.repeat(1001) }));

    const error = await catchError(createTestClient(api, { maxResponseBytes: 1000 }).requestPayment(PAYMENT));

    expect(error).toMatchObject({ kind: 'api', outcome: 'unknown', status: 422, body: undefined });
  });

  it('of the token endpoint fails with kind auth after one attempt', async () => {
    const api = await startApi();

    const error = await catchError(createTestClient(api, { maxResponseBytes: 10 }).requestPayment(PAYMENT));

    expect(error).toMatchObject({ kind: 'auth', outcome: 'not_sent', status: 200 });
    expect(api.requests).toHaveLength(1);
  });
});

describe('a body of 400 MB of blanks in 398 KiB of gzip', () => {
  let blanks: Buffer = Buffer.of();
  const folder = createTemporaryFolder('lddpay-bodies-');
  let program = '';
  beforeAll(async () => {
    blanks = await compressBlanks(400);
    const url = new URL('testing/memory-process.ts', import.meta.url);
    [program] = await bundlePrograms([url], folder.path);
  });
  afterAll(() => folder.remove());

  it.each<{ limit: string; options: Partial<ClientOptions> }>([
    { limit: 'the default limit', options: {} },
    { limit: 'a limit of 1 GB', options: { maxResponseBytes: 1e9 } },
  ])('ends with $limit and a deadline of 400 ms within 1 s and 200 MB', async ({ options }) => {
    const api = await startEncodedApi(200, 'gzip', blanks);

    const usage = await measureCall(program, api, { ...options, deadline: 400 });

    expect(usage.attempts).toBe(1);
    expect(usage.ms).toBeLessThan(1000);
    expect(usage.grownBy).toBeLessThan(200);
  });

  it('fails with kind decode and within 200 MB when there is time', async () => {
    const api = await startEncodedApi(200, 'gzip', blanks);

    const usage = await measureCall(program, api, {});

    expect(usage).toMatchObject({ kind: 'decode', attempts: 1 });
    expect(usage.grownBy).toBeLessThan(200);
  });
});

describe('a body that is lost over HTTP/2, with a stream that is reset without an error', () => {
  /** Starts a server that responds with this head, and resets the stream before it has sent the whole body. */
  async function startHttp2(
    headers: Record<string, string | number>,
    part: string,
  ): Promise<[Agent, string]> {
    const server = createHttp2Server().on('stream', (stream) => {
      stream.respond({ ':status': 429, 'cko-request-id': 'req_1', ...headers });
      const reset = () => stream.close(0);
      if (part) stream.write(part, reset);
      else reset();
    });
    // Its types do not know HTTP/2 without TLS.
    const options = { allowH2: true, useH2c: true } as Client.Options;
    const dispatcher = new Agent({ factory: (origin) => new Client(origin, options) });
    onTestFinished(async () => {
      await dispatcher.destroy();
      server.close();
    });
    return [dispatcher, await listen(server)];
  }

  const overFetch = (dispatcher: Agent): Fetch =>
    ((url: string, init: object) => undiciFetch(url, { ...init, dispatcher })) as unknown as Fetch;
  const overTransport = (dispatcher: Agent) => undiciTransport({ dispatcher });

  it.each<[string, Record<string, string | number>, string, (dispatcher: Agent) => Fetch]>([
    ['fetch', { 'content-length': 70 }, '', overFetch],
    ['fetch', { 'content-length': 70, 'content-encoding': 'gzip' }, '', overFetch],
    ['undiciTransport', { 'content-length': 70 }, '', overTransport],
    ['undiciTransport', { 'content-length': 70, 'content-encoding': 'gzip' }, '', overTransport],
    ['undiciTransport', { 'content-length': 70 }, '{}', overTransport],
  ])('is a network error of %s, with %j after %j', async (_, headers, part, send) => {
    const [dispatcher, baseUrl] = await startHttp2(headers, part);
    const tokenProvider = async () => ({ access_token: 'token' });
    const client = createClient({ baseUrl, tokenProvider, fetch: send(dispatcher), maxRetries: 0 });

    expect(await catchError(client.requestPayment(PAYMENT))).toMatchObject({
      kind: 'network',
      outcome: 'unknown',
      attempts: [{ errorCode: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' }],
    });
  });
});

describe('a response that must have no body', () => {
  it.each(['204', '205'])('is read as having none when it has one with status %s', async (status) => {
    const api = await startRawApi(
      `HTTP/1.1 ${status} Nothing\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
    );

    const error = await catchError(createTestClient(api).getPaymentDetails(PAYMENT_ID));

    expect(error).toMatchObject({
      kind: 'decode',
      status: Number(status),
      message: expect.stringContaining(`responded with ${status} and no JSON body.`),
    });
  });
});

it.each([
  'HELLO\r\n\r\n',
  'HTTP/1.1 200 OK\r\nbad header\r\n\r\n',
  'HTTP/1.1 1000 OK\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n',
  'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
])('the response %j is a network error whose outcome is unknown', async (response) => {
  const api = await startRawApi(response);

  const error = await catchError(createTestClient(api, { maxRetries: 0 }).getPaymentDetails(PAYMENT_ID));

  expect(error).toMatchObject({ kind: 'network', outcome: 'unknown' });
});

/** Starts an API whose operations respond with these bytes. */
async function startRawApi(response: string): Promise<ApiServer> {
  return startApi((_, { socket }) => {
    socket?.write(response);
    return undefined;
  });
}

/** Changes a byte of the compressed data. */
function damage(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[15] = (copy[15] ?? 0) ^ 0xff;
  return copy;
}

async function compressBlanks(megabytes: number): Promise<Buffer> {
  const gzip = createGzip();
  const blanks = Buffer.alloc(1e6, ' ');
  const chunks: Buffer[] = [];
  gzip.on('data', (chunk) => chunks.push(chunk));
  for (let written = 0; written < megabytes; written += 1) {
    await new Promise((resolve) => gzip.write(blanks, resolve));
  }
  await new Promise<void>((resolve) => gzip.end(resolve));
  return Buffer.concat(chunks);
}

/** Makes a call in a process of its own, on the transport of the running project. */
async function measureCall(
  program: string,
  { url }: ApiServer,
  options: Partial<ClientOptions>,
): Promise<CallUsage> {
  const { stdout } = await execute(process.execPath, [program, url, JSON.stringify(options)]);
  return JSON.parse(stdout) as CallUsage;
}
