import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRandom } from '../lib/random.js';
import { readOptions } from '../options.js';
import { AccessTokens } from '../state/access-tokens.js';
import { createState, startSequences } from '../state/state.js';
import { createEventStreams } from './event-stream.js';
import { readSnapshot } from './snapshot.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Opens a stream over a state that tests change. */
function setUp() {
  const state = createState(startSequences(1), new AccessTokens(createRandom(1)));
  let now = 0;
  const read = vi.fn(() =>
    readSnapshot({ state, options: readOptions({}), clock: { now: () => now, advance: () => {} } }),
  );
  const openStream = createEventStreams(read);
  const openReader = () => {
    const events = openStream().getReader();
    return {
      read: async () => new TextDecoder().decode((await events.read()).value),
      cancel: () => events.cancel(),
    };
  };
  const advance = (ms: number) => {
    now += ms;
  };
  return { state, read, reader: openReader(), openReader, advance };
}

/** Adds a request to the log. */
const addRequest = ({ state }: ReturnType<typeof setUp>) =>
  state.requests.add('getPaymentsList', undefined, 0);

it('looks for changes every 250 ms, and sends all of them in one event', async () => {
  const context = setUp();
  await context.reader.read();
  for (let index = 0; index < 10; index += 1) addRequest(context);

  const second = context.reader.read();
  await vi.advanceTimersByTimeAsync(249);
  expect(context.read).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);

  expect(await second).toMatch(/^event: state\ndata: \{"counts":\{"payments":0,"requests":10,.*\}\n\n$/);
});

it('sends nothing while nothing changes, apart from a comment every 15 s', async () => {
  const { reader } = setUp();
  await reader.read();

  const received: unknown[] = [];
  const second = reader.read().then((value) => received.push(value));
  await vi.advanceTimersByTimeAsync(14_999);
  expect(received).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);

  await second;
  expect(received).toEqual([': still here\n\n']);
});

it('sends the time without the state once another second has come', async () => {
  const { reader, advance } = setUp();
  await reader.read();

  const second = reader.read();
  advance(999);
  await vi.advanceTimersByTimeAsync(500);
  advance(1);
  await vi.advanceTimersByTimeAsync(250);

  expect(await second).toBe('event: clock\ndata: {"now":1000}\n\n');
});

it('does not look for changes while nobody reads', async () => {
  const { read, reader } = setUp();
  await reader.read();

  await vi.advanceTimersByTimeAsync(60_000);

  expect(read).toHaveBeenCalledTimes(1);
});

it('runs no timer after it is cancelled', async () => {
  const { reader } = setUp();
  await reader.read();
  void reader.read();
  await vi.advanceTimersByTimeAsync(100);
  expect(vi.getTimerCount()).toBe(1);

  await reader.cancel();

  expect(vi.getTimerCount()).toBe(0);
});

it('looks for changes once for all readers, and sends them the same state', async () => {
  const context = setUp();
  const readers = [context.reader, ...Array.from({ length: 9 }, context.openReader)];
  for (const reader of readers) await reader.read();
  context.read.mockClear();
  addRequest(context);

  const messages = Promise.all(readers.map((reader) => reader.read()));
  await vi.advanceTimersByTimeAsync(250);

  const [first, ...others] = await messages;
  expect(first).toMatch(/^event: state\n/);
  expect(new Set(others)).toEqual(new Set([first]));
  expect(context.read).toHaveBeenCalledTimes(1);
});

it('goes on for other readers after one is cancelled', async () => {
  const context = setUp();
  const other = context.openReader();
  await Promise.all([context.reader.read(), other.read()]);
  void context.reader.read();
  const message = other.read();

  await context.reader.cancel();
  addRequest(context);
  await vi.advanceTimersByTimeAsync(250);

  expect(await message).toMatch(/^event: state\n/);
});
