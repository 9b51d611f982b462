import { once } from 'node:events';
import { connect } from 'node:net';
import { observe } from 'lddpay/observe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServerProcess } from './server-process.js';

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start('server.js');
});
afterAll(() => server.stop());

const CREATE = 'POST /payments HTTP/1.1\r\nHost: test\r\nContent-Length: 13\r\n\r\n{"amount": 1}';
const GET = 'GET /payments/pay_1 HTTP/1.1\r\nHost: test\r\n\r\n';

/** Sends pieces one after another, each as a packet, and returns the status lines of the responses. */
async function readStatusLines(pieces: readonly string[], responses: number): Promise<string[]> {
  const { hostname, port } = new URL(server.url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let received = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    received += chunk;
  });
  for (const piece of pieces) await new Promise<void>((resolve) => socket.write(piece, () => resolve()));
  const found = () => received.match(/HTTP\/1.1 \d+/g) ?? [];
  while (found().length < responses) await once(socket, 'data');
  socket.destroy();
  return found();
}

it.each([
  ['POST /payments', 201],
  ['GET /payments/pay_1', 200],
  ['POST /v1/payment_intents', 200],
  ['GET /v1/payment_intents/pay_1', 200],
  ['POST /chat/completions', 200],
  ['GET /models/pay_1', 200],
])('returns as many bytes to every client: %s', async (request, status) => {
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(`${server.url}${path}`, { method, body: method === 'POST' ? '{}' : null });

  expect(response.status).toBe(status);
  expect(await response.text()).toHaveLength(700);
});

it.each([
  ['requestPayment', 'POST', 'payments'],
  ['getPaymentDetails', 'GET', 'payments/pay_1'],
])('returns to %s what the description requires, as a provider does', async (operationId, method, path) => {
  const response = await fetch(`${server.url}/${path}`, { method });
  const observer = observe({ sample: 1 });

  const { status, headers } = response;
  observer(operationId, { status, headers, text: await response.text(), problem: undefined });
  await observer.settled();

  expect(observer.read().deviations).toEqual([]);
});

it.each([
  ['payments', 201, 'id', /^pay_\d{26}$/],
  ['payments/pay_1/refunds', 202, 'action_id', /^act_\d{26}$/],
])('returns another id to every write of the same size: %s', async (path, status, field, pattern) => {
  const ids: string[] = [];
  for (const body of ['{"amount":1}', '{"amount":1}']) {
    const response = await fetch(`${server.url}/numbered/${path}`, { method: 'POST', body });
    const text = await response.text();
    expect([response.status, text.length]).toEqual([status, 700]);
    ids.push(JSON.parse(text)[field]);
  }

  expect(ids).toEqual([expect.stringMatching(pattern), expect.stringMatching(pattern)]);
  expect(ids[0]).not.toBe(ids[1]);
});

it('responds once to a request that arrives in pieces', async () => {
  expect(await readStatusLines([...CREATE, GET], 2)).toEqual(['HTTP/1.1 201', 'HTTP/1.1 200']);
});

it('responds in order to requests that arrive together', async () => {
  expect(await readStatusLines([GET + CREATE + GET], 3)).toEqual([
    'HTTP/1.1 200',
    'HTTP/1.1 201',
    'HTTP/1.1 200',
  ]);
});

it('returns 404 for any other request', async () => {
  expect((await fetch(`${server.url}/nothing`)).status).toBe(404);
});
