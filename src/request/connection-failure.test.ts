import { Pool, Agent as UndiciAgent, RetryAgent as UndiciRetryAgent, fetch as undiciFetch } from 'undici';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { setGlobalDispatchers } from '../testing/global-dispatchers.js';
import { isNeverSent, isPermanent, sendsOnce } from './connection-failure.js';

/** Creates an error as Node's `fetch` reports it. */
function fetchFailure(message: string, fields: object = {}): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), fields) });
}

describe('a failed request', () => {
  it.each([
    ['a refused connection', fetchFailure('connect ECONNREFUSED', { code: 'ECONNREFUSED' }), false],
    ['a name without an address', fetchFailure('lookup', { code: 'ENOTFOUND' }), false],
    ['a name that could not be looked up', fetchFailure('lookup', { code: 'EAI_AGAIN' }), false],
    ['a connection that took too long', fetchFailure('', { code: 'UND_ERR_CONNECT_TIMEOUT' }), false],
    ['any failure to connect', fetchFailure('', { code: 'EHOSTUNREACH', syscall: 'connect' }), false],
    ['a certificate that expired', fetchFailure('', { code: 'CERT_HAS_EXPIRED' }), true],
    ['a port that fetch refuses', fetchFailure('bad port'), true],
  ])('was never sent after %s', (_, error, permanent) => {
    expect(isNeverSent(error)).toBe(true);
    expect(isPermanent(error)).toBe(permanent);
  });

  it('may have been sent when its connection was reset', () => {
    const error = fetchFailure('read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' });
    expect(isNeverSent(error)).toBe(false);
    expect(isPermanent(error)).toBe(false);
  });

  it.each(['UND_ERR_CLOSED', 'UND_ERR_DESTROYED'])(
    'may have been sent, and fails again, when its transport reports %s',
    (code) => {
      expect(isNeverSent(fetchFailure('', { code }))).toBe(false);
      expect(isPermanent(fetchFailure('', { code }))).toBe(true);
    },
  );
});

describe('the global fetch', () => {
  class Agent {
    dispatch() {}
  }
  class ProxyAgent extends Agent {
    override dispatch() {}
  }
  class EnvHttpProxyAgent extends ProxyAgent {
    override dispatch() {}
  }
  class RetryAgent extends Agent {}
  const createRetryAgent = (origin: string | URL) => new UndiciRetryAgent(new Pool(origin));

  it.each([
    ['nothing', undefined],
    ['the agent of Node', new Agent()],
    ['an agent of undici', new UndiciAgent()],
    ['a proxy', new ProxyAgent()],
    ['the proxy of the environment', new EnvHttpProxyAgent()],
  ])('sends a request once through %s', (_, dispatcher) => {
    setGlobalDispatchers(dispatcher);
    expect(sendsOnce()).toBe(true);
  });

  it.each([
    ['an agent that retries', new RetryAgent()],
    ['an agent whose `dispatch` was composed', Object.assign(new Agent(), { dispatch() {} })],
    ['an agent with connections of the program', new UndiciAgent({ factory: createRetryAgent })],
  ])('may send a request several times through %s', (_, dispatcher) => {
    setGlobalDispatchers(dispatcher);
    expect(sendsOnce()).toBe(false);
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
  ])('may send a request several times when a program has replaced it by %s', (_, replacement) => {
    vi.stubGlobal('fetch', replacement);
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(sendsOnce()).toBe(false);
  });

  it('uses the dispatcher of the newer undici first', () => {
    setGlobalDispatchers(new RetryAgent(), new Agent());
    expect(sendsOnce()).toBe(true);
    setGlobalDispatchers(new Agent(), new RetryAgent());
    expect(sendsOnce()).toBe(false);
  });
});
