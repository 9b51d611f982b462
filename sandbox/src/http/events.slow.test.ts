import { expect, it, onTestFinished, vi } from 'vitest';
import { createSandbox, type ListenOptions } from '../index.js';
import type { Snapshot } from '../page/snapshot.js';
import { connect, openApi } from '../testing/api.js';
import { CARD, DAY } from '../testing/fixtures.js';
import { sendHttp } from '../testing/http-request.js';

interface Event {
  readonly name: string;
  readonly data: Partial<Snapshot>;
}

/** Reads events from a response. */
function readEvents({ body }: Response) {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader() ?? expect.unreachable();
  let rest = '';
  const events: Event[] = [];
  /** Returns the next event of a name that fulfils a condition. */
  async function next(name: string, accepts: (data: Partial<Snapshot>) => boolean = () => true) {
    for (;;) {
      for (let event = events.shift(); event; event = events.shift())
        if (event.name === name && accepts(event.data)) return event.data;
      const { value, done } = await reader.read();
      if (done) throw new Error('The stream has ended.');
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, eventName = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
        if (eventName) events.push({ name: eventName, data: JSON.parse(data) });
      }
    }
  }
  return { next, read: () => reader.read(), cancel: () => reader.cancel() };
}

/** Opens a stream of events over a socket. */
async function openEvents(options: ListenOptions = {}) {
  const sandbox = createSandbox({ seed: 1 });
  const server = await sandbox.listen(options);
  onTestFinished(() => server.close());
  const response = await fetch(`${server.url}/_sandbox/events`);
  const api = await connect(sandbox, server.url, fetch);
  return { sandbox, server, api, response, ...readEvents(response) };
}

it('sends the state at once, as server-sent events that are not stored', async () => {
  const { response, next } = await openEvents();

  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('text/event-stream');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await next('clock')).toEqual({ now: Date.UTC(2026, 0, 1) });
  expect(await next('state')).toMatchObject({ payments: [], ledger: [], counts: { payments: 0 } });
});

it('sends what requests over HTTP change', async () => {
  const { api, next } = await openEvents();
  await api.charge();

  const state = await next('state', ({ payments = [] }) => payments.length > 0);

  expect(state.payments).toMatchObject([{ status: 'Captured', balances: { total_captured: 1000 } }]);
  expect(state.requests?.[0]).toMatchObject({ operationId: 'requestPayment', status: 201 });
  expect(state.ledger).toMatchObject([{ type: 'Capture' }, { type: 'Authorization' }]);
});

it('sends what the library changes: faults, the clock, tokens and a reset', async () => {
  const { sandbox, api, next } = await openEvents();
  await api.authorize();

  sandbox.faults.inject({ effect: 'drop-after', times: 2 });
  expect((await next('state', ({ faults = [] }) => faults.length > 0)).faults).toEqual([
    { effect: 'drop-after', left: 2 },
  ]);
  sandbox.clock.advance(7 * DAY);
  expect(await next('clock')).toEqual({ now: Date.UTC(2026, 0, 8) });
  expect(await next('state')).toMatchObject({ payments: [{ status: 'Expired' }] });
  sandbox.faults.clear();
  await api.renewToken();
  sandbox.tokens.revokeAll();
  await next('state', ({ counts }) => counts?.tokens === 0);
  sandbox.reset();
  await next('state', ({ counts }) => counts?.payments === 0);
});

it('sends what becomes due while time passes', async () => {
  let now = 0;
  const sandbox = createSandbox({ now: () => now, captureDelay: 10 });
  const api = await connect(sandbox);
  await api.charge();
  const { next } = readEvents(await sandbox.fetch('http://sandbox.test/_sandbox/events'));
  expect((await next('state')).payments).toMatchObject([{ status: 'Authorized' }]);

  now = 10;

  expect((await next('state')).payments).toMatchObject([{ status: 'Captured' }]);
});

it('reads the state no more when the client has gone', async () => {
  const now = vi.fn(() => 0);
  const sandbox = createSandbox({ now });
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  const leave = new AbortController();
  const { next } = readEvents(await fetch(`${server.url}/_sandbox/events`, { signal: leave.signal }));
  await next('state');

  leave.abort();

  await expect
    .poll(
      () => {
        const reads = now.mock.calls.length;
        return new Promise((resolve) => setTimeout(() => resolve(now.mock.calls.length - reads), 600));
      },
      { timeout: 10_000 },
    )
    .toBe(0);
});

it('ends its streams when the server is closed', async () => {
  const { server, next, read } = await openEvents();
  await next('state');

  const ended = expect(read()).rejects.toThrow('terminated');
  await server.close();

  await ended;
});

it('closes the connection when the state cannot be read any more', async () => {
  let now: () => number = () => 0;
  const sandbox = createSandbox({ now: () => now() });
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  const { next, read } = readEvents(await fetch(`${server.url}/_sandbox/events`));
  await next('state');

  now = () => Number.NaN;

  await expect(read()).rejects.toThrow('terminated');
  now = () => 0;
  expect((await fetch(`${server.url}/_sandbox/clock`)).status).toBe(200);
});

it('responds to HEAD without a stream', async () => {
  const { server } = await openEvents();

  const { status, headers, body } = await sendHttp('HEAD', `${server.url}/_sandbox/events`);

  expect({ status, body }).toEqual({ status: 200, body: '' });
  expect(headers['content-type']).toBe('text/event-stream');
});

it.each<[string, Record<string, string>]>([
  ['of another origin', { Origin: 'http://evil.example' }],
  ['of another port', { Origin: 'http://127.0.0.1:1', 'Sec-Fetch-Site': 'same-site' }],
  ['without an origin', { Origin: 'null' }],
  ['of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }],
  ['whose name was pointed at this machine', { Host: 'evil.example' }],
])('refuses its events to a page %s with 403', async (_, headers) => {
  const { server } = await openEvents();

  const { status, body } = await sendHttp('GET', `${server.url}/_sandbox/events`, headers);

  expect(status).toBe(403);
  expect(body).not.toContain('event:');
});

it('sends its events to a page of an allowed origin', async () => {
  const origin = 'http://localhost:5173';
  const { server } = await openEvents({ cors: [origin] });

  const response = await fetch(`${server.url}/_sandbox/events`, { headers: { Origin: origin } });

  expect(response.headers.get('Access-Control-Allow-Origin')).toBe(origin);
  expect(await readEvents(response).next('state')).toMatchObject({ payments: [] });
});

it('fails the body when the caller of the in-process fetch aborts', async () => {
  const { sandbox } = await openApi();
  const leave = new AbortController();
  const { signal } = leave;
  const { next, read } = readEvents(await sandbox.fetch('http://sandbox.test/_sandbox/events', { signal }));
  await next('state');

  leave.abort();

  await expect(read()).rejects.toThrow('aborted');
});

it('never sends a card, a token or a secret', async () => {
  const { sandbox, api, next } = await openEvents();
  const number = '4111111111111111';
  await api.pay({ source: { ...CARD, number, cvv: '987' }, metadata: { note: 'private' } });
  await api.pay({ source: { ...CARD, number, cvv: '987' }, amount: -1 });

  const state = JSON.stringify(await next('state', ({ requests = [] }) => requests.length === 3));

  const { clientSecret, signing } = sandbox.credentials;
  for (const secret of [
    number,
    '1111',
    '411111',
    '"987"',
    'private',
    'sandbox_',
    clientSecret,
    signing.secret,
  ])
    expect(state).not.toContain(secret);
});
