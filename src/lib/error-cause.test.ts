import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { codeOf, linesOf, safeCause } from './error-cause.js';

/** An error with a code and with a cause that has a secret. */
function transportError(): TypeError {
  const socket = Object.assign(new Error('other side closed'), {
    code: 'UND_ERR_SOCKET',
    request: { headers: { authorization: 'hush' } },
  });
  return Object.assign(new TypeError('fetch failed', { cause: socket }), { response: 'hush' });
}

/** An error that is its own cause. */
function cyclicError(): Error {
  const error = new Error('cyclic');
  return Object.assign(error, { cause: error });
}

/** Two errors, each of which is the cause of the other. */
function mutualErrors(): Error {
  const inner = new Error('inner');
  return Object.assign(inner, { cause: new Error('outer', { cause: inner }) });
}

/** An error with a chain of causes, of which the innermost has a code. */
function chain(length: number): Error {
  const innermost = Object.assign(new Error(`cause ${length}`), { code: 'EINNERMOST' });
  return Array.from({ length: length - 1 }, (_, index) => length - 1 - index).reduce<Error>(
    (cause, number) => new Error(`cause ${number}`, { cause }),
    innermost,
  );
}

/** Returns the messages of an error and its causes. */
function messagesOf(error: unknown): string[] {
  return error instanceof Error ? [error.message, ...messagesOf(error.cause)] : [];
}

/** An error whose cause and code throw when they are read. */
function hostileError(): Error {
  const get = () => {
    throw new Error('hush');
  };
  return Object.defineProperties(new Error('hostile'), { cause: { get }, code: { get } });
}

describe('safeCause', () => {
  it('copies the name, message, code and causes of an error, and nothing else', () => {
    const cause = safeCause(transportError(), []) as Error;

    expect(cause).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
    expect(cause.cause).toMatchObject({ message: 'other side closed', code: 'UND_ERR_SOCKET' });
    expect(inspect(cause, { depth: null, showHidden: true })).not.toContain('hush');
  });

  it('does not copy a code that is not a string', () => {
    expect(safeCause(Object.assign(new Error('odd'), { code: { secret: 'hush' } }), [])).not.toHaveProperty(
      'code',
    );
  });

  it('ends after five errors of a chain that is longer', () => {
    expect(messagesOf(safeCause(chain(5), []))).toEqual([
      'cause 1',
      'cause 2',
      'cause 3',
      'cause 4',
      'cause 5',
    ]);
    expect(messagesOf(safeCause(chain(1_000), []))).toHaveLength(5);
  });

  it('ends after five errors of a cycle', () => {
    expect(messagesOf(safeCause(cyclicError(), []))).toEqual(Array(5).fill('cyclic'));
    expect(messagesOf(safeCause(mutualErrors(), []))).toEqual(['inner', 'outer', 'inner', 'outer', 'inner']);
  });

  it('ends after five errors of one that is among its own errors', () => {
    const error = new AggregateError([], 'several');
    error.errors.push(error);

    expect(messagesOf(safeCause(error, []))).toEqual(Array(5).fill('several'));
  });

  it('removes secrets from the message, name and code of each error', () => {
    const inner = Object.assign(new Error('of hush'), { name: 'hush', code: 'hush', syscall: 'hush' });
    const cause = safeCause(new Error('hush', { cause: inner }), ['hush']) as Error;

    expect(inspect(cause, { depth: null, showHidden: true })).not.toContain('hush');
    expect(cause.cause).toMatchObject({ message: '[redacted]', name: '[redacted]', code: '[redacted]' });
  });

  it('copies the name of the system call', () => {
    const cause = Object.assign(new Error('failed'), { code: 'ECONNREFUSED', syscall: 'connect' });

    expect(safeCause(cause, [])).toMatchObject({ code: 'ECONNREFUSED', syscall: 'connect' });
  });

  it('ignores properties that throw when they are read', () => {
    const cause = safeCause(hostileError(), []) as Error;

    expect(cause.message).toBe('hostile');
    expect(cause.cause).toBeUndefined();
  });

  it('copies an error of another realm, with its cause', () => {
    const error = runInNewContext(
      "new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) })",
    );

    expect(safeCause(error, [])).toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { message: 'refused', code: 'ECONNREFUSED' },
    });
  });

  it('copies a DOMException of another realm', () => {
    const error = Object.setPrototypeOf(
      new DOMException('hung up', 'AbortError'),
      runInNewContext("Object.create({}, { [Symbol.toStringTag]: { value: 'DOMException' } })"),
    );

    expect(safeCause(error, [])).toBeInstanceOf(Error);
  });

  it('has no message where that of the error is no string', () => {
    const error = Object.assign(new Error('odd'), { message: Symbol('odd') });

    expect(safeCause(error, [])).toMatchObject({ message: '' });
  });

  it('returns undefined for a proxy that throws', () => {
    const { proxy, revoke } = Proxy.revocable(new Error('hush'), {});
    revoke();

    expect(safeCause(proxy, [])).toBeUndefined();
  });

  it.each([undefined, null, 'hush', { message: 'hush' }])('returns undefined for %o', (value) => {
    expect(safeCause(value, [])).toBeUndefined();
  });
});

describe('codeOf', () => {
  it('returns the code of the nearest cause that has one', () => {
    expect(codeOf(transportError())).toBe('UND_ERR_SOCKET');
    expect(codeOf(Object.assign(transportError(), { code: 'OUTER' }))).toBe('OUTER');
  });

  it('looks for it in the first five errors of a chain', () => {
    expect(codeOf(chain(5))).toBe('EINNERMOST');
    expect(codeOf(chain(6))).toBeUndefined();
  });

  it('returns undefined when no cause has a code', () => {
    expect(codeOf(new Error('outer', { cause: new Error('inner') }))).toBeUndefined();
    expect(codeOf(cyclicError())).toBeUndefined();
    expect(codeOf(mutualErrors())).toBeUndefined();
    expect(codeOf(hostileError())).toBeUndefined();
    expect(codeOf('ECONNREFUSED')).toBeUndefined();
  });
});

describe('linesOf', () => {
  it('returns a line for each of the first five errors of a chain or a cycle', () => {
    expect(linesOf(chain(2))).toBe('[null,null,"cause 1"]\n["EINNERMOST",null,"cause 2"]\n');
    for (const error of [chain(6), cyclicError(), mutualErrors()])
      expect(linesOf(error).trimEnd().split('\n')).toHaveLength(5);
  });
});
