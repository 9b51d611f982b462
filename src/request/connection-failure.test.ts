import {
  EnvHttpProxyAgent,
  Pool,
  ProxyAgent,
  Agent as UndiciAgent,
  RetryAgent as UndiciRetryAgent,
  fetch as undiciFetch,
} from 'undici';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { setGlobalDispatchers } from '../testing/global-dispatchers.js';
import { isNeverSent, isPermanent, readGlobalSender } from './connection-failure.js';

/** Creates an error as Node's `fetch` reports it. */
function fetchFailure(message: string, fields: object = {}): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), fields) });
}

const REFUSED = fetchFailure('connect ECONNREFUSED', { code: 'ECONNREFUSED' });

describe('a failed request', () => {
  it.each([
    ['a refused connection', REFUSED, false],
    ['a name without an address', fetchFailure('lookup', { code: 'ENOTFOUND' }), false],
    ['a name that could not be looked up', fetchFailure('lookup', { code: 'EAI_AGAIN' }), false],
    ['a connection that took too long', fetchFailure('', { code: 'UND_ERR_CONNECT_TIMEOUT' }), false],
    ['any failure to connect', fetchFailure('', { code: 'EHOSTUNREACH', syscall: 'connect' }), false],
    ['a certificate that expired', fetchFailure('', { code: 'CERT_HAS_EXPIRED' }), true],
    ['a port that fetch refuses', fetchFailure('bad port'), true],
  ])('was never sent after %s', (_, error, permanent) => {
    expect(isNeverSent(error, readGlobalSender())).toBe(true);
    expect(isPermanent(error)).toBe(permanent);
  });

  it('may have been sent when its connection was reset', () => {
    const error = fetchFailure('read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' });
    expect(isNeverSent(error, readGlobalSender())).toBe(false);
    expect(isPermanent(error)).toBe(false);
  });

  it.each(['UND_ERR_CLOSED', 'UND_ERR_DESTROYED'])(
    'may have been sent, and fails again, when its transport reports %s',
    (code) => {
      expect(isNeverSent(fetchFailure('', { code }), readGlobalSender())).toBe(false);
      expect(isPermanent(fetchFailure('', { code }))).toBe(true);
    },
  );
});

/** Creates a function that reads as the `fetch` of another runtime does. */
function createFetch(body: string): typeof fetch {
  return new Function(`return function fetch(input) { /* ${body} */ }`)();
}

describe('with a fetch that repeats requests by itself', () => {
  const DENO = createFetch('return lazyFetch().fetch(input)');
  const replaceFetch = (replacement: typeof fetch) => {
    vi.stubGlobal('fetch', replacement);
    onTestFinished(() => void vi.unstubAllGlobals());
  };
  const denoFailure = (message: string) => new TypeError('fetch failed', { cause: new Error(message) });

  it.each<[string, typeof fetch, Error]>([
    ['refused', DENO, denoFailure('client error (Connect): tcp connect error: Connection refused')],
    ['refused', createFetch('[native code]'), fetchFailure('Unable to connect', { code: 'ECONNREFUSED' })],
    ['not encrypted', DENO, denoFailure('client error (Connect): TLS handshake failed: peer certificate')],
    ['not trusted', createFetch('[native code]'), fetchFailure('', { code: 'CERT_HAS_EXPIRED' })],
  ])('a request may have been sent when the last connection was %s', (_, replacement, error) => {
    replaceFetch(replacement);
    expect(isNeverSent(error, readGlobalSender())).toBe(false);
  });

  it('a request to a port that it refuses was never sent', () => {
    const error = denoFailure('Fetch failed: Requests to port 9 are blocked');
    replaceFetch(DENO);
    expect(isNeverSent(error, readGlobalSender())).toBe(true);
    expect(isPermanent(error)).toBe(true);
  });

  it.each<[string, typeof fetch]>([
    ['with another name', async () => new Response('lazyFetch()')],
    ['with its name', createFetch('return sendTwice(input)')],
  ])(
    'a request may have been sent when the error of a replacement %s names a refused port',
    (_, replacement) => {
      replaceFetch(replacement);
      expect(isNeverSent(fetchFailure('bad port'), readGlobalSender())).toBe(false);
    },
  );
});

describe('the global fetch', () => {
  /** A class of the program with the name of undici's. */
  const Impostor = { Agent: class Agent extends UndiciAgent {} }.Agent;
  const createRetryAgent = (origin: string | URL) => new UndiciRetryAgent(new Pool(origin));
  const proxy = 'http://127.0.0.1:9';

  it.each([
    ['nothing', undefined],
    ['an agent of undici', new UndiciAgent()],
    ['an agent with options', new UndiciAgent({ connect: { timeout: 1_000 }, pipelining: 1 })],
  ])('sends a request once through %s', (_, dispatcher) => {
    setGlobalDispatchers(dispatcher);
    expect(isNeverSent(REFUSED, readGlobalSender())).toBe(true);
  });

  it('sends a request once through the agent of Node', async () => {
    await fetch('http://127.0.0.1:9').catch(() => {});
    expect(isNeverSent(REFUSED, readGlobalSender())).toBe(true);
  });

  it.each([
    ['an agent that retries', new UndiciRetryAgent(new UndiciAgent())],
    ['an agent whose `dispatch` was composed', Object.assign(new UndiciAgent(), { dispatch() {} })],
    ['an agent with connections of the program', new UndiciAgent({ factory: createRetryAgent })],
    ['an agent with interceptors', new UndiciAgent({ interceptors: { Agent: [] } } as object)],
    ['a class of the program of the same name', new Impostor()],
    ['a proxy, which can have connections of the program', new ProxyAgent(proxy)],
    ['the proxy of the environment', new EnvHttpProxyAgent({ httpProxy: proxy })],
    ['an object that is none', { dispatch() {} }],
  ])('may send a request several times through %s', (_, dispatcher) => {
    setGlobalDispatchers(dispatcher);
    expect(isNeverSent(REFUSED, readGlobalSender())).toBe(false);
  });

  const original = globalThis.fetch;
  it.each<[string, typeof fetch]>([
    ['a function that calls it', async (...args) => original(...args).catch(() => original(...args))],
    [
      'one of the same name',
      async function fetch(...args) {
        return original(...args);
      },
    ],
    ['one that says it is native', Object.assign(() => original(''), { toString: () => `${original}` })],
    ['itself, bound', original.bind(globalThis)],
    ['a proxy of it', new Proxy(original, {})],
    ['that of undici', undiciFetch as unknown as typeof fetch],
    ['that of Bun or a browser', createFetch('[native code]')],
    ['that of Deno', createFetch('return lazyFetch().fetch(input)')],
  ])('may send a request several times when a program has replaced it by %s', (_, replacement) => {
    vi.stubGlobal('fetch', replacement);
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(isNeverSent(REFUSED, readGlobalSender())).toBe(false);
  });

  it('uses the dispatcher of the newer undici first', () => {
    const retries = new UndiciRetryAgent(new UndiciAgent());
    setGlobalDispatchers(retries, new UndiciAgent());
    expect(isNeverSent(REFUSED, readGlobalSender())).toBe(true);
    setGlobalDispatchers(new UndiciAgent(), retries);
    expect(isNeverSent(REFUSED, readGlobalSender())).toBe(false);
  });
});

describe('a request that fails after a program replaced', () => {
  it.each<[string, () => void]>([
    ['the global fetch', () => vi.stubGlobal('fetch', async () => new Response())],
    ['its dispatcher', () => setGlobalDispatchers(new UndiciRetryAgent(new UndiciAgent()))],
  ])('%s was sent by what was there before', (_, replace) => {
    onTestFinished(() => void vi.unstubAllGlobals());
    setGlobalDispatchers(new UndiciAgent());
    const sender = readGlobalSender();

    replace();

    expect(isNeverSent(REFUSED, sender)).toBe(true);
    expect(isNeverSent(REFUSED, readGlobalSender())).toBe(false);
  });

  it.each<[string, () => () => void]>([
    [
      'the dispatcher of the global fetch',
      () => {
        setGlobalDispatchers(new UndiciRetryAgent(new UndiciAgent()));
        return () => setGlobalDispatchers();
      },
    ],
    [
      'the method of that dispatcher',
      () => {
        const agent = Object.assign(new UndiciAgent(), { dispatch() {} });
        setGlobalDispatchers(agent);
        return () => Reflect.deleteProperty(agent, 'dispatch');
      },
    ],
  ])('%s and put it back may have been sent before', (_, replace) => {
    const restore = replace();
    const sender = readGlobalSender();

    restore();

    expect(isNeverSent(REFUSED, sender)).toBe(false);
    expect(isNeverSent(REFUSED, readGlobalSender())).toBe(true);
  });
});
