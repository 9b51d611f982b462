import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { configError, isLddPayError, LddPayError, nameOperation, withDetails } from './errors.js';
import { safeCause } from './lib/error-cause.js';

describe('LddPayError', () => {
  it('is an Error with a name, a message, a stack and its cause', () => {
    const cause = new Error('below');
    const error = new LddPayError('above', { kind: 'network', outcome: 'unknown', cause });

    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(LddPayError);
    expect(String(error)).toBe('LddPayError: above');
    expect(error.stack).toContain('above');
    expect(error.cause).toBe(cause);
  });

  it('can be made, with its causes, where a program has made the name of Error.prototype read-only', () => {
    const name = Object.getOwnPropertyDescriptor(Error.prototype, 'name') ?? {};
    onTestFinished(() => void Object.defineProperty(Error.prototype, 'name', name));
    Object.defineProperty(Error.prototype, 'name', { ...name, writable: false });

    const cause = safeCause(Object.assign(new TypeError('below'), { code: 'ECONNRESET' }), []);
    const error = new LddPayError('above', { kind: 'network', outcome: 'unknown', cause });

    expect([error.name, error.outcome]).toEqual(['LddPayError', 'unknown']);
    expect(error.cause).toMatchObject({ name: 'TypeError', code: 'ECONNRESET' });
  });

  it.each(['value', 'get', 'set', 'writable'])(
    'can be made, with its causes, where something has added `%s` to Object.prototype',
    (name) => {
      const below = Object.assign(new TypeError('below'), { code: 'ECONNRESET' });
      const prototype = Object.prototype as Record<string, unknown>;
      prototype[name] = () => 'polluted';
      let error: LddPayError;
      try {
        const cause = safeCause(below, []);
        error = new LddPayError('above', { kind: 'network', outcome: 'unknown', cause });
      } finally {
        delete prototype[name];
      }

      expect([error.name, error.outcome, error.safeToRetry]).toEqual(['LddPayError', 'unknown', false]);
      expect(isLddPayError(error)).toBe(true);
      expect(error.cause).toMatchObject({ name: 'TypeError', code: 'ECONNRESET' });
    },
  );

  it('has neither a cause nor error codes nor attempts by default, and is not transient', () => {
    const error = new LddPayError('above', { kind: 'config', outcome: 'not_sent' });

    expect(error.transient).toBe(false);
    expect('cause' in error).toBe(false);
    expect(error.errorCodes).toEqual([]);
    expect(error.attempts).toEqual([]);
  });

  it('is safe to retry unless the outcome is unknown, by default', () => {
    for (const outcome of ['not_sent', 'rejected', 'unknown'] as const) {
      expect(new LddPayError('x', { kind: 'api', outcome }).safeToRetry).toBe(outcome !== 'unknown');
      expect(new LddPayError('x', { kind: 'api', outcome, safeToRetry: true }).safeToRetry).toBe(true);
      expect(new LddPayError('x', { kind: 'api', outcome, safeToRetry: false }).safeToRetry).toBe(false);
    }
  });

  it('returns its body when it is read by name, and no printed form shows it', () => {
    const error = new LddPayError('above', { kind: 'api', outcome: 'rejected', body: { echo: 'hush' } });

    expect(error.body).toEqual({ echo: 'hush' });
    expect(Object.keys(error)).not.toContain('body');
    const printed = [
      inspect(error, { depth: null }),
      inspect(error, { depth: null, showHidden: true, getters: true }),
      JSON.stringify({ ...error }),
      String(error.stack),
    ];
    expect(printed.join()).not.toContain('hush');
  });

  it.each([
    {
      name: 'clone',
      copy: (error: LddPayError): LddPayError =>
        Object.create(Object.getPrototypeOf(error), Object.getOwnPropertyDescriptors(error)),
    },
    { name: 'proxy', copy: (error: LddPayError) => new Proxy(error, {}) },
  ])('lets a $name of it be read, which has its fields and no body', ({ copy }) => {
    const error = copy(
      new LddPayError('above', { kind: 'api', outcome: 'rejected', body: { echo: 'hush' } }),
    );

    expect(isLddPayError(error)).toBe(true);
    expect(error).toMatchObject({ kind: 'api', outcome: 'rejected', safeToRetry: true });
    expect(error.body).toBeUndefined();
    expect(inspect(error)).toContain('LddPayError: above');
  });

  it('shows its message and fields where Node prints it', () => {
    const printed = inspect(new LddPayError('above', { kind: 'api', outcome: 'rejected', status: 422 }));

    expect(printed).toContain('LddPayError: above');
    for (const field of ["kind: 'api'", "outcome: 'rejected'", 'status: 422', 'safeToRetry: [Getter: true]'])
      expect(printed).toContain(field);
  });

  it('shows a message as it is where Node prints it', () => {
    const printed = inspect(configError('`[Getter]` must be JSON data.'));

    expect(printed).toContain('`[Getter]` must be JSON data.');
    expect(printed).toContain('safeToRetry: [Getter: true]');
  });

  it('lets its cause print itself, which can hide what it has', () => {
    class Reason extends Error {
      token = 'hush';
      [inspect.custom]() {
        return 'Reason without its token';
      }
    }
    const inner = new LddPayError('below', {
      kind: 'auth',
      outcome: 'rejected',
      cause: new Reason('lowest'),
    });
    const printed = inspect(new LddPayError('above', { kind: 'api', outcome: 'rejected', cause: inner }));

    expect(printed).toContain('Reason without its token');
    expect(printed).not.toContain('hush');
    expect(printed.match(/safeToRetry: \[Getter: true]/g)).toHaveLength(2);
  });

  it('leaves the getters of its cause alone where Node prints it, in colours too', () => {
    const read = vi.fn();
    const cause = Object.defineProperty(new Error('below'), 'token', { get: read, enumerable: true });
    const error = new LddPayError('above', { kind: 'api', outcome: 'rejected', cause });

    expect(inspect(error)).toContain('safeToRetry: [Getter: true]');
    expect(inspect(error)).toContain('token: [Getter]');
    expect(inspect(error, { colors: true })).toMatch(/safeToRetry: \S+\[Getter: true]/);
    expect(read).not.toHaveBeenCalled();
  });

  it('is printed to its end where its cause leads back to it, and after a cause that cannot be printed', () => {
    const cause: { error?: unknown } = {};
    const inner = new LddPayError('below', { kind: 'api', outcome: 'unknown', cause });
    const error = new LddPayError('above', { kind: 'api', outcome: 'unknown', cause: inner });
    cause.error = error;
    const printed = inspect(error, { depth: null });

    expect(printed).toContain('[Circular *1]');

    const odd = {
      [inspect.custom]() {
        throw new Error('odd');
      },
    };
    cause.error = odd;
    expect(() => inspect(error, { depth: null })).toThrow('odd');
    cause.error = undefined;
    expect(inspect(error, { showHidden: true })).toContain('safeToRetry: [Getter: false]');
  });

  it('has safeToRetry among the fields that loggers copy, with its value at that time', () => {
    let isSafe = true;
    const error = new LddPayError('above', { kind: 'api', outcome: 'unknown', safeToRetry: () => isSafe });
    const copyByName = () => {
      const copy: Record<string, unknown> = {};
      for (const name in error) copy[name] = error[name as keyof LddPayError];
      return copy;
    };

    expect([{ ...error }, Object.assign({}, error), copyByName()]).toMatchObject(
      Array(3).fill({ kind: 'api', safeToRetry: true }),
    );
    isSafe = false;
    expect([{ ...error }, copyByName()]).toMatchObject(Array(2).fill({ safeToRetry: false }));
    expect(inspect(error)).toContain('safeToRetry: [Getter: false]');
  });

  it('is copied and converted to JSON without its stack, which a program may have made costly', () => {
    const error = new LddPayError('above', { kind: 'api', outcome: 'unknown' });
    const original = Error.prepareStackTrace;
    let stacks = 0;
    Error.prepareStackTrace = () => `${++stacks}`;
    const json = JSON.stringify(withDetails(error, { status: 502 }));
    Error.prepareStackTrace = original;

    expect(JSON.parse(json)).toMatchObject({ kind: 'api', status: 502 });
    expect(stacks).toBe(0);
  });

  it('can be frozen, and cloned as every Error is', () => {
    const error = Object.freeze(new LddPayError('above', { kind: 'api', outcome: 'unknown' }));

    expect(error.safeToRetry).toBe(false);
    expect(structuredClone(error)).toMatchObject({ message: 'above', stack: error.stack });
  });

  it('has everything that a log needs as JSON, without body and cause', () => {
    const message = 'capturePayment: The API responded with 502.';
    const details = {
      kind: 'api',
      outcome: 'unknown',
      safeToRetry: true,
      transient: true,
      keyExpiresAt: 1_770_000_000_000,
      operationId: 'capturePayment',
      idempotencyKey: 'key-1',
      attempts: [{ status: 502, ms: 4 }],
      status: 502,
      requestId: 'req_1',
      errorType: 'processing_error',
      errorCodes: ['gateway_down'],
      retryAfterMs: 1000,
    } as const;
    const error = new LddPayError(message, { ...details, body: { echo: 'hush' }, cause: new Error('hush') });

    expect(JSON.parse(JSON.stringify({ error }))).toEqual({
      error: { name: 'LddPayError', message, ...details },
    });
  });
});

function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe('isLddPayError', () => {
  it('returns true for an error of another copy of the package', async () => {
    const specifier = './errors.js?copy';
    const copy: typeof import('./errors.js') = await import(specifier);
    const error = new copy.LddPayError('copied', { kind: 'api', outcome: 'rejected' });

    expect(error).not.toBeInstanceOf(LddPayError);
    expect(isLddPayError(error)).toBe(true);
    expect(copy.isLddPayError(new LddPayError('own', { kind: 'api', outcome: 'rejected' }))).toBe(true);
  });

  it('recognizes an error by a symbol, which is the same in every version', () => {
    expect(isLddPayError({ [Symbol.for('lddpay.LddPayError')]: true })).toBe(true);
  });

  it.each([
    { name: 'another Error', value: new Error('LddPayError') },
    { name: 'a revoked proxy', value: revokedProxy() },
    { name: 'an Error with the same name', value: Object.assign(new Error('x'), { name: 'LddPayError' }) },
    { name: 'an object with the same properties', value: { kind: 'api', outcome: 'rejected' } },
    { name: 'a string', value: 'LddPayError' },
    { name: 'null', value: null },
    { name: 'undefined', value: undefined },
  ])('returns false for $name', ({ value }) => {
    expect(isLddPayError(value)).toBe(false);
  });
});

describe('withDetails', () => {
  it('copies an error with its body and cause, and replaces only the given details', () => {
    const cause = new Error('below');
    const details = {
      kind: 'api',
      outcome: 'unknown',
      safeToRetry: true,
      operationId: 'voidPayment',
      idempotencyKey: 'key-1',
      attempts: [{ ms: 1, status: 502 }],
      status: 502,
      requestId: 'request-1',
      errorType: 'bad_gateway',
      errorCodes: ['upstream'],
      retryAfterMs: 1000,
    } as const;
    const error = new LddPayError('above', { ...details, body: { a: 1 }, cause });

    const changed = withDetails(error, { outcome: 'rejected' });

    expect(changed).not.toBe(error);
    expect(changed).toMatchObject({ ...details, outcome: 'rejected', message: 'above' });
    expect([changed.body, changed.cause]).toEqual([{ a: 1 }, cause]);
    expect(error.outcome).toBe('unknown');
  });

  it('copies an error whose safeToRetry can still end', () => {
    let isSafe = true;
    const error = new LddPayError('above', { kind: 'api', outcome: 'unknown', safeToRetry: () => isSafe });
    const copy = withDetails(error, { status: 502 });

    expect(copy.safeToRetry).toBe(true);
    isSafe = false;
    expect(copy.safeToRetry).toBe(false);
  });
});

describe('configError', () => {
  it('creates an error that was not sent and is safe to retry', () => {
    expect(configError('wrong')).toMatchObject({
      kind: 'config',
      outcome: 'not_sent',
      safeToRetry: true,
      message: 'wrong',
    });
  });
});

describe('nameOperation', () => {
  it('names the operation of an error that has none, in its message too', () => {
    expect(nameOperation(configError('Wrong.'), 'voidPayment')).toMatchObject({
      message: 'voidPayment: Wrong.',
      operationId: 'voidPayment',
    });
  });

  it('leaves an error that has one, and what is no error of the package', () => {
    const named = withDetails(configError('Wrong.'), { operationId: 'voidPayment' });
    const foreign = new Error('Wrong.');
    expect(nameOperation(named, 'getToken')).toBe(named);
    expect(nameOperation(foreign, 'getToken')).toBe(foreign);
  });
});
