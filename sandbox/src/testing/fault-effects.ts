import { describe, expect, it } from 'vitest';
import { assembleClient } from '../../../src/client.js';
import { eager } from '../../../src/testing/platform.js';
import { createSandbox, type Fault, type FaultEffect } from '../index.js';
import { type Api, connect } from './api.js';
import { CARD } from './fixtures.js';
import type { TRANSPORTS } from './transports.js';

const CAPTURE = { operationId: 'capturePayment' } as const;

/** Tests what each fault does to a request, over some transports. */
export function testFaultEffects(transports: typeof TRANSPORTS): void {
  describe.each(transports)('%s', (_, open) => {
    /** Creates an authorized payment, and a function that captures it with a fault. */
    async function setUp(fault: Fault) {
      const sandbox = createSandbox({ seed: 1 });
      const { origin, fetch } = await open(sandbox);
      const api = await connect(sandbox, origin, fetch);
      const id = await api.authorize();
      sandbox.faults.inject(fault);
      return {
        api,
        id,
        capture: (signal?: AbortSignal) =>
          api.request('POST', `/payments/${id}/captures`, {}, { key: 'key-1', ...(signal && { signal }) }),
      };
    }

    const captures = ({ sandbox }: Api) => sandbox.ledger().filter(({ type }) => type === 'Capture').length;
    const lastStatus = ({ sandbox }: Api) => sandbox.requests().at(-1)?.status;

    it('drop-before loses the connection before the operation is executed', async () => {
      const { api, capture } = await setUp({ ...CAPTURE, effect: 'drop-before' });

      await expect(capture()).rejects.toThrow(new TypeError('fetch failed'));

      expect(captures(api)).toBe(0);
      expect(lastStatus(api)).toBe(0);
      expect((await capture()).status).toBe(202);
    });

    it('drop-after loses the response of an executed operation', async () => {
      const { api, capture } = await setUp({ ...CAPTURE, effect: 'drop-after' });

      await expect(capture()).rejects.toThrow(new TypeError('fetch failed'));

      expect(captures(api)).toBe(1);
      expect(lastStatus(api)).toBe(202);
      expect((await capture()).status).toBe(202);
      expect(captures(api)).toBe(1);
    });

    it('status responds as configured, without executing the operation', async () => {
      const { api, capture } = await setUp({
        ...CAPTURE,
        effect: 'status',
        status: 503,
        headers: { 'Retry-After': '7' },
        body: { why: 'maintenance' },
      });

      const response = await capture();

      expect(response.status).toBe(503);
      expect(response.headers.get('Retry-After')).toBe('7');
      expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
      expect(response.headers.get('Cko-Request-Id')).toMatch(/^[\da-f-]{36}$/);
      expect(await response.json()).toEqual({ why: 'maintenance' });
      expect(captures(api)).toBe(0);
      expect(lastStatus(api)).toBe(503);
    });

    it('status responds with 500 without a body by default', async () => {
      const { capture } = await setUp({ ...CAPTURE, effect: 'status' });

      const response = await capture();

      expect(response.status).toBe(500);
      expect(await response.text()).toBe('');
    });

    it('status sends a string unchanged', async () => {
      const { capture } = await setUp({
        ...CAPTURE,
        effect: 'status',
        status: 200,
        headers: { 'Content-Type': 'text/html' },
        body: '<p>Hello',
      });

      const response = await capture();

      expect(response.headers.get('Content-Type')).toBe('text/html');
      expect(await response.text()).toBe('<p>Hello');
    });

    it('status overrides the default headers, ignoring case', async () => {
      const { capture } = await setUp({
        ...CAPTURE,
        effect: 'status',
        headers: { 'content-type': 'application/problem+json', 'CKO-REQUEST-ID': 'mine' },
        body: { why: 'maintenance' },
      });

      const { headers } = await capture();

      expect(headers.get('Content-Type')).toBe('application/problem+json');
      expect(headers.get('Cko-Request-Id')).toBe('mine');
    });

    it('status-after executes the operation, and responds as a gateway with 502 by default', async () => {
      const { api, capture } = await setUp({ ...CAPTURE, effect: 'status-after' });

      const response = await capture();

      expect(response.status).toBe(502);
      expect(await response.text()).toBe('');
      expect(response.headers.has('Cko-Request-Id')).toBe(false);
      expect(response.headers.has('Cko-Version')).toBe(false);
      expect(captures(api)).toBe(1);
      expect(lastStatus(api)).toBe(502);
      expect((await capture()).status).toBe(202);
      expect(captures(api)).toBe(1);
    });

    it('status-after responds with the status, headers and body of the fault', async () => {
      const { api, capture } = await setUp({
        ...CAPTURE,
        effect: 'status-after',
        status: 403,
        headers: { 'Content-Type': 'text/html', 'Cko-Request-Id': 'mine' },
        body: '<h1>Forbidden',
      });

      const response = await capture();

      expect(response.status).toBe(403);
      expect(response.headers.get('Content-Type')).toBe('text/html');
      expect(response.headers.get('Cko-Request-Id')).toBe('mine');
      expect(await response.text()).toBe('<h1>Forbidden');
      expect(captures(api)).toBe(1);
    });

    it('delay executes the operation later, and its key is in flight until then', async () => {
      const { api, capture } = await setUp({ ...CAPTURE, effect: 'delay', ms: 100 });
      const started = performance.now();

      const [one, other] = await Promise.all([capture(), capture()]);

      expect([one.status, other.status].sort()).toEqual([202, 429]);
      expect(performance.now() - started).toBeGreaterThan(95);
      expect((await capture()).status).toBe(202);
      expect(captures(api)).toBe(1);
    });

    it('stall-body stops in the middle of the body until the caller aborts', async () => {
      const { api, id, capture } = await setUp({ ...CAPTURE, effect: 'stall-body' });
      const caller = new AbortController();

      const response = await capture(caller.signal);
      const reader = getBody(response).getReader();
      const { value } = await reader.read();
      const rest = reader.read();
      const ended = rest.then(
        () => 'ended',
        () => 'ended',
      );

      expect(response.status).toBe(202);
      expect(value?.byteLength).toBe(Math.floor(Number(response.headers.get('Content-Length')) / 2));
      // Another request meanwhile does not end it.
      await api.details(id);
      expect(await Promise.race([ended, 'stalled'])).toBe('stalled');
      caller.abort();
      await expect(rest).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
      expect(captures(api)).toBe(1);
    });

    it('truncate-body loses the connection in the middle of the body', async () => {
      const { api, capture } = await setUp({ ...CAPTURE, effect: 'truncate-body' });

      const response = await capture();

      expect(response.status).toBe(202);
      await expect(response.text()).rejects.toThrow(TypeError);
      expect(captures(api)).toBe(1);
    });

    it('short-body responds with half of the JSON, and with the length of this half', async () => {
      const { api, capture } = await setUp({ ...CAPTURE, effect: 'short-body' });

      const response = await capture();
      const half = await response.text();

      expect(response.status).toBe(202);
      expect(Number(response.headers.get('Content-Length'))).toBe(half.length);
      expect(() => JSON.parse(half)).toThrow(SyntaxError);
      expect(captures(api)).toBe(1);
      const whole = await (await capture()).text();
      expect(half).toBe(whole.slice(0, Math.floor(whole.length / 2)));
      expect(captures(api)).toBe(1);
    });

    it('short-body states the length in bytes of half a body that is not ASCII', async () => {
      const { api } = await setUp({ operationId: 'requestPayment', effect: 'short-body' });

      const response = await api.request('POST', '/payments', {
        amount: 1000,
        currency: 'USD',
        source: { ...CARD, name: '\u{1f600}'.repeat(100) },
        metadata: { note: '\u{1f600}'.repeat(100) },
        reference: 'é'.repeat(40),
      });

      expect(response.status).toBe(201);
      const bytes = await response.arrayBuffer();
      expect(Number(response.headers.get('Content-Length'))).toBe(bytes.byteLength);
      expect(() => JSON.parse(new TextDecoder().decode(bytes))).toThrow(SyntaxError);
    });

    it('in-flight responds as if the key was in flight, without executing the operation', async () => {
      const { api, id } = await setUp({ ...CAPTURE, effect: 'in-flight' });

      const { status, body } = await api.capture(id, {}, { allow: 'in flight' });

      expect({ status, body }).toMatchObject({ status: 429, body: { error_codes: ['duplicate_request'] } });
      expect(captures(api)).toBe(0);
    });

    it.each<[FaultEffect, string[]]>([
      ['drop-before', ['Authorization', 'Capture']],
      ['drop-after', ['Authorization', 'Capture']],
      ['truncate-body', ['Authorization', 'Capture']],
      ['status', ['Authorization', 'Capture']],
      ['status-after', ['Authorization', 'Capture']],
      ['late', ['Authorization', 'Capture']],
    ])(
      'the client retries a payment after %s with the same key, and it is charged once',
      async (effect, types) => {
        const sandbox = createSandbox();
        const { origin, fetch } = await open(sandbox);
        const client = assembleClient({ ...sandbox.credentials, baseUrl: origin, fetch }, eager);
        sandbox.faults.inject({ operationId: 'requestPayment', effect });

        const payment = await client.requestPayment({ amount: 1000, currency: 'USD', source: CARD });

        expect(payment).toMatchObject({ approved: true });
        expect(sandbox.ledger().map(({ type }) => type)).toEqual(types);
        const keys = sandbox.requests().flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
        expect(keys).toHaveLength(2);
        expect(new Set(keys).size).toBe(1);
      },
    );
  });
}

function getBody({ body }: Response): ReadableStream<Uint8Array> {
  if (!body) throw new Error('A response without a body.');
  return body;
}
